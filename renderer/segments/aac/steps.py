"""Spectra -> how coarsely each band is quantised: noise where it is heard least, for a bit rate.

Noise is let grow with the sound that hides it, but less: as a power of its band's energy, or of
what a louder neighbour or the packet before leaves of that.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from renderer.segments.aac.bands import STARTS, WIDTHS

_POWER = 0.4
"""0 would give the best signal-to-noise ratio, 1 the same one in all bands."""
_FALL_UP, _FALL_DOWN = 2.0, 6.0
"""By how much less a band hides in the next band above and below it, in powers of two."""
_FROM_BEFORE, _MOST_HELD = 1.0, 4.0
"""By how much noise may grow from packet to packet, so that little runs ahead of a sound that
begins; and by how much that holds it down at most. In powers of two.
"""
_QUIETEST = 6.0
"""Power of a line, of samples of 16 bits, that is as good as silence; a power of two."""
_NEVER = -60.0
_ZERO_STEP = 100
"""The scale factor of steps of 1; four more double them. Source: ISO/IEC 14496-3, 4.6.2.3.3."""
_MOST_APART = 60
"""Scale factors of neighbours may differ by. Source: ISO/IEC 14496-3, table 4.A.1."""
LARGEST = 8191
"""A quantised line, at most."""
_UP = np.float32(0.4054)
"""What is rounded up: less than a half, as small values are likelier. Source: 4.6.2 there."""
_BITS_A_LINE, _BITS_A_BAND, _BITS_A_PACKET = 0.6, 2.5, 40.0
"""Of a line as strong as its noise, of a band and of a packet beside their lines: measured."""
_ESCAPING = 4.8
"""How far above its noise (bits) a line is coded by escapes, which take twice the bits: measured.
"""
_LEAST_SHARE = -0.3
"""A band whose power is further below the noise that it may have, as a power of two, is left out.
"""
_FINEST = (np.log2(WIDTHS) / 2 - np.log2(LARGEST) * 4 / 3 + 1 / 8).astype(np.float32)
MOST_BITS = 5_000.0
"""Of a packet, as they are reckoned: some less than are allowed."""
_COARSER = np.float32(0.5)

Bands = NDArray[np.float32]
"""Packets x bands."""


class Levels(NamedTuple):
    """What is known of bands, all as powers of two.

    Args:
        power: mean power of a line.
        root: mean of the square roots of lines' magnitudes.
        hidden: the noise that is hidden, but for one factor.
    """

    power: Bands
    root: Bands
    hidden: Bands


def levels(roots: NDArray[np.float32]) -> Levels:
    """Measure bands by the square roots of lines' magnitudes.

    The first packet only comes before the second: nothing is returned of it.
    """
    power = _mean(np.square(np.square(roots)))
    own = _hidden(power)
    held = np.minimum(own[1:], own[:-1] + np.float32(_FROM_BEFORE))
    hidden = np.maximum(held, own[1:] - np.float32(_MOST_HELD))
    return Levels(power[1:], _mean(roots[1:]), hidden)


def reckon(known: Levels, offset: Bands | float) -> NDArray[np.float32]:
    """Reckon the bits of packets that have `offset` more noise than is hidden (powers of two)."""
    above = (known.power - known.hidden - offset) * np.float32(0.5)
    live = above > np.float32(_LEAST_SHARE / 2)
    bits = np.maximum(above, 0) + np.maximum(above - np.float32(_ESCAPING), 0)
    bits = (bits + np.float32(_BITS_A_LINE)) * WIDTHS.astype(np.float32) + np.float32(_BITS_A_BAND)
    bits *= live
    reckoned: NDArray[np.float32] = bits.sum(axis=1) + np.float32(_BITS_A_PACKET)
    return reckoned


def find_offset(known: Levels, bits: float) -> float:
    """Return the `offset` at which packets have so many bits on average."""
    low, high = -40.0, 60.0
    for _ in range(16):
        middle = (low + high) / 2
        if float(reckon(known, middle).mean()) > bits:
            low = middle
        else:
            high = middle
    # Rounded, so that no processor's way of adding up shows in the sound.
    return round(high, 2)


def scale_factors(known: Levels, offsets: NDArray[np.float32]) -> NDArray[np.int16]:
    """Return the scale factor of each band, 0 for those that are left out.

    `offsets`: of each packet (powers of two); raised where it would have too many bits.
    """
    while (over := reckon(known, offsets[:, None]) > MOST_BITS).any():
        offsets[over] += _COARSER
    noise = known.hidden + offsets[:, None]
    # Noise of steps of 3/4 powers: (16/27) step^1.5 x root, per line.
    steps = (noise - known.root + np.float32(np.log2(27 / 4))) * np.float32(2 / 3)
    # All of a band's power may be in one line, which has to be less than `LARGEST` steps.
    finest = known.power * np.float32(0.5) + _FINEST
    factors = np.rint(np.maximum(steps, finest) * 4 + _ZERO_STEP).clip(1, 254).astype(np.int16)
    live = known.power > noise + np.float32(_LEAST_SHARE)
    lowest = np.where(live, factors, 255).min(axis=1, keepdims=True)
    return np.where(live, np.minimum(factors, lowest + _MOST_APART), 0).astype(np.int16)


def quantise(roots: NDArray[np.float32], factors: NDArray[np.int16]) -> NDArray[np.int16]:
    """Quantise lines by their bands' scale factors, without their signs."""
    gains = np.exp2((_ZERO_STEP - factors) * np.float32(3 / 16), dtype=np.float32)
    gains[factors == 0] = 0
    scaled = np.sqrt(roots)
    scaled *= roots
    scaled *= gains.repeat(WIDTHS[: factors.shape[1]], axis=1)
    scaled += _UP
    return np.minimum(scaled, LARGEST).astype(np.int16)


def _mean(lines: NDArray[np.float32]) -> Bands:
    sums = np.add.reduceat(lines, STARTS, axis=1)
    sums /= WIDTHS.astype(np.float32)
    with np.errstate(divide="ignore"):
        return np.maximum(np.log2(sums), np.float32(_NEVER))


def _hidden(power: Bands) -> Bands:
    heard = np.maximum(power.T, np.float32(_QUIETEST))
    for band in range(1, len(heard)):
        np.maximum(heard[band], heard[band - 1] - np.float32(_FALL_UP), out=heard[band])
    for band in range(len(heard) - 2, -1, -1):
        np.maximum(heard[band], heard[band + 1] - np.float32(_FALL_DOWN), out=heard[band])
    hidden: Bands = np.ascontiguousarray(heard.T) * np.float32(_POWER)
    return hidden
