"""What a request is refused for: an error like any other, and the HTTP status that goes with it."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

from renderer.errors import RenderError


@dataclass
class RequestError(RenderError):
    """A request cannot be served as it was asked.

    Args:
        status: the HTTP status it is answered with.
        retry_s: seconds after which asking again makes sense, for 429 and 503.
    """

    status: int = 422
    retry_s: int | None = None

    def __reduce__(self) -> tuple[type[RenderError], tuple[object, ...]]:
        kept = (self.code, self.message, self.where, self.remedy, self.ours)
        return type(self), (*kept, self.status, self.retry_s)

    def __str__(self) -> str:
        return super().__str__()


def not_found() -> RequestError:
    """Make the answer to an id that is unknown, or another's: nobody can tell which.

    It is one and the same error, word for word, whatever was asked for.
    """
    return RequestError(
        "not-found",
        "there is nothing here for this key or link",
        remedy="Check the address; what belongs to somebody else is answered the same.",
        status=404,
    )


def place_of(error: BaseException) -> str:
    """Return file and line of where an exception was raised, in our own code if it came by."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if "/api/" in one.filename or "/renderer/" in one.filename]
    for frame in reversed(ours or frames):
        return f"{'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno}"
    return "-"
