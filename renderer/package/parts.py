"""A package in memory, and where its large parts stand in a store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from renderer.plan import Plan


@dataclass(frozen=True, slots=True)
class Outline:
    """What there is to say of a film in a line: what it was made as, and how long it is.

    Args:
        form: of the story: "full" or "short".
        scenes: their ids, in order.
        frames: of the film.
        distinct: frames that differ from the one before; all others are held.
    """

    language: str
    brand: str
    shape: str
    form: str
    scenes: tuple[str, ...]
    frames: int
    distinct: int


@dataclass(frozen=True, slots=True)
class Parts:
    """The keys of what a package is made of.

    Args:
        segments: in the film's order; some may come more than once.
        track: the sound.
        speech: what the voice said, line by line, of which the sound was mixed.
        pictures: by the name of their file.
    """

    segments: tuple[str, ...]
    track: str
    speech: tuple[str, ...]
    pictures: Mapping[str, str]


@dataclass(frozen=True)
class Package:
    """The files of a film, by name, and what they were made from.

    Args:
        segments: how many there are, and how many of them were drawn for this film.
        parts: where the large ones stand in the store that the film was made with, if any.
        lay: lays the film's plan.
    """

    files: Mapping[str, bytes]
    outline: Outline
    segments: tuple[int, int] = (0, 0)
    parts: Parts | None = None
    lay: Callable[[], Plan] = field(kw_only=True, compare=False, repr=False)

    @cached_property
    def plan(self) -> Plan:
        """Return the film's plan: laid again where the package was found in a store."""
        return self.lay()

    @property
    def form(self) -> str:
        """Return the story's form: "full" or "short"."""
        return self.outline.form

    @property
    def distinct(self) -> int:
        """Return the frames that differ from the one before."""
        return self.outline.distinct
