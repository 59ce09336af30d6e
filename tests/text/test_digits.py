"""Digits: equal cells while they count, natural places at rest."""

import pytest

from renderer.text import advances, digit_cell, lay, natural_positions
from tests.text.styles import style


def test_the_cell_holds_every_digit():
    cell = digit_cell(style(40))
    assert cell == pytest.approx(max(advances("0123456789", style(40))))
    assert cell > advances("1", style(40))[0]


def test_tracking_narrows_the_cell():
    assert digit_cell(style(100, tracking=-0.04)) == pytest.approx(digit_cell(style(100)) - 4)


def test_natural_positions_are_those_of_the_line():
    places = natural_positions("87,42", style(164, 800, -0.04))
    assert places[0] == 0
    assert list(places) == sorted(places)
    width = lay("87,42", style(164, 800, -0.04)).width
    last = advances("2", style(164, 800, -0.04))[0]
    assert places[-1] + last == pytest.approx(width)


def test_digits_scale_with_the_size():
    assert digit_cell(style(80)) == pytest.approx(2 * digit_cell(style(40)))
