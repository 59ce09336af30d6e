"""A plan's display lists one after another: tracks evaluated for all frames of a scene at once.

`Reel.display` gives what `display` does. What does not change between two frames asked for one
after the other is the same object in both lists, so that a painter sees at a glance what does.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from renderer.plan.display import mix_at, resolve, runs_at, scene_at
from renderer.plan.easing import values
from renderer.plan.model import (
    ONE,
    CounterShape,
    DisplayList,
    Draw,
    Layer,
    Plan,
    PlanNode,
    PlanScene,
)

Bools = NDArray[np.bool_]
Items = tuple[Layer | Draw, ...]


class Reel:
    """The frames of one plan, in any order; fastest when asked for scene by scene."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._scene: SceneReel | None = None

    def display(self, n: int) -> DisplayList:
        """Resolve frame `n` of the film, 0 <= n < plan.frames. Raises `PlanError`."""
        scene, frame = scene_at(self._plan, n)
        if self._scene is None or self._scene.scene is not scene:
            self._scene = SceneReel(scene, self._plan)
        return self._scene.display(frame)


class SceneReel:
    """The frames of one scene."""

    def __init__(self, scene: PlanScene, plan: Plan) -> None:
        self.scene = scene
        self._size = (plan.width, plan.height)
        self._nodes = [NodeReel(node, scene.frames, plan.direction) for node in scene.nodes]

    def display(self, frame: int) -> DisplayList:
        """Resolve one frame, counted from the scene's start."""
        width, height = self._size
        return DisplayList(
            width=width,
            height=height,
            ground=self.scene.ground,
            items=tuple(item for node in self._nodes for item in node.items(frame)),
            ground_to=self.scene.ground_to,
            mix=mix_at(self.scene, frame),
        )

    def changes(self) -> tuple[Bools, Bools]:
        """Tell per frame whether drawn nodes change, and whether one comes or goes."""
        frames = self.scene.frames
        changes = differs(np.array([mix_at(self.scene, frame) for frame in range(frames)]))
        edges = np.zeros(frames, dtype=np.bool_)
        for node in self._nodes:
            changes |= node.changes
            edges |= node.edges
        return changes, edges


class NodeReel:
    """A node, its children, and per frame of the scene what becomes of them.

    Attributes:
        draws: whether the node draws anything, itself or through its children.
        changes: whether what it draws differs from the frame before, where the same parts draw.
        edges: whether a part of it comes or goes.
    """

    def __init__(self, node: PlanNode, frames: int, direction: str) -> None:
        self._node = node
        self._direction = direction
        self._children = [NodeReel(child, frames, direction) for child in node.children]
        tracks = {name: values(keys, frames) for name, keys in node.tracks.items()}
        self._evaluate(tracks, frames)
        # Plain integers are read one at a time faster than an array's.
        self._tracks = {name: track.tolist() for name, track in tracks.items()}
        self._states = np.cumsum(self.changes | self.edges).tolist()
        self._kept: tuple[int, Items] | None = None
        self._own: Draw | None = None

    def items(self, frame: int) -> Items:
        """Return what the node draws at a frame, the same object while nothing changes."""
        state = self._states[frame]
        if self._kept is None or self._kept[0] != state:
            self._kept = state, self._resolved(frame)
        return self._kept[1]

    def _resolved(self, frame: int) -> Items:
        if not self.draws[frame]:
            return ()
        at = {name: track[frame] for name, track in self._tracks.items()}
        inside = [item for child in self._children for item in child.items(frame)]
        own = self._drawn(frame, at.get("reveal", ONE))
        return resolve(self._node, at, ([own] if own else []) + inside, self._direction)

    def _drawn(self, frame: int, reveal: int) -> Draw | None:
        """Return the node's own shape, the same object while it is drawn alike."""
        shape = self._node.shape
        if shape is None or reveal <= 0:
            return None
        if isinstance(shape, CounterShape):
            shape = runs_at(shape, frame)
        drawn = Draw(shape, reveal)
        if drawn != self._own:
            self._own = drawn
        return self._own

    def _evaluate(self, tracks: dict[str, NDArray[np.int64]], frames: int) -> None:
        node = self._node
        index = np.arange(frames)
        visible = (index >= node.alive[0]) & (index < node.alive[1])
        for name in ("opacity", "scale", "wipe"):
            if name in tracks:
                visible &= tracks[name] > 0
        self.draws = np.zeros(frames, dtype=np.bool_)
        self.changes = np.zeros(frames, dtype=np.bool_)
        self.edges = np.zeros(frames, dtype=np.bool_)
        if node.shape is not None:
            reveal = tracks.get("reveal")
            self.draws = visible & (reveal > 0) if reveal is not None else visible.copy()
            self.edges |= differs(self.draws)
            if reveal is not None:
                self.changes |= differs(reveal) & self.draws
            if isinstance(node.shape, CounterShape):
                self.changes |= _counted(node.shape, frames) & self.draws
        for child in self._children:
            self.draws |= child.draws & visible
            self.changes |= child.changes & visible
            self.edges |= child.edges & visible
        self.edges |= differs(self.draws)
        for name, track in tracks.items():
            if name != "reveal":
                self.changes |= differs(track) & self.draws


def _counted(shape: CounterShape, frames: int) -> Bools:
    out = np.zeros(frames, dtype=np.bool_)
    for (_, runs), (start, after) in pairwise(shape.states):
        if 0 <= start < frames and runs != after:
            out[start] = True
    return out


def differs(track: NDArray[np.generic]) -> Bools:
    """Tell where a value differs from the one before; never at the first."""
    out = np.zeros(len(track), dtype=np.bool_)
    out[1:] = track[1:] != track[:-1]
    return out
