"""The painter: pixels, transforms, opacity, scale; the same list, the same pixels."""

import hashlib
import subprocess
import sys

import numpy as np
import pytest

from renderer.errors import FrameError
from renderer.frames import Painter
from renderer.plan.model import ONE, OPAQUE, UNIT, CounterShape, Draw, Layer, PlanShadow, Transform
from tests.frames.lists import (
    BLUE,
    WHITE,
    arc,
    linear,
    listed,
    painted,
    path,
    plan,
    radial,
    rect,
    solid,
    stroke,
    text,
    units,
)

RED = solid("#ff0000ff")
SHADOW = PlanShadow(0, 4 * UNIT, 12 * UNIT, "#00000060")
BUSY = listed(
    rect(10, 10, 60, 40, radius=12, fill=solid(WHITE), shadow=SHADOW),
    Layer(Transform(opacity=600), (rect(20, 20, 60, 40, fill=RED), text("87,42 €", 24, 50))),
    arc(120, 45, 25, 10, 0, 250, cap="round"),
    path((5, 80), (80, 70), (150, 85), stroke=stroke(BLUE, 2, (3, 4), "round"), reveal=3000),
    ground=(
        linear((0, 0), (160, 90), "#f5f6fcff", "#e1e4f0ff"),
        radial((30, 20), 80, "#8a5cf640", "#8a5cf600"),
    ),
)


def test_a_frame_is_opaque_bgra():
    frame = painted(listed(rect(0, 0, 160, 90, fill=RED)))
    assert frame.shape == (90, 160, 4)
    assert frame.dtype == np.uint8
    assert frame[45, 80].tolist() == [0, 0, 255, 255]
    assert (painted(BUSY)[..., 3] == 255).all()


def test_the_same_list_gives_the_same_pixels_whatever_came_before():
    painter = Painter(plan(), {}.__getitem__)
    first = painter.paint_list(BUSY)
    painter.paint_list(listed(text("x", 1, 20)))
    assert np.array_equal(painter.paint_list(BUSY), first)
    assert np.array_equal(painted(BUSY), first)


def test_another_process_paints_the_same():
    code = (
        "import hashlib; from tests.frames.test_painter import BUSY, painted;"
        "print(hashlib.sha256(painted(BUSY).tobytes()).hexdigest())"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == hashlib.sha256(painted(BUSY).tobytes()).hexdigest()


def test_a_frame_handed_out_is_not_the_painters_own():
    painter = Painter(plan(), {}.__getitem__)
    first = painter.paint_list(listed())
    first[:] = 0
    assert painter.paint_list(listed()).min() == 255


def test_1080_is_the_same_list_by_three_halves():
    frame = painted(listed(rect(20, 20, 40, 20, fill=RED)), height=135)
    assert frame.shape == (135, 240, 4)
    red = frame[..., 1] == 0
    rows, columns = np.flatnonzero(red.any(axis=1)), np.flatnonzero(red.any(axis=0))
    assert (rows[0], rows[-1] + 1, columns[0], columns[-1] + 1) == (30, 60, 30, 90)


@pytest.mark.parametrize("height", [0, -1, 15, 10_000])
def test_a_height_out_of_reach_is_refused(height):
    with pytest.raises(FrameError) as caught:
        Painter(plan(), {}.__getitem__, height)
    assert caught.value.code == "bad-height"


def _box(frame):
    """Return x0, y0, x1, y1 of what is not white."""
    ink = frame[..., :3].min(axis=2) < 128
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)


@pytest.mark.parametrize(
    ("transform", "box"),
    [
        (Transform(), (40, 30, 60, 40)),
        (Transform(x=10 * UNIT, y=-5 * UNIT), (50, 25, 70, 35)),
        (Transform(scale=2 * ONE, origin=units(40, 30)), (40, 30, 80, 50)),
        (Transform(rotation=90 * 64, origin=units(50, 35)), (45, 25, 55, 45)),
        (
            Transform(x=units(5)[0], scale=2 * ONE, rotation=90 * 64, origin=units(50, 35)),
            (45, 15, 65, 55),
        ),
        (Transform(clip=(units(45, 0, 100, 33), 0)), (45, 30, 60, 33)),
        (Transform(wipe=units(0, 0, 50, 90)), (40, 30, 50, 40)),
        (Transform(x=10 * UNIT, clip=(units(45, 0, 100, 90), 0)), (55, 30, 70, 40)),
    ],
)
def test_transforms_put_things_where_the_plan_says(transform, box):
    frame = painted(listed(Layer(transform, (rect(40, 30, 20, 10, fill=RED),))))
    assert _box(frame) == box


def test_overlapping_children_fade_together():
    """Two red cards at half opacity, one over the other: the overlap is no redder than the rest."""
    cards = (rect(20, 20, 60, 40, fill=RED), rect(50, 30, 60, 40, fill=RED))
    frame = painted(listed(Layer(Transform(opacity=OPAQUE // 2), cards)))
    assert frame[40, 60].tolist() == frame[25, 30].tolist()
    assert abs(int(frame[40, 60, 1]) - 127) <= 1


def test_a_layer_and_a_folded_opacity_agree():
    """Where nothing overlaps, fading each child gives what fading the group does."""
    one = rect(20, 20, 30, 30, fill=RED)
    folded = painted(listed(Layer(Transform(opacity=300), (one,))))
    pair = (one, rect(20, 20, 30, 30, fill=solid("#ff000000")))
    layered = painted(listed(Layer(Transform(opacity=300), pair)))
    assert np.abs(folded.astype(int) - layered.astype(int)).max() <= 1


def test_opacities_of_nested_layers_multiply():
    inner = Layer(Transform(opacity=OPAQUE // 2), (rect(0, 0, 160, 90, fill=RED),))
    frame = painted(listed(Layer(Transform(opacity=OPAQUE // 2), (inner,))))
    assert abs(int(frame[45, 80, 1]) - 191) <= 1


def test_nothing_shows_at_opacity_or_reveal_zero():
    items = (
        Layer(Transform(opacity=0), (rect(0, 0, 160, 90, fill=RED),)),
        Layer(Transform(scale=0), (rect(0, 0, 160, 90, fill=RED),)),
        rect(0, 0, 160, 90, fill=RED, stroke=stroke(BLUE, 4), shadow=SHADOW, reveal=0),
        arc(80, 45, 20, 8, 0, 300, cap="round", reveal=0),
        path((0, 0), (160, 90), stroke=stroke(BLUE, 4, cap="round"), reveal=0),
    )
    assert painted(listed(*items)).min() == 255


def test_a_counter_sets_its_runs_at_their_places():
    style = text("0", 0, 0).shape.style
    states = ((0, (("8", units(20)[0]), ("7", units(60)[0]))),)
    shape = CounterShape(states, units(60)[0], style, "#000000ff", "ltr")
    frame = painted(listed(Draw(shape)))
    alone = painted(listed(text("8", 20, 60), text("7", 60, 60)))
    assert np.array_equal(frame, alone)
