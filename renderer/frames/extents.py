"""Extents: the places a display item may touch, for layers no larger than they must be."""

from __future__ import annotations

from collections.abc import Iterable

import skia

from renderer.plan.model import (
    ONE,
    ArcShape,
    CounterShape,
    Draw,
    EllipseShape,
    ImageShape,
    Layer,
    PathShape,
    RectShape,
    SvgShape,
    TextShape,
    Transform,
)

_ABOVE, _BELOW, _BESIDE = 1.4, 0.8, 0.35
"""How far letters of any script may reach beyond a line's measures, in em."""
_EDGE = 64
"""One px for antialiasing, in Plan units."""


def extent(item: Layer | Draw) -> skia.Rect:
    """Return a rectangle around all that an item may draw, in the units it stands in."""
    if isinstance(item, Draw):
        return _of_shape(item).makeOutset(_EDGE, _EDGE)
    around = _joined(extent(inner) for inner in item.items)
    return matrix_of(item.transform).mapRect(around)


def matrix_of(transform: Transform) -> skia.Matrix:
    """Return the matrix of a transform: p to origin + rotate(scale * (p - origin)) + (x, y)."""
    matrix = skia.Matrix()
    matrix.preTranslate(transform.x, transform.y)
    if transform.scale != ONE or transform.rotation:
        x, y = transform.origin
        matrix.preTranslate(x, y)
        matrix.preRotate(transform.rotation / 64)
        matrix.preScale(transform.scale / ONE, transform.scale / ONE)
        matrix.preTranslate(-x, -y)
    return matrix


def apart(items: Iterable[Layer | Draw]) -> bool:
    """Tell whether no item can touch another."""
    seen: list[skia.Rect] = []
    for item in items:
        around = extent(item)
        if any(skia.Rect.Intersects(around, other) for other in seen):
            return False
        seen.append(around)
    return True


def _of_shape(item: Draw) -> skia.Rect:
    match item.shape:
        case RectShape() | EllipseShape() as shape:
            around = skia.Rect.MakeXYWH(*shape.rect)
            if shape.stroke:
                around.outset(shape.stroke.width / 2, shape.stroke.width / 2)
            if shape.shadow:
                blurred = skia.Rect.MakeXYWH(*shape.rect)
                blurred.offset(shape.shadow.x, shape.shadow.y)
                blurred.outset(1.5 * shape.shadow.blur, 1.5 * shape.shadow.blur)
                around.join(blurred)
            return around
        case ArcShape() as shape:
            reach = shape.radius + shape.thickness
            x, y = shape.center
            return skia.Rect.MakeLTRB(x - reach, y - reach, x + reach, y + reach)
        case PathShape() as shape:
            numbers = [[float(number) for number in command[1:]] for command in shape.commands]
            xs = [x for points in numbers for x in points[::2]]
            ys = [y for points in numbers for y in points[1::2]]
            if not xs:
                return skia.Rect.MakeEmpty()
            reach = shape.stroke.width if shape.stroke else 0
            around = skia.Rect.MakeLTRB(min(xs), min(ys), max(xs), max(ys))
            return around.makeOutset(reach, reach)
        case TextShape() as shape:
            return _joined(
                _line(line.x, line.baseline, line.width, shape.style.size) for line in shape.lines
            )
        case CounterShape() as shape:
            runs = shape.states[0][1] if shape.states else ()
            size = shape.style.size
            return _joined(
                _line(x, shape.baseline, 1.5 * size * len(text), size) for text, x in runs
            )
        case ImageShape() | SvgShape() as shape:
            return skia.Rect.MakeXYWH(*shape.rect)


def _line(x: int, baseline: int, width: float, size: int) -> skia.Rect:
    beside = _BESIDE * size
    return skia.Rect.MakeLTRB(
        x - beside, baseline - _ABOVE * size, x + width + beside, baseline + _BELOW * size
    )


def _joined(rects: Iterable[skia.Rect]) -> skia.Rect:
    around = skia.Rect.MakeEmpty()
    for rect in rects:
        around.join(rect)
    return around
