"""A film's frames: each drawn alone equals itself drawn in order."""

from dataclasses import replace

import numpy as np
import pytest

from renderer.errors import FrameError
from renderer.frames import Painter
from renderer.plan.display import display
from renderer.plan.model import OPAQUE, PlanFace, PlanKey, PlanNode, PlanScene
from renderer.text import default_faces
from tests.frames.lists import linear, plan, rect, solid, text, units


def _film():
    box = units(20, 20, 120, 50)
    card = PlanNode(
        id="card",
        box=box,
        origin=units(80, 45),
        alive=(0, 16),
        shape=rect(20, 20, 120, 50, radius=12, fill=solid("#4338f0ff")).shape,
        children=(
            PlanNode(
                "words", box, units(80, 45), (0, 16), text("Pay", 60, 52, color="#ffffffff").shape
            ),
        ),
        tracks={
            "opacity": (PlanKey(0, 0), PlanKey(8, OPAQUE, "ease-out")),
            "y": (PlanKey(0, 24 * 64), PlanKey(8, 0, "ease-out")),
        },
    )
    ground = (linear((0, 0), (160, 90), "#f5f6fcff", "#e1e4f0ff"),)
    scene = PlanScene("only", "", 0, 16, ground, (card,))
    return replace(plan(), frames=16, scenes=(scene,))


def test_a_frame_alone_equals_the_frame_in_order():
    film = _film()
    in_order = Painter(film, {}.__getitem__)
    for n in range(film.frames):
        frame = in_order.paint(n)
        assert np.array_equal(frame, Painter(film, {}.__getitem__).paint(n))
        assert np.array_equal(frame, in_order.paint_list(display(film, n)))


def test_what_rests_in_the_plan_rests_in_its_pixels():
    painter = Painter(_film(), {}.__getitem__)
    assert np.array_equal(painter.paint(9), painter.paint(15))
    assert not np.array_equal(painter.paint(4), painter.paint(5))


def test_another_typeface_than_the_plans_is_refused():
    changed = replace(_film(), faces={"Inter": PlanFace("Inter", "0" * 64)})
    with pytest.raises(FrameError) as caught:
        Painter(changed, {}.__getitem__)
    assert caught.value.code == "typeface-changed"


def test_a_key_names_its_family():
    face = PlanFace("Inter", default_faces()["Inter"].sha256)
    film = replace(_film(), faces={"latin": face})
    style = replace(text("", 0, 0).shape.style, faces=("latin",))
    [card] = film.scenes[0].nodes
    [words] = card.children
    named = replace(card, children=(replace(words, shape=replace(words.shape, style=style)),))
    renamed = replace(film, scenes=(replace(film.scenes[0], nodes=(named,)),))
    pictures = [Painter(each, {}.__getitem__).paint(12) for each in (film, renamed)]
    assert np.array_equal(*pictures)
