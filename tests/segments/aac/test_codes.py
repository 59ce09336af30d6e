"""The Huffman books are those of a decoder."""

from __future__ import annotations

from itertools import pairwise

import pytest

from renderer.segments.aac.books import BOOKS, SIDE, SIZE_BITS, pair_codes
from renderer.segments.aac.codes import LINES, SCALES
from tests.segments.aac.read_codes import Reader, line_codes, scale_codes, written


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize("book", BOOKS)
def test_a_book_of_pairs_is_what_a_decoder_reads(reader: Reader, book: int) -> None:
    assert written(line_codes(reader, book)) == " ".join(LINES[book].split())


def test_the_book_of_scale_factors_is_what_a_decoder_reads(reader: Reader) -> None:
    assert written(scale_codes(reader)) == " ".join(SCALES.split())


@pytest.mark.parametrize("codes", [SCALES, *LINES.values()], ids=["scales", *map(str, LINES)])
def test_no_code_begins_another_and_none_is_left(codes: str) -> None:
    sizes = [int(code, 16).bit_length() - 1 for code in codes.split()]
    assert sum(2.0**-size for size in sizes) == 1
    bits = sorted(format(int(code, 16), "b")[1:] for code in codes.split())
    assert not any(later.startswith(code) for code, later in pairwise(bits))


def test_what_a_book_cannot_say_has_no_code() -> None:
    sizes = (pair_codes() & ((1 << SIZE_BITS) - 1)).reshape(len(BOOKS) + 1, 4, SIDE, SIDE)
    assert not sizes[0].any()
    assert sizes[1:, :, 0, 0].all()
    assert sizes[-1].all()
    assert not sizes[1, :, 5:].any()
    assert not sizes[5, :, :, 13:].any()
