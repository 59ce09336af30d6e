"""Which of the bills given are earlier bills of the same customer, latest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from renderer.bill.model import Bill, BillKind
from renderer.errors import StoryError
from renderer.story.model import LeftOut

MOST = 6
"""Earlier bills that a story looks back on."""


def earlier_bills(
    bill: Bill, previous: Sequence[Bill]
) -> tuple[tuple[Bill, ...], tuple[LeftOut, ...]]:
    """Sort earlier bills latest first, and say which of those given are not told of and why.

    A bill's day is the last of its period, or the day of issue where either has no period.

    Raises:
        StoryError: `another-account` for a bill of somebody else, `bill-twice` for one that is
            given more than once, or that is the bill itself.
    """
    _refuse_strangers(bill, previous)
    told: list[tuple[date, str, int]] = []
    left_out: list[LeftOut] = []
    for given, other in enumerate(previous):
        day = _day_before(bill, other)
        if isinstance(day, date):
            told.append((day, other.id, given))
        else:
            left_out.append(LeftOut(given, day))
    told.sort(reverse=True)
    left_out += [LeftOut(given, "too-many") for _, _, given in told[MOST:]]
    return (
        tuple(previous[given] for _, _, given in told[:MOST]),
        tuple(sorted(left_out, key=lambda one: one.given)),
    )


def last_is_of_another_currency(bill: Bill, previous: Sequence[Bill]) -> bool:
    """Tell whether the latest of the earlier bills has another currency than this one."""
    days = [
        (day, other.currency != bill.currency)
        for other in previous
        if isinstance(day := _day(bill, other), date)
    ]
    return bool(days) and max(days)[1]


def _refuse_strangers(bill: Bill, previous: Sequence[Bill]) -> None:
    seen = {bill.id}
    for given, other in enumerate(previous):
        where = f"earlier bill {given + 1}"
        accounts = {one.customer.account for one in (bill, other)} - {None}
        if len(accounts) > 1:
            raise StoryError(
                "another-account",
                "An earlier bill belongs to another account.",
                where,
                "Give earlier bills of the same account only.",
            )
        if other.id in seen:
            raise StoryError(
                "bill-twice",
                "An earlier bill is given twice, or is the bill itself.",
                where,
                "Give each earlier bill once.",
            )
        seen.add(other.id)


def _day_before(bill: Bill, other: Bill) -> date | str:
    """Find an earlier bill's day, or the reason why it cannot be told of."""
    if other.currency != bill.currency:
        return "another-currency"
    return _day(bill, other)


def _day(bill: Bill, other: Bill) -> date | str:
    if BillKind.CREDIT_NOTE in (bill.kind, other.kind):
        return "credit-note"
    if bill.period and other.period:
        mine, its = bill.period.end, other.period.end
    elif bill.issued and other.issued:
        mine, its = bill.issued, other.issued
    else:
        return "undated"
    return its if its < mine else "not-earlier"
