"""SVG path data, in absolute cubics."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.errors import PlanError
from renderer.plan.outlines import parse
from tests.plan.scripts import rect

NODE = rect("s/p")


def ends(data):
    return [
        (letter, *(round(part, 3) for part in points[-1])) if points else (letter,)
        for letter, points in parse(data, NODE)
    ]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("M1 2L3 4", [("M", 1, 2), ("L", 3, 4)]),
        ("m1,2 3,4", [("M", 1, 2), ("L", 4, 6)]),
        (
            "M0 0H5V6h-1v-1z",
            [("M", 0, 0), ("L", 5, 0), ("L", 5, 6), ("L", 4, 6), ("L", 4, 5), ("Z",)],
        ),
        ("M0 0C1 1 2 2 3 3S5 5 6 6", [("M", 0, 0), ("C", 3, 3), ("C", 6, 6)]),
        ("M0 0Q1 1 2 0T4 0", [("M", 0, 0), ("C", 2, 0), ("C", 4, 0)]),
        (
            "M1 1 2 2zM.5.5-1e1-2",
            [("M", 1, 1), ("L", 2, 2), ("Z",), ("M", 0.5, 0.5), ("L", -10, -2)],
        ),
        ("M0 0A5 5 0 0 1 10 0", [("M", 0, 0), ("C", 5, -5), ("C", 10, 0)]),
        ("M0 0A0 5 0 0 1 10 0", [("M", 0, 0), ("L", 10, 0)]),
        ("", []),
    ],
)
def test_path_data_is_read(data, found):
    assert ends(data) == found


@pytest.mark.parametrize("data", ["L1 1", "M1", "M1 2X3", "M 1 2 z 3 4", "M1 2 L 3", "1 2"])
def test_what_is_no_path_data_is_refused(data):
    with pytest.raises(PlanError) as failure:
        parse(data, NODE)
    assert failure.value.code == "bad-path"


@given(st.text(alphabet="MLCSQTAZmz0123456789.-, e", max_size=60))
def test_any_text_is_read_or_refused(data):
    found = []
    with suppress(PlanError):
        found = parse(data, NODE)
    assert all(letter in "MLCZ" for letter, _ in found)
