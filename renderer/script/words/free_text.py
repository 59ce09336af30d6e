"""Text from a bill: what may be shown of it, and how a voice can say it."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from renderer.script.words.form import Form
from renderer.script.words.numerals import fraction_of, plain
from renderer.script.words.tongue import Speaker

_SPACES = re.compile(r"\s+")
_MEASURE = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d{1,2})?)\s?(KB|MB|GB|TB|ko|Mo|Go|To|min)(?![\w])")
_UNITS = {"ko": "KB", "Mo": "MB", "Go": "GB", "To": "TB"}
_PAUSES = re.compile(r"\s*(?:[()\[\]{}|;–—]|\s-\s|\s/\s)\s*")
_DOUBLED = re.compile(r"\s*,(?:\s*,)+\s*|\s+,\s*|\s*,\s+")


def shown(text: str) -> str:
    """Return text without control, format and non-characters, on one line."""
    kept = "".join(
        " " if unicodedata.category(mark) in ("Zl", "Zp", "Cc") else mark
        for mark in text
        if unicodedata.category(mark) not in ("Cf", "Cn", "Co", "Cs") or mark in "\u200c\u200d"
    )
    return _SPACES.sub(lambda run: "\u00a0" if run[0] == "\u00a0" else " ", kept).strip()


def speakable(text: str, speaker: Speaker) -> str:
    """Return text a voice can read: units and signs as words, brackets and dashes as pauses."""
    plain_text = _SPACES.sub(" ", shown(text))
    said = _MEASURE.sub(lambda found: _measure(found, speaker), plain_text)
    out = []
    for mark in _PAUSES.sub(", ", said):
        if mark in speaker.tongue.symbols:
            out.append(f" {speaker.tongue.symbols[mark]} ")
        elif mark in ".,'’-:/!?،" or unicodedata.category(mark)[0] in "LMNZ":
            out.append(mark)
        else:
            out.append(" ")
    return _DOUBLED.sub(", ", _SPACES.sub(" ", "".join(out))).strip(" ,")


def text_form(speaker: Speaker, text: str) -> Form:
    """Show and say a text of the bill."""
    return Form(shown(text), speakable(text, speaker))


def _measure(found: re.Match[str], speaker: Speaker) -> str:
    amount = Decimal(found[1].replace(",", "."))
    forms = speaker.tongue.units[_UNITS.get(found[2], found[2])][1]
    return speaker.phrase(forms, amount, plain(speaker, amount, fraction_of(amount, 2)))
