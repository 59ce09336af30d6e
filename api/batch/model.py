"""What passes between the ledger, an engine and its workers."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """How it stands with one film of a cycle."""

    PENDING = "pending"
    RENDERED = "rendered"
    QUARANTINED = "quarantined"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Listed:
    """A bill that a cycle found.

    Args:
        key: what the source calls it: a customer's folder, a file, a key of a table.
        mark: tells cheaply whether its files are those of last time.
        code: why no film can be made of it, where that is known already.
    """

    key: str
    mark: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A film that is to be made.

    Args:
        key: of its bill.
        shape: "wide" or "tall".
        known: hash of the bill, in hex, that a film was made of before; None for none.
        tries: how often it failed so far.
        killed: how often a worker at it was ended from outside.
        fresh: whether it wants a worker to itself, newly started and ended after it.
    """

    key: str
    shape: str = "wide"
    known: str | None = None
    tries: int = 0
    killed: int = 0
    fresh: bool = False


Parcel = tuple[Item, ...]
"""Items that one worker is to have one after another, because they are read together."""


@dataclass(frozen=True, slots=True)
class Made:
    """A film that is published.

    Args:
        folder: its opaque name, 32 hexadecimal digits.
        input: hash of what it was made of.
        bill: the bill's id.
        language: BCP 47 tag.
        manifest: sha256 of its manifest.json, in hex.
        size: bytes of the package.
    """

    folder: str
    input: str
    bill: str
    language: str
    manifest: str
    size: int


@dataclass(frozen=True, slots=True)
class Settled:
    """How an item stands after it came back, as the ledger keeps it.

    Args:
        state: "pending" to be tried again.
        mark: of the bill's files; None leaves what was there.
        made: the film that there is now; None leaves what was there.
        code: why not, and where; both None of what is rendered.
    """

    item: Item
    state: State
    tries: int = 0
    killed: int = 0
    mark: str | None = None
    made: Made | None = None
    code: str | None = None
    place: str | None = None


class Kind(StrEnum):
    """How an item came back."""

    MADE = "made"
    FOUND = "found"
    """Its film was published already: a worker ended between publishing and telling."""
    SAME = "same"
    """Its bill says what the film of last time says, though its files were touched."""
    GONE = "gone"
    """Its bill is no longer in the source."""
    REFUSED = "refused"
    """No film can be made of it, and the bill or the pack says why."""
    FAULT = "fault"
    """Ours, or a passing one: it may go better next time."""
    CRASH = "crash"
    """Its worker died of it."""
    LIMIT = "limit"
    """It took more time or memory than it may, and its worker was ended."""
    KILLED = "killed"
    """Its worker was ended by somebody else, which the item may have no part in."""
    BLOCKED = "blocked"
    """Nothing can be published: the disk is full, say. No item is to blame."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an item.

    Args:
        made: the film, of what is made or found.
        code: of the error, of what is not.
        place: where; never a value of a bill.
        mark: of the files it was read from.
        cpu_s: user and system time of the worker, seconds.
        wall_s: seconds.
        peak_mb: most resident memory that the worker ever had, MB of 1e6 bytes.
    """

    kind: Kind
    made: Made | None = None
    code: str | None = None
    place: str | None = None
    mark: str | None = None
    cpu_s: float = 0.0
    wall_s: float = 0.0
    peak_mb: float = 0.0

    def as_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Outcome:
        """Read what `as_json` wrote.

        Raises:
            TypeError, ValueError: it did not.
        """
        made = told.pop("made")
        return cls(Kind(told.pop("kind")), made=Made(**made) if made else None, **told)
