"""A look-ahead limiter: no true peak above the ceiling, no pumping."""

from __future__ import annotations

from math import exp

import numpy as np
from numpy.typing import NDArray

from renderer.segments.loudness import RATE, find_peaks

_BLOCK = RATE // 1000
"""Gain is decided once a millisecond."""
_ATTACK = 4
"""Blocks over which gain falls ahead of a peak."""
_HOLD = 8
_RELEASE_S = 0.06


def limit(samples: NDArray[np.float32], ceiling: float) -> NDArray[np.float32]:
    """Return the sound with every true peak at or below `ceiling` (a magnitude, 0..1).

    Length and timing stay as they are.
    """
    peaks = find_peaks(samples, _BLOCK, ceiling / 2)
    needed = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    if not len(needed) or needed.min() >= 1:
        return samples
    # The lowest gain among the blocks ahead and just passed, reached evenly over the attack.
    around = np.pad(needed, (_HOLD, 2 * _ATTACK), constant_values=1.0)
    lowest = np.lib.stride_tricks.sliding_window_view(around, _HOLD + _ATTACK + 1).min(axis=1)
    even = np.convolve(lowest, np.full(_ATTACK, 1 / _ATTACK))[: len(lowest)]
    even[: _ATTACK - 1] = lowest[: _ATTACK - 1]
    falls = np.minimum(even[: len(needed)], needed)
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
