"""Which frames of a film differ from the one before, exactly, from the tracks alone."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from renderer.plan.display import display, mix_at
from renderer.plan.easing import values
from renderer.plan.model import CounterShape, Plan, PlanNode, PlanScene

Bools = NDArray[np.bool_]


def distinct_frames(plan: Plan) -> tuple[int, ...]:
    """List the film frames whose display list differs from the frame before, frame 0 first.

    Tracks decide wherever the same nodes draw in both frames. Where one comes or goes, unlike
    tracks may still draw alike, so there (and at a scene's first frame) the lists are compared.
    """
    out: list[int] = []
    for scene in plan.scenes:
        changes, edges = _of_scene(scene)
        edges[0] = True
        for frame in np.flatnonzero(edges).tolist():
            film = scene.start + frame
            changes[frame] = film == 0 or display(plan, film) != display(plan, film - 1)
        out.extend((scene.start + np.flatnonzero(changes)).tolist())
    return tuple(out)


def _of_scene(scene: PlanScene) -> tuple[Bools, Bools]:
    """Tell per frame whether drawn nodes change, and whether one comes or goes."""
    mixes = np.array([mix_at(scene, frame) for frame in range(scene.frames)])
    changes = _differs(mixes)
    edges = np.zeros(scene.frames, dtype=np.bool_)
    for node in scene.nodes:
        _, changed, edge = _of_node(node, scene.frames)
        changes |= changed
        edges |= edge
    return changes, edges


def _of_node(node: PlanNode, frames: int) -> tuple[Bools, Bools, Bools]:
    """Tell per frame whether a node draws, changes, and has a part that comes or goes."""
    tracks = {name: values(keys, frames) for name, keys in node.tracks.items()}
    index = np.arange(frames)
    visible = (index >= node.alive[0]) & (index < node.alive[1])
    for name in ("opacity", "scale", "wipe"):
        if name in tracks:
            visible &= tracks[name] > 0
    draws = np.zeros(frames, dtype=np.bool_)
    changes = np.zeros(frames, dtype=np.bool_)
    edges = np.zeros(frames, dtype=np.bool_)
    if node.shape is not None:
        reveal = tracks.get("reveal")
        draws = visible & (reveal > 0) if reveal is not None else visible.copy()
        edges |= _differs(draws)
        if reveal is not None:
            changes |= _differs(reveal) & draws
        if isinstance(node.shape, CounterShape):
            changes |= _counted(node.shape, frames) & draws
    for child in node.children:
        drawn, changed, edge = _of_node(child, frames)
        draws |= drawn & visible
        changes |= changed & visible
        edges |= edge & visible
    edges |= _differs(draws)
    for name, track in tracks.items():
        if name != "reveal":
            changes |= _differs(track) & draws
    return draws, changes, edges


def _counted(shape: CounterShape, frames: int) -> Bools:
    out = np.zeros(frames, dtype=np.bool_)
    for (_, runs), (start, after) in pairwise(shape.states):
        if 0 <= start < frames and runs != after:
            out[start] = True
    return out


def _differs(track: NDArray[np.generic]) -> Bools:
    out = np.zeros(len(track), dtype=np.bool_)
    out[1:] = track[1:] != track[:-1]
    return out
