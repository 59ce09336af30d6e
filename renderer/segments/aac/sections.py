"""Quantised lines -> the book of each band: fewest bits, runs of bands with one book included."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from renderer.segments.aac.bands import STARTS
from renderer.segments.aac.books import BOOKS, HIGHEST, SIDE, SIZE_BITS, pair_codes

SWITCH = 9
"""Bits that say book and length of a run of bands."""
_LANES, _LANE = 4, 16
"""Sizes by several books are added up in one number."""
_TOO_MANY = 1 << 20

Bits = NDArray[np.int32]


def choose(pairs: NDArray[np.intp], tops: NDArray[np.int16], escapes: Bits) -> NDArray[np.uint8]:
    """Choose books: 0 for zeros, else a place in `BOOKS`, from 1; packets x bands.

    Args:
        pairs: packets x pairs, magnitudes up to 16 as first x 17 + second.
        tops: packets x bands, the highest magnitude.
        escapes: packets x bands, bits of magnitudes over 15.
    """
    costs = _costs(pairs, tops, escapes)
    bands, books, packets = costs.shape
    came = np.empty((bands, books, packets), np.uint8)
    every = np.arange(books, dtype=np.uint8)[:, None]
    total = costs[0]
    for band in range(1, bands):
        best = total.argmin(axis=0).astype(np.uint8)
        switched = total.min(axis=0) + SWITCH
        came[band] = np.where(total <= switched, every, best)
        total = np.minimum(total, switched) + costs[band]
    chosen = np.empty((packets, bands), np.uint8)
    chosen[:, -1] = total.argmin(axis=0)
    for band in range(bands - 1, 0, -1):
        chosen[:, band - 1] = came[band, chosen[:, band], np.arange(packets)]
    return chosen


def _costs(pairs: NDArray[np.intp], tops: NDArray[np.int16], escapes: Bits) -> Bits:
    """Return bits by band, book (0 for none) and packet."""
    starts = STARTS[: tops.shape[1]] // 2
    highest = np.ascontiguousarray(tops.T)
    costs = np.empty((tops.shape[1], len(BOOKS) + 1, len(pairs)), np.int32)
    costs[:, 0] = np.where(highest == 0, 0, _TOO_MANY)
    for first, lanes in enumerate(_lanes()):
        sums = np.ascontiguousarray(np.add.reduceat(lanes.take(pairs), starts, axis=1).T)
        for lane in range(min(_LANES, len(BOOKS) - first * _LANES)):
            book = first * _LANES + lane
            size = costs[:, book + 1]
            size[:] = sums >> np.uint64(lane * _LANE) & np.uint64((1 << _LANE) - 1)
            if book == len(BOOKS) - 1:
                size += escapes.T
            else:
                size[highest > HIGHEST[book]] = _TOO_MANY
    return costs


@lru_cache(maxsize=1)
def _lanes() -> tuple[NDArray[np.uint64], ...]:
    """Return bits of pairs by all books, four to a number; positive lines stand for all."""
    sizes = (pair_codes() & ((1 << SIZE_BITS) - 1)).astype(np.uint64)
    sizes = sizes.reshape(len(BOOKS) + 1, 4, SIDE * SIDE)[1:, 0]
    shifts = np.arange(_LANES, dtype=np.uint64)[:, None] * np.uint64(_LANE)
    groups = (sizes[first : first + _LANES] for first in range(0, len(sizes), _LANES))
    return tuple((one << shifts[: len(one)]).sum(axis=0, dtype=np.uint64) for one in groups)
