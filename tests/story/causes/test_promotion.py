"""A discount that began, ended, or is another than it was."""

from __future__ import annotations

from datetime import date

from tests.story.telecom import (
    DECEMBER,
    NOVEMBER,
    OCTOBER,
    bill,
    discount,
    explained,
    november,
    october,
    only,
    plan,
)

PLAN = (plan("M", "45"),)


def test_a_discount_that_is_not_repeated_has_ended_with_the_last_period() -> None:
    last = bill(OCTOBER, *PLAN, discount("Welcome", "-10", OCTOBER))
    change = only(last, bill(NOVEMBER, *PLAN))
    assert (change.cause, str(change.gross.amount)) == ("promotion_ended", "10")
    assert change.detail.day
    assert change.detail.day.value == date(2026, 10, 31)


def test_a_discount_that_ends_inside_the_period_names_its_last_day() -> None:
    last = bill(OCTOBER, *PLAN, discount("Welcome", "-10", OCTOBER))
    now = bill(NOVEMBER, *PLAN, discount("Welcome", "-0.67", november(1, 2)))
    change = only(last, now)
    assert (change.cause, str(change.gross.amount)) == ("promotion_ended", "9.33")
    assert change.detail.day
    assert change.detail.day.value == date(2026, 11, 2)
    assert change.detail.part
    assert (change.detail.part.days, change.detail.part.whole) == (2, NOVEMBER)


def test_a_first_part_that_does_not_cost_its_days_ended_nothing() -> None:
    last = bill(OCTOBER, *PLAN, discount("Welcome", "-10", OCTOBER))
    now = bill(NOVEMBER, *PLAN, discount("Welcome", "-0.90", november(1, 2)))
    assert explained(last, now) == [(None, "9.10")]


def test_a_part_in_the_middle_neither_began_nor_ended_a_discount() -> None:
    last = bill(OCTOBER, *PLAN, discount("Welcome", "-10", OCTOBER))
    now = bill(NOVEMBER, *PLAN, discount("Welcome", "-0.67", november(4, 5)))
    assert explained(last, now) == [(None, "9.33")]


def test_the_rest_of_a_promotion_that_ended_ends_on_the_next_bill() -> None:
    last = bill(NOVEMBER, *PLAN, discount("Welcome", "-0.67", november(1, 2)))
    assert explained(last, bill(DECEMBER, *PLAN)) == [("promotion_ended", "0.67")]


def test_a_new_discount_has_started() -> None:
    now = bill(NOVEMBER, *PLAN, discount("Summer", "-5", NOVEMBER))
    change = only(bill(OCTOBER, *PLAN), now)
    assert (change.cause, str(change.gross.amount)) == ("promotion_started", "-5")
    assert change.detail.day
    assert change.detail.day.value == date(2026, 11, 1)


def test_a_discount_that_began_inside_the_last_period_has_started() -> None:
    last = bill(OCTOBER, *PLAN, discount("Summer", "-5", october(17, 31), price="-10"))
    now = bill(NOVEMBER, *PLAN, discount("Summer", "-10", NOVEMBER))
    change = only(
        bill(OCTOBER, *PLAN, discount("Summer", "-4.84", october(17, 31))),
        now,
    )
    assert change.cause == "promotion_started"
    assert change.detail.day
    assert change.detail.day.value == date(2026, 10, 17)
    assert explained(last, now) == [(None, "-5")], "15 of 31 days do not cost a half"


def test_a_discount_of_another_amount_shrank_or_grew() -> None:
    last = bill(OCTOBER, *PLAN, discount("Loyal", "-10", OCTOBER))
    smaller = bill(NOVEMBER, *PLAN, discount("Loyal", "-6", NOVEMBER))
    larger = bill(NOVEMBER, *PLAN, discount("Loyal", "-12", NOVEMBER))
    assert explained(last, smaller) == [("promotion_shrank", "4")]
    assert explained(last, larger) == [("promotion_grew", "-2")]


def test_a_discount_under_another_name_without_ids_is_not_known_to_have_ended() -> None:
    last = bill(OCTOBER, *PLAN, discount("Welcome", "-10", product=None))
    now = bill(NOVEMBER, *PLAN, discount("Hello", "-4", product=None))
    assert explained(last, now) == [(None, "10"), (None, "-4")]


def test_without_ids_a_discount_that_is_gone_alone_has_ended() -> None:
    last = bill(OCTOBER, *PLAN, discount("Welcome", "-10", product=None))
    assert explained(last, bill(NOVEMBER, *PLAN)) == [("promotion_ended", "10")]


def test_a_discount_in_advance_ends_where_its_days_are_taken_back() -> None:
    last = bill(OCTOBER, *PLAN, discount("Welcome", "-10", NOVEMBER))
    now = bill(NOVEMBER, *PLAN, discount("Welcome", "6.67", november(11, 30)))
    change = only(last, now)
    assert (change.cause, str(change.gross.amount)) == ("promotion_ended", "16.67")
    assert change.detail.day
    assert change.detail.day.value == date(2026, 11, 10)
    assert explained(now, bill(DECEMBER, *PLAN)) == [("proration", "-6.67")]
