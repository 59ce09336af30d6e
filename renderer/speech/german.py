"""German dates in digits: to espeak-ng the full stop of `1. Januar` ends the sentence."""

from __future__ import annotations

import re

_DATE = re.compile(
    r"\b([1-9]|[12]\d|3[01])\.(?=\s?(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))"
)
_SMALL = [
    "nullten",
    "ersten",
    "zweiten",
    "dritten",
    "vierten",
    "fünften",
    "sechsten",
    "siebten",
    "achten",
    "neunten",
    "zehnten",
    "elften",
    "zwölften",
    "dreizehnten",
    "vierzehnten",
    "fünfzehnten",
    "sechzehnten",
    "siebzehnten",
    "achtzehnten",
    "neunzehnten",
]
_UNITS = ["null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]


def spell_days(text: str) -> tuple[str, list[int]]:
    """Return the text with the days of such dates as ordinals, and a map back.

    The map holds, for each code point of the result, its place in `text`. The form is that after
    "am", "vom", "zum" and "bis", where bills have their dates.
    """
    said: list[str] = []
    places: list[int] = []
    done = 0
    for found in _DATE.finditer(text):
        said.append(text[done : found.start()])
        places += range(done, found.start())
        ordinal = _ordinal(int(found[1]))
        said.append(ordinal)
        places += [found.start()] * len(ordinal)
        done = found.end()
    said.append(text[done:])
    places += range(done, len(text))
    return "".join(said), places


def _ordinal(day: int) -> str:
    if day < 20:
        return _SMALL[day]
    tens = "zwanzigsten" if day < 30 else "dreißigsten"
    return f"{_UNITS[day % 10]}und{tens}" if day % 10 else tens
