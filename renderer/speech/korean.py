"""Long Korean clauses, cut into pieces that espeak-ng says whole.

Beyond 116 to 129 syllables without punctuation it drops the rest of the clause and reports success
(upstream issue 1860), so a clause is given commas at spaces before it is that long.
"""

from __future__ import annotations

import re
import unicodedata

MOST_SYLLABLES = 90
_CLAUSE = re.compile(r"[^.,;:!?。、，…\n]+")
_DIGIT_SYLLABLES = 2.0


def count_syllables(text: str) -> float:
    """Count spoken syllables: one a Hangul syllable or letter, two a digit (with its place)."""
    return sum(
        _DIGIT_SYLLABLES if c.isdigit() else 1.0 for c in text if unicodedata.category(c)[0] in "LN"
    )


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
    whole = count_syllables(text[start:end])
    if whole <= MOST_SYLLABLES:
        return []
    pieces = int(-(-whole // (MOST_SYLLABLES * 0.85)))
    target = whole / pieces
    cuts: list[int] = []
    said = 0.0
    since = start
    space: int | None = None
    for index in range(start, end):
        said += count_syllables(text[index])
        if text[index] == " " and index > since:
            space = index
        if said >= target and space is not None:
            cuts.append(space)
            said = count_syllables(text[space : index + 1])
            since, space = index, None
        elif said >= MOST_SYLLABLES - 2:
            cuts.append(index)
            said, since, space = count_syllables(text[index]), index, None
    return cuts
