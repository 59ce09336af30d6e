"""Box properties, which every kind takes, and the surface properties of those that are painted."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Tag

from renderer.script.vocabulary.dynamic import (
    FLAG,
    PLACE,
    SHADOW,
    SHAPES,
    LengthProp,
    PaintName,
    Pair,
    Positive,
    RadiusProp,
    choice,
    number,
)
from renderer.script.vocabulary.strict import Strict

ALIGN = choice("start", "center", "end", "stretch", "baseline")
JUSTIFY = choice(
    "start", "center", "end", "stretch", "space-between", "space-around", "space-evenly"
)
DIRECTION = choice("row", "column", "row-reverse", "column-reverse")
POSITION = choice("relative", "absolute")


class SidesProps(Strict):
    """Lengths by side; `x` is start and end, `y` top and bottom."""

    x: LengthProp = None
    y: LengthProp = None
    top: LengthProp = None
    end: LengthProp = None
    bottom: LengthProp = None
    start: LengthProp = None


def _sides(value: object) -> str:
    plain = not isinstance(value, dict) or set(value) <= set(SHAPES)
    return "<one>" if plain and not isinstance(value, SidesProps) else "<sides>"


Sides = Annotated[
    Annotated[LengthProp, Tag("<one>")] | Annotated[SidesProps, Tag("<sides>")],
    Discriminator(_sides),
]


class StrokeProps(Strict):
    """An outline."""

    color: PaintName
    width: Positive = 1.0
    dash: Pair | None = None


class BoxProps(Strict):
    """CSS's box, in start and end terms."""

    width: LengthProp = None
    height: LengthProp = None
    min_width: LengthProp = None
    max_width: LengthProp = None
    min_height: LengthProp = None
    max_height: LengthProp = None
    aspect_ratio: Annotated[Any, number(0.01, 100)] = None
    grow: Positive = None
    shrink: Positive = None
    basis: LengthProp = None
    align_self: Annotated[Any, ALIGN] = None
    justify_self: Annotated[Any, ALIGN] = None
    margin: Sides = None
    padding: Sides = None
    position: Annotated[Any, POSITION] = None
    inset: Sides = None
    column: Annotated[Any, PLACE] = None
    row: Annotated[Any, PLACE] = None
    clip: Annotated[Any, FLAG] = None
    anchor: Pair = None


class PaintedProps(Strict):
    """What is painted under something."""

    fill: PaintName = None
    stroke: StrokeProps | None = None
    radius: RadiusProp = None
    shadow: Annotated[Any, SHADOW] = None


class SurfaceProps(BoxProps, PaintedProps):
    """A box and what is painted under it."""
