"""Samples -> AAC-LC packets, mono at 48 kHz.

A packet says what is in its own window and nothing else: it is the same wherever it is encoded
from, and with whatever before and after, as long as samples and rate are. Windows are all long;
bands are coded by the books of pairs; there is no noise substitution, prediction or noise shaping
in time. That is a tenth of the standard and a third of the time that FFmpeg's encoder takes.

Source: ISO/IEC 14496-3, subpart 4.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from renderer.segments.aac.bands import EDGES, PACKET, RATE
from renderer.segments.aac.packing import pack
from renderer.segments.aac.spectrum import spectra
from renderer.segments.aac.steps import Levels, find_offset, levels, quantise, scale_factors
from renderer.segments.aac.tokens import tokens

_AT_ONCE = 256
"""Packets encoded together."""
_LOOKED_AT = 128
"""Pairs of packets that the rate is found by."""
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
    # Two blocks of silence go before: one for the first window, one for what comes before it.
    blocks = np.zeros((count + 2, PACKET), np.float32)
    blocks.reshape(-1)[2 * PACKET : 2 * PACKET + len(samples)] = samples
    offset = _offset(blocks, bit_rate)
    for start in range(0, count, _AT_ONCE):
        end = min(start + _AT_ONCE, count)
        lines = spectra(blocks[start : end + 2])[:, : EDGES[-1]]
        roots = np.sqrt(np.abs(lines))
        known = levels(roots)
        offsets = np.full(end - start, offset, np.float32)
        made = _encoded(roots[1:], lines[1:] < 0, scale_factors(known, offsets))
        while max(map(len, made)) > MOST_BYTES:
            offsets[[len(one) > MOST_BYTES for one in made]] += _COARSER
            made = _encoded(roots[1:], lines[1:] < 0, scale_factors(known, offsets))
        yield from made


def _encoded(
    roots: NDArray[np.float32], minus: NDArray[np.bool_], factors: NDArray[np.int16]
) -> list[bytes]:
    bands = int(np.flatnonzero(factors.any(axis=0)).max(initial=0)) + 1
    factors, width = factors[:, :bands], EDGES[bands]
    return pack(tokens(quantise(roots[:, :width], factors), minus[:, :width], factors))


def _offset(blocks: NDArray[np.float32], bit_rate: int) -> float:
    """Find how much noise the rate asks for, by packets spread over the sound."""
    count = len(blocks) - 2
    groups = min(_LOOKED_AT, -(-count // 2))
    # Of four blocks three packets are made, of which the first only comes before the others.
    firsts = np.arange(groups) * max(count - 2, 0) // groups
    looked_at = blocks[(firsts[:, None] + np.arange(4)).clip(max=count + 1).reshape(-1)]
    known = levels(np.sqrt(np.abs(spectra(looked_at)[:, : EDGES[-1]])))
    ours = np.arange(4 * groups - 2) % 4 < 2
    return find_offset(Levels(*(one[ours] for one in known)), bit_rate * PACKET / RATE)
