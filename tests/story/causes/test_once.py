"""What comes once."""

from __future__ import annotations

import pytest

from renderer.bill.model import ChargeKind, Reason
from tests.story.telecom import NOVEMBER, OCTOBER, bill, explained, line, plan

PLAN = (plan("M", "45"),)


@pytest.mark.parametrize(
    ("kind", "amount", "reason", "cause"),
    [
        (ChargeKind.ONE_TIME, "25", None, "one_time"),
        (ChargeKind.CREDIT, "-25", Reason.REFUND, "refund"),
        (ChargeKind.CREDIT, "-25", Reason.DISPUTE, "refund"),
        (ChargeKind.CREDIT, "-25", Reason.GOODWILL, "credit"),
        (ChargeKind.CREDIT, "-25", None, "credit"),
        (ChargeKind.PENALTY, "25", Reason.LATE_FEE, "late_fee"),
        (ChargeKind.PENALTY, "25", None, None),
        (ChargeKind.OTHER, "25", None, None),
    ],
)
def test_it_comes_once_and_goes_again(
    kind: ChargeKind, amount: str, reason: Reason | None, cause: str | None
) -> None:
    plain, with_it = (
        bill(OCTOBER, *PLAN),
        bill(OCTOBER, *PLAN, line("X", amount, kind, reason=reason)),
    )
    gone = amount.removeprefix("-") if amount.startswith("-") else f"-{amount}"
    assert explained(plain, bill(NOVEMBER, *with_it.lines)) == [(cause, amount)]
    assert explained(with_it, bill(NOVEMBER, *PLAN)) == [(cause, gone)]


def test_equal_ones_cancel_and_the_rest_stands_by_itself() -> None:
    fees = [line("Fee", amount, ChargeKind.ONE_TIME, id=str(at)) for at, amount in
            enumerate(("5", "7"))]  # fmt: skip
    last = bill(OCTOBER, *PLAN, fees[1])
    assert explained(last, bill(NOVEMBER, *PLAN, *fees)) == [("one_time", "5")]


def test_names_without_ids_do_not_keep_what_comes_once_from_being_that() -> None:
    last = bill(OCTOBER, *PLAN, line("Start", "9", ChargeKind.ONE_TIME, product=None))
    now = bill(NOVEMBER, *PLAN, line("New SIM", "5", ChargeKind.ONE_TIME, product=None))
    assert explained(last, now) == [("one_time", "-9"), ("one_time", "5")]
