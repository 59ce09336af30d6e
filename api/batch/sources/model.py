"""What a source of bills is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from api.batch.model import Listed
from renderer.bill.model import Bill

Told = tuple[Bill, Sequence[Bill]]
"""A bill, and the earlier ones of its account."""


class GoneError(Exception):
    """The bill is no longer in its source."""


@dataclass(frozen=True, slots=True)
class Papers:
    """What a film is made of, before it is understood.

    Args:
        mark: of the files, as they were before they were opened.
        input: hash over all that decides what the bill and the earlier ones say, in hex.
        read: understands them. Raises `RenderError` when the bill is wrong.
    """

    mark: str
    input: str
    read: Callable[[], Told]


class Source(Protocol):
    """Finds bills without reading them, and reads one by its key."""

    @property
    def together(self) -> int:
        """Return how many bills are best read together by one worker."""
        ...

    def bills(self) -> Iterator[Listed]:
        """Walk all bills, in any order, in memory that does not grow.

        Raises:
            RenderError: `bills-not-readable`, and what is wrong with a table as a whole.
        """
        ...

    def expect(self, keys: Sequence[str]) -> None:
        """Be told which bills will be asked for next, to read them together."""
        ...

    def papers(self, key: str) -> Papers:
        """Open the papers of a bill.

        Raises:
            GoneError: it is not there any more, though the source is.
            RenderError: `bills-not-readable` when the source is not there, and what is wrong with
                the bill.
        """
        ...

    def mark(self, key: str, /) -> str:
        """Return the mark of a bill's files as they are now."""
        ...

    def place(self, where: str) -> str:
        """Shorten the place of an error to what tells a bill and a place in it."""
        ...
