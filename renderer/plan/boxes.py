"""Flexbox and grid: a tree of nodes to rectangles, by Taffy, with texts measured as they are set.

Each solve has a Taffy tree of its own, freed at its end: `stretchable`'s own tree is global and
keeps every node for the life of the process.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from renderer.errors import PlanError
from renderer.plan.css import StyleDict, cell_style, root_style, style_of
from renderer.plan.expand import container, is_flex, is_one_cell, parts
from renderer.plan.places import Area, Placed
from renderer.script.box import GridPlace
from renderer.script.model import ContainerSpec, Node, RectSpec

from stretchable import taffylib  # isort: skip

DEFINITE, MIN_CONTENT, MAX_CONTENT = 1, 3, 4
"""How Taffy says what room there is."""

Measure = Callable[[Node, float], tuple[float, float]]
"""Size in px of a leaf's content, given the room: px, 0 for the least, infinity for the most."""

_ONE = GridPlace(1, 1)


def solve(root: Node, room: Area, measure: Measure) -> Placed:
    """Lay a tree out in a room, left to right. Raises what `measure` raises."""
    failures: list[Exception] = []
    with _tree() as tree:
        leaves: dict[int, Node] = {}
        top = taffylib.node_create(tree, root_style(room.width, room.height))
        built = _build(tree, root, leaves, style_of(root, top=True))
        taffylib.node_add_child(tree, top, built.id)

        def measured(
            known_width: float,
            known_height: float,
            width: dict[str, float],
            height: dict[str, float],
            leaf: int,
        ) -> tuple[float, float]:
            room = _room(width)
            # The binding never lets go of what it passes here: leave it as little as can be.
            width.clear()
            height.clear()
            # An exception may not pass through Taffy: it is kept, and raised afterwards.
            if failures or leaf not in leaves:
                return (0.0, 0.0)
            try:
                size = measure(leaves[leaf], room)
            except Exception as error:
                failures.append(error)
                return (0.0, 0.0)
            return (
                size[0] if math.isnan(known_width) else known_width,
                size[1] if math.isnan(known_height) else known_height,
            )

        space = {
            "width": {"dim": DEFINITE, "value": float(room.width)},
            "height": {"dim": DEFINITE, "value": float(room.height)},
        }
        solved = taffylib.node_compute_layout_with_measure(tree, top, space, measured)
        if failures:
            raise failures[0]
        if not solved:
            raise PlanError(
                "layout-failed", "the layout could not be solved", root.where, ours=True
            )
        return built.placed(tree, room.x, room.y)


@contextmanager
def _tree() -> Iterator[int]:
    tree: int = taffylib.init()
    try:
        taffylib.disable_rounding(tree)
        yield tree
    finally:
        taffylib.free(tree)


class _Built:
    """A node in a Taffy tree; `cell` is the box around it that stands in a grid's cell."""

    def __init__(self, node: Node, node_id: int, children: list[_Built]) -> None:
        self.node = node
        self.id = node_id
        self.children = children
        self.cell: int | None = None

    @property
    def outer(self) -> int:
        """Return what its parent holds."""
        return self.id if self.cell is None else self.cell

    def placed(self, tree: int, x: float, y: float) -> Placed:
        found: Any = taffylib.PyLayout()
        if self.cell is not None:
            taffylib.node_get_layout(tree, self.cell, found)
            x, y = x + found.x, y + found.y
        taffylib.node_get_layout(tree, self.id, found)
        area = Area(x + found.x, y + found.y, found.width, found.height)
        content = Area(
            area.x + found.padding_left,
            area.y + found.padding_top,
            max(0.0, area.width - found.padding_left - found.padding_right),
            max(0.0, area.height - found.padding_top - found.padding_bottom),
        )
        inner = tuple(child.placed(tree, area.x, area.y) for child in self.children)
        return Placed(self.node, area, content, inner)


def _build(tree: int, node: Node, leaves: dict[int, Node], style: StyleDict) -> _Built:
    node_id: int = taffylib.node_create(tree, style)
    children: list[_Built] = []
    if (arranged := container(node)) is None:
        if not isinstance(node.spec, RectSpec):  # which has no content of its own
            taffylib.node_set_measure(tree, node_id, True)
            leaves[node_id] = node
    else:
        for part in parts(node):
            child = _part(tree, part, leaves, node, arranged)
            taffylib.node_add_child(tree, node_id, child.outer)
            children.append(child)
    return _Built(node, node_id, children)


def _part(
    tree: int, part: Node, leaves: dict[int, Node], parent: Node, arranged: ContainerSpec
) -> _Built:
    """Build a part; one in a grid stands in a flex box that fills its cell.

    Taffy lays a grid's item out before it clamps it to its greatest width; a flex box does not.
    """
    if is_flex(parent) or part.box.position == "absolute":
        held = not arranged.direction.startswith("row")
        return _build(tree, part, leaves, style_of(part, held=held))
    stretched = (part.box.align_self or arranged.align) == "stretch"
    style = style_of(part, held=True, in_cell=True, grows=stretched)
    child = _build(tree, part, leaves, style)
    place = (_ONE, _ONE) if is_one_cell(parent) else (part.box.row, part.box.column)
    child.cell = taffylib.node_create(tree, cell_style(part, arranged, *place))
    taffylib.node_add_child(tree, child.cell, child.id)
    return child


def _room(space: dict[str, float]) -> float:
    match int(space["dim"]):
        case 1:
            return max(0.0, space["value"])
        case 3:
            return 0.0
    return math.inf
