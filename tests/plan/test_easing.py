"""Tracks at a frame."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.plan.easing import EASINGS, eased, value_at, values
from renderer.plan.model import PlanKey

frames = st.lists(st.integers(-20, 200), min_size=1, max_size=6, unique=True).map(sorted)


@st.composite
def tracks(draw):
    return tuple(
        PlanKey(frame, draw(st.integers(-90_000, 90_000)), draw(st.sampled_from(EASINGS)))
        for frame in draw(frames)
    )


@given(tracks())
def test_a_whole_track_and_one_frame_of_it_agree(track):
    assert values(track, 220).tolist() == [value_at(track, frame) for frame in range(220)]


@given(tracks())
def test_a_track_holds_its_first_and_last_value_outside_its_keys(track):
    assert value_at(track, track[0].frame - 5) == track[0].value
    assert value_at(track, track[-1].frame + 5) == track[-1].value


@given(tracks())
def test_every_key_is_reached_in_its_frame(track):
    for key in track:
        assert value_at(track, key.frame) == key.value


@given(st.sampled_from(EASINGS), st.integers(1, 60), st.integers(0, 5000))
def test_nothing_bounces(easing, length, size):
    run = [eased(easing, time, length, size) for time in range(length + 1)]
    assert run == sorted(run)
    assert 0 <= run[0] <= run[-1] == size


def test_half_way_is_rounded_up():
    assert value_at((PlanKey(0, 0), PlanKey(2, 1)), 1) == 1
    assert value_at((PlanKey(0, 0), PlanKey(2, -1)), 1) == 0


def test_an_unknown_easing_is_refused():
    with pytest.raises(ValueError, match="unknown easing"):
        eased("bounce", 1, 2, 3)
