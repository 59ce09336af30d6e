"""Whether a customer may be made an offer at all. Nothing is computed for one who may not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from renderer.bill.model import Bill, BillKind, Consent, Reason

CONSENTS = ("marketing", "usage_data")
"""Purposes that both have to be consented to: to be made offers, and to have use looked at."""


def withheld(bill: Bill, day: date | None = None) -> str:
    """Say why no offer may be made to the customer of a bill, "" where one may.

    Args:
        day: the day the film is made for; the bill's day of issue where it is not said.

    Returns:
        "credit-note", "breakdown" for a bill whose lines are in doubt, "undated" where no day is
        known, "consent", "disputing" or "overdue".
    """
    asked = day or bill.issued
    if bill.kind is BillKind.CREDIT_NOTE:
        return "credit-note"
    if bill.breakdown is not None:
        return "breakdown"
    if asked is None:
        return "undated"
    if not all(consents(bill.preferences.consents, purpose, asked) for purpose in CONSENTS):
        return "consent"
    if bill.preferences.disputing or any(line.reason is Reason.DISPUTE for line in bill.lines):
        return "disputing"
    return "overdue" if _overdue(bill, asked) else ""


def consents(records: tuple[Consent, ...], purpose: str, day: date) -> bool:
    """Tell whether the latest record of a purpose is a consent given by a day.

    Of several records of one day, one that withdraws wins. A record of a later day is the latest
    all the same: as a withdrawal it holds, as a consent it is not yet given.
    """
    of_purpose = [one for one in records if one.purpose.replace("-", "_") == purpose]
    latest = max((one.recorded for one in of_purpose), default=None)
    if latest is None or latest > day:
        return False
    return all(one.given for one in of_purpose if one.recorded == latest)


def _overdue(bill: Bill, day: date) -> bool:
    """Tell whether something of earlier bills is unpaid, or this one should have been paid."""
    zero = Decimal(0)
    carried = bill.carried_over.amount if bill.carried_over else zero
    paid = bill.paid.amount if bill.paid else zero
    if carried - paid > 0 or any(line.reason is Reason.LATE_FEE for line in bill.lines):
        return True
    return bill.due is not None and bill.due < day and bill.amount_due.amount > 0
