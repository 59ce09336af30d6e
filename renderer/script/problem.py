"""A mistake in a pack, with its place; many are gathered by a check, one stops a binding."""

from __future__ import annotations

from dataclasses import dataclass

from renderer.errors import RenderError, ScriptError
from renderer.script.place import Place


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right in a pack.

    Args:
        code: `docs/errors/<code>.md` explains it.
        file: relative to the pack; line and column count from 1, 0 where there is none.
    """

    code: str
    message: str
    file: str
    line: int
    column: int
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message} {self.remedy}".rstrip()


def sentence(message: str) -> str:
    """Return a message with its full stop, so that a remedy may follow it."""
    return message if message.endswith((".", "!", "?")) else f"{message}."


def error(code: str, message: str, place: Place | None, remedy: str = "") -> ScriptError:
    """Return the `ScriptError` that says so; raise it."""
    return ScriptError(code, sentence(message), str(place) if place else None, remedy or None)


def problem_of(failure: RenderError, file: str = "") -> Problem:
    """Return an error as a problem, its place taken apart again."""
    name, line, column = failure.where or file, 0, 0
    parts = name.rsplit(":", 2)
    if len(parts) == 3 and parts[1].isdigit() and parts[2].isdigit():
        name, line, column = parts[0], int(parts[1]), int(parts[2])
    return Problem(
        failure.code, sentence(failure.message), name, line, column, failure.remedy or ""
    )
