"""Soft shadows under rounded rectangles."""

from __future__ import annotations

import skia

from renderer.frames.paints import color_paint
from renderer.plan.model import PlanShadow


def draw_shadow(
    canvas: skia.Canvas, shape: skia.RRect, shadow: PlanShadow, covered: bool, alpha: float
) -> None:
    """Draw the shadow of a shape; under one that is not opaque only where it stands out.

    Source: CSS Backgrounds 3, 6.1: a blur of `b` is a Gaussian of standard deviation b / 2.
    """
    paint = color_paint(shadow.color, alpha)
    if shadow.blur:
        paint.setMaskFilter(
            skia.MaskFilter.MakeBlur(skia.BlurStyle.kNormal_BlurStyle, shadow.blur / 2)
        )
    moved = shape.makeOffset(shadow.x, shadow.y)
    canvas.save()
    if not covered:
        canvas.clipRRect(shape, skia.ClipOp.kDifference, True)
    canvas.drawRRect(moved, paint)
    canvas.restore()
