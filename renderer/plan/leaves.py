"""How much room a leaf's content wants: what Taffy asks while it solves."""

from __future__ import annotations

import math

from renderer.plan.cards import rows_height
from renderer.plan.typeset import Typesetter, counter_text
from renderer.script.model import (
    ChartSpec,
    CounterSpec,
    ImageSpec,
    LineSpec,
    Node,
    PathSpec,
    ProgressSpec,
    SvgSpec,
    TextSpec,
)

CHART_PX = (320.0, 240.0)
"""Size of a chart or ring that no box property gives one."""
ITEM_LEAST_PX = 48.0
ICON_PX = 24.0


def measure(node: Node, room: float, type_: Typesetter) -> tuple[float, float]:
    """Return a leaf's content size in px.

    Args:
        node: without parts.
        room: px it may take; 0 asks for the least, infinity for the most it would like.
        type_: measures its texts.
    """
    match node.spec:
        case TextSpec() as spec:
            return type_.measure(spec, room, node)
        case CounterSpec() as spec:
            return type_.measure(counter_text(spec), room, node)
        case ImageSpec() | SvgSpec() as spec:
            if node.kind == "icon":
                return (ICON_PX, ICON_PX)
            width, height = float(spec.size[0]), float(spec.size[1])
            share = 1.0 if math.isinf(room) or room <= 0 else min(1.0, room / width)
            return (width * share, height * share)
        case PathSpec() as spec:
            return spec.view
        case LineSpec() as spec:
            return (_wide(room, spec.stroke.width), spec.stroke.width)
        case ChartSpec(type="donut") | ProgressSpec(form="ring"):
            return (CHART_PX[1], CHART_PX[1])
        case ChartSpec() as spec:
            least = ITEM_LEAST_PX * len(spec.items)
            lying = spec.orientation == "horizontal"
            height = rows_height(len(spec.items)) if lying else CHART_PX[1]
            return (_wide(room, least if room <= 0 else CHART_PX[0]), height)
        case ProgressSpec() as spec:
            return (_wide(room, 0.0 if room <= 0 else CHART_PX[0]), spec.thickness)
    return (0.0, 0.0)


def _wide(room: float, otherwise: float) -> float:
    return otherwise if math.isinf(room) or room <= 0 else room
