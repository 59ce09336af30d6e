"""Contrast is measured on the frame, over whatever is behind the text."""

import pytest

from renderer.frames import Painter, text_contrast
from renderer.plan.model import Layer, Transform
from tests.frames.lists import linear, listed, plan, rect, solid, text


def _ratios(display):
    found = text_contrast(display, Painter(plan(), {}.__getitem__))
    return [round(contrast.ratio, 2) for contrast in found]


def test_black_on_white_is_21():
    assert _ratios(listed(text("87,42", 20, 50))) == [21.0]


def test_grey_is_as_wcag_computes_it():
    assert _ratios(listed(text("87,42", 20, 50, color="#767676ff"))) == pytest.approx(
        [4.54], abs=0.01
    )


def test_a_card_under_the_text_counts_and_its_own_letters_do_not():
    card = rect(10, 20, 100, 50, fill=solid("#000000ff"))
    assert _ratios(listed(card, text("87,42", 20, 50, color="#ffffffff"))) == [21.0]


def test_over_a_gradient_the_worst_end_counts():
    ground = (linear((0, 0), (160, 0), "#ffffffff", "#777777ff"),)
    [wide] = _ratios(listed(text("IIIIIIIIIIIIIII", 5, 50, color="#ffffffff"), ground=ground))
    assert wide < 1.2


def test_opacity_of_layers_weakens_the_colour():
    faint = Layer(Transform(opacity=256), (text("87,42", 20, 50),))
    assert _ratios(listed(faint))[0] < 2


def test_it_follows_transforms():
    dark = rect(80, 0, 80, 90, fill=solid("#000000ff"))
    moved = Layer(Transform(x=90 * 64), (text("87", 0, 50, color="#ffffffff"),))
    assert _ratios(listed(dark, moved)) == [21.0]


def test_text_outside_the_frame_has_none():
    assert _ratios(listed(text("87,42", 20, 500))) == []
