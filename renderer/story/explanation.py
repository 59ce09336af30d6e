"""Why one bill differs from another, as plain data: what a change is, and what proves it.

Nothing here knows of facts or films. Rows are indices into the lines of one of the two bills.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple

from renderer.bill.values import Money, Percent, Period, Quantity
from renderer.story.model import Cause

TAX = "tax"
Reckoning = Literal["gross", "net", "rated"]


class On(StrEnum):
    """Which of the two bills."""

    NOW = "now"
    LAST = "last"

    @property
    def other(self) -> On:
        """Return the other one."""
        return On.LAST if self is On.NOW else On.NOW


class Term(NamedTuple):
    """One amount of which a change is made.

    Args:
        row: the line; None for what no line has, the bill's own tax or the rest of rounding it.
        rate_of: take the line's net at the tax rate of this line of the other bill; else as it is.
    """

    on: On
    row: int | None
    rate_of: int | None = None


class Day(NamedTuple):
    """A day that a line's period tells: its first, its last, or the one before its first."""

    on: On
    row: int
    edge: Literal["first", "last", "before"]
    value: date


class PartOf(NamedTuple):
    """A line that covers a part of a period.

    Args:
        whole: the whole period around it: the bill's, moved by `months`.
    """

    on: On
    row: int
    days: int
    whole: Period
    months: int


class Price(NamedTuple):
    """What a whole period costs, where a line tells it: as its price, or as its amount."""

    on: On
    row: int
    stated: bool


@dataclass(frozen=True, slots=True)
class Rates:
    """A rate of tax that moved, and one line of each bill that states it."""

    before: Percent
    after: Percent
    last: int
    now: int


@dataclass(frozen=True, slots=True)
class Used:
    """What was used of one thing: quantities charged, and what went beyond the allowance.

    Args:
        usage: "data", "voice", "messages" or "other"; None where the lines do not say.
        now, last: quantities charged; None where not every row says it in one unit.
        allowance: place among this bill's allowances of the one that is over, if it proves it.
    """

    usage: str | None = None
    now: Quantity | None = None
    last: Quantity | None = None
    allowance: int | None = None


@dataclass(frozen=True, slots=True)
class Detail:
    """What the words of a cause need beside its amount; absent where the bills do not say it.

    Args:
        day: the day it began, or the last day it covered.
        rows_by_country: for roaming, one row for each country, heaviest first.
    """

    day: Day | None = None
    part: PartOf | None = None
    price: Price | None = None
    price_before: Price | None = None
    rates: Rates | None = None
    used: Used | None = None
    rows_by_country: tuple[int, ...] = ()


NOTHING = Detail()


class Change(NamedTuple):
    """One part of the difference between two bills.

    Args:
        kind: "added", "removed", "more" or "less".
        charge: the `ChargeKind` of its lines, or "tax".
        gross: its part of the difference; net and tax where both bills tell them.
        now, last: rows it has of either bill. No row stands in two changes; a moved tax rate has
            none of the rows whose amount moved for another reason too.
        plus, minus: the terms whose sums make `gross`.
        label: the line that names it; `was`, the last bill's where that has another name.
    """

    kind: str
    charge: str
    gross: Money
    net: Money | None
    tax: Money | None
    cause: Cause | None
    now: tuple[int, ...]
    last: tuple[int, ...]
    plus: tuple[Term, ...]
    minus: tuple[Term, ...]
    label: tuple[On, int] | None = None
    was: int | None = None
    detail: Detail = NOTHING


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a bill differs from another: the changes and `unexplained` sum to `difference`.

    Args:
        changes: heaviest first.
        basis: "gross", "net", "rated" (net lines with their rates), or None where the lines do not
            make the totals: then nothing is explained.
        obstacle: "currency" where the two are of different ones; then nothing is compared, and
            `difference` and `unexplained` are None.
    """

    changes: tuple[Change, ...] = field(default=())
    difference: Money | None = None
    unexplained: Money | None = None
    basis: Reckoning | None = None
    obstacle: str = ""
