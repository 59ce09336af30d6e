"""What may be handed to a voice: spoken text that no voice here reads wrongly without a sound.

The words of a script are made fit for speech where they are written (`spoken` of `Words`). This is
the gate behind it: it changes nothing, and refuses what is known to be misread or dropped.
"""

from __future__ import annotations

import re
import unicodedata

from renderer.errors import SpeechError

LONGEST = 2000
"""Code points of one line."""

_GROUPED = re.compile(r"\d[\u00a0\u202f\u2007\u2009]\d")
_ARABIC_PERCENT = re.compile(r"[%٪]")
_LEADING_SIGN = re.compile(r"[€£$₩]\s*\d")


def check_speakable(text: str, language: str) -> None:
    """Raise `SpeechError` `text-not-spoken-form` if a voice would misread this text.

    Args:
        text: the spoken form of one line.
        language: BCP 47 tag.
    """
    problem = _find_problem(text, language.replace("_", "-").split("-")[0].lower())
    if problem:
        raise SpeechError(
            "text-not-spoken-form",
            f"the line holds {problem}",
            remedy="Give the message a `.spoken` form without it.",
        )


def _find_problem(text: str, language: str) -> str | None:
    if not text.strip():
        return "nothing to say"
    if len(text) > LONGEST:
        return f"more than {LONGEST} characters"
    for character in text:
        if unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t":
            return "a control character"
        if "\u2066" <= character <= "\u2069" or "\u202a" <= character <= "\u202e":
            return "marks of text direction, which are for the screen"
    if _GROUPED.search(text):
        return "digits grouped with a no-break space, which are read as two numbers"
    if language == "ko" and _LEADING_SIGN.search(text):
        return "a currency sign before a number, which is silent in Korean"
    if language == "ar" and _ARABIC_PERCENT.search(text):
        return "a percent sign, which is silent in Arabic"
    return None


def check_pace(pace: float) -> None:
    """Raise `SpeechError` `voice-pace` unless the pace is 0.5 to 2."""
    if not 0.5 <= pace <= 2:
        raise SpeechError(
            "voice-pace", "the pace is outside 0.5 to 2", remedy="1 is the usual pace."
        )
