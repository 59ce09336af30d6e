"""A table's rules: under its header and between its rows. Its cells are texts in a grid."""

from __future__ import annotations

from dataclasses import replace

from renderer.plan.model import PathShape, PlanNode
from renderer.plan.motion import Tracks, arrive
from renderer.plan.paints import stroke
from renderer.plan.places import Area, Placed, units
from renderer.plan.stage import Stage, kept
from renderer.script.model import Node, TableSpec


def rules(spec: TableSpec, placed: Placed, stage: Stage) -> tuple[PlanNode, ...]:
    """Draw a line between each two rows, over the table's width."""
    if spec.rule is None:
        return ()
    node = placed.node
    bottoms: dict[int, float] = {}
    for part in placed.parts:
        row = part.node.box.row.line or 1
        bottoms[row] = max(bottoms.get(row, 0.0), part.area.bottom)
    out: list[PlanNode | None] = []
    for row in sorted(bottoms)[:-1]:
        y = bottoms[row]
        line = Area(placed.content.x, y, placed.content.width, spec.rule.width)
        shape = PathShape(
            (("M", units(line.x), units(y)), ("L", units(line.right), units(y))),
            stroke=stroke(spec.rule, line, stage.direction),
        )
        out.append(
            stage.part(f"{node.path}/rule.{row}", line.rect(), shape, _tracks(node, stage, row))
        )
    return kept(out)


def _tracks(node: Node, stage: Stage, row: int) -> Tracks:
    """Let a rule come with the row below it, where rows follow one another."""
    if node.enter is None or node.enter.stagger <= 0:
        return {}
    move = stage.move(node.enter, node.where, row * node.enter.stagger)
    return arrive(replace(move, effect="fade"))
