"""Amounts as an operator rounds them: half up, to the unit its bills write."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class Tax:
    """A tax by its name, and its rate in per cent."""

    name: str
    rate: Decimal


@dataclass(frozen=True, slots=True)
class Amounts:
    """One charge: `gross = net + tax`."""

    net: Decimal
    tax: Decimal
    gross: Decimal

    def __add__(self, other: Amounts) -> Amounts:
        return Amounts(self.net + other.net, self.tax + other.tax, self.gross + other.gross)

    def __sub__(self, other: Amounts) -> Amounts:
        return Amounts(self.net - other.net, self.tax - other.tax, self.gross - other.gross)


NOTHING = Amounts(Decimal(0), Decimal(0), Decimal(0))


def rounded(amount: Decimal, unit: Decimal) -> Decimal:
    """Round half up (away from zero) to a unit."""
    return amount.quantize(unit, ROUND_HALF_UP)


def from_gross(gross: Decimal, rate: Decimal, unit: Decimal) -> Amounts:
    """Take the tax out of an amount that includes it."""
    net = rounded(gross * 100 / (100 + rate), unit)
    return Amounts(net, gross - net, gross)


def from_net(net: Decimal, rate: Decimal, unit: Decimal) -> Amounts:
    """Add the tax to an amount before it."""
    tax = rounded(net * rate / 100, unit)
    return Amounts(net, tax, net + tax)
