"""When each item of a chart arrives, and what its parts do then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from renderer.plan.model import PlanKey, PlanNode, Seen, Shape
from renderer.plan.motion import Move, Tracks, arrive
from renderer.plan.places import Area
from renderer.plan.stage import Stage
from renderer.script.model import ChartItem, Moment, Motion, Node

DRAWN = ("grow", "draw")
"""Effects that draw a chart's shapes bit by bit; others move an item as a whole."""
SHOWN_FROM = 0.45
"""Share of an item's growth after which its figure fades in."""


def item_id(node: Node, index: int) -> str:
    """Return the id of a chart's item: not one that a child of the chart has."""
    return f"{node.path}/item.{index}"


def item_moves(
    items: Sequence[ChartItem], enter: Motion | None, stage: Stage, node: Node
) -> list[Move | None]:
    """Return when each item arrives; None for one that is there from the start.

    Items of one moment follow each other by the motion's stagger.
    """
    if enter is None:
        return [None] * len(items)
    same: dict[Moment | None, int] = {}
    moves: list[Move | None] = []
    for item in items:
        order = same[item.at] = same.get(item.at, -1) + 1
        own = enter if item.at is None else replace(enter, at=item.at)
        moves.append(stage.move(own, node.where, order * enter.stagger, reveals=True))
    return moves


def growing(move: Move | None) -> Tracks:
    """Return the tracks of a shape that grows or is drawn as its item arrives."""
    return arrive(move) if move is not None and move.effect in DRAWN else {}


def fading(move: Move | None, share: float = 0.0) -> Tracks:
    """Return the tracks of what fades in with a growing item, from a share of its time on."""
    if move is None or move.effect not in DRAWN:
        return {}
    start = move.start + round((move.end - move.start) * share)
    return arrive(replace(move, effect="fade", start=start))


def as_whole(move: Move | None) -> Tracks:
    """Return the tracks of a whole item, for effects that do not draw it bit by bit."""
    return arrive(move) if move is not None and move.effect not in DRAWN else {}


def drawn(
    stage: Stage,
    part_id: str,
    area: Area,
    shape: Shape,
    tracks: dict[str, tuple[PlanKey, ...]],
    seen: tuple[Seen, ...] = (),
) -> PlanNode | None:
    """Make one part of a chart."""
    return stage.part(part_id, area.rect(), shape, tracks, seen=seen)
