"""How it stands with every film of a cycle, kept in SQLite so that any process can go on.

One driver writes (`lock.py`); anybody may read meanwhile. Outcomes are written some at a time: one
that is lost with its driver is found again on disk, because films are published under names that
follow from what they were made of.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from api.batch.ledger_file import ledger_errors, open_ledger_file
from api.batch.ledger_view import LedgerView
from api.batch.model import Listed, Settled, State

TOGETHER = 50
"""Outcomes written together, at most."""
WITHIN_S = 0.5
"""Time that an outcome waits to be written, seconds."""


@dataclass(frozen=True, slots=True)
class Enlisted:
    """What a listing found, in films.

    Args:
        new: not known before.
        changed: known, and their files were touched, or their film is gone.
        same: as they were.
    """

    new: int = 0
    changed: int = 0
    same: int = 0

    def __add__(self, other: Enlisted) -> Enlisted:
        return Enlisted(self.new + other.new, self.changed + other.changed, self.same + other.same)


class Ledger(LedgerView):
    """An open ledger that one thread writes to."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        super().__init__(connection, path)
        self._settled: list[Settled] = []
        self._since = time.monotonic()

    @classmethod
    def open(cls, path: Path) -> Ledger:
        """Open a ledger to write; raises as `open_ledger_file`."""
        return cls(open_ledger_file(path), path)

    def set_order(self, cycle: str, order: dict[str, Any]) -> None:
        """Write down what the cycle's films are decided by; of all that were made before, anew."""
        with self._writing() as write:
            write.execute("DELETE FROM cycle")
            write.execute("INSERT INTO cycle VALUES (?, ?)", (cycle, json.dumps(order)))
            write.execute(
                "INSERT OR IGNORE INTO past SELECT key, shape, folder, input, bill FROM film "
                "WHERE folder IS NOT NULL"
            )
            shapes = order["shapes"]
            marks = ", ".join("?" for _ in shapes)
            write.execute(f"DELETE FROM film WHERE shape NOT IN ({marks})", shapes)  # noqa: S608
            write.execute(
                "UPDATE film SET state = 'pending', tries = 0, killed = 0, input = NULL, "
                "folder = NULL, code = NULL, place = NULL"
            )

    def enlist(
        self, found: Sequence[Listed], shapes: Sequence[str], there: Callable[[str], bool]
    ) -> Enlisted:
        """Write down bills that were found: new ones wait, and so do those that were touched.

        Args:
            shapes: a film of each is wanted.
            there: tells whether the film of an opaque name is published.
        """
        total = Enlisted()
        with self._writing() as write:
            for one in found:
                for shape in shapes:
                    total += self._enlist(write, one, shape, there)
        return total

    def _enlist(
        self,
        write: sqlite3.Connection,
        one: Listed,
        shape: str,
        there: Callable[[str], bool],
    ) -> Enlisted:
        known = write.execute(
            "SELECT state, mark, folder FROM film WHERE key = ? AND shape = ?", (one.key, shape)
        ).fetchone()
        state = State.QUARANTINED if one.code else State.PENDING
        if known is None:
            write.execute(
                "INSERT INTO film (key, shape, state, tries, killed, mark, code) "
                "VALUES (?, ?, ?, 0, 0, ?, ?)",
                (one.key, shape, state, one.mark, one.code),
            )
            return Enlisted(new=1)
        was, mark, folder = known
        lost = was == State.RENDERED and not there(folder)
        if mark == one.mark and not lost and was != State.SKIPPED:
            return Enlisted(same=1)
        write.execute(
            "UPDATE film SET state = ?, tries = 0, killed = 0, mark = ?, code = ?, place = NULL "
            "WHERE key = ? AND shape = ?",
            (state, one.mark, one.code, one.key, shape),
        )
        if lost:
            write.execute(
                "UPDATE film SET input = NULL, folder = NULL WHERE key = ? AND shape = ?",
                (one.key, shape),
            )
        return Enlisted(changed=1)

    def settle(self, one: Settled) -> None:
        """Take an outcome, and write it with others."""
        if not self._settled:
            self._since = time.monotonic()
        self._settled.append(one)
        if len(self._settled) >= TOGETHER:
            self.flush()

    def flush_due(self) -> None:
        """Write what has waited long enough."""
        if self._settled and time.monotonic() - self._since >= WITHIN_S:
            self.flush()

    def flush(self) -> None:
        """Write all outcomes that were taken; when it returns they are on disk."""
        if not self._settled:
            return
        with self._writing() as write:
            for one in self._settled:
                _write(write, one)
        self._settled.clear()

    def retry(self, code: str | None = None) -> int:
        """Let quarantined films wait again, all or those of a code; return how many."""
        with self._writing() as write:
            return write.execute(
                "UPDATE film SET state = 'pending', tries = 0, killed = 0, code = NULL, "
                "place = NULL WHERE state = 'quarantined' AND (? IS NULL OR code = ?)",
                (code, code),
            ).rowcount

    def begin_run(self) -> int:
        """Write down that a run begins; return its number."""
        now = time.time()
        with self._writing() as write:
            return int(
                write.execute(
                    "INSERT INTO run (began, seen, rendered) VALUES (?, ?, 0)", (now, now)
                ).lastrowid
                or 0
            )

    def beat(self, run: int, rendered: int, ended: str | None = None) -> None:
        """Write down how far a run is, and how it ended."""
        with self._writing() as write:
            write.execute(
                "UPDATE run SET seen = ?, rendered = ?, ended = ? WHERE number = ?",
                (time.time(), rendered, ended, run),
            )

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Write all that happens inside, or nothing."""
        with ledger_errors(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


def _write(write: sqlite3.Connection, one: Settled) -> None:
    place = (one.item.key, one.item.shape)
    made = one.made
    if made is not None:
        write.execute(
            "INSERT OR IGNORE INTO past SELECT key, shape, folder, input, bill FROM film "
            "WHERE key = ? AND shape = ? AND folder IS NOT NULL AND folder <> ?",
            (*place, made.folder),
        )
        write.execute(
            "UPDATE film SET folder = ?, input = ?, bill = ?, language = ?, manifest = ?, size = ? "
            "WHERE key = ? AND shape = ?",
            (made.folder, made.input, made.bill, made.language, made.manifest, made.size, *place),
        )
    write.execute(
        "UPDATE film SET state = ?, tries = ?, killed = ?, mark = coalesce(?, mark), code = ?, "
        "place = ? WHERE key = ? AND shape = ?",
        (one.state, one.tries, one.killed, one.mark, one.code, one.place, *place),
    )
