"""Rectangles, ellipses, lines, images and artwork: one shape in its node's box."""

from __future__ import annotations

from renderer.plan.model import (
    EllipseShape,
    ImageShape,
    PathShape,
    RectShape,
    SvgShape,
)
from renderer.plan.paints import color, paint, radius, shadow, stroke
from renderer.plan.places import Area, units
from renderer.plan.stage import Stage
from renderer.script.model import ImageSpec, LineSpec, Paint, Surface, SvgSpec


def surface_shape(surface: Surface, area: Area, stage: Stage) -> RectShape | None:
    """Return what is painted under a node's content, or None for nothing."""
    if surface.fill is None and surface.stroke is None and surface.shadow is None:
        return None
    return RectShape(
        area.rect(),
        radius(surface.radius, area),
        None if surface.fill is None else paint(surface.fill, area, stage.direction),
        stroke(surface.stroke, area, stage.direction),
        shadow(surface.shadow),
    )


def filled(fill: Paint, area: Area, stage: Stage, corner: float, edge: str = "bottom") -> RectShape:
    """Return a plain filled rectangle that grows from `edge`."""
    return RectShape(
        area.rect(), radius(corner, area), paint(fill, area, stage.direction), edge=edge
    )


def ellipse_shape(surface: Surface, area: Area, stage: Stage) -> EllipseShape:
    """Return the ellipse that fills a box."""
    return EllipseShape(
        area.rect(),
        None if surface.fill is None else paint(surface.fill, area, stage.direction),
        stroke(surface.stroke, area, stage.direction),
        shadow(surface.shadow),
    )


def line_shape(spec: LineSpec, area: Area, stage: Stage) -> PathShape:
    """Return a line along the longer side of a box, through its middle, from its start side."""
    middle_x, middle_y = area.x + area.width / 2, area.y + area.height / 2
    if area.width >= area.height:
        ends = [(area.x, middle_y), (area.right, middle_y)]
        if stage.direction == "rtl":
            ends.reverse()
    else:
        ends = [(middle_x, area.y), (middle_x, area.bottom)]
    return PathShape(
        commands=tuple(
            (letter, units(x), units(y)) for letter, (x, y) in zip("ML", ends, strict=True)
        ),
        stroke=stroke(spec.stroke, area, stage.direction),
    )


def image_shape(spec: ImageSpec, area: Area) -> ImageShape:
    """Return a picture that covers its box, or is contained in it."""
    width, height = spec.size
    if spec.fit == "contain":
        scale = min(area.width / width, area.height / height)
        shown = Area(
            area.x + (area.width - width * scale) / 2,
            area.y + (area.height - height * scale) / 2,
            width * scale,
            height * scale,
        )
        return ImageShape(
            spec.asset, shown.rect(), (0, 0, width, height), radius(spec.radius, shown)
        )
    scale = max(area.width / width, area.height / height) or 1.0
    cut_width = min(width, max(1, round(area.width / scale)))
    cut_height = min(height, max(1, round(area.height / scale)))
    source = (
        round((width - cut_width) * spec.focus[0]),
        round((height - cut_height) * spec.focus[1]),
        cut_width,
        cut_height,
    )
    return ImageShape(spec.asset, area.rect(), source, radius(spec.radius, area))


def svg_shape(spec: SvgSpec, area: Area, stage: Stage) -> SvgShape:
    """Return artwork, whole and undistorted, in the middle of its box."""
    width, height = spec.size
    scale = min(area.width / width, area.height / height)
    shown = Area(
        area.x + (area.width - width * scale) / 2,
        area.y + (area.height - height * scale) / 2,
        width * scale,
        height * scale,
    )
    return SvgShape(
        spec.asset,
        shown.rect(),
        None if spec.color is None else color(spec.color),
        spec.mirror and stage.direction == "rtl",
    )
