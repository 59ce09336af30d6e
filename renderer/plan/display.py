"""Plan -> DisplayList: what one frame shows, a pure function of `(plan, n)`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from renderer.errors import PlanError
from renderer.plan.easing import eased, value_at
from renderer.plan.model import (
    ONE,
    OPAQUE,
    UNIT,
    CounterShape,
    DisplayList,
    Draw,
    Layer,
    Plan,
    PlanNode,
    PlanScene,
    Rect,
    Transform,
)

REST = {
    "opacity": OPAQUE,
    "x": 0,
    "y": 0,
    "scale": ONE,
    "rotation": 0,
    "reveal": ONE,
    "wipe": ONE,
}
"""Where each track rests when a node has none."""

OVERHANG = 48 * UNIT
"""How far a wipe's rectangle reaches beyond the box: glyphs and shadows stand out of it."""


def display(plan: Plan, n: int) -> DisplayList:
    """Resolve frame `n` of the film, 0 <= n < plan.frames. Raises `PlanError`."""
    scene, frame = scene_at(plan, n)
    items = tuple(item for node in scene.nodes for item in _drawn(node, frame, plan.direction))
    return DisplayList(
        width=plan.width,
        height=plan.height,
        ground=scene.ground,
        items=items,
        ground_to=scene.ground_to,
        mix=mix_at(scene, frame),
    )


def scene_at(plan: Plan, n: int) -> tuple[PlanScene, int]:
    """Find the scene that film frame `n` belongs to, and the frame counted from its start."""
    if not 0 <= n < plan.frames:
        raise PlanError(
            "frame-outside-film",
            f"frame {n} is not one of the film's {plan.frames}",
            remedy=f"Ask for a frame from 0 to {plan.frames - 1}.",
        )
    index = bisect_right([scene.start for scene in plan.scenes], n) - 1
    scene = plan.scenes[index]
    return scene, n - scene.start


def mix_at(scene: PlanScene, frame: int) -> int:
    """How much of a passage's second ground covers the first, 0..1024."""
    if not scene.ground_to:
        return 0
    return eased("ease-in-out", frame + 1, scene.frames + 1, OPAQUE)


def wiped(box: Rect, share: int, direction: str) -> Rect:
    """Cut a node's box, grown by the overhang, to its first `share` of 4096 from the start side."""
    x, y, width, height = box
    whole = width + 2 * OVERHANG
    shown = whole * share // ONE
    left = x - OVERHANG if direction == "ltr" else x - OVERHANG + whole - shown
    return (left, y - OVERHANG, shown, height + 2 * OVERHANG)


def track_value(node: PlanNode, name: str, frame: int) -> int:
    """Evaluate one track of a node at a frame of its scene."""
    keys = node.tracks.get(name)
    return value_at(keys, frame) if keys else REST[name]


def runs_at(shape: CounterShape, frame: int) -> CounterShape:
    """Keep of a counter only the state it has at a frame."""
    index = bisect_right([start for start, _ in shape.states], frame) - 1
    runs = shape.states[max(0, index)][1]
    return CounterShape(((0, runs),), shape.baseline, shape.style, shape.color, shape.direction)


def resolve(
    node: PlanNode, at: Mapping[str, int], items: Sequence[Layer | Draw], direction: str
) -> tuple[Layer | Draw, ...]:
    """Put a node's transform around what it and its children draw at a frame.

    Args:
        node: drawn at that frame.
        at: the values of its tracks.
        items: its own shape, then its children's.
        direction: of the plan.
    """
    if not items or not (node.tracks or node.clip):
        return tuple(items)
    wipe = at.get("wipe", ONE)
    transform = Transform(
        x=at.get("x", 0),
        y=at.get("y", 0),
        scale=at.get("scale", ONE),
        rotation=at.get("rotation", 0),
        origin=node.origin,
        opacity=at.get("opacity", OPAQUE),
        clip=node.clip,
        wipe=wiped(node.box, wipe, direction) if wipe < ONE else None,
    )
    return (Layer(transform, tuple(items)),)


def _drawn(node: PlanNode, frame: int, direction: str) -> tuple[Layer | Draw, ...]:
    if not node.alive[0] <= frame < node.alive[1]:
        return ()
    at = {name: track_value(node, name, frame) for name in node.tracks}
    if at.get("opacity", 1) <= 0 or at.get("scale", 1) <= 0 or at.get("wipe", 1) <= 0:
        return ()
    items: list[Layer | Draw] = []
    reveal = at.get("reveal", ONE)
    if node.shape is not None and reveal > 0:
        shape = node.shape
        items.append(
            Draw(runs_at(shape, frame) if isinstance(shape, CounterShape) else shape, reveal)
        )
    for child in node.children:
        items.extend(_drawn(child, frame, direction))
    return resolve(node, at, items, direction)
