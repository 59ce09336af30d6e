"""Tracks at a frame, in exact integer arithmetic (`docs/plan.md`, "Tracks")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from renderer.plan.model import PlanKey

Number = TypeVar("Number", int, NDArray[np.int64])

EASINGS = ("linear", "ease-in", "ease-out", "ease-in-out", "step")


def value_at(keys: Sequence[PlanKey], frame: int) -> int:
    """Evaluate a track of at least one key at one frame."""
    before = keys[0]
    if frame <= before.frame:
        return before.value
    for after in keys[1:]:
        if frame < after.frame:
            return _between(before, after, frame - before.frame)
        before = after
    return before.value


def values(keys: Sequence[PlanKey], frames: int) -> NDArray[np.int64]:
    """Evaluate a track at frames 0 to `frames` - 1: int64, shape (frames,)."""
    out = np.full(frames, keys[0].value, dtype=np.int64)
    for before, after in pairwise(keys):
        start, stop = max(0, before.frame), min(frames, after.frame)
        if start < stop:
            times = np.arange(start, stop, dtype=np.int64) - before.frame
            out[start:stop] = _run(before, after, times)
        out[max(0, after.frame) :] = after.value
    return out


def eased(easing: str, time: int, length: int, size: int) -> int:
    """Return `size` times the easing's progress at `time` of `length`, rounded half up."""
    return value_at((PlanKey(0, 0), PlanKey(length, size, easing)), time)


def _run(before: PlanKey, after: PlanKey, times: NDArray[np.int64]) -> NDArray[np.int64]:
    length = after.frame - before.frame
    late = 2 * times >= length
    early = _round(before.value, after.value, *_progress(after.easing, times, length, late=False))
    if after.easing != "ease-in-out":
        return early
    second = _round(before.value, after.value, *_progress(after.easing, times, length, late=True))
    return np.where(late, second, early)


def _between(before: PlanKey, after: PlanKey, time: int) -> int:
    length = after.frame - before.frame
    top, bottom = _progress(after.easing, time, length, late=2 * time >= length)
    return _round(before.value, after.value, top, bottom)


def _progress(easing: str, time: Number, length: int, *, late: bool) -> tuple[Number, int]:
    """Return progress as a fraction: numerator and denominator."""
    cube = length**3
    rest = length - time
    match easing:
        case "linear":
            return time, length
        case "ease-in":
            return time * time * time, cube
        case "ease-out":
            return cube - rest * rest * rest, cube
        case "ease-in-out":
            return (cube - 4 * rest * rest * rest if late else 4 * time * time * time), cube
        case "step":
            return 0 * time, 1
    raise ValueError(f"unknown easing {easing!r}")


def _round(start: int, end: int, top: Number, bottom: int) -> Number:
    return start + (2 * (end - start) * top + bottom) // (2 * bottom)
