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
_CUT = 0.97
_GROUP = 32


@cache
def _bank(up: int, down: int) -> tuple[tuple[int, int, NDArray[np.float64]], ...]:
    """Return taps for one block of `up` outputs from `down` inputs, in groups of near outputs.

    A group is (first output, first input, rows of taps over the inputs that the group needs): a
    Kaiser-windowed sinc cut at the lower of both Nyquist frequencies, rounded to integers.
    """
    widen = max(1.0, down / up)
    groups = []
    for first in range(0, up, _GROUP):
        outputs = np.arange(first, min(first + _GROUP, up))[:, None] * (down / up)
        start = int(np.floor(outputs[0, 0])) - _reach(up, down)
        stop = int(np.ceil(outputs[-1, 0])) + _reach(up, down) + 1
        at = (np.arange(start, stop)[None, :] - outputs) / widen
        window = np.i0(_KAISER * np.sqrt(np.clip(1 - (at / _HALF) ** 2, 0, 1)))
        taps = np.where(np.abs(at) < _HALF, np.sinc(at * _CUT) * window, 0.0)
        taps /= taps.sum(axis=1, keepdims=True)
        groups.append((first, start, np.rint(taps * _TAP_SCALE)))
    return tuple(groups)


def _reach(up: int, down: int) -> int:
    return int(np.ceil(_HALF * max(1.0, down / up)))


def to_sample_rate(pcm: NDArray[np.int16], rate: int) -> NDArray[np.float32]:
    """Resample 16-bit mono PCM at `rate` Hz to float32 at 48 kHz, -1..1, without delay.

    Taps and samples are whole numbers held in float64 whose sums stay below 2**53, so no order of
    addition (BLAS picks it by processor) can change the result.
    """
    if rate == SAMPLE_RATE:
        return (pcm / 32768).astype(np.float32)
    if not len(pcm):
        return np.zeros(0, np.float32)
    common = gcd(rate, SAMPLE_RATE)
    up, down = SAMPLE_RATE // common, rate // common
    length = -(-len(pcm) * up // down)
    blocks = -(-length // up)
    reach = _reach(up, down)
    padded = np.zeros(blocks * down + 2 * reach + _GROUP, np.float64)
    padded[reach : reach + len(pcm)] = pcm
    step = padded.itemsize
    sums = np.empty((blocks, up))
    for first, start, taps in _bank(up, down):
        shape, steps = (blocks, taps.shape[1]), (down * step, step)
        inputs = np.ndarray(shape, np.float64, padded, (start + reach) * step, steps)
        np.matmul(inputs, taps.T, out=sums[:, first : first + len(taps)])
    samples = np.empty(length, np.float32)
    np.multiply(sums.reshape(-1)[:length], 1 / (_TAP_SCALE * 32768), out=samples, casting="unsafe")
    return samples
