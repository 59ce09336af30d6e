"""Placed nodes of a script to nodes of a plan: shapes in places, motions on their tracks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from renderer.plan.bars import bars
from renderer.plan.cards import cards
from renderer.plan.counters import counter_shape
from renderer.plan.display import REST
from renderer.plan.expand import container
from renderer.plan.items import DRAWN
from renderer.plan.line_chart import line_chart
from renderer.plan.model import ONE, OPAQUE, UNIT, PlanNode, Seen, Shape
from renderer.plan.motion import Move, Tracks, arrive, depart, joined, still, written
from renderer.plan.outlines import path_shape
from renderer.plan.paints import radius
from renderer.plan.places import Area, Placed, units
from renderer.plan.progress_bars import progress_bar
from renderer.plan.rings import donut, progress_ring
from renderer.plan.shapes import ellipse_shape, image_shape, line_shape, surface_shape, svg_shape
from renderer.plan.stage import Stage, kept, seen_facts
from renderer.plan.tables import rules
from renderer.plan.texts import text_shape
from renderer.plan.waterfall import waterfall
from renderer.script.model import (
    ChartSpec,
    CounterSpec,
    ImageSpec,
    LineSpec,
    Motion,
    Node,
    PathSpec,
    ProgressSpec,
    RectSpec,
    SvgSpec,
    TableSpec,
    TextSpec,
)

COUNT_FADE_FRAMES = 8
"""A counter fades in over its first frames."""
GROWING_KINDS = ("rect", "line", "path")
"""Kinds whose own shape "grow" or "draw" reveals; others are wiped."""


def build(placed: Placed, stage: Stage, given: Motion | None = None) -> PlanNode | None:
    """Make a node and all in it. None if it never shows.

    Args:
        placed: the node where the layout put it.
        stage: its scene.
        given: the motion that a staggering parent hands down; the node's own `enter` goes first.

    Raises:
        PlanError: something does not fit its box, or a motion starts at what is not spoken.
    """
    node = placed.node
    enter = node.enter or given
    staggers = enter is not None and enter.stagger > 0 and bool(placed.parts)
    draws_itself = isinstance(node.spec, ChartSpec) or (
        isinstance(node.spec, ProgressSpec) and enter is not None and enter.effect in DRAWN
    )
    own = None if enter is None or draws_itself else enter
    move = None
    if own is not None:
        reveals = node.kind in GROWING_KINDS
        move = stage.move(own, node.where, reveals=reveals)
    shape, parts, seen = _content(placed, stage, enter, move)
    if staggers and not draws_itself:
        children = _staggered(placed, stage, enter)
        if shape is not None and move is not None:
            under = arrive(replace(move, effect="fade"))
            surface = stage.part(f"{node.path}/surface", placed.area.rect(), shape, under)
            children = kept([surface, *children])
        shape, move = None, None
    else:
        children = kept([build(part, stage) for part in placed.parts])
    clip = None
    if node.box.clip:
        surface_spec = container(node)
        corner = surface_spec.surface.radius if surface_spec else 0.0
        clip = (placed.area.rect(), radius(corner, placed.area))
    anchor = node.box.anchor
    across = anchor[0] if stage.direction == "ltr" else 1 - anchor[0]
    return stage.part(
        node.path,
        placed.area.rect(),
        shape,
        _tracks(node, stage, move),
        children=(*parts, *children),
        seen=seen,
        origin=(
            units(placed.area.x + across * placed.area.width),
            units(placed.area.y + anchor[1] * placed.area.height),
        ),
        clip=clip,
    )


def _content(
    placed: Placed, stage: Stage, enter: Motion | None, move: Move | None
) -> tuple[Shape | None, tuple[PlanNode, ...], tuple[Seen, ...]]:
    """Return what a node's own kind draws: one shape, or parts, and the facts it shows."""
    node, area, spec = placed.node, placed.area, placed.node.spec
    match spec:
        case TextSpec():
            return text_shape(spec, placed.content, stage, node), (), seen_facts(spec.words)
        case CounterSpec():
            counts = move if move is not None and move.effect == "count" else None
            seen = (Seen(spec.fact, _shown_figure(spec)),)
            return counter_shape(spec, placed.content, stage, node, counts), (), seen
        case RectSpec() if node.kind == "ellipse":
            return ellipse_shape(spec.surface, area, stage), (), ()
        case RectSpec():
            return surface_shape(spec.surface, area, stage), (), ()
        case LineSpec():
            return line_shape(spec, area, stage), (), ()
        case PathSpec():
            return path_shape(spec, area, stage, node), (), ()
        case ImageSpec():
            return image_shape(spec, area), (), ()
        case SvgSpec():
            return svg_shape(spec, area, stage), (), ()
        case ChartSpec():
            return None, _chart(spec, placed.content, stage, node, enter), ()
        case ProgressSpec():
            drawn = enter is not None and enter.effect in DRAWN
            arriving = stage.move(enter, node.where, reveals=True) if enter and drawn else None
            draw = progress_ring if spec.form == "ring" else progress_bar
            return None, draw(spec, placed.content, stage, node, arriving), ()
        case TableSpec():
            return None, rules(spec, placed, stage), ()
    arranged = container(node)
    if arranged is None:
        return None, (), ()
    return surface_shape(arranged.surface, area, stage), (), ()


def _chart(
    spec: ChartSpec, area: Area, stage: Stage, node: Node, enter: Motion | None
) -> tuple[PlanNode, ...]:
    if not spec.items:
        return ()
    match spec.type:
        case "donut":
            draw = donut
        case "line":
            draw = line_chart
        case _ if spec.orientation == "horizontal":
            draw = cards
        case "waterfall":
            draw = waterfall
        case _:
            draw = bars
    return draw(spec, area, stage, node, enter)


def _staggered(placed: Placed, stage: Stage, enter: Motion | None) -> tuple[PlanNode, ...]:
    """Hand a motion down to the parts, one after the other; a table's by rows."""
    if enter is None:
        return ()
    out: list[PlanNode | None] = []
    for index, part in enumerate(placed.parts):
        order = index
        if isinstance(placed.node.spec, TableSpec) and part.node.box.row.line is not None:
            order = part.node.box.row.line - 1
        at = replace(enter.at, delay=enter.at.delay + order * enter.stagger)
        out.append(build(part, stage, replace(enter, at=at, stagger=0.0)))
    return kept(out)


def _tracks(node: Node, stage: Stage, move: Move | None) -> Tracks:
    rest = dict(REST)
    rest["opacity"] = int(node.opacity * OPAQUE + 0.5)
    rest["scale"] = int(node.scale * ONE + 0.5)
    rest["rotation"] = int((node.rotation * UNIT + 0.5) // 1)
    parts: list[Tracks] = [still(rest)]
    if move is not None:
        if move.effect == "count":
            shown = min(move.end, move.start + COUNT_FADE_FRAMES)
            move = replace(move, effect="fade", end=shown)
        arrival = arrive(move, rest)
        parts = [{name: keys for name, keys in parts[0].items() if name not in arrival}, arrival]
    if node.exit is not None:
        reveals = node.kind in GROWING_KINDS
        parts.append(depart(stage.move(node.exit, node.where, reveals=reveals), rest))
    if node.keyframes:
        frames = stage.clock.frame
        own = written(node.keyframes, lambda key: frames(key.at, node.where), stage.sideways)
        parts = [
            {name: keys for name, keys in part.items() if not _rests(keys) or name not in own}
            for part in parts
        ]
        parts.append(own)
    return joined(*parts)


def _rests(keys: Sequence[object]) -> bool:
    return len(keys) == 1


def _shown_figure(spec: CounterSpec) -> str:
    shown = [found.text for found in seen_facts(spec.words) if found.fact == spec.fact]
    return shown[0] if shown else spec.words.seen
