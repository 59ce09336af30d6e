"""The closed table of operations, and rounding."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.bill.values import Money, Percent, Period, Quantity
from renderer.errors import StoryError
from renderer.story.operations import OPERATIONS, compute


def euros(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def test_amounts_of_two_currencies_do_not_add_up() -> None:
    with pytest.raises(StoryError, match="differ in kind, currency or unit"):
        compute("sum", [euros("1"), Money(Decimal(1), "GBP")])


@pytest.mark.parametrize("operation", ["sum", "difference", "max", "mean", "share"])
def test_units_and_kinds_never_mix(operation: str) -> None:
    with pytest.raises(StoryError) as caught:
        compute(operation, [euros("1"), Quantity(Decimal(1), "GB")], "1")
    assert caught.value.code == "fact-misused"


def test_an_unknown_operation_is_refused() -> None:
    with pytest.raises(StoryError, match="no operation"):
        compute("guess", [euros("1")])


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [("0.005", "0.01"), ("-0.005", "-0.01"), ("0.0049", "0.00"), ("2.675", "2.68")],
)
def test_halves_are_rounded_away_from_zero(amount: str, rounded: str) -> None:
    assert compute("same", [euros(amount)], "0.01") == euros(rounded)


def test_a_mean_that_is_not_exact_needs_a_rounding() -> None:
    amounts = [euros("1"), euros("1"), euros("2")]
    with pytest.raises(StoryError, match="needs a rounding"):
        compute("mean", amounts)
    assert compute("mean", amounts, "0.01") == euros("1.33")


def test_rounding_goes_to_any_quantum() -> None:
    assert compute("same", [euros("87.42")], "5") == euros("85")


@pytest.mark.parametrize(
    ("used", "included", "shown"),
    [
        ("24.96", "25", "99"),
        ("25", "25", "100"),
        ("25.04", "25", "101"),
        ("18.4", "25", "74"),
        ("50", "25", "200"),
        ("0", "25", "0"),
    ],
)
def test_100_percent_means_exactly_all(used: str, included: str, shown: str) -> None:
    operands = [Quantity(Decimal(used), "GB"), Quantity(Decimal(included), "GB")]
    assert compute("whole_share", operands) == Percent(Decimal(shown))


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=9))
def test_shares_of_a_ring_make_100(cents: list[int]) -> None:
    parts = [Money(Decimal(cent).scaleb(-2), "EUR") for cent in cents]
    whole = compute("sum", parts)
    shares = [compute("ring_share", [whole, *parts[: at + 1]]) for at in range(len(parts))]
    exact = [compute("share", [part, whole], "1e-30") for part in parts]
    numbers = [share.amount for share in shares if isinstance(share, Percent)]
    assert sum(numbers) == 100
    for share, true in zip(numbers, exact, strict=True):
        assert isinstance(true, Percent)
        assert abs(share - true.amount) < 1 + Decimal("1e-20")


@pytest.mark.parametrize(
    ("highest", "step"),
    [("87.42", "25"), ("100", "25"), ("101", "50"), ("0.07", "0.02"), ("76890", "20000")],
)
def test_ticks_are_round_numbers(highest: str, step: str) -> None:
    assert compute("nice_tick", [euros(highest)]) == euros(step)


@given(st.decimals("0.01", "1e9", places=2))
def test_four_ticks_reach_the_highest_and_two_may_not(highest: Decimal) -> None:
    tick = compute("nice_tick", [Money(highest, "EUR")])
    assert isinstance(tick, Money)
    assert 4 * tick.amount >= highest
    assert tick.amount < highest


@pytest.mark.parametrize(
    ("first", "last", "month"),
    [
        ("2026-11-01", "2026-11-30", "2026-11-01"),
        ("2026-10-20", "2026-11-19", "2026-11-01"),
        ("2026-10-05", "2026-11-04", "2026-10-01"),
        ("2026-11-16", "2026-12-15", "2026-11-01"),
        ("2025-12-31", "2026-01-30", "2026-01-01"),
        ("2026-02-28", "2026-02-28", "2026-02-01"),
    ],
)
def test_a_bill_is_for_the_month_of_most_of_its_days(first: str, last: str, month: str) -> None:
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    assert compute("month", [period]) == date.fromisoformat(month)


def test_a_period_has_days_a_start_and_an_end() -> None:
    period = compute("period", [date(2026, 11, 1), date(2026, 11, 30)])
    assert compute("days", [period]) == Quantity(Decimal(30), "day")
    assert compute("start", [period]) == date(2026, 11, 1)
    assert compute("end", [period]) == date(2026, 11, 30)


def test_tax_is_a_per_cent_of_the_net_amount() -> None:
    assert compute("percent_of", [euros("10.55"), Percent(Decimal(20))], "0.01") == euros("2.11")


@pytest.mark.parametrize("operation", sorted(OPERATIONS))
def test_every_operation_says_what_it_does(operation: str) -> None:
    assert (OPERATIONS[operation].__doc__ or "").strip()


@pytest.mark.parametrize("operation", sorted(OPERATIONS.keys() - {"count"}))
def test_operations_refuse_what_they_do_not_take(operation: str) -> None:
    with pytest.raises(StoryError):
        compute(operation, [])


@given(st.lists(st.decimals(-(10**15), 10**15, places=2), min_size=1, max_size=40))
def test_sums_are_exact(amounts: list[Decimal]) -> None:
    cents = sum(int(amount * 100) for amount in amounts)
    assert compute("sum", [Money(amount, "EUR") for amount in amounts]) == Money(
        Decimal(cents).scaleb(-2), "EUR"
    )


def test_days_and_months_step_both_ways() -> None:
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    assert compute("day_before", [date(2026, 11, 1)]) == date(2026, 10, 31)
    assert compute("day_after", [date(2026, 10, 31)]) == date(2026, 11, 1)
    assert compute("month_later", [november]) == Period(date(2026, 12, 1), date(2026, 12, 31))
    assert compute("month_earlier", [november]) == Period(date(2026, 10, 1), date(2026, 10, 31))
    for operation in ("day_before", "day_after", "month_later", "month_earlier"):
        with pytest.raises(StoryError):
            compute(operation, ["2026-11-01"])
