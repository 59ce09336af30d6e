"""The month that a bill is for, where one month says it."""

from __future__ import annotations

from renderer.story.evidence import Evidence
from renderer.story.facts import Figure

_LONGEST = 45
"""Days: a longer period is not one month's bill, and no month's name would be honest."""


def month_of(evidence: Evidence) -> Figure | None:
    """Name the month that holds most days of a bill's period, if the period is about a month."""
    period = evidence.bill.period
    if period is None or period.days > _LONGEST:
        return None
    fact_id = f"{evidence.name}.month"
    if fact_id in evidence.book.facts:
        return Figure(fact_id, evidence.book.facts[fact_id].value)
    return evidence.book.derive(fact_id, "month", [evidence.figure("period")])
