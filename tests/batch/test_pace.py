"""How fast films are made, and when the last one will be."""

from __future__ import annotations

import pytest

from api.batch.pace import WINDOW_S, Pace, how_long


def test_nothing_is_said_before_anything_is_made() -> None:
    pace = Pace(100.0)
    assert (pace.an_hour(160.0), pace.left_s(10, 160.0)) == (None, None)


def test_an_even_pace() -> None:
    pace = Pace(0.0)
    for second in range(1, 61):
        pace.count(second)
    assert pace.an_hour(60.0) == pytest.approx(3600)
    assert pace.left_s(120, 60.0) == pytest.approx(120)


def test_a_pace_goes_by_what_was_of_late() -> None:
    pace = Pace(0.0)
    for second in range(1, 1001):
        pace.count(second * 10)
    for second in range(1, round(WINDOW_S) + 20):
        pace.count(10_000 + second)
    assert pace.an_hour(10_000 + WINDOW_S + 20) == pytest.approx(3600, rel=0.02)
    assert pace.done == 1000 + round(WINDOW_S) + 19


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (3, "3 s"), (89, "89 s"), (90, "2 min"), (3599, "1 h 00 min"),
        (3_900, "1 h 05 min"), (170_000, "47 h 13 min"), (600_000, "6 d 23 h"),
    ],
)  # fmt: skip
def test_times_for_people(seconds: float, text: str) -> None:
    assert how_long(seconds) == text
