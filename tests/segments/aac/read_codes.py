"""Reads AAC's Huffman books off a decoder: which bits make it hear which values.

    python -m tests.segments.aac.read_codes

A packet is written around bits that may be a code. If they are one, the packet ends where it should
and the decoder takes it, whatever is put behind; what it hears is the code's value. Books are
complete, so a tree of bits is walked until every path ends in a code.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import product

import numpy as np

from tests.segments.aac.decoding import Decoder

GAIN = 160
_LINES = 8
_END = "111"
_LONGEST = 20
_HIGHEST = {5: 4, 6: 4, 7: 7, 8: 7, 9: 12, 10: 12, 11: 16}


def number(value: int, bits: int) -> str:
    """Write a number in so many bits."""
    return format(value, f"0{bits}b")


def packet(book: int, scales: list[str], lines: str, gain: int = GAIN) -> str:
    """Write a packet without its end: bands of one book, codes of scale factors, and lines."""
    bands = len(scales)
    head = f"0000000{number(gain, 8)}0000{number(bands, 6)}0"
    return f"{head}{number(book, 4)}{number(bands, 5)}{''.join(scales)}000{lines}"


def _bytes(bits: str) -> bytes:
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


class Reader:
    """Asks a decoder."""

    def __init__(self) -> None:
        window = np.sin(np.pi / 2048 * (np.arange(2048) + 0.5))
        turns = (np.arange(2048) + 0.5 + 512) * np.pi / 1024
        self._lines = np.cos(turns * (np.arange(_LINES)[:, None] + 0.5)) * window
        self._decoder = Decoder()
        self._silence = _bytes(f"0000000{number(100, 8)}00000000000000{_END}")
        for _ in range(3):
            self._decoder.hear(self._silence)
        chance = np.random.default_rng(1)
        self._ends = [_END]
        for size in range(1, 11):  # elements that a decoder passes over, of any content
            filled = "".join(number(int(chance.integers(256)), 8) for _ in range(size - 1))
            self._ends.append(f"110{number(size, 4)}00001010{filled}{_END}")
        self.unit = self._unit()

    def takes(self, bits: str) -> bool:
        """Tell whether a packet is whole, with anything behind it."""
        for end in self._ends:
            sound = self._decoder.hear(_bytes(bits + end))
            if sound is None or len(sound) != 1024:
                return False
        return True

    def hears(self, bits: str) -> np.ndarray:
        """Return the first lines of a packet's spectrum."""
        sounds = self._decoder.hear(_bytes(bits + _END)), self._decoder.hear(self._silence)
        return self._lines @ np.concatenate(sounds)

    def values(self, bits: str) -> np.ndarray:
        """Return the quantised values of a packet's first lines."""
        lines = self.hears(bits) / self.unit
        return np.sign(lines) * np.rint(np.abs(lines) ** 0.75)

    def _unit(self) -> float:
        """Return what a line of 1 comes to, as the least of what book 1 makes: it has no other."""
        found = []
        for size in range(2, 8):
            for bits in product("01", repeat=size):
                tried = packet(1, ["0"], "".join(bits))
                if self.takes(tried):
                    found += np.abs(self.hears(tried)).tolist()
        return min(one for one in found if one > max(found) / 10)


def walk(code_of) -> dict[str, object]:
    """Return the values of all codes of a complete book; `code_of(bits)` is None for no code."""
    found: dict[str, object] = {}
    open_ends = [""]
    while open_ends:
        tried = [start + bit for start in open_ends for bit in "01"]
        known = {bits: value for bits in tried if (value := code_of(bits)) is not None}
        found |= known
        open_ends = [bits for bits in tried if bits not in known]
        assert not open_ends or len(open_ends[0]) < _LONGEST
    return found


def pair_of(reader: Reader, book: int, bits: str) -> tuple[int, int] | None:
    """Return the magnitudes (of books 5 and 6, the values) of two lines, if `bits` are a code."""
    ways = [(0, 0)]
    if book > 6:
        ways = [(signs, long) for signs in range(3) for long in range(signs + 1)]
    found = {_pair(reader, book, bits, *way) for way in ways if book == 11 or way[1] == 0}
    (one,) = found - {None} or {None}
    return one


def _pair(reader: Reader, book: int, bits: str, signs: int, long: int) -> tuple[int, int] | None:
    said = set()
    for escape in ("00000", "01111") if long else ("",):  # 16 and 31
        for minus in product("01", repeat=signs):
            pair = packet(book, ["0"], (bits + "".join(minus) + escape * long) * 2)
            if not reader.takes(pair):
                return None
            first, again = np.split(reader.values(pair)[:4], 2)
            if not np.array_equal(first, again) or np.abs(first).max() > 31:
                return None
            if book > 6:
                heard = first[first != 0]
                if len(heard) != signs or (heard < 0).tolist() != [one == "1" for one in minus]:
                    return None
                if (np.abs(first) == (31 if escape == "01111" else 16)).sum() != long:
                    return None
                first = np.minimum(np.abs(first), 16)
            said.add((int(first[0]), int(first[1])))
    return said.pop() if len(said) == 1 else None


def step_of(reader: Reader, fours: dict[str, np.ndarray], bits: str) -> int | None:
    """Return the step of scale factors that a code says, heard as a second band's loudness."""
    said = set()
    for (first, one), (second, other) in product(fours.items(), repeat=2):
        tried = packet(1, ["0", bits], first + second, 150)
        if not reader.takes(tried):
            return None
        lines = reader.hears(tried)
        low, high = np.abs(lines[:4]).max(), np.abs(lines[4:]).max()
        if min(low, high) == 0:
            return None
        if (
            np.abs(lines[:4] / low - one).max() > 0.05
            or np.abs(lines[4:] / high - other).max() > 0.05
        ):
            return None
        said.add(round(4 * np.log2(high / low)))
    return said.pop() if len(said) == 1 else None


def scale_codes(reader: Reader) -> list[str]:
    """Return the codes of steps from -60 to 60."""
    ones: dict[str, np.ndarray] = {}
    for size in range(2, 8):
        for some in product("01", repeat=size):
            bits = "".join(some)
            if reader.takes(packet(1, ["0"], bits)):
                values = reader.values(packet(1, ["0"], bits))[:4]
                if np.abs(values).sum() == 1 and len(ones) < 3:
                    ones[bits] = values
    steps = {step: bits for bits, step in walk(lambda bits: step_of(reader, ones, bits)).items()}
    return [steps[step] for step in range(-60, 61)]


def line_codes(reader: Reader, book: int) -> list[str]:
    """Return the codes of a book of pairs, the second line's values fastest."""
    pairs = {pair: bits for bits, pair in walk(lambda bits: pair_of(reader, book, bits)).items()}
    return [pairs[pair] for pair in _all_pairs(book)]


def _all_pairs(book: int) -> Iterator[tuple[int, int]]:
    highest = _HIGHEST[book]
    yield from product(range(-highest if book < 7 else 0, highest + 1), repeat=2)


def written(codes: list[str]) -> str:
    """Write codes as `renderer.segments.aac.codes` has them."""
    return " ".join(format(int("1" + code, 2), "x") for code in codes)


def main() -> None:
    """Print all books."""
    reader = Reader()
    sys.stdout.write(f"{written(scale_codes(reader))}\n")
    for book in _HIGHEST:
        sys.stdout.write(f"{book}: {written(line_codes(reader, book))}\n")


if __name__ == "__main__":
    main()
