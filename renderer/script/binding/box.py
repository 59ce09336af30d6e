"""Lengths, sides, paints and boxes -> resolved ones."""

from __future__ import annotations

from typing import Any

from renderer.script.binding.at import At
from renderer.script.box import AUTO, AUTO_SIDES, NO_SIDES, Box, GridPlace, Length, Sides, Track
from renderer.script.paint import Color, Paint, Stroke
from renderer.script.specs import Surface
from renderer.script.vocabulary.box import BoxProps, PaintedProps, SidesProps, StrokeProps
from renderer.script.vocabulary.dynamic import LENGTH


def length(at: At, value: Any, otherwise: Length = AUTO) -> Length:
    """Return a length from px, "50%", "auto" or a space token."""
    if value is None:
        return otherwise
    if not isinstance(value, str):
        return Length(float(value))
    if value == "auto":
        return AUTO
    if value.endswith("%"):
        return Length(float(value[:-1]), "%")
    return Length(at.film.brand.space(value, at.place))


def track(at: At, value: object) -> Track:
    """Return a grid's or table's column or row."""
    if isinstance(value, str) and value.endswith("fr"):
        return Track(float(value[:-2]), "fr")
    found = length(at, value)
    return Track(found.value, found.unit)


def sides(at: At, props: object, otherwise: Sides) -> Sides:
    """Return four lengths from one, from `x` and `y`, or from sides by name."""
    if props is None:
        return otherwise
    if not isinstance(props, SidesProps):
        every = length(at, at.check(LENGTH, at.value(props)))
        return Sides(every, every, every, every)

    def side(name: str, axis: str, usual: Length) -> Length:
        chosen = name if getattr(props, name) is not None else axis
        return length(at.down(chosen), at.read(props, chosen), usual)

    return Sides(
        side("top", "y", otherwise.top),
        side("end", "x", otherwise.end),
        side("bottom", "y", otherwise.bottom),
        side("start", "x", otherwise.start),
    )


def grid_place(value: object) -> GridPlace:
    """Return where a child stands in a grid: 2, "span 2", "1 / 3" or "1 / span 2"."""
    if value is None:
        return GridPlace()
    if isinstance(value, int):
        return GridPlace(value)
    first, _, last = (part.strip() for part in str(value).partition("/"))
    if first.startswith("span"):
        return GridPlace(None, int(first.removeprefix("span")))
    line = int(first)
    if not last:
        return GridPlace(line)
    if last.startswith("span"):
        return GridPlace(line, int(last.removeprefix("span")))
    return GridPlace(line, max(1, int(last) - line))


def box(at: At, props: BoxProps) -> Box:
    """Return a node's box."""

    def size(name: str) -> Length:
        return length(at.down(name), at.read(props, name))

    def number(name: str, usual: float) -> float:
        value = at.read(props, name)
        return usual if value is None else float(value)

    return Box(
        width=size("width"),
        height=size("height"),
        min_width=size("min_width"),
        max_width=size("max_width"),
        min_height=size("min_height"),
        max_height=size("max_height"),
        aspect_ratio=at.read(props, "aspect_ratio"),
        grow=number("grow", 0.0),
        shrink=number("shrink", 1.0),
        basis=size("basis"),
        align_self=at.read(props, "align_self"),
        justify_self=at.read(props, "justify_self"),
        margin=sides(at.down("margin"), props.margin, NO_SIDES),
        padding=sides(at.down("padding"), props.padding, NO_SIDES),
        position=at.read(props, "position") or "relative",
        inset=sides(at.down("inset"), props.inset, AUTO_SIDES),
        column=grid_place(at.read(props, "column")),
        row=grid_place(at.read(props, "row")),
        clip=bool(at.read(props, "clip")),
        anchor=at.read(props, "anchor") or (0.5, 0.5),
    )


def color(at: At, value: object) -> Color:
    """Return a colour by token name or hex."""
    return at.film.brand.color(_name(at, value), at.place)


def paint(at: At, value: object) -> Paint | None:
    """Return a colour or gradient by token name or hex; None for none."""
    if value is None:
        return None
    return at.film.brand.paint(_name(at, value), at.place)


def _name(at: At, value: object) -> str:
    if not isinstance(value, str):
        raise at.wrong(
            "script-value",
            "the name of a token of the brand is expected here",
            'Write a colour\'s name, or "#RRGGBB" in quotes.',
        )
    return value


def radius(at: At, value: object) -> float:
    """Return a corner's radius in px, or by token."""
    if isinstance(value, str):
        return at.film.brand.radius(value, at.place)
    return float(value) if isinstance(value, int | float) else 0.0


def stroke(at: At, props: StrokeProps | None, cap: Any = "butt") -> Stroke | None:
    """Return an outline."""
    if props is None:
        return None
    found = paint(at.down("color"), at.read(props, "color"))
    width = at.read(props, "width")
    dash = at.read(props, "dash")
    return Stroke(found, width, tuple(dash or ()), cap) if found and width else None


def surface(at: At, props: PaintedProps) -> Surface:
    """Return what is painted under a node."""
    shadow = at.read(props, "shadow")
    here = at.down("shadow")
    return Surface(
        fill=paint(at.down("fill"), at.read(props, "fill")),
        stroke=stroke(at.down("stroke"), props.stroke),
        radius=radius(at.down("radius"), at.read(props, "radius")),
        shadow=at.film.brand.shadow(_name(here, shadow), here.place) if shadow else None,
    )
