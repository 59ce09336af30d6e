"""Paints: a Plan's colours and gradients as Skia's, dithered so that no gradient bands."""

from __future__ import annotations

from functools import lru_cache

import skia

from renderer.plan.model import ONE, PlanPaint, PlanStroke

_CAPS = {
    "butt": skia.Paint.Cap.kButt_Cap,
    "round": skia.Paint.Cap.kRound_Cap,
    "square": skia.Paint.Cap.kSquare_Cap,
}


@lru_cache(maxsize=4_096)
def rgba(color: str) -> tuple[float, float, float, float]:
    """Return "#rrggbbaa" as red, green, blue and alpha, 0..1, not premultiplied."""
    number = int(color[1:], 16)
    if len(color) == 7:
        number = number << 8 | 0xFF
    red, green, blue, alpha = number.to_bytes(4, "big")
    return red / 255, green / 255, blue / 255, alpha / 255


def color_paint(color: str, alpha: float = 1.0) -> skia.Paint:
    """Return an antialiased paint of one colour, its own alpha multiplied by `alpha`."""
    red, green, blue, own = rgba(color)
    paint = skia.Paint(AntiAlias=True)
    paint.setColor4f(skia.Color4f(red, green, blue, own * alpha))
    return paint


def fill_paint(paint: PlanPaint, alpha: float = 1.0) -> skia.Paint:
    """Return a paint that fills; gradients are interpolated premultiplied, as CSS does."""
    if paint.kind == "solid":
        return color_paint(paint.stops[0][1], alpha)
    filled = skia.Paint(AntiAlias=True, Dither=True, Shader=_shader(paint))
    filled.setAlphaf(alpha)
    return filled


def stroke_paint(stroke: PlanStroke, alpha: float = 1.0) -> skia.Paint:
    """Return a paint that strokes, dashed if asked."""
    paint = fill_paint(stroke.paint, alpha)
    paint.setStyle(skia.Paint.Style.kStroke_Style)
    paint.setStrokeWidth(stroke.width)
    paint.setStrokeCap(_CAPS[stroke.cap])
    paint.setStrokeJoin(skia.Paint.Join.kRound_Join)
    if stroke.dash:
        dash = [float(length) for length in stroke.dash]
        paint.setPathEffect(skia.DashPathEffect.Make(dash * (1 + len(dash) % 2), 0))
    return paint


def is_opaque(paint: PlanPaint | None) -> bool:
    """Tell whether a fill hides all that is under it."""
    return paint is not None and all(rgba(color)[3] == 1 for _, color in paint.stops)


@lru_cache(maxsize=1_024)
def _shader(paint: PlanPaint) -> skia.Shader:
    colors = [skia.Color4f(*rgba(color)).toColor() for _, color in paint.stops]
    places = [at / ONE for at, _ in paint.stops]
    points = [float(point) for point in paint.points]
    start = skia.Point(*points[:2])
    premultiplied = skia.GradientShader.kInterpolateColorsInPremul_Flag
    if paint.kind == "linear":
        return skia.GradientShader.MakeLinear(
            [start, skia.Point(*points[2:])], colors, places, flags=premultiplied
        )
    return skia.GradientShader.MakeRadial(start, points[2], colors, places, flags=premultiplied)
