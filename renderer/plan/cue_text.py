"""The text of a cue: pieces that are never parted, and how they stand on one or two lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from renderer.plan.typeset import strip_marks
from renderer.script.model import Span
from renderer.text.isolates import piece


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of seen text, [start, end) in code points.

    Args:
        width: characters it shows; space: 1 if a space stands before it on a line, else 0.
    """

    start: int
    end: int
    text: str
    width: int
    space: int = 1


def tokens(seen: str, spans: Sequence[Span], columns: int) -> list[Token]:
    """Cut a seen text into words; a figure with spaces in it stays whole, if a line can hold it."""
    glued = {
        at
        for span in spans
        if span.fact and width_of(seen[span.start : span.end]) <= columns
        for at in range(span.start, span.end)
    }
    out: list[Token] = []
    start: int | None = None
    for at, character in enumerate(seen):
        breaks = _is_space(character) and at not in glued
        if breaks and start is not None:
            out.extend(_held(seen, start, at, columns))
            start = None
        elif not breaks and start is None:
            start = at
    if start is not None:
        out.extend(_held(seen, start, len(seen), columns))
    return out


def two_lines(seen: str, held: Sequence[Token], columns: int) -> tuple[str, ...]:
    """Set tokens on one line, or on two of like length; the first cut of equals wins."""
    if line_width(held) <= columns:
        return (_line(seen, held),)
    best: tuple[int, int] | None = None
    for at in range(1, len(held)):
        widths = (line_width(held[:at]), line_width(held[at:]))
        if max(widths) <= columns and (best is None or max(widths) < best[0]):
            best = (max(widths), at)
    if best is None:
        return (_line(seen, held),)
    return (_line(seen, held[: best[1]]), _line(seen, held[best[1] :]))


def line_width(held: Sequence[Token]) -> int:
    """Return the characters that tokens take on one line."""
    return sum(token.width + token.space for token in held) - held[0].space


def width_of(text: str) -> int:
    """Count the characters a reader sees: no isolates, no combining marks."""
    return sum(1 for character in strip_marks(text) if not unicodedata.combining(character))


def _held(seen: str, start: int, end: int, columns: int) -> list[Token]:
    """Make a token, cut into lines' lengths where no line can hold it."""
    text = seen[start:end]
    width = width_of(text)
    if width == 0:
        return []
    if width <= columns:
        return [Token(start, end, text, width)]
    out: list[Token] = []
    at = start
    while at < end:
        stop = at
        while stop < end and width_of(seen[at : stop + 1]) <= columns:
            stop += 1
        part = seen[at:stop]
        if width_of(part):
            out.append(Token(at, stop, part, width_of(part), 0 if out else 1))
        at = stop
    return out


def _line(seen: str, held: Sequence[Token]) -> str:
    text = piece(seen, held[0].start, held[-1].end)
    return "".join(" " if character in "\n\r\t" else character for character in text).strip()


def _is_space(character: str) -> bool:
    return character in " \n\r\t\u2002\u2003\u2009\u200b\u2028\u2029\u3000"
