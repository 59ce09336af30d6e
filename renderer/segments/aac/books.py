"""AAC's Huffman codes: the bits of two quantised lines, and of a step between scale factors."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from renderer.segments.aac.codes import LINES, SCALES

FIRST_SIGNED, FIRST_UNSIGNED, ESCAPE = 5, 7, 11
BOOKS = tuple(range(FIRST_SIGNED, ESCAPE + 1))
"""Books of pairs of lines. Those of fours, 1 to 4, would spare less than a hundredth."""
HIGHEST = (4, 4, 7, 7, 12, 12, 16)
"""Magnitudes that each of them can say; 16 of the last stands for any higher one."""
SIZE_BITS = 5
SIDE = 17
"""Magnitudes of a line that are told apart."""


class Codes(NamedTuple):
    """Codes by index: their bits as a number, and how many they are."""

    bits: NDArray[np.uint64]
    sizes: NDArray[np.uint8]


@lru_cache(maxsize=1)
def scale_codes() -> Codes:
    """Return the codes of steps from one band's scale factor to the next, by step + 60."""
    return _codes(SCALES)


@lru_cache(maxsize=1)
def pair_codes() -> NDArray[np.uint32]:
    """Return codes of two lines with their signs, escapes apart, their sizes in the low bits.

    The index is made of book (0 for none, then places in `BOOKS` from 1), whether the first and
    the second line are below zero, and their magnitudes, the second one's last.
    """
    codes = np.zeros((len(BOOKS) + 1, 2, 2, SIDE, SIDE), np.uint32)
    for number, (book, highest) in enumerate(zip(BOOKS, HIGHEST, strict=True), 1):
        own = _codes(LINES[book])
        for index in np.ndindex(2, 2, highest + 1, highest + 1):
            bits, size = _pair(own, book, highest, index)
            codes[number][index] = bits << SIZE_BITS | size
    return codes.reshape(-1)


def _pair(codes: Codes, book: int, highest: int, index: tuple[int, ...]) -> tuple[int, int]:
    minus, magnitudes = index[:2], index[2:]
    if book < FIRST_UNSIGNED:
        first, second = (-m if sign else m for sign, m in zip(minus, magnitudes, strict=True))
        at = (first + highest) * (2 * highest + 1) + second + highest
        return int(codes.bits[at]), int(codes.sizes[at])
    at = magnitudes[0] * (highest + 1) + magnitudes[1]
    bits, size = int(codes.bits[at]), int(codes.sizes[at])
    for sign, magnitude in zip(minus, magnitudes, strict=True):
        if magnitude:
            bits, size = bits << 1 | sign, size + 1
    return bits, size


def _codes(written: str) -> Codes:
    """Read codes written in hexadecimal, each behind a bit 1."""
    numbers = [int(one, 16) for one in written.split()]
    sizes = [number.bit_length() - 1 for number in numbers]
    bits = [number - (1 << size) for number, size in zip(numbers, sizes, strict=True)]
    return Codes(np.array(bits, np.uint64), np.array(sizes, np.uint8))
