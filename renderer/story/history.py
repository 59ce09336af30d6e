"""The charges of this bill beside those of up to six earlier ones."""

from __future__ import annotations

from collections.abc import Sequence

from renderer.bill.currency import minor_unit
from renderer.story.evidence import Evidence
from renderer.story.facts import Figure
from renderer.story.model import History, HistoryBar
from renderer.story.months import month_of


def tell_history(now: Evidence, earlier: Sequence[Evidence], most: int) -> History | None:
    """Set a bill beside earlier ones, given latest first, as at most `most` bars, oldest first.

    A bill that no month names has no bar. `None` when there is nothing to compare, and when a bar
    would stand below zero.
    """
    told = [*reversed(earlier[: most - 1]), now]
    bars = [
        HistoryBar(month, one.figure("charges_total"), one is now)
        for one in told
        if (month := month_of(one)) is not None
    ]
    totals = [bar.total for bar in bars]
    if len(bars) < 2 or not bars[-1].current or min(total.number for total in totals) < 0:
        return None
    return History(
        bars=tuple(bars),
        highest=now.book.derive("history.highest", "max", totals),
        average=now.book.derive("history.average", "mean", totals, _quantum(totals, now)),
        count=now.book.derive("history.count", "count", totals),
    )


def _quantum(totals: Sequence[Figure], now: Evidence) -> str:
    """Round an average no finer than the bills themselves write amounts: whole rupiah, say."""
    places = max(-int(total.number.normalize().as_tuple().exponent) for total in totals)
    return "1" if places <= 0 else str(minor_unit(now.bill.currency))
