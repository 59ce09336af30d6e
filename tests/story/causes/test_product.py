"""A charge that is new, or gone."""

from __future__ import annotations

from datetime import date

import pytest

from renderer.bill.model import ChargeKind, Line
from tests.story.telecom import (
    DECEMBER,
    NOVEMBER,
    OCTOBER,
    bill,
    explained,
    line,
    november,
    only,
    plan,
)

PLAN = (plan("M", "45"),)


@pytest.mark.parametrize("kind", [ChargeKind.RECURRING, ChargeKind.DEVICE, ChargeKind.CONTENT])
def test_a_product_that_the_last_bill_has_nothing_of_was_added(kind: ChargeKind) -> None:
    now = bill(NOVEMBER, *PLAN, line("Extra", "5", kind, NOVEMBER))
    change = only(bill(OCTOBER, *PLAN), now)
    assert (change.cause, change.kind) == ("product_added", "added")
    assert change.detail.day
    assert change.detail.day.value == date(2026, 11, 1)


def test_a_product_that_began_inside_the_period_names_the_day_and_its_days() -> None:
    now = bill(NOVEMBER, *PLAN, plan("TV", "4", november(19, 30), price="10"))
    change = only(bill(OCTOBER, *PLAN), now)
    assert change.cause == "product_added"
    assert change.detail.day
    assert change.detail.day.value == date(2026, 11, 19)
    assert change.detail.part
    assert (change.detail.part.days, change.detail.part.whole.days) == (12, 30)
    assert change.detail.price


def test_a_product_that_is_gone_was_removed() -> None:
    last = bill(OCTOBER, *PLAN, plan("TV", "10", OCTOBER))
    change = only(last, bill(NOVEMBER, *PLAN))
    assert (change.cause, change.kind) == ("product_removed", "removed")
    assert change.detail.day
    assert change.detail.day.value == date(2026, 10, 31)


def test_a_month_was_skipped_and_no_day_is_known() -> None:
    last = bill(OCTOBER, *PLAN, plan("TV", "10", OCTOBER))
    change = only(last, bill(DECEMBER, *PLAN))
    assert change.cause == "product_removed"
    assert change.detail.day is None


def test_days_given_back_belong_to_a_product_removed_in_advance() -> None:
    last = bill(OCTOBER, *PLAN, plan("TV", "30", NOVEMBER))
    now = bill(NOVEMBER, *PLAN, plan("TV", "-20", november(11, 30)))
    change = only(last, now)
    assert (change.cause, str(change.gross.amount)) == ("product_removed", "-50")
    assert change.detail.day
    assert change.detail.day.value == date(2026, 11, 10)


def test_a_product_of_which_the_last_bill_had_only_a_part_is_proration() -> None:
    last = bill(OCTOBER, *PLAN, plan("TV", "10", november(1, 10)))
    assert explained(last, bill(NOVEMBER, *PLAN)) == [("proration", "-10")]


def test_an_id_missing_on_either_side_proves_nothing() -> None:
    last = bill(OCTOBER, *PLAN, plan("TV", "10", product=None))
    now = bill(NOVEMBER, *PLAN, plan("Cinema", "12"))
    assert explained(last, now) == [(None, "12"), (None, "-10")]


def test_without_any_ids_a_name_that_stands_alone_is_new() -> None:
    last = bill(OCTOBER, plan("M", "45", product=None))
    now = bill(NOVEMBER, plan("M", "45", product=None), plan("TV", "10", product=None))
    assert explained(last, now) == [("product_added", "10")]


def test_without_any_ids_one_that_went_and_one_that_came_may_be_one() -> None:
    last = bill(OCTOBER, plan("M", "45", product=None), plan("TV", "8", product=None))
    now = bill(NOVEMBER, plan("M", "45", product=None), plan("Cinema", "10", product=None))
    assert explained(last, now) == [(None, "10"), (None, "-8")]


def test_a_credit_alone_is_no_new_product() -> None:
    now = bill(NOVEMBER, *PLAN, plan("TV", "-10", november(1, 10)))
    assert explained(bill(OCTOBER, *PLAN), now) == [(None, "-10")]


def test_what_another_number_no_longer_has_is_another_charge() -> None:
    def of(number: str, *names: str) -> list[Line]:
        return [plan(name, "5", product=None, subscription=number) for name in names]

    last = bill(OCTOBER, *of("1", "M", "TV"), *of("2", "M"))
    now = bill(NOVEMBER, *of("1", "M"), *of("2", "M", "Cinema"))
    assert set(explained(last, now)) == {("product_added", "5"), ("product_removed", "-5")}
    moved = bill(NOVEMBER, *of("1", "M"), *of("2", "M", "TV"))
    assert set(explained(last, moved)) == {("product_added", "5"), ("product_removed", "-5")}
    renumbered = bill(NOVEMBER, *of("1", "M", "TV"), *of("3", "M"))
    assert explained(last, renumbered) == []
