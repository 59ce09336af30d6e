"""Dither: a fixed pattern added before rounding to 8 bits, so that soft light shows no steps."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

STEPS = 256
"""Levels kept between two 8-bit values before dithering."""
TILE = 256


@lru_cache(maxsize=1)
def _tile() -> NDArray[np.uint16]:
    """Return one tile of the pattern: (TILE, TILE, 4), 0..255 evenly spread, another a channel.

    The fourth channel, alpha, gets none.

    Source: interleaved gradient noise, J. Jimenez, "Next Generation Post Processing in Call of
    Duty: Advanced Warfare", SIGGRAPH 2014.
    """
    rows, columns = np.mgrid[0:TILE, 0:TILE].astype(np.float64)
    channels = []
    for offset in (0.0, 47.0, 113.0):
        ramp = 0.06711056 * (columns + offset) + 0.00583715 * (rows + 2 * offset)
        channels.append(np.mod(52.9829189 * np.mod(ramp, 1.0), 1.0))
    channels.append(np.zeros_like(channels[0]))
    return (np.stack(channels, axis=-1) * STEPS).astype(np.uint16)


@lru_cache(maxsize=2)
def pattern(height: int, width: int) -> NDArray[np.uint16]:
    """Return what is added before rounding down: (height, width, 4), 0..255, evenly spread."""
    down, across = -(-height // TILE), -(-width // TILE)
    return np.ascontiguousarray(np.tile(_tile(), (down, across, 1))[:height, :width])


def to_bytes(values: NDArray[np.uint16], top: int = 0) -> NDArray[np.uint8]:
    """Round colours in 1/256 of an 8-bit step to 8 bits, dithered; shape (height, width, 4).

    The same pattern for every frame, so that what rests in a film rests in its pixels. A colour
    that is a whole 8-bit value stays exactly that.

    Args:
        values: whole rows of a picture.
        top: the picture's row that they begin with.
    """
    height, width, _ = values.shape
    rows = np.arange(top, top + height) % TILE
    return np.asarray((values + pattern(TILE, width)[rows]) >> 8, np.uint8)
