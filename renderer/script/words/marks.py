"""Marks around what a function writes into a message, so that its place is known afterwards.

A message is rendered twice, seen and spoken. Every figure and named span is wrapped in Unicode
non-characters, which no text may hold; `read` takes them out again and pairs the two modes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from renderer.script.wording import Span, Words

OPEN, FIELD, CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
ISOLATES = "\u2066\u2067\u2068\u2069"
_SEEN = dict.fromkeys(map(ord, "\n\r\t"), " ")
"""What stays of seen text: its lines are joined."""
_SPOKEN: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007\n\r\t"), " "),
    **dict.fromkeys(map(ord, ISOLATES + "\u00ad\u200e\u200f\u061c\u2060\ufeff")),
}
"""Spoken text has plain spaces only, and nothing that orders or hides."""
_PIECES = re.compile(
    f"({OPEN})([^{FIELD}]*){FIELD}([^{FIELD}]*){FIELD}|({CLOSE})|([^{OPEN}{CLOSE}]+)"
)
_GAPS = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class _Mark:
    name: str
    fact: str | None
    start: int
    end: int


def mark(name: str, fact: str | None, text: str) -> str:
    """Wrap a text so that `read` finds it."""
    return f"{OPEN}{name}{FIELD}{fact or ''}{FIELD}{text}{CLOSE}"


def words(message: str, seen: str, spoken: str) -> Words:
    """Take the marks out of both modes and tie their spans together, first to first.

    A figure that one mode leaves out gets an empty span there, where the one before it ends.
    """
    seen_text, seen_marks = _read(seen, spoken=False)
    spoken_text, spoken_marks = _read(spoken, spoken=True)
    said = _numbered(spoken_marks)
    shown = _numbered(seen_marks)
    spans: list[Span] = []
    last = 0
    for key, here in shown.items():
        there = said.get(key)
        spoken_start, spoken_end = (there.start, there.end) if there else (last, last)
        last = spoken_end
        spans.append(Span(here.start, here.end, spoken_start, spoken_end, here.name, here.fact))
    last = 0
    for key, there in said.items():
        if key in shown:
            last = shown[key].end
        else:
            spans.append(Span(last, last, there.start, there.end, there.name, there.fact))
    return Words(message, seen_text, spoken_text, tuple(spans))


def _numbered(marks: list[_Mark]) -> dict[tuple[str, str | None, int], _Mark]:
    """Key marks by name, fact and which one of these it is."""
    met: Counter[tuple[str, str | None]] = Counter()
    out = {}
    for one in marks:
        out[one.name, one.fact, met[one.name, one.fact]] = one
        met[one.name, one.fact] += 1
    return out


def _read(text: str, *, spoken: bool) -> tuple[str, list[_Mark]]:
    out = ""
    marks: list[_Mark] = []
    opened: list[tuple[str, str | None, int]] = []
    for opening, name, fact, closing, plain in _PIECES.findall(text):
        if opening:
            opened.append((name, fact or None, len(out)))
        elif closing:
            name, known, start = opened.pop()
            marks.append(_Mark(name, known, start, len(out)))
        else:
            kept = _GAPS.sub(" ", plain.translate(_SPOKEN if spoken else _SEEN))
            out += kept[1:] if kept[:1] == " " and out[-1:] in ("", " ") else kept
    whole = out.rstrip(" ")
    size = len(whole)
    marks = [_Mark(m.name, m.fact, min(m.start, size), min(m.end, size)) for m in marks]
    return whole, sorted(marks, key=lambda one: one.start)
