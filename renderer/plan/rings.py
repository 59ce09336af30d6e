"""Donuts and progress rings: bands that run clockwise from twelve o'clock in every language."""

from __future__ import annotations

import math
from dataclasses import replace

from renderer.errors import PlanError
from renderer.plan.items import as_whole, fading, growing, item_id, item_moves
from renderer.plan.model import ArcShape, PlanNode
from renderer.plan.motion import Move
from renderer.plan.paints import paint
from renderer.plan.places import Area, units
from renderer.plan.stage import Stage, kept
from renderer.script.model import ChartSpec, Motion, Node, Paint, ProgressSpec

CIRCLE = 360 * 64
"""A whole turn in 1/64 degree."""
OVER_GAP_PX = 6.0
"""Between an allowance and what lies beyond it."""
WITHIN_PER_CENT = 65
"""Of a motion's time, until the allowance is full and what lies beyond it begins."""


def donut(
    spec: ChartSpec, area: Area, stage: Stage, node: Node, enter: Motion | None
) -> tuple[PlanNode, ...]:
    """Draw a donut: each item's share of the sum, gaps taken from both neighbours alike.

    Raises `PlanError` for a negative value or a sum of zero: no ring shows those honestly.
    """
    values = [item.value for item in spec.items]
    total = sum(values)
    if total <= 0 or min(values) < 0:
        raise PlanError(
            "ring-not-honest",
            f"{node.path}: a ring cannot show negative shares, or shares of nothing",
            node.where,
            "Show it `when` all values are positive; else use a table.",
        )
    moves = item_moves(spec.items, enter, stage, node)
    ring = _ring(area, spec.thickness)
    several = sum(value > 0 for value in values) > 1
    gap = _angle(spec.gap, area, spec.thickness) if several else 0
    out: list[PlanNode | None] = []
    done = values[0] * 0
    for index, item in enumerate(spec.items):
        first = int(CIRCLE * done / total)
        done += item.value
        last = int(CIRCLE * done / total)
        sweep = max(1, last - first - gap) if item.value > 0 else 0
        move = moves[index]
        if sweep:
            shape = _arc(ring, first + gap // 2, sweep, item.paint, area)
            tracks = growing(move) or as_whole(move)
            out.append(stage.part(item_id(node, index), area.rect(), shape, tracks))
    return kept(out)


def progress_ring(
    spec: ProgressSpec, area: Area, stage: Stage, node: Node, move: Move | None
) -> tuple[PlanNode, ...]:
    """Draw use of an allowance as a ring.

    Within the allowance the ring is the allowance. Beyond it the ring is the use, parted where
    the allowance ends: what lies beyond is seen in its true share, however much it is.
    """
    share, over = shares(spec)
    within, beyond = one_after_the_other(move, over=over)
    ring = _ring(area, spec.thickness)
    out: list[PlanNode | None] = []
    part_id = node.path
    track = _arc(ring, 0, CIRCLE, spec.track, area)
    out.append(stage.part(f"{part_id}/track", area.rect(), track, fading(move)))
    gap = _angle(OVER_GAP_PX, area, spec.thickness) if over else 0
    sweep = int(CIRCLE * share) - gap
    if sweep > 0:
        shape = _arc(ring, gap // 2, sweep, spec.fill, area, "butt" if over else "round")
        out.append(stage.part(f"{part_id}/fill", area.rect(), shape, growing(within)))
    if over:
        first = int(CIRCLE * share)
        shape = _arc(
            ring, first + gap // 2, max(1, CIRCLE - first - gap), spec.over or spec.fill, area
        )
        out.append(stage.part(f"{part_id}/over", area.rect(), shape, growing(beyond)))
    return kept(out)


def shares(spec: ProgressSpec) -> tuple[float, bool]:
    """Return what share of the ring or bar is use within the allowance, and if there is more."""
    if spec.max <= 0:
        return (0.0, spec.value > 0)
    if spec.value > spec.max:
        return (float(spec.max / spec.value), True)
    return (float(max(spec.value, spec.max * 0) / spec.max), False)


def one_after_the_other(move: Move | None, *, over: bool) -> tuple[Move | None, Move | None]:
    """Divide a motion between what lies within an allowance and what lies beyond it."""
    if move is None or not over:
        return (move, move)
    middle = move.start + (move.end - move.start) * WITHIN_PER_CENT // 100
    return (replace(move, end=middle), replace(move, start=middle))


def _ring(area: Area, thickness: float) -> tuple[tuple[int, int], int, int]:
    """Return centre, radius to the band's middle, and thickness, in units."""
    size = min(area.width, area.height)
    thick = min(thickness, size / 2)
    centre = (units(area.x + area.width / 2), units(area.y + area.height / 2))
    return centre, units((size - thick) / 2), units(thick)


def _angle(px: float, area: Area, thickness: float) -> int:
    radius = max(1.0, (min(area.width, area.height) - thickness) / 2)
    return round(math.degrees(px / radius) * 64)


def _arc(
    ring: tuple[tuple[int, int], int, int],
    start: int,
    sweep: int,
    fill: Paint,
    area: Area,
    cap: str = "butt",
) -> ArcShape:
    centre, radius, thickness = ring
    # Gradients of a ring are not mirrored: the ring is not either.
    return ArcShape(centre, radius, thickness, start, sweep, paint(fill, area, "ltr"), cap)
