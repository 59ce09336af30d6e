"""Counters: equal cells while they count, their own places at the end."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderer.errors import PlanError
from renderer.plan import lay
from renderer.plan.model import CounterShape, TextShape
from renderer.plan.numbers import to_minor, write_number
from renderer.script.model import NumberPattern
from tests.plan.scripts import EUROS, counter, find, line, narrate, rise, scene, script, stack, text

DIRHAMS = NumberPattern("", "\u00a0درهم", ".", ",", 2)


def counted(value="87.42", *, direction="ltr", language="de", **rest):
    number = counter(value, "s/n", enter=rise(effect="count", duration=1.0), **rest)
    made = script(
        scene(stack("s", number, align="stretch"), line()), direction=direction, language=language
    )
    plan = lay(made, narrate(made))
    shape = find(plan, "s/n").shape
    assert isinstance(shape, CounterShape)
    return shape


def digits(runs):
    return "".join(text for text, _ in runs if len(text) == 1)


def test_the_last_state_is_the_words_as_a_text_would_set_them():
    shape = counted()
    made = script(
        scene(stack("s", text("87,42\u00a0€", "s/n", size=116.0), align="stretch"), line())
    )
    still = lay(made, narrate(made))
    told = find(still, "s/n").shape
    assert isinstance(told, TextShape)
    assert shape.states[-1][1][0][0] == "87,42\u00a0€"
    assert shape.states[-1][1][0][1] == told.lines[0].x


def test_states_run_from_the_start_value_to_the_end_value():
    shape = counted()
    assert digits(shape.states[0][1]) == "0,00€"
    assert len(shape.states) >= 25
    assert [frame for frame, _ in shape.states] == sorted({frame for frame, _ in shape.states})


def test_decimals_stand_still_while_it_counts():
    shape = counted()
    early = [runs for frame, runs in shape.states[: len(shape.states) // 2]]
    commas = {x for runs in early for text, x in runs if text == ","}
    units = {x for runs in early for text, x in runs if text == "€"}
    assert len(commas) == 1
    assert len(units) == 1


def test_digits_ease_to_their_own_places_without_a_jump():
    """From one state to the next no digit leaps: the last cells meet the words at rest."""
    shape = counted()
    commas = [dict(runs)[","] for _, runs in shape.states[:-1]]
    whole = abs(commas[-1] - commas[0])
    assert whole > 0
    assert max(abs(one - other) for one, other in pairwise(commas)) < whole / 3
    late = [runs for _, runs in shape.states[-8:-1]]
    first = late[-1][0][1]
    assert abs(first - shape.states[-1][1][0][1]) < 8 * 64


def test_right_to_left_the_currency_stands_left_of_the_digits():
    shape = counted(
        "321.50", direction="rtl", language="ar", pattern=DIRHAMS, seen="321.50\u00a0درهم"
    )
    for _, runs in shape.states[:-1]:
        currency = next(x for text, x in runs if text == "درهم")
        assert all(x > currency for text, x in runs if text != "درهم")
        assert [text for text, _ in runs if text != "درهم"][-3] == "."


def test_a_prefix_stays_next_to_the_leading_digit():
    shape = counted("1234.5", pattern=NumberPattern("£", "", ".", ",", 2), seen="£1,234.50")
    gaps = set()
    for _, runs in shape.states[: len(shape.states) // 2]:
        assert runs[0][0] == "£"
        gaps.add(runs[1][1] - runs[0][1])
    # Leading digits differ in width inside equal cells.
    assert max(gaps) - min(gaps) < 24 * 64


def test_a_counter_that_does_not_count_shows_its_words():
    made = script(scene(stack("s", counter(name="s/n", enter=rise())), line()))
    shape = find(lay(made, narrate(made)), "s/n").shape
    assert len(shape.states) == 1


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_cells_stay_inside_the_room_even_where_the_words_fill_it(direction):
    shape = counted("1111111.11", seen="1.111.111,11\u00a0€", size=190.0, direction=direction)
    places = [x for _, runs in shape.states for _, x in runs]
    assert min(places) >= 96 * 64 - 64
    assert max(places) <= (1280 - 96) * 64


def test_a_pattern_that_does_not_give_the_words_is_our_fault():
    with pytest.raises(PlanError) as failure:
        counted(pattern=NumberPattern("", "", ".", "", 0))
    assert failure.value.code == "counter-mismatch"
    assert failure.value.ours


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 99_999_999))
def test_any_amount_ends_as_its_words(minor):
    value = Decimal(minor).scaleb(-2)
    seen = write_number(EUROS, to_minor(EUROS, value))
    shape = counted(str(value), seen=seen, size=60.0)
    assert shape.states[-1][1][0][0] == seen
