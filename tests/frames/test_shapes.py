"""Shapes at their reveal."""

import numpy as np
import pytest

from renderer.frames.shapes import revealed
from renderer.plan.model import ONE
from tests.frames.lists import arc, linear, listed, painted, path, rect, solid, stroke

RED = solid("#ff0000ff")


def _ink(frame):
    return frame[..., :3].min(axis=2) < 128


@pytest.mark.parametrize(
    ("edge", "grown"),
    [
        ("bottom", (0, 75, 200, 25)),
        ("top", (0, 0, 200, 25)),
        ("left", (0, 0, 50, 100)),
        ("right", (150, 0, 50, 100)),
    ],
)
def test_a_rectangle_grows_from_its_edge(edge, grown):
    assert revealed((0, 0, 200, 100), edge, ONE // 4) == grown
    assert revealed((0, 0, 200, 100), edge, ONE) == (0, 0, 200, 100)


def test_a_low_bar_keeps_a_radius_of_half_its_height():
    ink = _ink(painted(listed(rect(20, 10, 40, 80, radius=20, fill=RED, reveal=ONE // 8))))
    rows = np.flatnonzero(ink.any(axis=1))
    assert (rows[0], rows[-1] + 1) == (80, 90)
    assert ink[85, 20:60].all()
    assert not ink[80, 20]
    assert not ink[80, 59]


def test_a_growing_bar_keeps_its_gradient_in_place():
    paint = linear((0, 10), (0, 90), "#ff0000ff", "#0000ffff")
    whole = painted(listed(rect(20, 10, 40, 80, fill=paint))).astype(int)
    half = painted(listed(rect(20, 10, 40, 80, fill=paint, reveal=ONE // 2))).astype(int)
    assert np.abs(whole[55:90, 25:55] - half[55:90, 25:55]).max() <= 1


def test_an_arc_starts_at_twelve_and_runs_clockwise():
    ink = _ink(painted(listed(arc(80, 45, 30, 10, 0, 90))))
    assert ink[15, 84]
    assert ink[41, 110]
    assert not ink[15, 76]
    assert not ink[75, 80]


def test_an_arcs_reveal_shortens_its_sweep():
    half = painted(listed(arc(80, 45, 30, 10, 0, 180, reveal=ONE // 2)))
    assert np.array_equal(half, painted(listed(arc(80, 45, 30, 10, 0, 90))))


def test_round_caps_reach_half_a_thickness_further():
    butt = _ink(painted(listed(arc(80, 45, 30, 10, 0, 90))))
    round_ = _ink(painted(listed(arc(80, 45, 30, 10, 0, 90, cap="round"))))
    assert not butt[15, 77]
    assert round_[15, 77]
    assert not round_[15, 73]


def test_a_whole_ring_is_closed():
    ink = _ink(painted(listed(arc(80, 45, 30, 10, 0, 360))))
    assert ink[15, 79]
    assert ink[15, 81]
    assert ink[75, 80]


def test_a_path_is_drawn_up_to_its_share_of_length():
    ink = _ink(
        painted(listed(path((20, 45), (120, 45), stroke=stroke("#000000ff", 4), reveal=ONE // 2)))
    )
    columns = np.flatnonzero(ink.any(axis=0))
    assert (columns[0], columns[-1] + 1) == (20, 70)


def test_dashes_follow_the_path():
    ink = _ink(painted(listed(path((20, 45), (60, 45), stroke=stroke("#000000ff", 4, (4, 6))))))
    assert ink[45, 20:60].tolist() == ([True] * 4 + [False] * 6) * 4
