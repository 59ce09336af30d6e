"""How much of a period a line covers: a whole one, or which part of the whole one around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from renderer.bill.values import Period

_DAY = timedelta(days=1)
_REACH = tuple(sorted(range(-12, 13), key=lambda months: (abs(months), -months)))
"""By how many months the bill's period may be moved to hold a line's: the least first."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of a period a line covers.

    Args:
        whole: all of a period.
        around: the whole period it is a part of, for a part; None for a line that is neither.
        months: by how many months `around` is the bill's period, moved.
    """

    whole: bool
    around: Period | None = None
    months: int = 0

    @property
    def part(self) -> bool:
        """Tell whether it is a part of a period."""
        return self.around is not None


WHOLE = Coverage(True)
NEITHER = Coverage(False)


@lru_cache(maxsize=4096)
def coverage(of: Period | None, bill: Period | None) -> Coverage:
    """Say what a line's period covers, on a bill of a period."""
    if of is None or is_month(of):
        return WHOLE
    if bill is None:
        return NEITHER
    if of.start <= bill.start and bill.end <= of.end:
        return WHOLE
    for months in _REACH:
        around = moved(bill, months)
        if around == of:
            return WHOLE
        if around.start <= of.start and of.end <= around.end:
            return Coverage(False, around, months)
    return NEITHER


def is_month(period: Period) -> bool:
    """Tell whether a period goes from a day to the one before the same day a month later."""
    return period.end == _later(period.start) - _DAY


def moved(period: Period, months: int) -> Period:
    """Move both ends of a period by months, month by month; short months hold a late day back."""
    step = _later if months > 0 else _earlier
    start, after = period.start, period.end + _DAY
    for _ in range(abs(months)):
        start, after = step(start), step(after)
    return Period(start, after - _DAY)


def _later(day: date) -> date:
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return _clamped(year, month, day.day)


def _earlier(day: date) -> date:
    year, month = (day.year - 1, 12) if day.month == 1 else (day.year, day.month - 1)
    return _clamped(year, month, day.day)


def _clamped(year: int, month: int, day: int) -> date:
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1
