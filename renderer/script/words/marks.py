"""Marks around what a function writes into a message, so that its place is known afterwards.

A message is rendered twice, seen and spoken. Every figure and named span is wrapped in Unicode
non-characters, which no text may hold; `read` takes them out again and pairs the two modes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from renderer.script.wording import Span, Words

OPEN, FIELD, CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
ISOLATES = "\u2066\u2067\u2068\u2069"
_SPACES = "\u00a0\u202f\u2009\u2007\n\r\t"
_UNSPOKEN = dict.fromkeys(map(ord, ISOLATES + "\u00ad\u200e\u200f\u061c\u2060\ufeff"))


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
    out: list[str] = []
    marks: list[_Mark] = []
    opened: list[tuple[str, str | None, int]] = []
    at = 0
    while at < len(text):
        char = text[at]
        at += 1
        if char == OPEN:
            middle = text.index(FIELD, at)
            end = text.index(FIELD, middle + 1)
            opened.append((text[at:middle], text[middle + 1 : end] or None, len(out)))
            at = end + 1
        elif char == CLOSE:
            name, fact, start = opened.pop()
            marks.append(_Mark(name, fact, start, len(out)))
        else:
            kept = _kept(char, out[-1] if out else " ", spoken=spoken)
            if kept:
                out.append(kept)
    while out and out[-1] == " ":
        out.pop()
    size = len(out)
    marks = [_Mark(m.name, m.fact, min(m.start, size), min(m.end, size)) for m in marks]
    return "".join(out), sorted(marks, key=lambda one: one.start)


def _kept(char: str, before: str, *, spoken: bool) -> str:
    """Return what stays of a character: lines are joined; spoken text has plain spaces only."""
    if spoken:
        char = char.translate(_UNSPOKEN)
        if char and char in _SPACES:
            char = " "
    elif char in "\n\r\t":
        char = " "
    return "" if char == " " and before == " " else char
