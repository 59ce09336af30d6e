"""The kinds of value that a bill, and every later stage, deals in.

All are frozen, exact (`Decimal`, never float) and free of any language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount of one currency.

    Args:
        amount: in major units (87.42), any sign.
        currency: ISO 4217 code, upper case.
    """

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact amount of something that is not money.

    Args:
        amount: any sign, in `unit`.
        unit: "GB", "MB", "min", "message", "day", "unit", or what the bill calls it.
    """

    amount: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Percent:
    """A share in hundredths: `Percent(Decimal(20))` is 20 %."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class Period:
    """Calendar days from `start` to `end`, both inside the period."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """Count the days, at least 1."""
        return (self.end - self.start).days + 1


Value = Money | Quantity | Percent | Period | date | int | str
