"""A look-ahead limiter: no true peak above the ceiling, no pumping."""

from __future__ import annotations

from math import exp

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
    falls = np.minimum(even, needed)
    keep = exp(-_BLOCK / RATE / _RELEASE_S)
    gains = np.empty(len(needed))
    gain = 1.0
    for index, fall in enumerate(falls.tolist()):
        gain = min(fall, 1 - (1 - gain) * keep)
        gains[index] = gain
    # Straight lines between block edges, each edge no higher than either neighbour allows.
    edges = np.minimum(np.append(gains, 1.0), np.insert(gains, 0, 1.0))
    curve = np.interp(np.arange(len(samples)), np.arange(len(edges)) * _BLOCK, edges)
    limited: NDArray[np.float32] = (samples * curve).astype(np.float32)
    return limited
