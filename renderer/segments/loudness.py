"""How loud sound is, as broadcasting measures it: K-weighted energy, gated and averaged.

Source: ITU-R BS.1770-5, annex 1 (filters, blocks, gates) and EBU R 128. A filter that is not to be
heard need not be run: what it leaves of a stretch's energy is read off the stretch's spectrum.
"""

from __future__ import annotations

from functools import lru_cache
from math import log10

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
HOP = RATE // 10
"""A block of 400 ms begins every 100 ms."""
_HOPS = 4
_OFFSET = -0.691
_SILENCE, _GATE = -70.0, -10.0
"""LUFS; LU below what passes the first gate."""
_AT_ONCE = 32
_SHELF = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (-1.69065929318241, 0.73248077421585),
)
_HIGH_PASS = (1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621)
"""Of the two filters at 48 kHz: coefficients over the fraction line, and under it after the 1."""

Energies = NDArray[np.float64]


def weigh_hops(samples: NDArray[np.float32]) -> Energies:
    """Return the K-weighted energy of each whole 100 ms of mono sound at 48 kHz."""
    hops = samples[: len(samples) // HOP * HOP].reshape(-1, HOP)
    energies = np.zeros(len(hops))
    heard = np.flatnonzero(hops.any(axis=1))
    for start in range(0, len(heard), _AT_ONCE):
        some = heard[start : start + _AT_ONCE]
        spectrum = np.fft.rfft(hops[some], axis=1)
        power = spectrum.real**2 + spectrum.imag**2
        energies[some] = power @ _weights()
    return energies


def loudness_of(hops: Energies) -> float | None:
    """Return the integrated loudness in LUFS of hops' energies, None for silence and for less than
    the 400 ms that a measure needs.
    """
    if len(hops) < _HOPS:
        return None
    sums = np.concatenate([[0.0], np.cumsum(hops)])
    blocks = (sums[_HOPS:] - sums[:-_HOPS]) / (_HOPS * HOP)
    for gate in (_SILENCE, None):
        if gate is None:
            gate = _lufs(blocks.mean()) + _GATE
        blocks = blocks[blocks > 10 ** ((gate - _OFFSET) / 10)]
        if not len(blocks):
            return None
    return _lufs(blocks.mean())


def measure_loudness(samples: NDArray[np.float32]) -> float | None:
    """Measure integrated loudness in LUFS of mono sound at 48 kHz.

    Returns:
        `None` for silence, and for sound shorter than the 400 ms that a measure needs.
    """
    return loudness_of(weigh_hops(samples))


def _lufs(power: float) -> float:
    return _OFFSET + 10 * log10(power)


@lru_cache(maxsize=1)
def _weights() -> NDArray[np.float32]:
    """Return what each bin of a hop's spectrum adds to its energy."""
    turns = np.exp(-2j * np.pi * np.arange(HOP // 2 + 1) / HOP)
    response = np.ones(len(turns), np.complex128)
    for above, below in (_SHELF, _HIGH_PASS):
        response *= np.polynomial.polynomial.polyval(turns, above)
        response /= np.polynomial.polynomial.polyval(turns, (1.0, *below))
    both = np.full(len(turns), 2.0)
    both[[0, -1]] = 1.0
    weights: NDArray[np.float32] = (np.abs(response) ** 2 * both / HOP).astype(np.float32)
    return weights
