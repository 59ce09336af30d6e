"""Korean as espeak-ng says it right: decimals with their point, long clauses in pieces.

It says `3.2` as "three two" and drops the fraction of `1,234.56`, but knows the word 점.

Beyond 116 to 129 syllables without punctuation it drops the rest of the clause and reports success
(upstream issue 1860), so a clause is given commas at spaces before it is that long.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from itertools import accumulate

MOST_SYLLABLES = 90
_CLAUSE = re.compile(r"[^.,;:!?。、，…\n]+")
_DIGIT_SYLLABLES = 2.0
_DECIMAL_POINT = re.compile(r"(?<=\d)\.(?=\d)")


def count_syllables(text: str) -> float:
    """Count spoken syllables: one a Hangul syllable or letter, two a digit (with its place)."""
    return sum(
        _DIGIT_SYLLABLES if c.isdigit() else 1.0 for c in text if unicodedata.category(c)[0] in "LN"
    )


def say_points(text: str) -> str:
    """Return the text with decimal points as the word for them, code point for code point."""
    return _DECIMAL_POINT.sub("점", text)


def break_clauses(text: str) -> tuple[str, list[int]]:
    """Return the text with commas put into clauses of more than 90 syllables, and a map back.

    The map holds, for each code point of the result, its place in `text`. Cuts fall at spaces, the
    pieces about equally long; a single word of more than 90 syllables is cut inside.
    """
    places: list[int] = []
    broken: list[str] = []
    cuts = {cut for clause in _CLAUSE.finditer(text) for cut in _cuts(text, *clause.span())}
    for index, character in enumerate(text):
        if index in cuts:
            broken.append(",")
            places.append(max(index - 1, 0))
            if character != " ":
                broken.append(" ")
                places.append(index)
        broken.append(character)
        places.append(index)
    return "".join(broken), places


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Halve a clause at the space nearest its middle until every piece is short enough."""
    said = list(accumulate(count_syllables(c) for c in text[start:end]))
    if said[-1] <= MOST_SYLLABLES:
        return []
    middle = said[-1] / 2
    spaces = [
        start + i
        for i, count in enumerate(said)
        if text[start + i] == " " and said[-1] * 0.1 < count < said[-1] * 0.9
    ]
    cut = (
        min(spaces, key=lambda at: abs(said[at - start] - middle))
        if spaces
        else start + bisect_left(said, middle)
    )
    return [*_cuts(text, start, cut), cut, *_cuts(text, cut, end)]
