"""What comes once: a charge, a credit, money given back, a fee for paying late."""

from __future__ import annotations

from renderer.bill.model import Reason
from renderer.story.causes.finding import Finding, Moved
from renderer.story.comparison import Comparison
from renderer.story.model import Cause

_BACK = frozenset({Reason.REFUND, Reason.DISPUTE})


def one_time(_moved: Moved, _bills: Comparison) -> Finding | None:
    """Find a charge that comes once, now or last time."""
    return Finding(Cause.ONE_TIME)


def credit(moved: Moved, _bills: Comparison) -> Finding | None:
    """Find a credit, and whether it gives money back for a refund or a dispute."""
    reasons = _reasons(moved)
    if reasons <= _BACK:
        return Finding(Cause.REFUND)
    return None if reasons & _BACK else Finding(Cause.CREDIT)


def late_fee(moved: Moved, _bills: Comparison) -> Finding | None:
    """Find a penalty that says it is for paying late."""
    return Finding(Cause.LATE_FEE) if _reasons(moved) == {Reason.LATE_FEE} else None


def _reasons(moved: Moved) -> set[Reason | None]:
    sides = (moved.pair.now, moved.pair.last)
    return {line.reason for side in sides if side is not None for line in side.lines}
