"""The part of a plan that decides a segment's pictures, and nothing else.

Two segments with the same sub-plan have the same pixels, whoever the customer is and wherever in
the film they stand. So it has no ids, no facts, no place in time; of a track only the values that
it takes in frames that are drawn; and faces by the hash of their file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderer.plan.canonical import plain
from renderer.plan.display import REST, mix_at
from renderer.plan.easing import values
from renderer.plan.model import CounterShape, Plan, PlanNode, PlanScene, TextShape
from renderer.segments.ranges import SegmentRange

Bools = NDArray[np.bool_]
Tracks = dict[str, NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class ShownNode:
    """A node that draws something in a segment.

    Args:
        id: of the node, which is no part of the sub-plan.
        depth: 0 for a node of the scene, 1 for its children, and so on.
        since: frame of the scene in which it, or a child, is first drawn in the segment.
        form: all that it adds to the pictures itself, without its children, as plain JSON.
    """

    id: str
    depth: int
    since: int
    form: dict[str, Any]


class SubPlans:
    """Takes sub-plans out of one plan; what segments of a scene share is worked out once.

    Args:
        plan: the film.
        height: of its pictures in px.
    """

    def __init__(self, plan: Plan, height: int) -> None:
        self._plan = plan
        self._size = [plan.width, plan.height, height]
        self._scenes = {scene.start: scene for scene in plan.scenes}
        self._starts = sorted(self._scenes)
        self._tracks: dict[int, Tracks] = {}
        self._shapes: dict[int, Any] = {}

    def of(self, part: SegmentRange, frames: tuple[int, ...]) -> dict[str, Any]:
        """Return the sub-plan of a segment as plain JSON: `frames` of the film are drawn for it."""
        scene, at = self._place(part, frames)
        content: dict[str, Any] = {
            "size": self._size,
            "frames": part.frames,
            "drawn": [frame - part.start for frame in frames],
            "ground": plain(scene.ground),
            "nodes": [[one.depth, one.form] for one in self.shown(part, frames)],
        }
        if scene.ground_to:
            content["over"] = plain(scene.ground_to)
            content["mix"] = [mix_at(scene, frame) for frame in at.tolist()]
        return content

    def shown(self, part: SegmentRange, frames: tuple[int, ...]) -> Iterator[ShownNode]:
        """Yield the nodes of a segment in paint order, each before its children."""
        scene, at = self._place(part, frames)
        everywhere = np.ones(len(at), np.bool_)
        for node in scene.nodes:
            yield from self._nodes(node, at, everywhere, scene, 0)

    def _place(
        self, part: SegmentRange, frames: tuple[int, ...]
    ) -> tuple[PlanScene, NDArray[np.int64]]:
        """Return a segment's scene and its drawn frames, counted from the scene's start."""
        start = self._starts[bisect_right(self._starts, part.start) - 1]
        return self._scenes[start], np.array(frames, np.int64) - start

    def _nodes(
        self, node: PlanNode, at: NDArray[np.int64], inside: Bools, scene: PlanScene, depth: int
    ) -> list[ShownNode]:
        tracks = {name: track[at] for name, track in self._tracks_of(node, scene.frames).items()}
        seen = inside & (at >= node.alive[0]) & (at < node.alive[1])
        for name in ("opacity", "scale", "wipe"):
            if name in tracks:
                seen &= tracks[name] > 0
        own = np.zeros(len(at), np.bool_)
        if node.shape is not None:
            own = seen & (tracks["reveal"] > 0) if "reveal" in tracks else seen
        below = [
            one for child in node.children for one in self._nodes(child, at, seen, scene, depth + 1)
        ]
        if not (own.any() or below):
            return []
        since = min([int(at[own.argmax()])] if own.any() else [one.since for one in below])
        form = self._form(node, at, tracks, seen, own)
        return [ShownNode(node.id, depth, since, form), *below]

    def _form(
        self, node: PlanNode, at: NDArray[np.int64], tracks: Tracks, seen: Bools, own: Bools
    ) -> dict[str, Any]:
        # A transform that does nothing still groups what fades inside it.
        form: dict[str, Any] = {"layer": bool(node.tracks or node.clip)}
        if not seen.all():
            form["seen"] = seen.astype(int).tolist()
        if own.any() and (own != seen).any():
            form["own"] = own.astype(int).tolist()
        for name, track in tracks.items():
            value = _taken(track, own if name == "reveal" else seen)
            if value not in (None, REST[name]):
                form[name] = value
        if "scale" in form or "rotation" in form:
            form["origin"] = node.origin
        if "wipe" in form:
            form["wiped"] = [node.box, self._plan.direction]
        if node.clip:
            form["clip"] = node.clip
        if own.any():
            form["shape"] = self._shape(node)
            if isinstance(node.shape, CounterShape):
                form["states"] = _states(node.shape, at, own)
        return form

    def _tracks_of(self, node: PlanNode, frames: int) -> Tracks:
        known = self._tracks.get(id(node))
        if known is None:
            known = {name: values(keys, frames) for name, keys in node.tracks.items() if keys}
            self._tracks[id(node)] = known
        return known

    def _shape(self, node: PlanNode) -> Any:
        known = self._shapes.get(id(node))
        if known is None:
            shape = node.shape
            if isinstance(shape, CounterShape):
                shape = replace(shape, states=())
            known = plain(shape)
            if isinstance(shape, TextShape | CounterShape):
                known["style"]["faces"] = [self._face(key) for key in shape.style.faces]
            self._shapes[id(node)] = known
        return known

    def _face(self, key: str) -> list[str]:
        face = self._plan.faces.get(key)
        return [face.family, face.sha256] if face else [key]


def _taken(track: NDArray[np.int64], where: Bools) -> int | list[int] | None:
    """Return the values a track takes where it matters: one if it is always the same."""
    taken = track[where]
    if not len(taken):
        return None
    first = int(taken[0])
    if (taken == first).all():
        return first
    masked: list[int] = np.where(where, track, 0).tolist()
    return masked


def _states(shape: CounterShape, at: NDArray[np.int64], own: Bools) -> list[Any]:
    """Return the runs of a counter in each frame that shows it; -1 stands for those before."""
    starts = [start for start, _ in shape.states]
    out: list[Any] = []
    last: Any = None
    for frame in at[own].tolist():
        runs = shape.states[max(0, bisect_right(starts, frame) - 1)][1]
        out.append(-1 if runs == last else runs)
        last = runs
    return out
