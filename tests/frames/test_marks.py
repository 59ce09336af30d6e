"""Marks: no pixel outside a mark's box changes when the mark is drawn."""

import io
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from PIL import Image

from renderer.frames import Painter
from renderer.frames.ink import Ink
from renderer.frames.marks import Marks
from renderer.plan.model import (
    ONE,
    OPAQUE,
    CounterShape,
    Draw,
    ImageShape,
    Layer,
    PathShape,
    PlanShadow,
    SvgShape,
    Transform,
)
from tests.frames.lists import (
    BLACK,
    BLUE,
    arc,
    ellipse,
    linear,
    listed,
    path,
    plan,
    rect,
    solid,
    stroke,
    text,
    units,
)

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>'


def png():
    file = io.BytesIO()
    Image.effect_noise((24, 16), 90).convert("RGB").save(file, "PNG")
    return file.getvalue()


ASSETS = {"svg": SVG, "png": png()}
SHADOW = PlanShadow(*units(3, 8, 18), "#00000080")
CURVE = (("M", *units(50, 60)), ("C", *units(60, 10, 90, 110, 110, 40)))


def counter():
    whole = text("1,204.50", 60, 50, size=22).shape
    states = ((0, (("1", whole.lines[0].x), ("204", whole.lines[0].x + 1000))),)
    return Draw(CounterShape(states, 50 * 64, whole.style, BLACK, "ltr"))


SHAPES = {
    "rect": rect(50.3, 30.7, 60.2, 30.1, fill=solid(BLUE)),
    "round": rect(50.3, 30.7, 60.2, 30.1, radius=9, fill=linear((50, 30), (110, 60), BLUE, BLACK)),
    "outline": rect(50, 30, 60, 30, radius=4, stroke=stroke(BLACK, 5)),
    "shadow": rect(50, 30, 60, 30, radius=8, fill=solid(BLUE), shadow=SHADOW),
    "growing": rect(50, 30, 60, 30, reveal=ONE // 3, fill=solid(BLUE), shadow=SHADOW),
    "ellipse": ellipse(50, 30, 60, 30, solid(BLUE), stroke=stroke(BLACK, 3), shadow=SHADOW),
    "arc": arc(80, 45, 25, 11, 30, 100),
    "arc back": arc(80, 45, 25, 11, 30, -200, cap="round"),
    "arc growing": arc(80, 45, 25, 11, 300, 180, cap="round", reveal=ONE // 5),
    "ring": arc(80, 45, 25, 11, 0, 360),
    "line": path((50, 60), (80, 30), (82, 61), (110, 20), stroke=stroke(BLACK, 6, cap="square")),
    "line growing": path((50, 60), (110, 20), stroke=stroke(BLACK, 4, (9, 5)), reveal=ONE // 2),
    "curve": Draw(PathShape(CURVE, solid(BLUE), stroke(BLACK, 3, cap="round"))),
    "text": text("Agjpß", 60, 50, size=24, weight=800),
    "arabic": text("ﷺ فاتورتك", 40, 50, size=24, direction="rtl"),
    "korean": text("청구서", 60, 50, size=24),
    "counter": counter(),
    "picture": Draw(ImageShape("png", units(50.5, 30.5, 60, 30), (2, 2, 20, 12), 6 * 64)),
    "artwork": Draw(SvgShape("svg", units(50.2, 30.4, 40, 40), "#ff0000ff", True)),
}
ABOUT = units(80, 45)
TRANSFORMS = {
    "still": Transform(),
    "moved": Transform(*units(11.3, -7.9)),
    "larger": Transform(scale=ONE * 5 // 4, origin=ABOUT),
    "turned": Transform(rotation=33 * 64, scale=ONE * 9 // 8, origin=ABOUT),
    "faded": Transform(5, 3, opacity=OPAQUE // 3),
    "clipped": Transform(x=333, clip=(units(60.5, 35.5, 30, 20), 5 * 64)),
    "wiped": Transform(y=-77, wipe=units(20, 10, 55.3, 70), opacity=OPAQUE // 2),
    "turned and clipped": Transform(
        rotation=-20 * 64, origin=ABOUT, clip=(units(60, 35, 30, 20), 0)
    ),
}


@pytest.fixture(scope="module", params=[90, 135])
def painter(request):
    return Painter(plan(), ASSETS.__getitem__, request.param)


def painted(painter, *items):
    return painter.paint_list(listed(*items, ground=(solid("#ffffffff"),))).astype(int)


@pytest.mark.parametrize("name", SHAPES)
def test_no_shape_draws_outside_its_box(painter, name):
    marks = Marks(painter.matrix, Ink(painter.texts))
    empty = painted(painter)
    for transform, outer in product(TRANSFORMS.values(), (Transform(), Transform(100, -50, 4500))):
        layer = Layer(outer, (Layer(transform, (SHAPES[name],)),))
        [mark] = marks.of((layer,))
        left, top, right, bottom = (max(0, side) for side in mark.box)
        drawn = (painted(painter, layer) != empty).any(axis=2)
        drawn[top:bottom, left:right] = False
        assert not drawn.any(), transform


def test_a_layer_fades_as_one_mark_around_all_in_it(painter):
    marks = Marks(painter.matrix, Ink(painter.texts))
    card = (SHAPES["shadow"], Layer(Transform(-900, 500), (SHAPES["text"],)))
    [mark] = marks.of((Layer(replace(TRANSFORMS["turned"], opacity=300), card),))
    left, top, right, bottom = (max(0, side) for side in mark.box)
    drawn = (painted(painter, mark_layer(mark)) != painted(painter)).any(axis=2)
    assert drawn.any()
    drawn[top:bottom, left:right] = False
    assert not drawn.any()


def mark_layer(mark):
    """Return the layer that a mark draws."""
    assert isinstance(mark.item, Layer)
    return mark.item


def test_a_box_is_not_much_larger_than_what_it_holds(painter):
    marks = Marks(painter.matrix, Ink(painter.texts))
    for name in ("rect", "text", "arc", "artwork"):
        shape = SHAPES[name]
        [mark] = marks.of((shape,))
        drawn = (painted(painter, shape) != painted(painter)).any(axis=2)
        rows, columns = np.nonzero(drawn)
        assert mark.box[2] - mark.box[0] <= np.ptp(columns) + 30
        assert mark.box[3] - mark.box[1] <= np.ptp(rows) + 30


def test_what_has_not_changed_is_the_same_mark(painter):
    marks = Marks(painter.matrix, Ink(painter.texts))
    still, moved = SHAPES["rect"], SHAPES["text"]
    before = marks.of((Layer(Transform(), (still, Layer(Transform(1), (moved,)))),))
    after = marks.of((Layer(Transform(), (still, Layer(Transform(2), (moved,)))),))
    assert after[0] is before[0]
    assert after[1] is not before[1]
