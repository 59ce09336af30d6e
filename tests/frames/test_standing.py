"""A standing picture, against every frame drawn whole."""

from random import Random

import numpy as np
import pytest

from renderer.frames import Painter
from renderer.frames.pixels import as_bgra
from renderer.plan.held import distinct_frames
from renderer.plan.model import ONE, OPAQUE, PlanKey, PlanNode, PlanScene
from tests.film.films import Films
from tests.frames.lists import linear, plan, solid, units
from tests.frames.test_marks import ASSETS, SHAPES


def node(name, shape, children=(), alive=(0, 40), clip=None, **tracks):
    keys = {track: tuple(PlanKey(*key) for key in given) for track, given in tracks.items()}
    drawn = shape and shape.shape
    return PlanNode(
        name, units(40, 20, 80, 50), units(80, 45), alive, drawn, tuple(children), keys, clip
    )


def film():
    """Make a film in which everything moves, fades, comes, goes and lies on other things."""
    card = node(
        "card",
        SHAPES["shadow"],
        (node("words", SHAPES["text"]), node("ring", SHAPES["arc"], reveal=((4, 0), (30, ONE)))),
        opacity=((0, 0), (9, OPAQUE, "ease-out"), (28, OPAQUE), (38, 100)),
        y=((0, 1500), (9, 0, "ease-out")),
    )
    turns = {"rotation": ((0, 0), (25, 90 * 64)), "scale": ((0, 2000), (20, ONE))}
    slides = {"x": ((12, 0), (30, 3000)), "opacity": ((20, OPAQUE), (35, 200))}
    inside = units(60, 30, 30, 30)
    nodes = (
        node("picture", SHAPES["picture"], alive=(5, 33), x=((5, 0), (20, -2600, "ease-in-out"))),
        node("line", SHAPES["line"], reveal=((0, 0), (22, ONE))),
        card,
        node("turned", SHAPES["artwork"], **turns),
        node("cut", SHAPES["round"], [node("in", SHAPES["arabic"])], clip=(inside, 640), **slides),
        node("wiped", SHAPES["korean"], wipe=((0, 0), (18, ONE)), y=((0, 2000), (1, 2000))),
        node("curve", SHAPES["curve"], opacity=((0, 300), (15, 900))),
        node("counter", SHAPES["counter"], alive=(10, 40)),
    )
    ground = (linear((0, 0), (160, 90), "#f5f6fcff", "#e1e4f0ff"),)
    dark = (solid("#102040ff"),)
    scenes = (
        PlanScene("one", "", 0, 40, ground, nodes),
        PlanScene("dip:one-two", "", 40, 16, ground, (), dark),
        PlanScene("two", "", 56, 40, dark, nodes[:3]),
    )
    made = plan()
    return type(made)(**{**vars(made), "frames": 96, "scenes": scenes})


@pytest.fixture(scope="module", params=[90, 136])
def whole(request):
    """Return a height, and every frame of the film drawn whole at it."""
    painter = Painter(film(), ASSETS.__getitem__, request.param)
    return request.param, [painter.paint(n) for n in range(96)]


def repainted(height):
    painter = Painter(film(), ASSETS.__getitem__, height)
    return lambda n: painter.repaint(n)


def test_frames_one_after_another_equal_frames_drawn_whole(whole):
    height, frames = whole
    repaint = repainted(height)
    for n, frame in enumerate(frames):
        assert np.array_equal(as_bgra(repaint(n).pixels), frame), n


def test_frames_in_any_order_equal_frames_drawn_whole(whole):
    height, frames = whole
    repaint = repainted(height)
    random = Random(11)  # noqa: S311
    for _ in range(150):
        n = random.randrange(96)
        assert np.array_equal(as_bgra(repaint(n).pixels), frames[n]), n


def test_outside_of_what_changed_nothing_does(whole):
    height, _ = whole
    repaint = repainted(height)
    before = repaint(0).pixels.copy()
    partly = 0
    for n in range(1, 96):
        now = repaint(n)
        assert now.count == n
        differs = (now.pixels != before).any(axis=2)
        for left, top, right, bottom in now.changed:
            assert not any(side % 2 for side in (left, top, right, bottom))
            differs[top:bottom, left:right] = False
        assert not differs.any()
        partly += sum((r - x) * (b - y) for x, y, r, b in now.changed) < differs.size
        before = now.pixels.copy()
    assert partly > 20


def test_a_frame_that_is_held_changes_nothing():
    repaint = repainted(90)
    repaint(95)
    assert repaint(95).changed == ()


def test_what_is_drawn_whole_in_between_leaves_the_standing_picture_as_it_is(whole):
    height, frames = whole
    painter = Painter(film(), ASSETS.__getitem__, height)
    for n in (3, 4, 70, 71):
        painter.paint(50)
        assert np.array_equal(as_bgra(painter.repaint(n).pixels), frames[n])


@pytest.mark.parametrize(
    ("customer", "shape", "height", "share"),
    [("en", "wide", 360, 1), ("ar", "tall", 640, 1), ("ko", "wide", 720, 3)],
)
def test_every_frame_of_a_sample_film_equals_the_frame_drawn_whole(
    real_films: Films, customer: str, shape: str, height: int, share: int
) -> None:
    """`tests/bench/damage_equal.py` compares all of all, at full size."""
    drafted = real_films.draft(customer, customer, shape=shape)
    standing, painter = drafted.painter(height), drafted.painter(height)
    frames = distinct_frames(drafted.plan)
    some = frames[-(len(frames) // share) :]
    wrong = [
        n for n in some if not np.array_equal(as_bgra(standing.repaint(n).pixels), painter.paint(n))
    ]
    assert wrong == []
