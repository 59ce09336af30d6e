"""A look-ahead limiter: no true peak above the ceiling, no pumping."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderer.segments.loudness import RATE, find_peaks

_BLOCK = RATE // 2000
"""Gain is decided every half millisecond."""
_ATTACK = 4
"""Blocks over which gain falls ahead of a peak."""
_RELEASE_S = 0.015
"""Short: a voice peaks once a glottal pulse, and slower gain would hold all of it down."""


def limit(samples: NDArray[np.float32], ceiling: float) -> NDArray[np.float32]:
    """Return the sound with every true peak at or below `ceiling` (a magnitude, 0..1).

    Length and timing stay as they are.
    """
    peaks = find_peaks(samples, _BLOCK, ceiling / 2)
    needed = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    if not len(needed) or needed.min() >= 1:
        return samples
    # The lowest gain among the blocks ahead, reached evenly over the attack.
    ahead = np.pad(needed, (0, _ATTACK - 1), constant_values=1.0)
    lowest = np.lib.stride_tricks.sliding_window_view(ahead, _ATTACK).min(axis=1)
    behind = np.pad(lowest, (_ATTACK - 1, 0), constant_values=lowest[0])
    even = np.lib.stride_tricks.sliding_window_view(behind, _ATTACK).mean(axis=1)
    gains = _released(np.minimum(even, needed))
    # Straight lines between block edges, each edge no higher than either neighbour allows.
    edges = np.minimum(np.append(gains, 1.0), np.insert(gains, 0, 1.0))
    held = np.flatnonzero((edges[:-1] < 1) | (edges[1:] < 1))
    starts, rises = edges[held, None], np.diff(edges)[held, None]
    curve = (starts + rises * (np.arange(_BLOCK) / _BLOCK)).astype(np.float32)
    blocks = np.zeros((len(needed), _BLOCK), np.float32)
    blocks.reshape(-1)[: len(samples)] = samples
    blocks[held] *= curve
    return blocks.reshape(-1)[: len(samples)]


def _released(falls: NDArray[np.float64]) -> NDArray[np.float64]:
    """Let gain rise slowly after each fall: what is missing to 1 shrinks by a factor a block.

    What is missing in a block is the most that any block so far has left of its own: a running
    maximum of logarithms, from which that many factors are taken.
    """
    shrinks = _BLOCK / RATE / _RELEASE_S * np.arange(len(falls))
    with np.errstate(divide="ignore"):
        logarithms = np.log(1 - falls)
    missing = np.exp(np.maximum.accumulate(logarithms + shrinks) - shrinks)
    gains: NDArray[np.float64] = np.minimum(1 - missing, falls)
    return gains
