"""A look-ahead limiter: no true peak above the ceiling, no pumping."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderer.segments.loudness import RATE
from renderer.segments.true_peak import WORST, find_peaks

BLOCK = RATE // 2000
"""Gain is decided every half millisecond."""
_ATTACK = 4
"""Blocks over which gain falls ahead of a peak."""
_RELEASE_S = 0.015
"""Short: a voice peaks once a glottal pulse, and slower gain would hold all of it down."""

Edges = NDArray[np.float32]
"""Gain at each edge of each block of a sound, one more than blocks; between edges it is a line."""


def limit(samples: NDArray[np.float32], ceiling: float) -> NDArray[np.float32]:
    """Return the sound with every true peak at or below `ceiling` (a magnitude, 0..1).

    Length and timing stay as they are.
    """
    edges = hold_down(find_peaks(samples, BLOCK, ceiling * WORST), ceiling)
    if edges is None:
        return samples
    blocks = np.zeros((len(edges) - 1) * BLOCK, np.float32)
    blocks[: len(samples)] = samples
    return shape(blocks, edges)[: len(samples)]


def hold_down(peaks: NDArray[np.float32], ceiling: float) -> Edges | None:
    """Return the gain that brings peaks, one a block, down to a ceiling; None where none is above.

    Gain falls evenly ahead of a peak, and rises slowly after it.
    """
    over = peaks > ceiling
    if not over.any():
        return None
    needed = np.ones(len(peaks) + _ATTACK - 1)
    needed[: len(peaks)][over] = ceiling / peaks[over].astype(np.float64)
    # The lowest gain among the blocks ahead, reached evenly over the attack.
    count = len(peaks)
    lowest = needed[:count].copy()
    for ahead in range(1, _ATTACK):
        np.minimum(lowest, needed[ahead : ahead + count], out=lowest)
    behind = np.concatenate([np.full(_ATTACK - 1, lowest[0]), lowest])
    even = behind[:count].copy()
    for later in range(1, _ATTACK):
        even += behind[later : later + count]
    gains = _released(np.minimum(even / _ATTACK, needed[:count]))
    # Straight lines between block edges, each edge no higher than either neighbour allows.
    edges = np.ones(count + 1)
    edges[:-1] = gains
    np.minimum(edges[1:], gains, out=edges[1:])
    return edges.astype(np.float32)


def shape(samples: NDArray[np.float32], edges: Edges) -> NDArray[np.float32]:
    """Apply gain to whole blocks of sound, in place, and return it."""
    blocks = samples.reshape(-1, BLOCK)
    held = (edges[:-1] < 1) | (edges[1:] < 1)
    turns = np.flatnonzero(np.diff(held, prepend=False, append=False)).tolist()
    along = np.arange(BLOCK, dtype=np.float32) / np.float32(BLOCK)
    for start, end in zip(turns[::2], turns[1::2], strict=True):
        gains = np.multiply.outer(np.diff(edges[start : end + 1]), along)
        gains += edges[start:end, None]
        blocks[start:end] *= gains
    return samples


def _released(falls: NDArray[np.float64]) -> NDArray[np.float64]:
    """Let gain rise slowly after each fall: what is missing to 1 shrinks by a factor a block.

    What is missing in a block is the most that any block so far has left of its own: a running
    maximum of logarithms, from which that many factors are taken.
    """
    shrinks = BLOCK / RATE / _RELEASE_S * np.arange(len(falls))
    with np.errstate(divide="ignore"):
        logarithms = np.log(1 - falls)
    missing = np.exp(np.maximum.accumulate(logarithms + shrinks) - shrinks)
    gains: NDArray[np.float64] = np.minimum(1 - missing, falls)
    return gains
