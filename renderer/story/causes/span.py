"""Whether whole periods of two bills are alike, so that their prices compare."""

from __future__ import annotations

from renderer.bill.values import Period
from renderer.story.causes.parts import Pieces
from renderer.story.coverage import is_month


def comparable(last: Pieces, now: Pieces) -> bool:
    """Tell whether whole periods on two bills are months, or of as many days, on both."""
    return _spans(last) == _spans(now)


def _spans(found: Pieces) -> list[str]:
    return sorted(_span(one.line.period) for one in found.wholes)


def _span(period: Period | None) -> str:
    """Say how long: a line without a period is for the bill's, whatever that is."""
    if period is None:
        return ""
    return "month" if is_month(period) else str(period.days)
