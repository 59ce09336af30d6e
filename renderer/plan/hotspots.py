"""Hotspots: where a clickable node stands in every film frame, from the tracks that draw it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from renderer.plan.display import REST
from renderer.plan.easing import values
from renderer.plan.items import item_id
from renderer.plan.model import ONE, UNIT, PlanHotspot, PlanNode, PlanScene, Rect
from renderer.plan.motion import shown_in
from renderer.script.model import ChartSpec, Hotspot, Node

TOLERANCE = UNIT // 2
"""Units by which a polyline may leave the true rectangle: half a px."""

Rects = list[Rect]


def hotspots(scene: PlanScene, layout: Node, leave: int) -> list[PlanHotspot]:
    """Return the hotspots of a scene.

    Args:
        scene: laid.
        layout: the script's nodes of it.
        leave: frame of the scene in which they end.
    """
    out = []
    for path, spot in _clickable(layout):
        chain = _chain(scene.nodes, path)
        if chain is None:
            continue
        first = max(_first_shown(part, scene.frames) for part in chain)
        last = min(leave, *(part.alive[1] for part in chain))
        if first >= last:
            continue
        rects = _rects(chain, first, last, scene.frames)
        keys = [(scene.start + first + at, *rects[at]) for at in _polyline(rects)]
        out.append(
            PlanHotspot(
                id=path,
                scene=scene.id,
                action=spot.action,
                label=spot.label.seen,
                start=scene.start + first,
                end=scene.start + last,
                keys=tuple(keys),
                pause=spot.pause,
                priority=spot.priority,
                fact=spot.fact,
            )
        )
    return out


def _clickable(node: Node) -> Iterator[tuple[str, Hotspot]]:
    """Yield the ids of what has a hotspot: nodes, and items of charts."""
    if node.hotspot is not None:
        yield node.path, node.hotspot
    if isinstance(node.spec, ChartSpec):
        for index, item in enumerate(node.spec.items):
            if item.hotspot is not None:
                yield item_id(node, index), item.hotspot
    for child in node.children:
        yield from _clickable(child)


def _first_shown(node: PlanNode, frames: int) -> int:
    return max(node.alive[0], shown_in(node.tracks, frames)[0])


def _chain(nodes: Sequence[PlanNode], path: str) -> list[PlanNode] | None:
    """Return the nodes from the scene's top down to the one of that id."""
    for node in nodes:
        if node.id == path:
            return [node]
        below = _chain(node.children, path)
        if below is not None:
            return [node, *below]
    return None


def _rects(chain: Sequence[PlanNode], first: int, last: int, frames: int) -> Rects:
    """Return the bounds of a node's box at each frame, moved by every node that holds it."""
    moves = [
        (node.origin, [_track(node, name, frames) for name in ("scale", "rotation", "x", "y")])
        for node in reversed(chain)
        if any(name in node.tracks for name in ("scale", "rotation", "x", "y"))
    ]
    out: Rects = []
    before: list[list[int]] = []
    for frame in range(first, last):
        at = [[track[frame] for track in tracks] for _, tracks in moves]
        if out and at == before:
            out.append(out[-1])
            continue
        before = at
        origins = [origin for origin, _ in moves]
        out.append(_bounds(chain[-1].box, list(zip(origins, at, strict=True))))
    return out


def _track(node: PlanNode, name: str, frames: int) -> list[int]:
    keys = node.tracks.get(name)
    return values(keys, frames).tolist() if keys else [REST[name]] * frames


def _bounds(box: Rect, moves: Sequence[tuple[tuple[int, int], list[int]]]) -> Rect:
    x, y, width, height = box
    points = [
        (float(x), float(y)),
        (float(x + width), float(y)),
        (float(x + width), float(y + height)),
        (float(x), float(y + height)),
    ]
    for (left, top), (size, turned, by_x, by_y) in moves:
        scale, turn = size / ONE, math.radians(turned / UNIT)
        cos, sin = math.cos(turn), math.sin(turn)
        points = [
            (
                left + scale * (cos * (px - left) - sin * (py - top)) + by_x,
                top + scale * (sin * (px - left) + cos * (py - top)) + by_y,
            )
            for px, py in points
        ]
    across = [round(px) for px, _ in points]
    down = [round(py) for _, py in points]
    return (min(across), min(down), max(across) - min(across), max(down) - min(down))


def _polyline(rects: Rects) -> list[int]:
    """Choose the frames to key, as few as keep every frame within the tolerance."""
    last = len(rects) - 1
    while last > 0 and rects[last - 1] == rects[last]:
        last -= 1
    kept = [0]
    while kept[-1] < last:
        start = kept[-1]
        end = start + 1
        while end < last and _near(rects, start, end + 1):
            end += 1
        kept.append(end)
    return kept


def _near(rects: Rects, start: int, end: int) -> bool:
    length = end - start
    for at in range(start + 1, end):
        share = (at - start) / length
        for one, two, true in zip(rects[start], rects[end], rects[at], strict=True):
            if abs(one + (two - one) * share - true) > TOLERANCE:
                return False
    return True
