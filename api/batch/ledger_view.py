"""What a ledger tells, to anybody, also while a driver writes to it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from api.batch.ledger_file import ledger_errors, read_ledger_file
from api.batch.model import Item, State

Cursor = tuple[int, str, str]
"""A place among what waits: how often it failed, key, shape."""
BEFORE_ALL: Cursor = (-1, "", "")


@dataclass(frozen=True, slots=True)
class Entry:
    """A film as the ledger has it; `docs/batch.md` tells the fields."""

    key: str
    shape: str
    state: State
    tries: int
    killed: int
    bill: str | None
    language: str | None
    folder: str | None
    manifest: str | None
    code: str | None
    place: str | None


_ENTRY = "key, shape, state, tries, killed, bill, language, folder, manifest, code, place"
_WAITING = (
    "SELECT key, shape, input, tries, killed FROM film INDEXED BY waiting "
    "WHERE state = 'pending' AND"
)


class LedgerView:
    """An open ledger, for one thread.

    Args:
        connection: of `open_ledger_file` or `read_ledger_file`.
        path: the file.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    @classmethod
    def read(cls, path: Path) -> Self:
        """Open a ledger to read; raises as `read_ledger_file`."""
        return cls(read_ledger_file(path), path)

    def close(self) -> None:
        """Close it. What was not flushed is lost, and found again."""
        self._connection.close()

    def order(self) -> dict[str, Any] | None:
        """Return what the cycle's films are decided by; None for a new ledger."""
        with ledger_errors(self._path):
            found = self._connection.execute("SELECT chosen FROM cycle").fetchone()
        return dict(json.loads(found[0])) if found else None

    def waiting(self, after: Cursor, most: int) -> list[Item]:
        """Return what waits behind a place, those that failed least first."""
        failed, key, shape = after
        with ledger_errors(self._path):
            # In two: SQLite finds the place behind a row of the index only among equal counts.
            rows = self._connection.execute(
                f"{_WAITING} tries + killed = ? AND (key, shape) > (?, ?) "
                "ORDER BY key, shape LIMIT ?",
                (failed, key, shape, most),
            ).fetchall()
            rows += self._connection.execute(
                f"{_WAITING} tries + killed > ? ORDER BY tries + killed, key, shape LIMIT ?",
                (failed, most - len(rows)),
            ).fetchall()
        return [Item(*row) for row in rows]

    def counts(self) -> dict[State, int]:
        """Count films by state."""
        with ledger_errors(self._path):
            rows = self._connection.execute("SELECT state, count(*) FROM film GROUP BY state")
            found = {State(name): count for name, count in rows}
        return {state: found.get(state, 0) for state in State}

    def codes(self) -> dict[str, int]:
        """Count quarantined films by code, the most frequent first."""
        with ledger_errors(self._path):
            return dict(
                self._connection.execute(
                    "SELECT code, count(*) FROM film WHERE state = 'quarantined' "
                    "GROUP BY code ORDER BY count(*) DESC, code"
                )
            )

    def entries(self, state: State, code: str | None = None) -> Iterator[Entry]:
        """Walk the films of a state (and code) in the order of their keys."""
        with ledger_errors(self._path):
            rows = self._connection.execute(
                f"SELECT {_ENTRY} FROM film WHERE state = ? AND (? IS NULL OR code = ?) "  # noqa: S608
                "ORDER BY key, shape",
                (state, code, code),
            )
            for key, shape, named, *others in rows:
                yield Entry(key, shape, State(named), *others)

    def last_run(self) -> tuple[int, float, float, int, str | None] | None:
        """Return the last run: number, begun and last seen (s since 1970), films, how it ended."""
        with ledger_errors(self._path):
            row: tuple[int, float, float, int, str | None] | None = self._connection.execute(
                "SELECT number, began, seen, rendered, ended FROM run ORDER BY number DESC LIMIT 1"
            ).fetchone()
        return row
