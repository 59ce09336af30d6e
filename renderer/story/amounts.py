"""What each line of two bills comes to, on the one basis that both bills' lines make totals on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from renderer.bill.currency import minor_unit, rounding_unit
from renderer.bill.model import Bill, Line
from renderer.story.basis import common_basis
from renderer.story.explanation import Reckoning

_NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Amounts:
    """A bill's lines in amounts.

    Args:
        reckoning: "gross" and "net" as the lines have it; "rated" is each line's net and the tax
            that its rate makes of it.
        parts: what each line is of the total.
        rest: what of the total no line is: nothing, the tax, or the rest of rounding it.
        unit: the smallest step in which the bills write amounts.
    """

    bill: Bill
    reckoning: Reckoning
    parts: tuple[Decimal, ...]
    rest: Decimal
    unit: Decimal

    def net(self, row: int) -> Decimal | None:
        """Return a line's net, if it is known."""
        net = self.bill.lines[row].net
        return None if net is None else net.amount

    def at_rate(self, row: int, rate: Decimal) -> Decimal | None:
        """Return a line's net with the tax of another rate."""
        net = self.net(row)
        return None if net is None else net + tax_of(net, rate, self.unit)


def compare_amounts(bill: Bill, previous: Bill) -> tuple[Amounts, Amounts] | None:
    """Find the amounts of both bills' lines; `None` where these do not make both totals."""
    basis = common_basis((previous, bill))
    if basis is None:
        return None
    unit = written_unit((bill, previous))
    if basis == "gross":
        return _as_they_are(bill, "gross", unit), _as_they_are(previous, "gross", unit)
    rated = _rated(bill, unit), _rated(previous, unit)
    if rated[0] is not None and rated[1] is not None:
        return rated[0], rated[1]
    return _as_they_are(bill, "net", unit), _as_they_are(previous, "net", unit)


def written_unit(bills: Sequence[Bill]) -> Decimal:
    """Return the smallest step in which bills write amounts: 1 for bills in whole rupiah."""
    currency = bills[0].currency
    coarse = rounding_unit(currency)
    if coarse < 1 or any(_has_fractions(bill) for bill in bills):
        return minor_unit(currency)
    return coarse


def tax_of(net: Decimal, rate: Decimal, unit: Decimal) -> Decimal:
    """Reckon a line's tax: its rate (per cent) of its net, half away from zero."""
    return (net * rate / 100 / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit


def _has_fractions(bill: Bill) -> bool:
    if bill.charges_total.amount % 1:
        return True
    sides = (side for line in bill.lines for side in (line.net, line.tax, line.gross))
    return any(side is not None and side.amount % 1 for side in sides)


def _as_they_are(bill: Bill, reckoning: Literal["gross", "net"], unit: Decimal) -> Amounts:
    sides = [line.gross if reckoning == "gross" else line.net for line in bill.lines]
    parts = tuple(side.amount for side in sides if side is not None)
    tax = bill.charges_tax.amount if bill.charges_tax and reckoning == "net" else _NONE
    return Amounts(bill, reckoning, parts, tax, unit)


def _rated(bill: Bill, unit: Decimal) -> Amounts | None:
    """Give each line the tax of its rate, if together they make the bill's tax but for rounding."""
    if bill.charges_tax is None:
        return None
    parts: list[Decimal] = []
    exact = made = _NONE
    for line in bill.lines:
        net, rate = _net_and_rate(line)
        if net is None or rate is None:
            return None
        tax = tax_of(net, rate, unit)
        exact += net * rate / 100
        made += tax
        parts.append(net + tax)
    if abs(exact - bill.charges_tax.amount) > unit / 2 * len(parts):
        return None
    return Amounts(bill, "rated", tuple(parts), bill.charges_tax.amount - made, unit)


def _net_and_rate(line: Line) -> tuple[Decimal | None, Decimal | None]:
    return (
        None if line.net is None else line.net.amount,
        None if line.tax_rate is None else line.tax_rate.amount,
    )
