"""How a word sounds at its edges: Korean particles by its end, French elision by its start."""

from __future__ import annotations

import re
import unicodedata

_HANGUL = range(0xAC00, 0xD7A4)
_RIEUL = 8
"""Index of ㄹ among final consonants."""
_DIGITS = {
    "0": 21,
    "1": _RIEUL,
    "2": 0,
    "3": 16,
    "4": 0,
    "5": 0,
    "6": 1,
    "7": _RIEUL,
    "8": _RIEUL,
    "9": 0,
}
_PLACES = ((12, 0), (8, 1), (4, 4), (3, 4), (2, 1), (1, 17))
"""Zeros that end a number, and the final consonant of 조, 억, 만, 천, 백, 십."""
_LETTERS = {"L": _RIEUL, "M": 16, "N": 4, "R": _RIEUL}
_WORD = re.compile(r"[A-Za-z]+$")
_STOPS = re.compile(r"(?:^|[^aeiou])[aeiou]{1,2}(?:[ckpbt]|ck)$")

PARTICLES = frozenset(
    {
        "은/는",
        "이/가",
        "을/를",
        "과/와",
        "으로/로",
        "이에요/예요",
        "이나/나",
        "이라/라",
        "이며/며",
        "이고/고",
    }
)
"""Pairs that JOSA knows: after a final consonant / after a vowel."""


def final_consonant(spoken: str) -> int | None:
    """Return the index of the last syllable's final consonant (0: none, 8: ㄹ), None if unknown."""
    text = unicodedata.normalize("NFC", spoken).rstrip()
    while text and unicodedata.category(text[-1])[0] in "PSZ":
        text = text[:-1]
    if not text:
        return None
    last = text[-1]
    if ord(last) in _HANGUL:
        return (ord(last) - _HANGUL.start) % 28
    if last.isascii() and last.isdigit():
        return _of_number(text)
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    if found := _WORD.search(plain):
        return _of_latin(found[0])
    return None


def josa(pair: str, spoken: str) -> str:
    """Choose the particle that fits a spoken word; both, as "은(는)", where its end is unknown."""
    closed, opened = pair.split("/")
    final = final_consonant(spoken)
    if final is None:
        return f"{closed}({opened})"
    if pair == "으로/로" and final == _RIEUL:
        return opened
    return closed if final else opened


def elide(pair: str, seen: str) -> str:
    """Choose "de " or "d’" (given as "de/d’") by whether the next word begins with a vowel."""
    full, short = pair.split("/")
    first = unicodedata.normalize("NFD", seen.lstrip())[:1].lower()
    return short if first and first in "aeiouœæ" else f"{full} "


def _of_number(text: str) -> int:
    digits = text[len(text.rstrip("0123456789")) :]
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros and len(digits) > zeros:
        return next(final for place, final in _PLACES if zeros >= place)
    return _DIGITS[digits[-1]]


def _of_latin(word: str) -> int:
    """Guess how Korean pronounces the end of a Latin word, or of an abbreviation by letters."""
    if len(word) == 1 or (word.isupper() and len(word) <= 4):
        return _LETTERS.get(word[-1].upper(), 0)
    lower = word.lower()
    if lower.endswith("e") and len(lower) > 3 and lower[-2] in "lmn":
        lower = lower[:-1]
    if lower.endswith("ng"):
        return 21
    if lower[-1] in "lmn":
        return {"l": _RIEUL, "m": 16, "n": 4}[lower[-1]]
    return 1 if _STOPS.search(lower) else 0
