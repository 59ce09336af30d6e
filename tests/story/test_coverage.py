"""Whole periods and parts of one."""

from __future__ import annotations

from datetime import date

import pytest

from renderer.bill.values import Period
from renderer.story.coverage import WHOLE, Coverage, coverage, is_month, moved
from tests.story.telecom import DECEMBER, NOVEMBER, OCTOBER, november


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 11, 1), date(2026, 11, 30)),
        (date(2026, 11, 16), date(2026, 12, 15)),
        (date(2026, 1, 31), date(2026, 2, 27)),
        (date(2028, 1, 31), date(2028, 2, 28)),
        (date(2026, 12, 15), date(2027, 1, 14)),
    ],
)
def test_a_month_ends_the_day_before_its_day_comes_again(start: date, end: date) -> None:
    assert is_month(Period(start, end))
    assert coverage(Period(start, end), NOVEMBER) == WHOLE


def test_a_line_without_a_period_or_over_all_of_the_bills_is_whole() -> None:
    assert coverage(None, NOVEMBER) == WHOLE
    assert coverage(None, None) == WHOLE
    assert coverage(november(1, 15), november(1, 15)) == WHOLE
    assert coverage(Period(OCTOBER.start, NOVEMBER.end), NOVEMBER) == WHOLE


def test_a_part_lies_in_the_bills_period() -> None:
    assert coverage(november(11, 30), NOVEMBER) == Coverage(False, NOVEMBER, 0)


@pytest.mark.parametrize(
    ("of", "around", "months"),
    [
        (Period(date(2026, 12, 5), DECEMBER.end), DECEMBER, 1),
        (Period(date(2026, 10, 5), OCTOBER.end), OCTOBER, -1),
    ],
)
def test_a_part_lies_in_the_period_moved_by_whole_months(
    of: Period, around: Period, months: int
) -> None:
    assert coverage(of, NOVEMBER) == Coverage(False, around, months)


def test_a_line_over_the_edge_of_periods_is_neither() -> None:
    over = Period(date(2026, 10, 20), date(2026, 11, 10))
    assert not coverage(over, NOVEMBER).whole
    assert not coverage(over, NOVEMBER).part
    assert not coverage(november(1, 9), None).part


def test_a_quarter_in_advance_is_whole() -> None:
    quarter = Period(date(2026, 7, 1), date(2026, 9, 30))
    following = Period(date(2026, 10, 1), date(2026, 12, 31))
    assert coverage(following, quarter) == WHOLE
    assert moved(quarter, 3) == following


def test_moving_there_and_back_is_where_it_was() -> None:
    assert moved(moved(NOVEMBER, 5), -5) == NOVEMBER
    assert moved(OCTOBER, 1) == NOVEMBER
