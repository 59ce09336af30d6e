"""Filling lines: a text and a width to the stretches each line holds, in em."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from renderer.text.breaking import Strength, breaks
from renderer.text.isolates import piece

_BALANCE_STEPS = 12
_BALANCE_MOST_LINES = 6

Measure = Callable[[str], float]
"""Width in em of one line of text."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `text[start:end]` in logical order, its isolates closed, and its width in em.

    `broken`: it ends inside a word or a figure, for want of room.
    """

    text: str
    start: int
    end: int
    width: float
    broken: bool = False


def fill(text: str, width: float, measure: Measure) -> tuple[Line, ...]:
    """Return the lines of a text, each as full as `width` em allows.

    A stretch without any break that is wider than `width` stands on a line of its own, wider.
    """
    found: list[Line] = []
    for start, end in _paragraphs(text):
        found.extend(_fill_paragraph(text, start, end, width, measure))
    return tuple(found)


def balance(text: str, lines: tuple[Line, ...], width: float, measure: Measure) -> tuple[Line, ...]:
    """Return as many lines as given, of as equal a width as can be.

    Source: CSS Text 4, `text-wrap: balance`.
    """
    if not 1 < len(lines) <= _BALANCE_MOST_LINES:
        return lines
    low, high, best = 0.0, width, lines
    for _ in range(_BALANCE_STEPS):
        middle = (low + high) / 2
        tried = fill(text, middle, measure)
        if len(tried) <= len(lines) and all(line.width <= middle for line in tried):
            high, best = middle, tried
        else:
            low = middle
    return best


def narrowest(text: str, measure: Measure) -> float:
    """Return the width in em of the widest stretch that is not broken between words."""
    return max((line.width for line in _every_word(text, measure)), default=0.0)


def shorten(text: str, line: Line, width: float, measure: Measure) -> Line:
    """Return a line that begins like `line`, holds as much as fits, and ends in an ellipsis.

    A figure is shown whole or not at all: "12,4…" would be another amount.
    """
    end = len(text)
    low, high = line.start, end
    while low < high:
        middle = (low + high + 1) // 2
        if measure(_elided(text, line.start, middle)) <= width:
            low = middle
        else:
            high = middle - 1
    shown = _elided(text, line.start, _outside_figure(text, line.start, low))
    return Line(shown, line.start, end, measure(shown))


def _fill_paragraph(text: str, start: int, end: int, width: float, measure: Measure) -> list[Line]:
    points = sorted(breaks(text[start:end]).items())
    offers = [(at + start, how) for at, how in points]
    found: list[Line] = []
    while True:
        line = _longest(text, start, end, offers, width, measure)
        found.append(line)
        if line.end >= end:
            return found
        start = line.end
        offers = [offer for offer in offers if offer[0] > start]


def _longest(
    text: str,
    start: int,
    end: int,
    offers: list[tuple[int, Strength]],
    width: float,
    measure: Measure,
) -> Line:
    """Return the longest line from `start` that fits, broken at the strongest offers that do."""
    whole = _line(text, start, end, measure)
    if whole.width <= width:
        return whole
    for weakest in Strength:
        stops = [*(at for at, how in offers if how <= weakest), end]
        fitting = bisect_left(
            stops, True, key=lambda stop: _line(text, start, stop, measure).width > width
        )
        if fitting:
            line = _line(text, start, stops[fitting - 1], measure)
            return replace(line, broken=line.end < end and dict(offers)[line.end] > Strength.WORD)
    return _line(text, start, offers[0][0] if offers else end, measure)


def _every_word(text: str, measure: Measure) -> list[Line]:
    found = []
    for start, end in _paragraphs(text):
        points = breaks(text[start:end])
        stops = [at + start for at, how in sorted(points.items()) if how is Strength.WORD]
        for first, last in zip((start, *stops), (*stops, end), strict=True):
            found.append(_line(text, first, last, measure))
    return found


def _line(text: str, start: int, end: int, measure: Measure) -> Line:
    shown = _shown(text, start, end)
    return Line(shown, start, end, measure(shown))


@lru_cache(maxsize=16_384)
def _shown(text: str, start: int, end: int) -> str:
    """Return a stretch of text as a line shows it."""
    shown = piece(text, start, end)
    if end < len(text) and text[end - 1] == "\xad":
        shown += "-"
    return _trimmed(shown)


def _trimmed(shown: str) -> str:
    """Return a line without the spaces at its ends, inside closing isolates too."""
    body = shown.rstrip("\u2069")
    closing = shown[len(body) :]
    return body.rstrip(" \u2009\u200b\u3000").lstrip(" \u200b\u3000") + closing


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the stretches between forced line breaks, without those."""
    found = []
    start = 0
    for index, character in enumerate(text):
        if character in "\n\u2028\u2029":
            found.append((start, index))
            start = index + 1
    return [*found, (start, len(text))]


def _elided(text: str, start: int, end: int) -> str:
    kept = text[start:end].rstrip(" ,;:.–-\u00a0\u202f\u2066\u2067\u2068")
    shown = piece(text, start, start + len(kept))
    return f"{shown}…"


def _outside_figure(text: str, start: int, cut: int) -> int:
    """Move a cut that would split a figure, or a letter from its marks, to before it."""
    while start < cut < len(text) and _joins(text, cut):
        cut -= 1
    return cut


def _joins(text: str, cut: int) -> bool:
    before, after = text[cut - 1], text[cut]
    if unicodedata.category(after) in ("Mn", "Me", "Mc") or "\u200d" in (before, after):
        return True
    numeric = ".,'’\u00a0\u202f-–−+€£"
    return (before.isdigit() and (after.isdigit() or after in numeric)) or (
        after.isdigit() and before in numeric
    )
