"""Rows of tokens -> bytes, a packet a row."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from renderer.segments.aac.tokens import Tokens

_WORD = 64


def pack(rows: Tokens) -> list[bytes]:
    """Write each row's tokens one after the other, first bit first, filled up to whole bytes."""
    ends = np.cumsum(rows.sizes, axis=1, dtype=np.int32)
    lengths = (ends[:, -1] + 7) // 8
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    told = rows.sizes > 0
    bits = rows.bits[told]
    sizes = rows.sizes[told].astype(np.int32)
    after = (ends + starts[:-1, None] * 8)[told]
    before = after - sizes
    words = before >> _WORD.bit_length() - 1
    # By how much a token passes the end of the word that it begins in; below 0, it ends before.
    over = after - (words + 1) * _WORD
    here = np.where(over > 0, bits >> np.maximum(over, 0).astype(np.uint64), bits)
    here <<= np.maximum(-over, 0).astype(np.uint64)
    first = np.flatnonzero(np.diff(words, prepend=-1))
    packed = np.zeros(int(starts[-1]) * 8 // _WORD + 2, np.uint64)
    packed[words[first]] = np.bitwise_or.reduceat(here, first)
    spills = np.flatnonzero(over > 0)
    rest = bits[spills] << (_WORD - over[spills]).astype(np.uint64)
    packed[words[spills] + 1] |= rest
    whole = packed.astype(">u8").tobytes()
    return [whole[start:end] for start, end in pairwise(starts.tolist())]
