"""The CSS box of a node, in logical px, with CSS's names; sides are start and end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["px", "%", "auto"]
TrackUnit = Literal["px", "%", "auto", "fr"]
Align = Literal["start", "center", "end", "stretch", "baseline"]
Justify = Literal[
    "start", "center", "end", "stretch", "space-between", "space-around", "space-evenly"
]
Direction = Literal["row", "column", "row-reverse", "column-reverse"]


@dataclass(frozen=True, slots=True)
class Length:
    """A length: `value` px, or per cent of the parent's (50 for 50 %); 0 where `unit` is "auto"."""

    value: float
    unit: Unit = "px"


AUTO = Length(0.0, "auto")
ZERO = Length(0.0)


@dataclass(frozen=True, slots=True)
class Track:
    """A grid's column or row: px, per cent, "auto", or a share ("fr") of what is left."""

    value: float
    unit: TrackUnit = "px"


FLEX = Track(1.0, "fr")


@dataclass(frozen=True, slots=True)
class Sides:
    """One length a side. `start` is where a line of text begins: left, until mirrored."""

    top: Length
    end: Length
    bottom: Length
    start: Length


NO_SIDES = Sides(ZERO, ZERO, ZERO, ZERO)
AUTO_SIDES = Sides(AUTO, AUTO, AUTO, AUTO)


@dataclass(frozen=True, slots=True)
class GridPlace:
    """Where a child stands in a grid, along one axis.

    Args:
        line: first grid line, from 1 (negative counts from the end), or None for the next cell.
        span: number of tracks, at least 1.
    """

    line: int | None = None
    span: int = 1


@dataclass(frozen=True, slots=True)
class Box:
    """CSS box and item properties with CSS's meanings and defaults.

    A `max_*` of "auto" is CSS's "none".

    Args:
        aspect_ratio: width over height.
        align_self, justify_self: None leaves it to the parent.
        inset: distance from the parent's sides, where `position` is "absolute" (or "relative").
        clip: children are cut at the box, with its radius.
        anchor: the point that scale and rotation turn about, as shares of the box.
    """

    width: Length = AUTO
    height: Length = AUTO
    min_width: Length = AUTO
    max_width: Length = AUTO
    min_height: Length = AUTO
    max_height: Length = AUTO
    aspect_ratio: float | None = None
    grow: float = 0.0
    shrink: float = 1.0
    basis: Length = AUTO
    align_self: Align | None = None
    justify_self: Align | None = None
    margin: Sides = NO_SIDES
    padding: Sides = NO_SIDES
    position: Literal["relative", "absolute"] = "relative"
    inset: Sides = AUTO_SIDES
    column: GridPlace = GridPlace()
    row: GridPlace = GridPlace()
    clip: bool = False
    anchor: tuple[float, float] = (0.5, 0.5)
