"""Rectangles, ellipses, arcs and paths: one function a shape, each drawn at its reveal.

`alpha` (0..1) fades a shape that stands alone; reveal is 0..1.
"""

from __future__ import annotations

from functools import lru_cache

import skia

from renderer.frames.paints import fill_paint, is_opaque, stroke_paint
from renderer.frames.shadows import draw_shadow
from renderer.plan.model import ONE, ArcShape, EllipseShape, PathShape, Rect, RectShape
from renderer.text.sprites import Sprites

_DEGREE = 64
_FULL_TURN = 360 * _DEGREE
_QUARTER = 90


def draw_rect(
    canvas: skia.Canvas, shape: RectShape, reveal: int, alpha: float, sprites: Sprites
) -> None:
    """Draw a rectangle, grown from its `edge` up to its reveal (0..4096)."""
    rect = revealed(shape.rect, shape.edge, reveal)
    if not (rect[2] and rect[3]):
        return
    rounded = rounded_rect(rect, shape.radius)
    if shape.shadow:
        corner = rounded.getSimpleRadii()
        radii = (corner.x(), corner.y())
        covered = is_opaque(shape.fill)
        draw_shadow(canvas, rect, radii, shape.shadow, covered, alpha, sprites)
    if shape.fill:
        canvas.drawRRect(rounded, fill_paint(shape.fill, alpha))
    if shape.stroke:
        canvas.drawRRect(rounded, stroke_paint(shape.stroke, alpha))


def draw_ellipse(canvas: skia.Canvas, shape: EllipseShape, alpha: float, sprites: Sprites) -> None:
    """Draw an ellipse."""
    box = skia.Rect.MakeXYWH(*shape.rect)
    if shape.shadow:
        radii = (shape.rect[2] / 2, shape.rect[3] / 2)
        covered = is_opaque(shape.fill)
        draw_shadow(canvas, shape.rect, radii, shape.shadow, covered, alpha, sprites)
    if shape.fill:
        canvas.drawOval(box, fill_paint(shape.fill, alpha))
    if shape.stroke:
        canvas.drawOval(box, stroke_paint(shape.stroke, alpha))


def draw_arc(canvas: skia.Canvas, shape: ArcShape, reveal: int, alpha: float) -> None:
    """Draw a ring's segment, its sweep shortened to its reveal (0..4096)."""
    sweep = shape.sweep * reveal // ONE
    if not sweep:
        return
    paint = fill_paint(shape.paint, alpha)
    paint.setStyle(skia.Paint.Style.kStroke_Style)
    paint.setStrokeWidth(shape.thickness)
    if shape.cap == "round":
        paint.setStrokeCap(skia.Paint.Cap.kRound_Cap)
    canvas.drawPath(arc_path(shape, sweep), paint)


def arc_path(shape: ArcShape, sweep: int) -> skia.Path:
    """Return the middle of an arc's band, over a sweep of its own."""
    x, y = shape.center
    ring = skia.Rect.MakeLTRB(
        x - shape.radius, y - shape.radius, x + shape.radius, y + shape.radius
    )
    path = skia.Path()
    if abs(sweep) >= _FULL_TURN:
        path.addOval(ring)
    else:
        path.addArc(ring, shape.start / _DEGREE - _QUARTER, sweep / _DEGREE)
    return path


def draw_path(canvas: skia.Canvas, shape: PathShape, reveal: int, alpha: float) -> None:
    """Draw an outline; its stroke up to the share `reveal` (0..4096) of its length."""
    path = path_of(shape.commands)
    if shape.fill:
        canvas.drawPath(path, fill_paint(shape.fill, alpha))
    if shape.stroke:
        drawn = path if reveal >= ONE else _trimmed(path, reveal / ONE)
        canvas.drawPath(drawn, stroke_paint(shape.stroke, alpha))


def revealed(rect: Rect, edge: str, reveal: int) -> Rect:
    """Return the part of a rectangle that has grown from its `edge`."""
    x, y, width, height = rect
    if reveal >= ONE:
        return rect
    across, along = width * reveal // ONE, height * reveal // ONE
    match edge:
        case "left":
            return (x, y, across, height)
        case "right":
            return (x + width - across, y, across, height)
        case "top":
            return (x, y, width, along)
        case _:
            return (x, y + height - along, width, along)


def rounded_rect(rect: Rect, radius: int) -> skia.RRect:
    """Return a rectangle with corners of at most half its shorter side."""
    corner = min(float(radius), rect[2] / 2, rect[3] / 2)
    return skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(*rect), corner, corner)


@lru_cache(maxsize=1_024)
def path_of(commands: tuple[tuple[str | int, ...], ...]) -> skia.Path:
    """Return a Plan's path commands as a path."""
    path = skia.Path()
    for name, *numbers in commands:
        points = [float(number) for number in numbers]
        match name:
            case "M":
                path.moveTo(*points)
            case "L":
                path.lineTo(*points)
            case "C":
                path.cubicTo(*points)
            case _:
                path.close()
    return path


def _trimmed(path: skia.Path, share: float) -> skia.Path:
    """Return the first `share` of a path by length, over all its contours."""
    left = _length(path) * share
    trimmed = skia.Path()
    measure = skia.PathMeasure(path, False)
    while left > 0:
        length = measure.getLength()
        measure.getSegment(0, min(length, left), trimmed, True)
        left -= length
        if not measure.nextContour():
            break
    return trimmed


def _length(path: skia.Path) -> float:
    measure = skia.PathMeasure(path, False)
    length = float(measure.getLength())
    while measure.nextContour():
        length += measure.getLength()
    return length
