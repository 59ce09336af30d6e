"""A node's box and container properties as a Taffy style."""

from __future__ import annotations

import logging
import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from renderer.plan.expand import container, is_flex, is_one_cell
from renderer.script.box import AUTO, FLEX, ZERO, GridPlace, Length, Sides, Track
from renderer.script.model import (
    ChartSpec,
    ContainerSpec,
    ImageSpec,
    Node,
    PathSpec,
    ProgressSpec,
    SvgSpec,
)

_handlers = list(logging.getLogger().handlers)
from stretchable import Style  # noqa: E402
from stretchable.style.props import (  # noqa: E402
    AlignItems,
    AlignSelf,
    Display,
    FlexDirection,
    FlexWrap,
    GridIndex,
    GridPlacement,
    GridTrackSize,
    GridTrackSizing,
    JustifyContent,
    JustifySelf,
    Position,
)

# The library configures the root logger when imported; whoever hosts us decides that.
logging.getLogger().handlers[:] = _handlers

StyleDict = Mapping[str, Any]

_DEFAULTS: dict[str, Any] = Style().to_dict()
"""CSS's own defaults as the library writes them; it is slow to write a whole style anew."""
_ALONG = {"center": JustifyContent.CENTER, "end": JustifyContent.END}


def style_of(
    node: Node,
    *,
    held: bool = False,
    top: bool = False,
    in_cell: bool = False,
    grows: bool = False,
) -> StyleDict:
    """Return the Taffy style of a node.

    Args:
        node: of a script.
        held: it is no wider than its parent, where it says nothing: CSS's fit-content, which
            Taffy does not clamp to the room there is.
        top: it is a scene's own layout, which its room may squeeze.
        in_cell: it stands in a cell's own flex box.
        grows: it fills that box's height.
    """
    box = node.box
    if held and box.max_width.unit == "auto" and box.position == "relative":
        box = replace(box, max_width=Length(100.0, "%"))
    if top and box.min_height.unit == "auto":
        box = replace(box, min_height=ZERO)
    if in_cell:
        box = replace(box, grow=float(grows), basis=AUTO, align_self=None, justify_self=None)
    style: dict[str, Any] = _DEFAULTS | {
        "size": _size(box.width, box.height),
        "min_size": _size(box.min_width, box.min_height),
        "max_size": _size(box.max_width, box.max_height),
        "flex_grow": box.grow,
        "flex_shrink": box.shrink,
        "flex_basis": _length(box.basis),
        "margin": _sides(box.margin),
        "padding": _sides(box.padding),
        "position": Position.ABSOLUTE if box.position == "absolute" else Position.RELATIVE,
        "inset": _sides(box.inset),
        "grid_column": _place(box.column),
        "grid_row": _place(box.row),
        "aspect_ratio": aspect_ratio(node),
    }
    if box.align_self is not None:
        style["align_self"] = AlignSelf[box.align_self.upper()]
    if box.justify_self is not None:
        style["justify_self"] = JustifySelf[box.justify_self.upper()]
    spec = container(node)
    if spec is not None:
        style |= _flex(spec) if is_flex(node) else _grid(spec, one_cell=is_one_cell(node))
    return style


def aspect_ratio(node: Node) -> float | None:
    """Return a box's width over height where one side follows from the other."""
    box, spec = node.box, node.spec
    if box.aspect_ratio is not None:
        return box.aspect_ratio
    if (box.width.unit == "auto") == (box.height.unit == "auto"):
        return None
    match spec:
        case SvgSpec() | ImageSpec():
            return spec.size[0] / spec.size[1]
        case PathSpec():
            return spec.view[0] / spec.view[1]
        case ProgressSpec(form="ring") | ChartSpec(type="donut"):
            return 1.0
    return None


def cell_style(part: Node, arranged: ContainerSpec, row: GridPlace, column: GridPlace) -> StyleDict:
    """Return the style of the box that fills a grid's cell and places `part` in it."""
    down = part.box.align_self or arranged.align
    across = part.box.justify_self or _sideways(arranged)
    return _DEFAULTS | {
        "display": Display.FLEX,
        "flex_direction": FlexDirection.COLUMN,
        "align_items": AlignItems[across.upper()],
        "justify_content": _ALONG.get(down, JustifyContent.START),
        "align_self": AlignSelf.STRETCH,
        "justify_self": JustifySelf.STRETCH,
        "grid_row": _place(row),
        "grid_column": _place(column),
    }


def root_style(width: float, height: float) -> StyleDict:
    """Return the style of the box a scene is laid in: a column, its one child stretched."""
    return _DEFAULTS | {
        "display": Display.FLEX,
        "flex_direction": FlexDirection.COLUMN,
        "align_items": AlignItems.STRETCH,
        "size": _size(Length(width), Length(height)),
    }


def _sideways(spec: ContainerSpec) -> str:
    return spec.justify if spec.justify in ("start", "center", "end") else "stretch"


def _flex(spec: ContainerSpec) -> dict[str, Any]:
    return {
        "display": Display.FLEX,
        "flex_direction": FlexDirection[spec.direction.upper().replace("-", "_")],
        "flex_wrap": FlexWrap.WRAP if spec.wrap else FlexWrap.NO_WRAP,
        "align_items": AlignItems[spec.align.upper()],
        "justify_content": JustifyContent[spec.justify.upper().replace("-", "_")],
        "gap": _size(spec.column_gap, spec.row_gap),
    }


def _grid(spec: ContainerSpec, *, one_cell: bool) -> dict[str, Any]:
    style: dict[str, Any] = {
        "display": Display.GRID,
        "gap": _size(spec.column_gap, spec.row_gap),
    }
    share = _track(FLEX)
    if one_cell:
        style |= {"grid_template_columns": [share], "grid_template_rows": [share]}
    else:
        if spec.columns:
            style["grid_template_columns"] = [_track(track) for track in spec.columns]
        if spec.rows:
            style["grid_template_rows"] = [_track(track) for track in spec.rows]
    return style


def _length(value: Length) -> dict[str, float]:
    """Write a length as Taffy reads it: `dim` 0 auto, 1 px, 2 share of the parent."""
    match value.unit:
        case "px":
            return {"dim": 1, "value": value.value}
        case "%":
            return {"dim": 2, "value": value.value / 100}
        case "auto":
            return {"dim": 0, "value": math.nan}


def _size(width: Length, height: Length) -> dict[str, dict[str, float]]:
    return {"width": _length(width), "height": _length(height)}


def _sides(sides: Sides) -> dict[str, dict[str, float]]:
    return {
        "top": _length(sides.top),
        "right": _length(sides.end),
        "bottom": _length(sides.bottom),
        "left": _length(sides.start),
    }


def _track(track: Track) -> dict[str, Any]:
    match track.unit:
        case "px":
            size = GridTrackSize.points(track.value)
        case "%":
            size = GridTrackSize.percent(track.value / 100)
        case "fr":
            size = GridTrackSize.flex(track.value)
        case "auto":
            size = GridTrackSize.auto()
    plain: dict[str, Any] = GridTrackSizing.single(size).to_dict()
    return plain


def _place(place: GridPlace) -> dict[str, Any]:
    first = GridIndex() if place.line is None else GridIndex.from_index(place.line)
    plain: dict[str, Any] = GridPlacement(first, GridIndex.from_span(place.span)).to_dict()
    return plain
