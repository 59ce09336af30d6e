"""Samples -> AAC-LC packets, mono at 48 kHz.

A packet says what is in its own window and nothing else: it is the same wherever it is encoded
from, and with whatever before and after, as long as samples and rate are. Windows are all long;
bands are coded by the books of pairs; there is no noise substitution, prediction or noise shaping
in time. That is a tenth of the standard and a third of the time that FFmpeg's encoder takes.

Source: ISO/IEC 14496-3, subpart 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderer.segments.aac.bands import EDGES, PACKET, RATE
from renderer.segments.aac.packing import pack
from renderer.segments.aac.spectrum import spectra
from renderer.segments.aac.steps import Levels, find_offset, levels, quantise, scale_factors
from renderer.segments.aac.tokens import tokens

_AT_ONCE = 256
"""Packets encoded together."""
MOST_BYTES = 768
"""Of a packet. Source: ISO/IEC 14496-3, 4.5.3.1 (6,144 bits a channel)."""
_COARSER = np.float32(2.0)
"""How much more noise, as a power of two, a packet has that was too long."""


def packets(samples: NDArray[np.float32], bit_rate: int) -> Iterator[bytes]:
    """Yield the packets of mono sound at 48 kHz; the first one's window begins 1024 samples early.

    Args:
        samples: -1..1.
        bit_rate: bits a second, about, on average.
    """
    count = -(-len(samples) // PACKET) + 1
    parts = [
        _Part.of(_blocks(samples, at, min(at + _AT_ONCE, count)))
        for at in range(0, count, _AT_ONCE)
    ]
    every = Levels(*(np.concatenate(same) for same in zip(*(p.known for p in parts), strict=True)))
    offset = find_offset(every, bit_rate * PACKET / RATE)
    while parts:
        yield from parts.pop(0).encoded(offset)


def _blocks(samples: NDArray[np.float32], first: int, end: int) -> NDArray[np.float32]:
    """Return the blocks of samples that some packets need: two before the first one's own."""
    blocks = np.zeros((end - first + 2, PACKET), np.float32)
    start = (first - 2) * PACKET
    wanted = samples[max(start, 0) : end * PACKET]
    skipped = max(start, 0) - start
    blocks.reshape(-1)[skipped : skipped + len(wanted)] = wanted
    return blocks


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """Packets that are encoded together.

    Args:
        roots: square roots of their lines' magnitudes.
        minus: which lines are below zero.
        known: of their bands.
    """

    roots: NDArray[np.float32]
    minus: NDArray[np.bool_]
    known: Levels

    @classmethod
    def of(cls, blocks: NDArray[np.float32]) -> _Part:
        """Transform blocks of samples, the first two of which only come before."""
        lines = spectra(blocks)[:, : EDGES[-1]]
        roots = np.sqrt(np.abs(lines))
        return cls(roots[1:], lines[1:] < 0, levels(roots))

    def encoded(self, offset: float) -> list[bytes]:
        """Return the packets, with so much noise more than is hidden, or somewhat more still."""
        offsets = np.full(len(self.roots), offset, np.float32)
        made = self._packets(offsets)
        while max(map(len, made)) > MOST_BYTES:
            offsets[[len(one) > MOST_BYTES for one in made]] += _COARSER
            made = self._packets(offsets)
        return made

    def _packets(self, offsets: NDArray[np.float32]) -> list[bytes]:
        factors = scale_factors(self.known, offsets)
        bands = int(np.flatnonzero(factors.any(axis=0)).max(initial=0)) + 1
        factors, width = factors[:, :bands], EDGES[bands]
        lines = quantise(self.roots[:, :width], factors)
        return pack(tokens(lines, self.minus[:, :width], factors))
