"""Samples -> the spectra of packets: a modified discrete cosine transform of sine windows.

A packet's window is the 1024 samples before it and its own; windows overlap by half, and what one
adds to the other's half by folding cancels when both are decoded.

Source: ISO/IEC 14496-3, 4.6.11 (window shape 0); H. S. Malvar, "Signal Processing with Lapped
Transforms", 1992 (by way of a complex transform of a quarter of the window).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderer.segments.aac.bands import PACKET

_HALF = PACKET // 2
_FULL_SCALE = np.float32(1 << 15)
"""AAC's spectra are of samples of 16 bits."""
_RISE = np.sin(np.pi / (2 * PACKET) * (np.arange(PACKET) + 0.5)).astype(np.float32)
_TURNS = np.exp(1j * np.pi * (8 * np.arange(_HALF) + 1) / (8 * PACKET))
_TURN, _TURN_BACK = (-_TURNS).astype(np.complex64), (_TURNS * 2 * _FULL_SCALE).astype(np.complex64)
_AT_ONCE = 32
"""Packets whose arrays fit into a processor's cache."""

Spectra = NDArray[np.float32]
"""Packets x 1024 lines."""


def spectra(blocks: NDArray[np.float32]) -> Spectra:
    """Transform mono sound in blocks of 1024 samples: one packet less than there are blocks."""
    lines = np.empty((len(blocks) - 1, PACKET), np.float32)
    for start in range(0, len(lines), _AT_ONCE):
        end = min(start + _AT_ONCE, len(lines))
        turned = _folded(blocks[start:end] * _RISE, blocks[start + 1 : end + 1] * _RISE[::-1])
        turned *= _TURN
        turned = np.fft.ifft(turned, axis=1, norm="forward").astype(np.complex64, copy=False)
        turned *= _TURN_BACK
        lines[start:end, ::2], lines[start:end, ::-2] = turned.real, turned.imag
    return lines


def _folded(before: NDArray[np.float32], own: NDArray[np.float32]) -> NDArray[np.complex64]:
    """Fold windows to half their length, and take even samples and odd ones, last first, as one.

    It is the conjugate of that, and negative: signs that the turns have as well.
    """
    folded = np.empty((len(own), _HALF), np.complex64)
    middle, quarter = _HALF - 1, _HALF // 2
    np.add(own[:, middle::-2], own[:, _HALF::2], out=folded.real[:, :quarter])
    np.subtract(before[:, :_HALF:-2], before[:, :middle:2], out=folded.real[:, quarter:])
    np.subtract(before[:, middle::-2], before[:, _HALF::2], out=folded.imag[:, :quarter])
    np.add(own[:, :middle:2], own[:, :_HALF:-2], out=folded.imag[:, quarter:])
    np.negative(folded.imag[:, quarter:], out=folded.imag[:, quarter:])
    return folded
