"""Drawn lines: as wide as measured, in the right order, at any fraction of a pixel."""

import numpy as np
import pytest
import skia

from renderer.text import default_faces, lay
from renderer.text.draw import DrawnLine, draw_line
from renderer.text.shaping import advance, outline, setting
from renderer.text.sprites import NATIVE, Sprites
from tests.text.styles import FAMILIES, style

BLACK = (0.0, 0.0, 0.0, 1.0)


def _ink(text, x=20.0, baseline=60.0, *, size=40.0, tracking=0, direction="ltr", scale=1.0):
    """Return the alpha of a drawn line, shape (120, 900)."""
    pixels = np.zeros((120, 900, 4), np.uint8)
    canvas = skia.Canvas(pixels, **NATIVE)
    canvas.scale(scale, scale)
    chosen = setting(FAMILIES, 700, size, tracking)
    line = DrawnLine(text, chosen, size, x, baseline, direction)
    draw_line(canvas, line, BLACK, default_faces(), Sprites())
    return pixels[..., 3].astype(int)


def _edges(ink):
    columns = np.flatnonzero(ink.max(axis=0) > 127)
    return columns[0], columns[-1] + 1


@pytest.mark.parametrize("tracking", [0, -40, 80])
@pytest.mark.parametrize("text", ["HHHHHH", "H한국어H", "H درهم H"])
def test_a_drawn_line_is_as_wide_as_it_was_measured(text, tracking):
    """H has equal bearings: its ink is the advance without twice the bearing."""
    width = lay(text, style(40, 700, tracking / 1000)).width
    chosen = setting(FAMILIES, 700, 40, 0)
    bearing = outline("H", chosen, "ltr", default_faces()).computeTightBounds().left() / 1024 * 40
    left, right = _edges(_ink(text, tracking=tracking))
    assert left == pytest.approx(20 + bearing, abs=0.75)
    assert right == pytest.approx(20 + width - bearing, abs=0.75)


def test_the_baseline_is_where_it_was_asked_for():
    for text in ("H", "H한", "Hم"):
        rows = np.flatnonzero(_ink(text)[:, 22:40].max(axis=1) > 127)
        assert rows[-1] + 1 == 60


def test_arabic_runs_from_the_right_and_figures_from_the_left():
    """Of "12 درهم" the number stands at the right end, its digits in reading order."""
    faces = default_faces()
    chosen = setting(FAMILIES, 700, 40, 0)
    text = "12 درهم"
    width = advance(text, chosen, "rtl", faces) * 40
    alone = _ink("12", x=20.0)
    left, right = _edges(alone)
    whole = _ink(text, direction="rtl")
    number_at = 20 + width - advance("12", chosen, "ltr", faces) * 40
    shift = round(number_at - 20)
    cut = whole[:, left + shift - 1 : right + shift + 1]
    assert np.abs(cut[:, : right - left + 2] - alone[:, left - 1 : right + 1]).mean() < 12


@pytest.mark.parametrize("axis", ["x", "y"])
def test_a_line_moves_by_fractions_of_a_pixel(axis):
    """Glyph caches snap to whole pixels down the page; ours moves as smoothly as what it is on."""
    centres = []
    for step in range(9):
        moved = {"x": 20 + step / 8} if axis == "x" else {"baseline": 60 + step / 8}
        ink = _ink("HE", **moved)
        weights = ink.sum(axis=0 if axis == "x" else 1)
        centres.append((weights * np.arange(weights.size)).sum() / weights.sum())
    assert np.diff(centres) == pytest.approx(1 / 8, abs=0.05)


def test_a_larger_picture_is_the_same_line_larger():
    left, right = _edges(_ink("HHHH"))
    far_left, far_right = _edges(_ink("HHHH", scale=1.5))
    assert far_right - far_left == pytest.approx(1.5 * (right - left), abs=1.5)


def test_what_was_drawn_before_changes_nothing():
    sprites = Sprites(most_bytes=1)
    chosen = setting(FAMILIES, 500, 28, 0)
    pictures = []
    for text in ("Total", "87,42", "Total"):
        pixels = np.zeros((60, 200, 4), np.uint8)
        canvas = skia.Canvas(pixels, **NATIVE)
        line = DrawnLine(text, chosen, 28, 10.3, 40.7, "ltr")
        draw_line(canvas, line, BLACK, default_faces(), sprites)
        pictures.append(pixels)
    assert np.array_equal(pictures[0], pictures[2])


def test_spaces_draw_nothing():
    assert _ink("  ").max() == 0
    assert _ink("").max() == 0


def test_controls_leave_no_box():
    assert np.array_equal(_ink("a\u2068b\u2069\u200f"), _ink("ab"))
