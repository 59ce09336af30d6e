"""The one gain that brings a film's speech, with the bed and under the limiter, to its loudness.

What a gain will do is reckoned from a few numbers for each stretch of the sound, not tried on the
sound itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderer.segments.loudness import HOP, Energies, loudness_of, weigh_hops
from renderer.segments.sound_limiter import BLOCK, Edges, hold_down, shape
from renderer.segments.true_peak import WORST, find_peaks

TARGET_LUFS = -16.0


def factor(decibels: float) -> float:
    """Return what multiplies samples to change their level by some decibels."""
    return float(10 ** (decibels / 20))


CEILING = factor(-2.0)
"""-2 dBTP, before AAC, which adds up to 0.6 dB at 96 kbit/s and more; -1 must hold after."""
_MOST_GAIN_DB = 30.0
_USUAL_LOSS_DB, _MOST_LOSS_DB = 1.8, 5.0
"""What a limiter takes off speech, to begin with; more than the second is not made up for."""
_CLOSE_ENOUGH_LU = 0.1
_MOST_TRIES = 6
_GAIN_THAT_ARRIVES = 0.6
"""Of a further decibel of gain, into a limiter already at work."""
_MEETING = 0.3
"""Of a bed's peak that stands on one of speech, usually, beside what speech reaches between its
samples: so that what is guessed comes within 0.05 LU of what is then done.
"""
_STRETCH = 20 * BLOCK
"""Samples for which a bed's peak is found at a time."""
_IN_BETWEEN = 1.1
"""How much higher a bed, which has little above 5 kHz, may reach between its samples."""
_LEAST_ROOM = 0.1
_TINY = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """What decides how loud a sound is.

    Args:
        loudness: LUFS.
        hops: K-weighted energy of each 100 ms.
        blocks: energy of each block of the limiter.
    """

    loudness: float
    hops: Energies
    blocks: NDArray[np.float32]


def weigh(samples: NDArray[np.float32]) -> Heard | None:
    """Weigh a sound of whole hops at 48 kHz; None for silence."""
    hops = weigh_hops(samples)
    loudness = loudness_of(hops)
    if loudness is None:
        return None
    blocks = samples.reshape(-1, BLOCK)
    return Heard(loudness, hops, np.einsum("ij,ij->i", blocks, blocks))


@dataclass(frozen=True, slots=True, eq=False)
class Under:
    """What lies under speech.

    Args:
        samples: as long as speech, as they are to be heard.
        hops: K-weighted energy of each 100 ms.
        peaks: of each block of the limiter, or a little more.
    """

    samples: NDArray[np.float32]
    hops: Energies
    peaks: NDArray[np.float32]

    @classmethod
    def nothing(cls, speech: NDArray[np.float32]) -> Under:
        """Return what lies under speech without a bed."""
        hops, blocks = len(speech) // HOP, len(speech) // BLOCK
        return cls(np.zeros(1, np.float32), np.zeros(hops), np.zeros(blocks, np.float32))

    @classmethod
    def of(cls, samples: NDArray[np.float32], weight: float) -> Under:
        """Weigh a bed of whole hops whose energy, K-weighted, is `weight` times what it is."""
        hops = samples.reshape(-1, HOP)
        energies = np.einsum("ij,ij->i", hops, hops).astype(np.float64) * weight
        peaks = np.abs(samples.reshape(-1, _STRETCH)).max(axis=1) * np.float32(_IN_BETWEEN)
        return cls(samples, energies, peaks.repeat(_STRETCH // BLOCK))


def balance(
    speech: NDArray[np.float32], heard: Heard, bed: Under | None = None
) -> NDArray[np.float32]:
    """Mix speech and bed to -16 LUFS with true peaks at or below the ceiling.

    Args:
        speech: whole hops; becomes the mix.
        heard: what `weigh` says of it.
        bed: to lie under it.
    """
    least = min(TARGET_LUFS - heard.loudness, _MOST_GAIN_DB)
    most = min(least + _MOST_LOSS_DB, _MOST_GAIN_DB)
    under = bed or Under.nothing(speech)
    # What stays below that cannot pass the ceiling, with the bed and between samples.
    care = max(CEILING - float(under.peaks.max()), _LEAST_ROOM) * WORST / factor(most)
    tops = _tops(speech, heard.blocks >= care**2)

    def held(gain: float) -> Edges | None:
        """Guess how a gain will be held down."""
        peaks = tops * np.float32(factor(gain))
        peaks += under.peaks * np.float32(_MEETING)
        return hold_down(peaks, CEILING)

    gain = _solve(heard, under, held, (least, most))
    mixed = speech
    mixed *= np.float32(factor(gain))
    mixed += under.samples
    # Only where the two may pass the ceiling together does it matter how far they do.
    near = tops * np.float32(factor(gain) / WORST) + under.peaks > CEILING
    edges = hold_down(find_peaks(mixed, BLOCK, CEILING * WORST, near), CEILING)
    return mixed if edges is None else shape(mixed, edges)


def _tops(samples: NDArray[np.float32], where: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Return the greatest magnitude in blocks, 0 for others."""
    blocks = samples.reshape(-1, BLOCK)
    tops = np.zeros(len(blocks), np.float32)
    tops[where] = np.abs(blocks[where]).max(axis=1, initial=0.0)
    return tops


def _solve(
    heard: Heard,
    under: Under,
    held: Callable[[float], Edges | None],
    bounds: tuple[float, float],
) -> float:
    """Find the gain in dB after which all is at -16 LUFS."""
    least, most = bounds
    gain = min(least + _USUAL_LOSS_DB, most)
    for _ in range(_MOST_TRIES):
        whole = heard.hops * factor(gain) ** 2 + under.hops
        loudness = loudness_of(whole * _left(heard.blocks, held(gain))) or TARGET_LUFS
        missing = TARGET_LUFS - loudness
        if abs(missing) <= _CLOSE_ENOUGH_LU:
            break
        # Rounded, so that no processor's way of adding up shows in the sound.
        gain = round(min(gain + missing / _GAIN_THAT_ARRIVES, most), 2)
    return gain


def _left(blocks: NDArray[np.float32], edges: Edges | None) -> Energies | float:
    """Return the share of each hop's energy that gain leaves."""
    if edges is None:
        return 1.0
    gains = (edges[:-1] + edges[1:]) / 2
    before = blocks.reshape(-1, HOP // BLOCK)
    after = (blocks * gains * gains).reshape(before.shape).sum(axis=1, dtype=np.float64)
    left: Energies = (after + _TINY) / (before.sum(axis=1, dtype=np.float64) + _TINY)
    return left
