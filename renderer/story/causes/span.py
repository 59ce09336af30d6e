"""Whether whole periods of two bills, and their taxes, are alike, so that prices compare."""

from __future__ import annotations

from renderer.bill.model import Bill
from renderer.bill.values import Percent, Period
from renderer.story.causes.finding import Moved
from renderer.story.causes.parts import Pieces
from renderer.story.comparison import Comparison
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


def same_tax(moved: Moved, bills: Comparison) -> bool:
    """Tell whether nothing says that a charge is taxed otherwise than before.

    Where its lines do not state their rate, those of the two bills have to be the same.
    """
    if moved.rated or bills.now.reckoning == "net":
        return True
    sides = [side for side in (moved.pair.last, moved.pair.now) if side is not None]
    rates = [{line.tax_rate for line in side.lines} for side in sides]
    if any(one != rates[0] for one in rates):
        return False
    return None not in rates[0] or _rates(bills.last.bill) == _rates(bills.now.bill)


def _rates(bill: Bill) -> set[Percent | None]:
    return {tax.rate for tax in bill.taxes}
