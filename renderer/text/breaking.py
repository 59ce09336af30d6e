"""Where a line of text may end: after spaces and hyphens, never inside a figure.

After UAX #14 as far as billing texts need it, with Korean kept by words. Every break has a
strength; a weaker one is used only when the stretch between stronger ones is too wide for the line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache
from types import MappingProxyType

from renderer.text.isolates import depths

_ISOLATES = "\u2066\u2067\u2068\u2069"
_BREAKING_SPACES = " \u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000\u200b"
_HYPHENS = "-\u2010\xad"
_DASHES = "\u2013\u2014"
_NEVER_FIRST = "!?:;,.%)]}»”’…、。，．：；？！）」』】〉》・ー"
_NEVER_LAST = "([{«“„（「『【〈《"
_SHORT_UNIT = 3


class Strength(IntEnum):
    """How willingly a line ends there: between words, inside a figure's words, inside a word."""

    WORD = 0
    FIGURE = 1
    SYLLABLE = 2


@lru_cache(maxsize=4_096)
def breaks(text: str) -> Mapping[int, Strength]:
    """Return where a next line may start: index of its first character -> strength."""
    isolated = depths(text)
    found: dict[int, Strength] = {}
    for index in range(1, len(text)):
        strength = _strength(text, index, isolated)
        if strength is not None:
            found[index] = strength
    return MappingProxyType(found)


def _strength(text: str, index: int, isolated: list[int]) -> Strength | None:
    """Return how willingly a line starts at `index`, or None if it must not."""
    before, after = _seen_before(text, index), text[index]
    if after in _BREAKING_SPACES or unicodedata.combining(after) or after == "\u2069":
        return None
    following = _seen_from(text, index)
    last = text[index - 1]
    if before in _BREAKING_SPACES:
        if last in "\u2066\u2067\u2068":  # the isolate belongs to what follows: break before it
            return None
        return _after_space(text, index, following, isolated)
    if last in "\u2066\u2067\u2068" or not before:
        return None
    if before in _HYPHENS:
        return None if following.isdigit() or _is_first_of_word(text, index) else Strength.WORD
    if before in _DASHES:
        return None if following.isdigit() or following in _NEVER_FIRST else Strength.WORD
    return _between_ideographs(before, following)


def _after_space(text: str, index: int, following: str, isolated: list[int]) -> Strength:
    if following and following in _NEVER_FIRST:
        return Strength.SYLLABLE  # French "facture !" written with a plain space
    word = _word_before(text, index)
    if word and word[-1] in _NEVER_LAST:
        return Strength.SYLLABLE
    number_before = word.rstrip(".").isdigit() or word[-1:].isdigit()
    if isolated[index] and isolated[index - 1] and (number_before or following.isdigit()):
        return Strength.FIGURE
    if number_before and _is_unit(_word_from(text, index)):
        return Strength.FIGURE
    return Strength.WORD


def _between_ideographs(before: str, following: str) -> Strength | None:
    if not following or following in _NEVER_FIRST or before in _NEVER_LAST:
        return None
    if _is_hangul(before) and _is_hangul(following):
        return Strength.SYLLABLE
    if _is_ideograph(before) or _is_ideograph(following):
        both = _is_ideograph(before) and _is_ideograph(following)
        return Strength.WORD if both else Strength.SYLLABLE
    return None


def _is_unit(word: str) -> bool:
    """Tell whether a word after a number is read with it: a currency sign, "GB", "Nov."."""
    bare = word.strip(".,;:!?")
    return bool(bare) and (
        unicodedata.category(bare[0]) in ("Sc", "Po", "So") or len(bare) <= _SHORT_UNIT
    )


def _is_first_of_word(text: str, index: int) -> bool:
    return index < 2 or text[index - 2] in _BREAKING_SPACES or text[index - 2] in _ISOLATES


def _seen_before(text: str, index: int) -> str:
    for character in reversed(text[:index]):
        if character not in _ISOLATES:
            return character
    return ""


def _seen_from(text: str, index: int) -> str:
    for character in text[index:]:
        if character not in _ISOLATES:
            return character
    return ""


def _word_before(text: str, index: int) -> str:
    words = _without_isolates(text[:index]).split()
    return words[-1] if words else ""


def _word_from(text: str, index: int) -> str:
    words = _without_isolates(text[index:]).split(maxsplit=1)
    return words[0] if words else ""


def _without_isolates(text: str) -> str:
    return "".join(character for character in text if character not in _ISOLATES)


def _is_hangul(character: str) -> bool:
    return "\uac00" <= character <= "\ud7a3" or "\u1100" <= character <= "\u11ff"


def _is_ideograph(character: str) -> bool:
    return bool(character) and (
        "\u3000" <= character <= "\u30ff"
        or "\u3400" <= character <= "\u9fff"
        or "\uff00" <= character <= "\uffef"
        or "\U00020000" <= character <= "\U0003ffff"
    )
