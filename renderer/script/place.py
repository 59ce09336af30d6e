"""A place in a file of a pack, and the nearest known name to a mistaken one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """`file` is relative to the pack; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a remedy that names what `name` was probably meant to be."""
    names = sorted(known)
    if near := get_close_matches(name, names, n=1, cutoff=0.6):
        return f"Did you mean '{near[0]}'?"
    if not names:
        return ""
    shown = ", ".join(names[:24]) + (", …" if len(names) > 24 else "")
    return f"Known: {shown}."
