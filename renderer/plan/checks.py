"""What a laid scene may not be: outside its room, or with texts over one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from renderer.errors import PlanError
from renderer.plan.expand import container
from renderer.plan.model import UNIT, CounterShape, PlanNode, TextShape
from renderer.plan.places import Area, Placed
from renderer.script.model import Node

SLACK_PX = 1.0
OVERLAP_PX = 3.0
DECORATION = ("rect", "ellipse", "line", "path", "image", "svg", "icon")
"""Kinds that may bleed out of the safe room when they are placed absolutely."""
ABOVE, BELOW = 0.72, 0.2
"""Shares of the size that letters reach above and below their baseline, about."""


def outside(placed: Placed, room: Area, language: str) -> Iterator[PlanError]:
    """Yield an error for every node that draws and does not stand in its room."""
    node = placed.node
    if _may_bleed(node):
        return
    if _draws(node) and not placed.area.inside(room, SLACK_PX):
        over = max(
            room.x - placed.area.x,
            room.y - placed.area.y,
            placed.area.right - room.right,
            placed.area.bottom - room.bottom,
        )
        yield PlanError(
            "outside-safe-area",
            f"{node.path} ({language}): the {node.kind} stands {over:.0f} px outside its room",
            node.where,
            "Give texts fewer words or `fit: shrink`, or the scene smaller gaps and sizes.",
        )
        return
    for part in placed.parts:
        yield from outside(part, room, language)


def overlapping(nodes: tuple[PlanNode, ...], wheres: dict[str, str]) -> Iterator[PlanError]:
    """Yield an error for every two texts that are shown over one another."""
    texts = [text for node in nodes for text in _texts(node)]
    for index, one in enumerate(texts):
        for other in texts[index + 1 :]:
            together = max(one.alive[0], other.alive[0]) < min(one.alive[1], other.alive[1])
            if together and one.ink.overlap(other.ink) > OVERLAP_PX:
                yield PlanError(
                    "texts-overlap",
                    f"{one.id} and {other.id} are set over one another",
                    _where(other.id, wheres),
                    "Give them more room, or show one when the other has left.",
                )


@dataclass(frozen=True, slots=True)
class _Text:
    id: str
    ink: Area
    alive: tuple[int, int]


def _texts(node: PlanNode) -> Iterator[_Text]:
    shape = node.shape
    if isinstance(shape, TextShape):
        size = shape.style.size / UNIT
        for line in shape.lines:
            top = line.baseline / UNIT - ABOVE * size
            ink = Area(line.x / UNIT, top, line.width / UNIT, (ABOVE + BELOW) * size)
            yield _Text(node.id, ink, node.alive)
    elif isinstance(shape, CounterShape):
        size = shape.style.size / UNIT
        x, _, width, height = (part / UNIT for part in node.box)
        yield _Text(
            node.id,
            Area(x, shape.baseline / UNIT - ABOVE * size, width, min(height, size)),
            node.alive,
        )
    for child in node.children:
        yield from _texts(child)


def _may_bleed(node: Node) -> bool:
    return node.box.position == "absolute" and node.kind in DECORATION


def _draws(node: Node) -> bool:
    arranged = container(node)
    if arranged is None or node.kind in ("chart", "progress", "table"):
        return True
    surface = arranged.surface
    return surface.fill is not None or surface.stroke is not None


def _where(node_id: str, wheres: dict[str, str]) -> str | None:
    """Return where a node, or the nearest one that holds it, stands in the pack."""
    path = node_id
    while path and path not in wheres:
        path = path.rpartition("/")[0]
    return wheres.get(path)
