"""Earlier bills: which are told of, and their history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from renderer.bill.model import Bill, Customer
from renderer.bill.values import Period
from renderer.errors import StoryError
from renderer.story import Policy, tell

BillOf = Callable[..., Bill]
Before = Callable[..., Period]


@pytest.fixture
def now(bill_of: BillOf) -> Bill:
    return bill_of(total="87.42")


def test_the_latest_earlier_bill_is_the_one_compared_with(
    now: Bill, bill_of: BillOf, before: Before
) -> None:
    earlier = [bill_of(id=f"B-{n}", total=f"{n}0", period=before(now.period, n)) for n in (3, 1, 2)]
    story = tell(now, earlier)
    assert story.difference
    assert story.difference.previous == 10
    assert story.difference.previous_month == date(2026, 10, 1)
    assert story.history
    assert [bar.total.number for bar in story.history.bars] == [30, 20, 10, Decimal("87.42")]
    assert [bar.current for bar in story.history.bars] == [False, False, False, True]
    assert story.history.highest == Decimal("87.42")
    assert story.history.average == Decimal("36.86")
    assert story.history.count == 4


def test_a_month_may_be_missing(now: Bill, bill_of: BillOf, before: Before) -> None:
    story = tell(now, [bill_of(id="B-9", total="50", period=before(now.period, 3))])
    assert story.difference
    assert story.difference.previous_month == date(2026, 8, 1)


def test_at_most_six_earlier_bills_are_told_of(now: Bill, bill_of: BillOf, before: Before) -> None:
    earlier = [bill_of(id=f"B-{n}", total="50", period=before(now.period, n)) for n in range(1, 9)]
    story = tell(now, earlier)
    assert story.history
    assert len(story.history.bars) == 7
    assert [(one.given, one.reason) for one in story.left_out] == [(6, "too-many"), (7, "too-many")]
    fewer = tell(now, earlier, Policy(history_bars=3)).history
    assert fewer
    assert len(fewer.bars) == 3


def test_a_bill_in_another_currency_is_left_out(now: Bill, bill_of: BillOf, before: Before) -> None:
    pounds = bill_of(id="B-10", total="50", currency="GBP", period=before(now.period))
    story = tell(now, [pounds])
    assert story.difference is None
    assert story.history is None
    assert story.left_out[0].reason == "another-currency"


def test_a_bill_that_is_not_earlier_is_left_out(now: Bill, bill_of: BillOf) -> None:
    assert tell(now, [bill_of(id="B-12", total="50")]).left_out[0].reason == "not-earlier"


def test_a_bill_without_any_date_is_left_out(now: Bill, bill_of: BillOf) -> None:
    undated = bill_of(id="B-10", total="50", period=None)
    assert tell(now, [undated]).left_out[0].reason == "undated"


def test_the_day_of_issue_orders_bills_without_period(bill_of: BillOf) -> None:
    def issued(number: int, total: str) -> Bill:
        day = date(2026, number, 1)
        return bill_of(id=f"B-{number}", total=total, period=None, issued=day)

    story = tell(issued(12, "50"), [issued(10, "30"), issued(11, "40")])
    assert story.difference
    assert story.difference.previous == 40
    assert story.difference.previous_month is None
    assert story.history is None


def test_another_account_is_refused(now: Bill, bill_of: BillOf, before: Before) -> None:
    other = bill_of(
        id="B-10", total="5", period=before(now.period), customer=Customer(account="A-2")
    )
    with pytest.raises(StoryError) as caught:
        tell(now, [other])
    assert caught.value.code == "another-account"
    assert caught.value.where == "earlier bill 1"
    assert "A-2" not in str(caught.value)


def test_a_bill_is_given_once(now: Bill, bill_of: BillOf, before: Before) -> None:
    last = bill_of(id="B-10", total="50", period=before(now.period))
    for earlier in ([last, last], [now]):
        with pytest.raises(StoryError) as caught:
            tell(now, earlier)
        assert caught.value.code == "bill-twice"


def test_a_history_below_zero_is_not_drawn(now: Bill, bill_of: BillOf, before: Before) -> None:
    refund = bill_of(id="B-10", total="-5", period=before(now.period))
    story = tell(now, [refund])
    assert story.history is None
    assert story.difference
    assert story.difference.signed == Decimal("92.42")


def test_an_average_has_the_currencys_decimals(bill_of: BillOf, before: Before) -> None:
    now = bill_of(total="76890", currency="KRW")
    last = bill_of(id="B-10", total="70001", currency="KRW", period=before(now.period))
    history = tell(now, [last]).history
    assert history
    assert history.average == 73446
