"""Packets as rows of tokens, each some bits: head, books, scale factors, pairs of lines, end.

Source: ISO/IEC 14496-3, 4.4.2.1 (syntax) and 4.6.3 (Huffman coding).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from renderer.segments.aac.bands import STARTS, WIDTHS
from renderer.segments.aac.books import BOOKS, SIDE, SIZE_BITS, pair_codes, scale_codes
from renderer.segments.aac.sections import choose

_HEAD, _REST, _END = 26, 3, 3
"""Bits of what comes before books, between scale factors and lines, and at the end."""
_END_ELEMENT = 7
_LONG_RUN = 31
"""Runs of bands are counted in fives of bits; this many say that another five follow."""
_ESCAPED = SIDE - 1
_BAND = np.arange(len(WIDTHS)).repeat(WIDTHS)
"""Of each line."""
_MIDDLE_STEP = 60
_GAIN_OF_SILENCE = 100


class Tokens(NamedTuple):
    """Packets x tokens: numbers, and how many bits each takes; those of none are nothing."""

    bits: NDArray[np.uint64]
    sizes: NDArray[np.uint8]


def tokens(
    lines: NDArray[np.int16], minus: NDArray[np.bool_], factors: NDArray[np.int16]
) -> Tokens:
    """Write packets.

    Args:
        lines: packets x lines of some first bands, magnitudes up to 8191.
        minus: which of them are below zero.
        factors: packets x those bands, scale factors.
    """
    bands = factors.shape[1]
    tops = np.maximum.reduceat(lines, STARTS[:bands], axis=1)
    low = np.minimum(lines, _ESCAPED)
    pairs = (low[:, ::2] * np.int16(SIDE) + low[:, 1::2]).astype(np.intp)
    escapes = Escapes.of(lines)
    books = choose(pairs, tops, escapes.by_band(lines.shape, bands))
    scales, gain = _scales(factors, tops, books)
    used = np.where(books > 0, np.arange(1, bands + 1), 0).max(axis=1)
    head = gain.astype(np.uint64) << np.uint64(11) | used.astype(np.uint64) << np.uint64(1)
    column = np.ones((len(lines), 1), np.uint8)
    parts = (
        Tokens(head[:, None], column * _HEAD),
        _runs(books, used),
        scales,
        Tokens(np.zeros_like(head)[:, None], column * _REST),
        _lines(minus, pairs, books, escapes),
        Tokens(np.full_like(head, _END_ELEMENT)[:, None], column * _END),
    )
    return Tokens(*(np.concatenate(same, axis=1) for same in zip(*parts, strict=True)))


class Escapes(NamedTuple):
    """What follows a pair for each magnitude over 15: n ones, a zero, and all but the first of its
    n + 5 bits.

    Args:
        at: places of the lines among all lines of all packets, ascending.
    """

    at: NDArray[np.intp]
    bits: NDArray[np.uint64]
    sizes: NDArray[np.uint8]

    @classmethod
    def of(cls, lines: NDArray[np.int16]) -> Escapes:
        """Find and write them."""
        at = np.flatnonzero(lines >= _ESCAPED)
        magnitudes = lines.reshape(-1)[at]
        size = np.frexp(magnitudes.astype(np.float32))[1].astype(np.uint64)
        one, more = np.uint64(1), size - np.uint64(5)
        rest = magnitudes.astype(np.uint64) - (one << (size - one))
        return cls(at, ((one << more) - one) << size | rest, (more + size).astype(np.uint8))

    def by_band(self, shape: tuple[int, ...], bands: int) -> NDArray[np.int32]:
        """Return how many bits they take in each band of each packet."""
        packets, lines = np.divmod(self.at, shape[1])
        sums = np.bincount(packets * bands + _BAND[lines], self.sizes, shape[0] * bands)
        return sums.astype(np.int32).reshape(shape[0], bands)

    def append(self, pairs: Tokens) -> None:
        """Write them behind their pairs, the first line's before the second's."""
        bits, sizes = pairs.bits.reshape(-1), pairs.sizes.reshape(-1)
        for second in (False, True):
            mine = np.flatnonzero((self.at & 1).astype(bool) == second)
            at = self.at[mine] >> 1
            bits[at] = bits[at] << self.sizes[mine].astype(np.uint64) | self.bits[mine]
            sizes[at] += self.sizes[mine]


def _scales(
    factors: NDArray[np.int16], tops: NDArray[np.int16], books: NDArray[np.uint8]
) -> tuple[Tokens, NDArray[np.int16]]:
    """Return steps between the scale factors of bands that have a book, and where they start.

    A band of zeros that has one, as its neighbours do, goes on with theirs.
    """
    heard = tops > 0
    own = np.where(heard, np.arange(tops.shape[1]), heard.argmax(axis=1)[:, None])
    carried = np.take_along_axis(factors, np.maximum.accumulate(own, axis=1), 1)
    steps = np.diff(carried, axis=1, prepend=carried[:, :1]) + _MIDDLE_STEP
    codes = scale_codes()
    coded = books > 0
    gain = np.where(heard.any(axis=1), carried[:, 0], _GAIN_OF_SILENCE)
    return Tokens(np.where(coded, codes.bits[steps], 0), codes.sizes[steps] * coded), gain


def _runs(books: NDArray[np.uint8], used: NDArray[np.intp]) -> Tokens:
    """Return book and length of each run of bands, at its first."""
    bands = np.arange(books.shape[1])
    begins = np.diff(books, axis=1, prepend=255) != 0
    begins &= bands < used[:, None]
    ends = np.where(begins, bands, used[:, None])
    ends[:, :-1] = np.minimum.accumulate(ends[:, :0:-1], axis=1)[:, ::-1]
    ends[:, -1] = used
    length = np.where(begins, ends - bands, 0).astype(np.uint64)
    book = np.where(books > 0, books + (BOOKS[0] - 1), 0).astype(np.uint64)
    long = length >= _LONG_RUN
    five = np.uint64(5)
    bits = book << five | np.minimum(length, np.uint64(_LONG_RUN))
    bits = np.where(long, bits << five | length - np.uint64(_LONG_RUN) * long, bits)
    return Tokens(bits * begins, ((9 + 5 * long) * begins).astype(np.uint8))


def _lines(
    minus: NDArray[np.bool_],
    pairs: NDArray[np.intp],
    books: NDArray[np.uint8],
    escapes: Escapes,
) -> Tokens:
    """Return pairs of lines by the books of their bands."""
    index = (books * np.int16(4)).repeat(WIDTHS[: books.shape[1]] // 2, axis=1)
    index += minus[:, ::2] * np.int16(2)
    index += minus[:, 1::2]
    codes = pair_codes().take(index * np.intp(SIDE * SIDE) + pairs)
    size_bits = np.uint32(SIZE_BITS)
    found = Tokens(
        (codes >> size_bits).astype(np.uint64),
        (codes & ((np.uint32(1) << size_bits) - np.uint32(1))).astype(np.uint8),
    )
    escapes.append(found)
    return found
