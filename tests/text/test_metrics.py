"""Line boxes: CSS half-leading of the primary face."""

import pytest

from renderer.text import default_faces, line_box
from tests.text.styles import style


def test_leading_is_halved():
    chosen = style(100, line_height=1.5)
    face = default_faces().metrics("Inter")
    box = line_box(chosen)
    assert box.height == 150
    above = box.baseline - 100 * face.ascent
    below = box.height - box.baseline - 100 * face.descent
    assert above == pytest.approx(below)


def test_capitals_stand_in_the_middle_of_the_line():
    box = line_box(style(100, line_height=1.0))
    middle = box.baseline - box.cap_height / 2
    assert middle == pytest.approx(box.height / 2, abs=0.5)


def test_the_first_family_decides():
    assert line_box(style(families=("Noto Sans KR", "Inter"))) != line_box(style())
    assert line_box(style(families=("Inter", "Noto Sans KR"))) == line_box(style())
