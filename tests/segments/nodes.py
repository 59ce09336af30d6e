"""Nodes to put into small films: what makes one film differ from another."""

from __future__ import annotations

from dataclasses import replace

from renderer.plan.model import Plan, PlanNode, PlanTextStyle, RectShape, TextLine, TextShape
from tests.segments.conftest import UNIT, paint

STYLE = PlanTextStyle(20 * UNIT, 400, 0, ("body",))


def with_node(plan: Plan, node: PlanNode, scene: int = 1) -> Plan:
    """Add a node to a scene of a plan."""
    scenes = list(plan.scenes)
    scenes[scene] = replace(scenes[scene], nodes=(*scenes[scene].nodes, node))
    return replace(plan, scenes=tuple(scenes))


def square(alive: tuple[int, int] = (0, 160), **changes: object) -> PlanNode:
    rect = (10 * UNIT, 10 * UNIT, 30 * UNIT, 20 * UNIT)
    node = PlanNode("extra", rect, (25 * UNIT, 20 * UNIT), alive, RectShape(rect, 4, paint("#00f")))
    return replace(node, **changes)  # type: ignore[arg-type]


def text(words: str, alive: tuple[int, int] = (0, 160)) -> PlanNode:
    shape = TextShape((TextLine(words, 640, 1280, 900),), STYLE, "#112233ff", "ltr")
    return PlanNode("words", (0, 0, 64, 64), (0, 0), alive, shape)
