"""A change of plan, over three bills, and the proration around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from renderer.bill.model import Bill
from tests.story.telecom import (
    DECEMBER,
    JANUARY,
    NOVEMBER,
    OCTOBER,
    bill,
    explained,
    november,
    october,
    only,
    plan,
)

A_LAST = plan("Breeze", "20", OCTOBER)
A_PART = plan("Breeze", "6.67", november(1, 10))
B_PART = plan("Aurora", "26.67", november(11, 30), price="40")


def arrears() -> tuple[Bill, Bill, Bill]:
    return (
        bill(OCTOBER, A_LAST),
        bill(NOVEMBER, A_PART, B_PART),
        bill(DECEMBER, plan("Aurora", "40", DECEMBER)),
    )


def advance() -> tuple[Bill, Bill, Bill]:
    return (
        bill(OCTOBER, plan("Breeze", "20", NOVEMBER)),
        bill(
            NOVEMBER,
            plan("Breeze", "-13.33", november(11, 30)),
            plan("Aurora", "26.67", november(11, 30)),
            plan("Aurora", "40", DECEMBER),
        ),
        bill(DECEMBER, plan("Aurora", "40", JANUARY)),
    )


def test_two_plans_that_meet_inside_the_period_are_one_change() -> None:
    october_, november_, _ = arrears()
    change = only(october_, november_)
    assert (change.cause, str(change.gross.amount)) == ("plan_changed", "13.34")
    assert (sorted(change.now), change.last) == ([0, 1], (0,))
    assert change.detail.day
    assert change.detail.day.value == date(2026, 11, 11)
    assert change.label
    assert november_.lines[change.label[1]].name == "Aurora"
    assert change.was is not None
    assert october_.lines[change.was].name == "Breeze"


def test_the_month_after_a_change_of_plan_is_proration() -> None:
    _, november_, december_ = arrears()
    assert explained(november_, december_) == [("proration", "13.33"), ("proration", "-6.67")]


def test_in_advance_the_unused_days_given_back_belong_to_the_change() -> None:
    october_, november_, _ = advance()
    change = only(october_, november_)
    assert (change.cause, str(change.gross.amount)) == ("plan_changed", "33.34")
    assert sorted(change.now) == [0, 1, 2]
    assert change.detail.part
    assert (change.detail.part.days, change.detail.part.whole.days) == (20, 30)


def test_in_advance_the_month_after_repeats_neither_part_nor_credit() -> None:
    _, november_, december_ = advance()
    assert explained(november_, december_) == [("proration", "-26.67"), ("proration", "13.33")]


def test_days_that_do_not_meet_are_two_things() -> None:
    october_, _, _ = arrears()
    late = replace(B_PART, period=november(12, 30))
    found = explained(october_, bill(NOVEMBER, A_PART, late))
    assert found == [("product_added", "26.67"), ("proration", "-13.33")]


def test_two_that_begin_where_one_ends_are_not_one_change() -> None:
    other = plan("Extra", "6.67", november(11, 30), price="10")
    found = explained(bill(OCTOBER, A_LAST), bill(NOVEMBER, A_PART, B_PART, other))
    assert [cause for cause, _ in found] == ["product_added", "proration", "product_added"]


def test_plans_of_two_subscriptions_do_not_meet() -> None:
    mine = [replace(one, subscription="1") for one in (A_LAST, A_PART)]
    theirs = replace(B_PART, subscription="2")
    found = explained(bill(OCTOBER, mine[0]), bill(NOVEMBER, mine[1], theirs))
    assert [cause for cause, _ in found] == ["product_added", "proration"]


def test_at_the_edge_of_a_period_one_is_gone_and_another_new() -> None:
    now = bill(NOVEMBER, plan("Aurora", "40", NOVEMBER))
    assert explained(bill(OCTOBER, A_LAST), now) == [
        ("product_added", "40"),
        ("product_removed", "-20"),
    ]


def test_an_old_plan_without_an_id_leaves_the_change_of_plan_unproved() -> None:
    gone = plan("Router", "3", OCTOBER, product=None)
    found = explained(bill(OCTOBER, A_LAST, gone), bill(NOVEMBER, A_PART, B_PART))
    assert {amount: cause for cause, amount in found} == {
        "26.67": None,
        "-13.33": "proration",
        "-3": None,
    }


def test_a_pause_is_proration_both_ways() -> None:
    whole = plan("M", "31", OCTOBER)
    resting = bill(NOVEMBER, plan("M", "10.33", november(1, 10), price="31"))
    assert explained(bill(OCTOBER, whole), resting) == [("proration", "-20.67")]
    assert explained(resting, bill(DECEMBER, plan("M", "31", DECEMBER))) == [("proration", "20.67")]


def test_a_part_at_another_price_is_two_things_at_once() -> None:
    now = bill(NOVEMBER, plan("M", "11", november(1, 10), price="33"))
    assert explained(bill(OCTOBER, plan("M", "31", OCTOBER)), now) == [(None, "-20")]


def test_a_part_that_does_not_cost_its_days_has_no_cause() -> None:
    now = bill(NOVEMBER, plan("M", "12", november(1, 10)))
    assert explained(bill(OCTOBER, plan("M", "30", OCTOBER)), now) == [(None, "-18")]


def test_a_part_that_began_last_month_is_whole_now() -> None:
    last = bill(OCTOBER, plan("M", "15", october(17, 31), price="31"))
    change = only(last, bill(NOVEMBER, plan("M", "31", NOVEMBER)))
    assert (change.cause, str(change.gross.amount)) == ("proration", "16")
    assert change.detail.part
    assert (change.detail.part.on, change.detail.part.days) == ("last", 15)


def test_parts_that_make_a_whole_period_together_are_a_whole() -> None:
    halves = (plan("Breeze", "10.67", october(1, 16)), plan("Breeze", "9.33", october(17, 31)))
    _, november_, _ = arrears()
    assert explained(bill(OCTOBER, *halves), november_) == [("plan_changed", "13.34")]
    assert explained(bill(OCTOBER, *halves), bill(NOVEMBER, plan("X", "1"))) == [
        ("product_removed", "-20.00"),
        ("product_added", "1"),
    ]
    assert explained(bill(OCTOBER, A_LAST), bill(OCTOBER, *halves)) == []
    gap = (halves[0], plan("Breeze", "8.71", october(18, 31)))
    assert explained(bill(OCTOBER, *gap), bill(NOVEMBER, plan("X", "1"))) == [
        ("proration", "-19.38"),
        ("product_added", "1"),
    ]
