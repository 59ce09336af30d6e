"""How many lines a bill may have, and how much else of one kind: more of it is no bill to tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from renderer.errors import BillError

MOST_LINES = 5_000
"""Lines of one bill, and entries of any other list in it: as many take about a second to read."""


class Placed(Protocol):
    """What stands at a place of a document."""

    @property
    def where(self) -> str:
        """Name the place, for people."""


Node = TypeVar("Node", bound=Placed)


def bounded(lines: Sequence[Node]) -> Sequence[Node]:
    """Return the lines as they are, if they are not more than a bill may have.

    Raises:
        BillError: `too-many-lines`, at the first one beyond.
    """
    if len(lines) > MOST_LINES:
        raise too_many_lines(lines[MOST_LINES].where)
    return lines


def too_many_lines(where: str) -> BillError:
    """Make the error for more lines, or entries of one kind, than `MOST_LINES`."""
    return BillError(
        "too-many-lines",
        f"The bill has more than {MOST_LINES} lines, or entries of one kind.",
        where,
        "Give lines summed up by product, or the bill of one account.",
    )
