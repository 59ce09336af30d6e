"""How loud sound is: integrated loudness and true peak, as broadcasting measures them.

Source: ITU-R BS.1770-5 (K-weighting, gating, true peak) and EBU R 128.
"""

from __future__ import annotations

from math import log10

import av
import av.error
import av.filter
import numpy as np
from numpy.typing import NDArray

RATE = 48_000
_SHORTEST = RATE * 400 // 1000
_SILENCE = -69.0
"""LUFS; the filter's floor is -70."""

_TAPS = 12
"""Samples on either side that an in-between sample is made from."""
_WORST = 0.5
"""A block whose samples stay below this share of another's peak cannot hide a higher one."""


def measure_loudness(samples: NDArray[np.float32]) -> float | None:
    """Measure integrated loudness in LUFS of mono sound at 48 kHz.

    Returns:
        `None` for silence, and for sound shorter than the 400 ms that a measure needs.
    """
    if len(samples) < _SHORTEST:
        return None
    graph = av.filter.Graph()
    source = graph.add_abuffer(format="flt", sample_rate=RATE, layout="mono")
    meter = graph.add("ebur128", "metadata=1:framelog=quiet")
    sink = graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="flt", layout="mono")
    frame.sample_rate = RATE
    graph.push(frame)
    graph.push(None)
    loudness = _SILENCE
    while True:
        try:
            metadata = graph.pull().metadata
        except (av.error.EOFError, av.error.BlockingIOError):
            break
        loudness = float(metadata.get("lavfi.r128.I", loudness))
    return loudness if loudness > _SILENCE else None


def measure_true_peak(samples: NDArray[np.float32]) -> float | None:
    """Measure the true peak in dBTP of mono sound; `None` for silence."""
    top = float(np.abs(samples).max(initial=0.0))
    if top == 0:
        return None
    return 20 * log10(float(find_peaks(samples, 1 << 10, top * _WORST).max()))


def find_peaks(samples: NDArray[np.float32], block: int, care: float) -> NDArray[np.float32]:
    """Return the greatest magnitude in each block of `block` samples, at four times the rate.

    Blocks whose samples all stay below `care` are not looked between.
    """
    blocks = -(-len(samples) // block)
    padded = np.zeros(blocks * block + 2 * _TAPS, np.float32)
    padded[_TAPS : _TAPS + len(samples)] = samples
    peaks: NDArray[np.float32] = (
        np.abs(padded[_TAPS : _TAPS + blocks * block]).reshape(blocks, block).max(axis=1)
    )
    loud = np.flatnonzero(peaks >= care)
    windows = np.lib.stride_tricks.sliding_window_view(padded, block + 2 * _TAPS)[::block]
    for some in np.array_split(loud, len(loud) * block // 500_000 + 1):
        near = windows[some].reshape(len(some), block + 2 * _TAPS)
        for taps in _IN_BETWEEN:
            between = sum(tap * near[:, first : first + block] for first, tap in enumerate(taps, 1))
            peaks[some] = np.maximum(peaks[some], np.abs(between).max(axis=1, initial=0.0))
    return peaks


def _in_between(quarter: int) -> tuple[np.float32, ...]:
    at = np.arange(-_TAPS + 1, _TAPS + 1) - quarter / 4
    window = np.i0(6.0 * np.sqrt(1 - (at / _TAPS) ** 2))
    taps = np.sinc(at) * window
    return tuple((taps / taps.sum()).astype(np.float32))


_IN_BETWEEN = tuple(_in_between(quarter) for quarter in (1, 2, 3))
