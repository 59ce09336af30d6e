"""Word times: our own words, the voice's events, and what lies between them.

A speech engine's events are not one a word: function words are merged, some Korean words have
none, numbers have several. The first event inside a word is its start; words without one share the
time between their neighbours by weight.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from renderer.speech.model import Word

_HANGUL_WEIGHT = 2.2
_DIGIT_WEIGHT = 3.0
_SYMBOL_WEIGHT = 4.0


def find_words(text: str) -> list[tuple[int, int]]:
    """Return (start, end) in code points of everything between spaces that can be said."""
    found = ((m.start(), m.end()) for m in re.finditer(r"\S+", text))
    return [(a, b) for a, b in found if any(_said(c) for c in text[a:b])]


def _said(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNS" or character in "%&٪@"


def weigh(text: str) -> float:
    """Estimate how long text takes to say, in units of one Latin letter, at least 0.5."""
    weight = 0.0
    for character in text:
        category = unicodedata.category(character)
        if "가" <= character <= "힣":
            weight += _HANGUL_WEIGHT
        elif category[0] == "N":
            weight += _DIGIT_WEIGHT
        elif category[0] == "L":
            weight += 1
        elif category[0] == "S" or character in "%&٪@":
            weight += _SYMBOL_WEIGHT
    return max(weight, 0.5)


def align(text: str, events: Iterable[tuple[int, int]], end: int) -> tuple[Word, ...]:
    """Give every word of `text` its time.

    Args:
        text: what was spoken.
        events: (sample, code point) where the voice began a word, in the order of the text.
        end: sample at which speech ends.

    Returns:
        Words in order, each ending where the next begins; `exact` marks those with an event.
    """
    spans = find_words(text)
    starts: list[int | None] = [None] * len(spans)
    index = 0
    latest = 0
    for sample, position in events:
        while index < len(spans) and position >= spans[index][1]:
            index += 1
        if index == len(spans):
            break
        # Events of numbers may stand one character early.
        if position >= spans[index][0] - 1 and starts[index] is None:
            latest = min(max(latest, sample), end)
            starts[index] = latest
    return fill(text, spans, starts, end)


def fill(
    text: str, spans: Sequence[tuple[int, int]], starts: Sequence[int | None], end: int
) -> tuple[Word, ...]:
    """Share the time between known starts among the words without one, by weight."""
    if not spans:
        return ()
    exact = [start is not None for start in starts]
    times: list[int] = [0] * len(spans) + [end]
    index = 0
    while index < len(spans):
        known = starts[index]
        times[index] = 0 if known is None else known
        stop, following = index + 1, end
        while stop < len(spans):
            known = starts[stop]
            if known is not None:
                following = known
                break
            stop += 1
        weights = [weigh(text[a:b]) for a, b in spans[index:stop]]
        whole, passed = sum(weights), 0.0
        for offset, weight in enumerate(weights[:-1], 1):
            passed += weight
            share = (following - times[index]) * passed / whole
            times[index + offset] = times[index] + round(share)
        index = stop
    return tuple(
        Word(times[i], max(times[i], times[i + 1]), a, b, exact[i])
        for i, (a, b) in enumerate(spans)
    )
