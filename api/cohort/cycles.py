"""The periods that bills cover, and which of them a day lies in."""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

LAST_MONTH = (2026, 11)
"""The last bill of every account ends in this month."""

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cycle:
    """One period that is billed at once, both days inside it.

    Args:
        whole: days that a whole price pays for: its own, or a usual period's if it is a short one.
    """

    start: date
    end: date
    whole: int

    @property
    def days(self) -> int:
        """Count its days."""
        return (self.end - self.start).days + 1

    @property
    def month(self) -> str:
        """Name the bill's month, that of the last day."""
        return f"{self.end:%Y-%m}"

    @property
    def issued(self) -> date:
        """Return the day the bill is made."""
        return self.end + DAY

    @property
    def due(self) -> date:
        """Return the day it is to be paid."""
        return self.end + 15 * DAY


def month_later(day: date, months: int = 1) -> date:
    """Move a day that every month has by whole months."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, day.day)


def months_of(count: int, first_day: int) -> list[Cycle]:
    """Make the last `count` periods of a month each, and the one after (charged in advance)."""
    year, month = LAST_MONTH
    last = date(year, month, first_day)
    if first_day > 1:
        last = month_later(last, -1)
    return [_month(month_later(last, at)) for at in range(1 - count, 2)]


def moved(count: int) -> list[Cycle]:
    """Make periods from the first of each month, and from the 16th after a short one in August.

    The months on both sides of the short period are equally long, so that its price a day is the
    same seen from either.
    """
    year, _ = LAST_MONTH
    short = Cycle(date(year, 8, 1), date(year, 8, 15), monthrange(year, 7)[1])
    after = [_month(date(year, month, 16)) for month in (8, 9, 10, 11)]
    before = [_month(month_later(short.start, -at)) for at in range(count - 4, 0, -1)]
    return [*before, short, *after]


def cycle_of(cycles: Sequence[Cycle], day: date) -> int:
    """Find the period that a day lies in; -1 before the first."""
    return bisect_right(cycles, day, key=lambda one: one.start) - 1


def _month(start: date) -> Cycle:
    end = month_later(start) - DAY
    return Cycle(start, end, (end - start).days + 1)
