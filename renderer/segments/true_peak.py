"""True peaks: how far sound reaches between its samples, which a player's converter makes heard.

Source: ITU-R BS.1770-5, annex 2, at four times the rate.
"""

from __future__ import annotations

from functools import lru_cache
from math import log10

import numpy as np
from numpy.typing import NDArray

_TAPS = 12
"""Samples on either side that an in-between sample is made from."""
WORST = 0.5
"""A block whose samples stay below this share of another's peak cannot hide a higher one."""
_SCALE = 1 << 10
"""Samples (up to 4 times full scale) and taps become whole numbers whose products' sums stay below
2**24: no order of adding them up, which BLAS picks by processor, changes one.
"""
_BLOCK = 48
_AT_ONCE = 1 << 10


def measure_true_peak(samples: NDArray[np.float32]) -> float | None:
    """Measure the true peak in dBTP of mono sound; `None` for silence."""
    top = float(np.abs(samples).max(initial=0.0))
    if top == 0:
        return None
    return 20 * log10(float(find_peaks(samples, _BLOCK, top * WORST).max()))


def find_peaks(
    samples: NDArray[np.float32], block: int, care: float, where: NDArray[np.bool_] | None = None
) -> NDArray[np.float32]:
    """Return the greatest magnitude in each block of `block` samples, at four times the rate.

    Blocks whose samples all stay below `care` are not looked between; of blocks that are not in
    `where` nothing is said but 0.
    """
    blocks = -(-len(samples) // block)
    padded = np.zeros(blocks * block + 2 * _TAPS, np.float32)
    padded[_TAPS : _TAPS + len(samples)] = samples
    windows = np.lib.stride_tricks.sliding_window_view(padded, block + 2 * _TAPS)[::block]
    wanted = np.arange(blocks) if where is None else np.flatnonzero(where)
    peaks = np.zeros(blocks, np.float32)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        near = windows[some]
        peaks[some] = np.abs(near[:, _TAPS:-_TAPS]).max(axis=1)
        loud = peaks[some] >= care
        between = np.rint(near[loud] * np.float32(_SCALE)) @ _in_between(block)
        highest = np.abs(between).max(axis=1, initial=0.0) / np.float32(_SCALE**2)
        peaks[some[loud]] = np.maximum(peaks[some[loud]], highest)
    return peaks


@lru_cache(maxsize=4)
def _in_between(block: int) -> NDArray[np.float32]:
    """Return what makes all of a block's in-between samples of it and its neighbours: columns are
    the samples a quarter, a half and three quarters after each.
    """
    taps = np.zeros((block + 2 * _TAPS, 3, block), np.float32)
    for quarter in range(3):
        own = np.rint(_taps(quarter + 1) * _SCALE)
        for sample in range(block):
            taps[sample + 1 : sample + 1 + 2 * _TAPS, quarter, sample] = own
    return taps.reshape(block + 2 * _TAPS, -1)


def _taps(quarter: int) -> NDArray[np.float64]:
    at = np.arange(-_TAPS + 1, _TAPS + 1) - quarter / 4
    taps: NDArray[np.float64] = np.sinc(at) * np.i0(6.0 * np.sqrt(1 - (at / _TAPS) ** 2))
    taps /= taps.sum()
    return taps
