"""Change of sampling rate, exact: the same samples on every machine."""

from __future__ import annotations

from functools import cache
from math import gcd

import numpy as np
from numpy.typing import NDArray

from renderer.speech.model import SAMPLE_RATE

_HALF = 16
"""Taps on either side of the middle, in samples of the slower rate."""
_TAP_SCALE = 1 << 22
_KAISER = 8.0


@cache
def _bank(up: int, down: int) -> tuple[NDArray[np.float64], int]:
    """Return one row of taps an output of a block, over all inputs the block needs, and the reach.

    A Kaiser-windowed sinc cut at the lower of both Nyquist frequencies, rounded to integers.
    """
    widen = max(1.0, down / up)
    reach = int(np.ceil(_HALF * widen))
    outputs = np.arange(up)[:, None] * (down / up)
    inputs = np.arange(-reach, down + reach)[None, :]
    at = (inputs - outputs) / widen
    window = np.i0(_KAISER * np.sqrt(np.clip(1 - (at / _HALF) ** 2, 0, 1))) / np.i0(_KAISER)
    taps = np.where(np.abs(at) < _HALF, np.sinc(at * 0.97) * 0.97 * window, 0.0)
    taps /= taps.sum(axis=1, keepdims=True)
    return np.rint(taps * _TAP_SCALE), reach


def to_sample_rate(pcm: NDArray[np.int16], rate: int) -> NDArray[np.float32]:
    """Resample 16-bit mono PCM at `rate` Hz to float32 at 48 kHz, -1..1, without delay.

    Taps and samples are whole numbers held in float64 whose sums stay below 2**53, so no order of
    addition (BLAS picks it by processor) can change the result.
    """
    if rate == SAMPLE_RATE:
        return (pcm / 32768).astype(np.float32)
    common = gcd(rate, SAMPLE_RATE)
    up, down = SAMPLE_RATE // common, rate // common
    bank, reach = _bank(up, down)
    length = -(-len(pcm) * up // down)
    blocks = -(-length // up)
    padded = np.zeros(blocks * down + 2 * reach, np.float64)
    padded[reach : reach + len(pcm)] = pcm
    windows = np.lib.stride_tricks.sliding_window_view(padded, down + 2 * reach)[::down]
    sums = windows[:blocks] @ bank.T
    return (sums.reshape(-1)[:length] / (_TAP_SCALE * 32768.0)).astype(np.float32)
