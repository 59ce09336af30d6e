"""The one root of every error Billreel raises on purpose, with one child per stage.

A message names the place (file:line:column, or a pointer into a document) and the way out.
It never holds a bill's values or a customer's name: messages reach logs and screens.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class RenderError(Exception):
    """Something that stops a film, said so that its reader can act on it.

    Args:
        code: short, stable and hyphenated; `docs/errors/<code>.md` explains it.
        message: one sentence, without any value of a bill.
        where: `file:line:column`, or `document#pointer` (JSON pointer or XPath), if known.
        remedy: what the reader can do about it.
        ours: true when the fault is Billreel's (exit 1); false for wrong input (exit 2).
    """

    code: str
    message: str
    where: str | None = None
    remedy: str | None = None
    ours: bool = False

    def __post_init__(self) -> None:
        super().__init__(str(self))

    def __reduce__(self) -> tuple[type[RenderError], tuple[object, ...]]:
        return type(self), (self.code, self.message, self.where, self.remedy, self.ours)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        stop = "" if self.message.endswith((".", "!", "?")) else "."
        way_out = f" {self.remedy}" if self.remedy else ""
        return f"{place}{self.message}{stop}{way_out} [{self.code}]"


class BillError(RenderError):
    """A bill cannot be read, or its sums do not hold."""


class StoryError(RenderError):
    """A bill is sound but no film may be told from it."""


class ScriptError(RenderError):
    """A template pack is wrong, or does not fit this story and language."""


class SpeechError(RenderError):
    """A voice could not speak a line."""


class TextError(RenderError):
    """Text cannot be set: a glyph is missing, or it does not fit."""


class PlanError(RenderError):
    """Scenes cannot be laid out in space or time."""


class FrameError(RenderError):
    """A frame cannot be drawn."""


class SegmentError(RenderError):
    """Pictures or sound cannot be encoded."""


class PackageError(RenderError):
    """A package cannot be written whole."""
