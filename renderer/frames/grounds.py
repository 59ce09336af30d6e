"""Grounds: gradients and soft lights behind a scene, added up in float and dithered once.

Skia composites in 8 bits, each layer rounded: two soft lights over a gradient then band. Here all
paints of a ground are laid over each other in float and rounded once, with `dither`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from renderer.frames.dither import STEPS, TILE, pattern, to_bytes
from renderer.frames.paints import rgba
from renderer.frames.pixels import IS_BGRA
from renderer.plan.model import ONE, UNIT, PlanPaint

_FINE = 10
"""Bits of a passage's mix: 0..1024."""
_RAMP = 16_384
"""Colours kept of one gradient: 64 for each 8-bit step of one from black to white."""
_STRIP = 16
"""Rows added up at a time."""

Paints = tuple[PlanPaint, ...]
_Number = TypeVar("_Number", np.uint8, np.uint16)


@lru_cache(maxsize=4)
def ground(paints: Paints, width: int, height: int, scale: float) -> NDArray[np.uint8]:
    """Return a ground as (height, width, 4) in Skia's own order, opaque; read-only.

    Args:
        paints: bottom first, in Plan units; what they leave open is black.
        width: of the picture in px.
        height: of the picture in px.
        scale: px of the picture for one logical px.
    """
    picture = np.empty((height, width, 4), np.uint8)
    for rows, values in _strips(paints, width, height, scale):
        picture[rows] = to_bytes(values, rows.start)
    return _held(picture)


class Passages:
    """Pictures on the way from one ground to another, and what they are worked out from.

    That takes as much memory as eight pictures, so it lasts as long as a film is drawn.
    """

    def __init__(self) -> None:
        self._last: tuple[object, NDArray[np.uint8]] | None = None
        self._way: _Way | None = None

    def picture(
        self, paints: Paints, over: Paints, mix: int, width: int, height: int, scale: float
    ) -> NDArray[np.uint8]:
        """Return `over` laid over `paints` with an opacity of `mix` (0..1024), else as `ground`."""
        asked = (paints, over, mix, width, height, scale)
        if self._last is None or self._last[0] != asked:
            start, change = self._between(paints, over, width, height, scale)
            picture = np.empty((height, width, 4), np.uint8)
            values = np.empty((_STRIP, width, 4), np.int32)
            for top in range(0, height, _STRIP):
                rows = slice(top, top + _STRIP)
                strip = values[: len(picture[rows])]
                np.multiply(change[rows], np.int32(mix), out=strip)
                strip += start[rows]
                strip >>= _FINE + 8
                picture[rows] = strip
            self._last = (asked, _held(picture))
        return self._last[1]

    def _between(
        self, paints: Paints, over: Paints, width: int, height: int, scale: float
    ) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return where a passage starts, dithered, and what a mix of 1 of 1024 adds to it.

        Both in 1/1024 of 1/256 of an 8-bit step, so that every frame is a sum and a shift.
        """
        size = (width, height, scale)
        known = self._way
        if known is not None and known[:3] == (over, paints, size):
            # The way back: films come and go between two grounds.
            start, change = known[3:]
            start += change << _FINE
            np.negative(change, out=change)
            self._way = (paints, over, size, start, change)
        elif known is None or known[:3] != (paints, over, size):
            start = _composited(paints, *size)
            change = _composited(over, *size)
            change -= start
            rows = np.arange(height) % TILE
            start += pattern(TILE, width)[rows]
            start <<= _FINE
            self._way = (paints, over, size, start, change)
        assert self._way is not None  # noqa: S101
        return self._way[3:]


_Way = tuple[Paints, Paints, tuple[int, int, float], NDArray[np.int32], NDArray[np.int32]]


def _composited(paints: Paints, width: int, height: int, scale: float) -> NDArray[np.int32]:
    """Return a ground in 1/256 of an 8-bit step: (height, width, 4) in Skia's own order."""
    whole = np.empty((height, width, 4), np.int32)
    for rows, values in _strips(paints, width, height, scale):
        whole[rows] = values
    return whole


def _strips(
    paints: Paints, width: int, height: int, scale: float
) -> Iterator[tuple[slice, NDArray[np.uint16]]]:
    """Yield a ground from top to bottom as `_composited` has it, some rows at a time.

    What is added up for a strip stays in the processor's cache, and fresh memory, which costs as
    much as the sums, is touched for one strip only.
    """
    ramps = [_ramp(paint) for paint in paints]
    x = (np.arange(width, dtype=np.float32) + 0.5) / scale * UNIT
    y = (np.arange(height, dtype=np.float32)[:, None] + 0.5) / scale * UNIT
    for top in range(0, height, _STRIP):
        rows = slice(top, min(top + _STRIP, height))
        light = np.zeros((rows.stop - top, width, 4), np.float32)
        for paint, ramp in zip(paints, ramps, strict=True):
            columns = _reach(paint, x, y[rows])
            color = _colors(paint, ramp, x[columns], y[rows])
            light[:, columns] *= 1 - color[..., 3:]
            light[:, columns] += color
        light[..., 3] = 1
        light *= 255 * STEPS
        yield rows, np.rint(light, out=light).astype(np.uint16)


def _held(array: NDArray[_Number]) -> NDArray[_Number]:
    array.flags.writeable = False
    return array


def _ramp(paint: PlanPaint) -> NDArray[np.float32]:
    """Return a paint's colours, (steps, 4) in Skia's own order, 0..1 and multiplied by alpha."""
    places, colors = _stops(paint.stops)
    if IS_BGRA:
        colors = colors[:, [2, 1, 0, 3]]
    if paint.kind == "solid":
        return colors[:1]
    steps = np.linspace(0, 1, _RAMP, dtype=np.float32)
    ramp = np.stack([np.interp(steps, places, color) for color in colors.T], axis=-1)
    return ramp.astype(np.float32)


def _reach(paint: PlanPaint, x: NDArray[np.float32], y: NDArray[np.float32]) -> slice:
    """Return the columns of some rows where a paint may show: a light that fades has an end."""
    if paint.kind != "radial" or not paint.stops[-1][1].endswith("00"):
        return slice(None)
    cx, cy, radius = paint.points
    away = max(0.0, float(y[0, 0]) - cy, cy - float(y[-1, 0]))
    half = max(0.0, radius * radius - away * away) ** 0.5 + UNIT
    first, last = np.searchsorted(x, (cx - half, cx + half))
    return slice(int(first), int(last))


def _colors(
    paint: PlanPaint, ramp: NDArray[np.float32], x: NDArray[np.float32], y: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return a paint's colours at places in Plan units, broadcastable to (rows, columns, 4)."""
    if paint.kind == "solid":
        return ramp.reshape(1, 1, 4)
    at = _along_line(paint, x, y) if paint.kind == "linear" else _from_centre(paint, x, y)
    index = np.rint(np.clip(at, 0, 1) * (_RAMP - 1)).astype(np.intp)
    return np.take(ramp, index, axis=0)


def _along_line(
    paint: PlanPaint, x: NDArray[np.float32], y: NDArray[np.float32]
) -> NDArray[np.float32]:
    x0, y0, x1, y1 = paint.points
    dx, dy = x1 - x0, y1 - y0
    length = np.float32(max(1, dx * dx + dy * dy))
    return ((x - x0) * dx + (y - y0) * dy) / length


def _from_centre(
    paint: PlanPaint, x: NDArray[np.float32], y: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return how far from a light's centre each pixel is, eased.

    Light falls off smoothly at its centre and its edge, where straight stops would show as a
    bright point and a ring.
    """
    cx, cy, radius = paint.points
    distance = np.sqrt((x - cx) ** 2 + (y - cy) ** 2) / max(1, radius)
    held = np.minimum(distance, 1)
    return np.asarray(held * held * (3 - 2 * held), np.float32)


def _stops(
    stops: Sequence[tuple[int, str]],
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    colors = np.array([rgba(color) for _, color in stops], np.float32)
    colors[:, :3] *= colors[:, 3:]
    return np.array([at / ONE for at, _ in stops], np.float32), colors
