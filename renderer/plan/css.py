"""A node's box and container properties as a Taffy style."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from renderer.plan.expand import container, is_flex, is_one_cell
from renderer.script.box import ZERO, GridPlace, Length, Sides, Track
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
from stretchable.style.geometry import length as taffy_length  # noqa: E402
from stretchable.style.geometry.rect import Rect as TaffyRect  # noqa: E402
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
    JustifyItems,
    JustifySelf,
    Position,
)

# The library configures the root logger when imported; whoever hosts us decides that.
logging.getLogger().handlers[:] = _handlers

StyleDict = Mapping[str, Any]


def style_of(
    node: Node, *, cell: GridPlace | None = None, held: bool = False, top: bool = False
) -> StyleDict:
    """Return the Taffy style of a node.

    Args:
        node: of a script.
        cell: the row and column of its parent that it is put into, instead of its own.
        held: it is no wider than its parent, where it says nothing: CSS's fit-content, which
            Taffy does not clamp to the room there is.
        top: it is a scene's own layout, which its room may squeeze.
    """
    box = node.box
    if held and box.max_width.unit == "auto" and box.position == "relative":
        box = replace(box, max_width=Length(100.0, "%"))
    if top and box.min_height.unit == "auto":
        box = replace(box, min_height=ZERO)
    style: dict[str, Any] = {
        "size": (_length(box.width), _length(box.height)),
        "min_size": (_length(box.min_width), _length(box.min_height)),
        "max_size": (_length(box.max_width), _length(box.max_height)),
        "flex_grow": box.grow,
        "flex_shrink": box.shrink,
        "flex_basis": _length(box.basis),
        "margin": _sides(box.margin),
        "padding": _sides(box.padding),
        "position": Position.ABSOLUTE if box.position == "absolute" else Position.RELATIVE,
        "inset": _sides(box.inset),
        "grid_column": _place(cell or box.column),
        "grid_row": _place(cell or box.row),
        "aspect_ratio": aspect_ratio(node),
    }
    if box.align_self is not None:
        style["align_self"] = AlignSelf[box.align_self.upper()]
    if box.justify_self is not None:
        style["justify_self"] = JustifySelf[box.justify_self.upper()]
    spec = container(node)
    if spec is not None:
        style |= _flex(spec) if is_flex(node) else _grid(spec, one_cell=is_one_cell(node))
    plain: StyleDict = Style(**style).to_dict()
    return plain


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


def root_style(width: float, height: float) -> StyleDict:
    """Return the style of the box a scene is laid in: a column, its one child stretched."""
    plain: StyleDict = Style(
        display=Display.FLEX,
        flex_direction=FlexDirection.COLUMN,
        align_items=AlignItems.STRETCH,
        size=(width, height),
    ).to_dict()
    return plain


def _flex(spec: ContainerSpec) -> dict[str, Any]:
    return {
        "display": Display.FLEX,
        "flex_direction": FlexDirection[spec.direction.upper().replace("-", "_")],
        "flex_wrap": FlexWrap.WRAP if spec.wrap else FlexWrap.NO_WRAP,
        "align_items": AlignItems[spec.align.upper()],
        "justify_content": JustifyContent[spec.justify.upper().replace("-", "_")],
        "gap": (_length(spec.column_gap), _length(spec.row_gap)),
    }


def _grid(spec: ContainerSpec, *, one_cell: bool) -> dict[str, Any]:
    justify = spec.justify if spec.justify in ("start", "center", "end") else "stretch"
    style: dict[str, Any] = {
        "display": Display.GRID,
        "align_items": AlignItems[spec.align.upper()],
        "justify_items": JustifyItems[justify.upper()],
        "gap": (_length(spec.column_gap), _length(spec.row_gap)),
    }
    share = GridTrackSizing.single(GridTrackSize.flex(1.0))
    if one_cell:
        style |= {"grid_template_columns": [share], "grid_template_rows": [share]}
    else:
        if spec.columns:
            style["grid_template_columns"] = [_track(track) for track in spec.columns]
        if spec.rows:
            style["grid_template_rows"] = [_track(track) for track in spec.rows]
    return style


def _length(value: Length) -> taffy_length.Length:
    match value.unit:
        case "px":
            return value.value * taffy_length.PT
        case "%":
            return value.value * taffy_length.PCT
        case "auto":
            return taffy_length.AUTO


def _sides(sides: Sides) -> TaffyRect:
    return TaffyRect(
        _length(sides.top), _length(sides.end), _length(sides.bottom), _length(sides.start)
    )


def _track(track: Track) -> GridTrackSizing:
    match track.unit:
        case "px":
            size = GridTrackSize.points(track.value)
        case "%":
            size = GridTrackSize.percent(track.value / 100)
        case "fr":
            size = GridTrackSize.flex(track.value)
        case "auto":
            size = GridTrackSize.auto()
    return GridTrackSizing.single(size)


def _place(place: GridPlace) -> GridPlacement:
    first = GridIndex() if place.line is None else GridIndex.from_index(place.line)
    return GridPlacement(first, GridIndex.from_span(place.span))
