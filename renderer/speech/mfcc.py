"""What speech sounds like, ten milliseconds at a time, for comparing two readings of a text.

Source: Davis and Mermelstein 1980 (mel-frequency cepstral coefficients).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderer.speech.model import SAMPLE_RATE

STEP = SAMPLE_RATE // 100
_WINDOW = SAMPLE_RATE // 40
_BANDS = 26
_COEFFICIENTS = 13
_LOW_HZ, _HIGH_HZ = 100.0, 7000.0
_FLOOR = 1e-6


def measure_mfcc(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return 13 coefficients and their slopes for every 10 ms of mono sound at 48 kHz.

    Each column has mean 0 and deviation 1 over the clip, which takes most of the speaker away.
    """
    padded = np.concatenate([samples, np.zeros(_WINDOW, np.float32)]).astype(np.float64)
    frames = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[: len(samples) : STEP]
    power = np.abs(np.fft.rfft(frames * np.hanning(_WINDOW))) ** 2
    bands = np.log(power @ _filters(power.shape[1]).T + _FLOOR)
    cosines = np.cos(
        np.pi / _BANDS * np.arange(_COEFFICIENTS)[:, None] * (np.arange(_BANDS) + 0.5)[None, :]
    )
    cepstra = bands @ cosines.T
    both = np.hstack([cepstra, np.gradient(cepstra, axis=0) if len(cepstra) > 1 else cepstra * 0])
    normal: NDArray[np.float64] = (both - both.mean(axis=0)) / (both.std(axis=0) + 1e-9)
    return normal


def _filters(bins: int) -> NDArray[np.float64]:
    hertz = np.arange(bins) * SAMPLE_RATE / _WINDOW
    mel = np.linspace(_mel(_LOW_HZ), _mel(_HIGH_HZ), _BANDS + 2)
    edges = 700 * (10 ** (mel / 2595) - 1)
    up = (hertz - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    down = (edges[2:, None] - hertz) / (edges[2:] - edges[1:-1])[:, None]
    return np.clip(np.minimum(up, down), 0, None)


def _mel(hertz: float) -> float:
    return float(2595 * np.log10(1 + hertz / 700))
