"""Effects and hand-written keyframes to tracks (`docs/plan.md`, "Time")."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from renderer.plan.display import REST
from renderer.plan.easing import values
from renderer.plan.model import ONE, OPAQUE, UNIT, PlanKey
from renderer.plan.places import units
from renderer.script.model import Key

Tracks = dict[str, tuple[PlanKey, ...]]

POP = ONE * 92 // 100
"""Scale that a pop starts from: 0.92."""


@dataclass(frozen=True, slots=True)
class Move:
    """One arrival or leave, in frames of its scene.

    Args:
        travel: units that a rise or slide moves; sideways: 1 where start is left, -1 where right.
        reveals: whether the node's own shape is drawn bit by bit ("grow", "draw").
    """

    effect: str
    start: int
    end: int
    easing: str
    travel: int
    sideways: int
    reveals: bool = False


def arrive(move: Move, rest: Mapping[str, int] = REST) -> Tracks:
    """Return the tracks of an arrival that ends at `rest`."""
    return {
        name: _keys(move, value, rest.get(name, REST[name]))
        for name, value in _away(move, rest, 1).items()
    }


def depart(move: Move, rest: Mapping[str, int] = REST) -> Tracks:
    """Return the tracks of a leave: an arrival told backwards."""
    return {
        name: _keys(move, rest.get(name, REST[name]), value)
        for name, value in _away(move, rest, -1).items()
    }


def still(rest: Mapping[str, int]) -> Tracks:
    """Return tracks of one key for everything that rests elsewhere than usual."""
    return {name: (PlanKey(0, value),) for name, value in rest.items() if value != REST[name]}


def written(keys: Sequence[Key], frame: Callable[[Key], int], sideways: int) -> Tracks:
    """Return the tracks of a template's own keyframes; before the first one it holds."""
    out: dict[str, list[PlanKey]] = {}
    for key in keys:
        for name, value in key.values.items():
            at = PlanKey(frame(key), _in_units(name, value, sideways), key.easing)
            out.setdefault(name, []).append(at)
    return {name: _sorted(track) for name, track in out.items()}


def joined(*tracks: Mapping[str, Sequence[PlanKey]]) -> Tracks:
    """Join tracks by name in time; of two keys in one frame the later argument's stays."""
    out: dict[str, list[PlanKey]] = {}
    for part in tracks:
        for name, keys in part.items():
            out.setdefault(name, []).extend(keys)
    return {name: _sorted(keys) for name, keys in out.items()}


def shown_in(tracks: Mapping[str, Sequence[PlanKey]], frames: int) -> tuple[int, int]:
    """Return the frames [from, to) outside which the tracks hide a node; (0, 0) if always."""
    seen = np.ones(frames, dtype=np.bool_)
    for name in ("opacity", "scale", "wipe", "reveal"):
        if name in tracks:
            seen &= values(tracks[name], frames) > 0
    shown = np.flatnonzero(seen)
    return (int(shown[0]), int(shown[-1]) + 1) if len(shown) else (0, 0)


def _keys(move: Move, start: int, end: int) -> tuple[PlanKey, ...]:
    if move.end <= move.start:
        at = max(1, move.start)
        # A first key one frame earlier keeps it away until then; at frame 0 it simply is there.
        return (
            (PlanKey(at - 1, start), PlanKey(at, end, "step"))
            if move.start > 0
            else (PlanKey(0, end),)
        )
    return (PlanKey(move.start, start), PlanKey(move.end, end, move.easing))


def _away(move: Move, rest: Mapping[str, int], way: int) -> dict[str, int]:
    """Return each track's value while the node is away; `way` is 1 before it comes, -1 after."""
    hidden = {"opacity": 0}
    match move.effect:
        case "rise":
            return hidden | {"y": rest.get("y", 0) + way * move.travel}
        case "slide":
            return hidden | {"x": rest.get("x", 0) - move.sideways * move.travel}
        case "pop":
            return hidden | {"scale": rest.get("scale", ONE) * POP // ONE}
        case "grow" | "draw":
            return {"reveal": 0} if move.reveals else {"wipe": 0}
        case "wipe":
            return {"wipe": 0}
    return hidden


def _in_units(name: str, value: float, sideways: int) -> int:
    match name:
        case "opacity":
            return int(min(1.0, max(0.0, value)) * OPAQUE + 0.5)
        case "scale":
            return int(max(0.0, value) * ONE + 0.5)
        case "x":
            return sideways * units(value)
        case "rotation":
            return int((value * UNIT + 0.5) // 1)
    return units(value)


def _sorted(keys: Sequence[PlanKey]) -> tuple[PlanKey, ...]:
    by_frame: dict[int, PlanKey] = {}
    for key in keys:
        by_frame[key.frame] = key
    return tuple(by_frame[frame] for frame in sorted(by_frame))
