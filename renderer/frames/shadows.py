"""Soft shadows under rounded rectangles, blurred once."""

from __future__ import annotations

import skia

from renderer.frames.paints import color_paint, rgba
from renderer.plan.model import PlanShadow, Rect
from renderer.text.sprites import Sprites

_REACH = 1.5
"""How far a blur reaches, as a share of itself: three standard deviations."""


def draw_shadow(
    canvas: skia.Canvas,
    rect: Rect,
    radii: tuple[float, float],
    shadow: PlanShadow,
    covered: bool,
    alpha: float,
    sprites: Sprites,
) -> None:
    """Draw the shadow of a rounded rectangle; where that is not opaque, only around it.

    Source: CSS Backgrounds 3, 6.1: a blur of `b` is a Gaussian of standard deviation b / 2.
    """
    x, y, width, height = rect

    def cast(inner: skia.Canvas) -> None:
        paint = color_paint(shadow.color)
        if shadow.blur:
            blur = skia.MaskFilter.MakeBlur(skia.BlurStyle.kNormal_BlurStyle, shadow.blur / 2)
            paint.setMaskFilter(blur)
        shape = skia.RRect.MakeRectXY(skia.Rect.MakeWH(width, height), *radii)
        if not covered:
            inner.clipRRect(shape, skia.ClipOp.kDifference, True)
        inner.drawRRect(shape.makeOffset(shadow.x, shadow.y), paint)

    key = ("shadow", width, height, radii, shadow, covered)
    bounds = skia.Rect.MakeXYWH(shadow.x, shadow.y, width, height)
    bounds.outset(_REACH * shadow.blur, _REACH * shadow.blur)
    if rgba(shadow.color)[3]:
        sprites.draw(canvas, key, (x, y), bounds, cast, alpha)
