"""The ledger's file: its tables, and how it is opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from renderer.errors import RenderError

VERSION = 1
"""Of the tables. A ledger of another version is refused, not guessed at."""
_APPLICATION = 0x42696C6C
_BUSY_S = 10.0

_TABLES = """
CREATE TABLE cycle (
    id TEXT NOT NULL,
    chosen TEXT NOT NULL           -- order_of(cycle) as JSON
) STRICT;
CREATE TABLE film (
    key TEXT NOT NULL,             -- of the bill
    shape TEXT NOT NULL,
    state TEXT NOT NULL,           -- pending, rendered, quarantined, skipped
    tries INTEGER NOT NULL,        -- how often it failed,
    killed INTEGER NOT NULL,       -- and how often its worker was ended by somebody else
    mark TEXT NOT NULL,            -- of the bill's files when they were last looked at
    input TEXT,                    -- hash of what the film was made of
    folder TEXT,                   -- the film's opaque name
    bill TEXT,
    language TEXT,
    manifest TEXT,                 -- sha256 of its manifest.json
    size INTEGER,                  -- bytes of the package
    code TEXT,                     -- why there is none,
    place TEXT,                    -- and where
    PRIMARY KEY (key, shape)
) STRICT, WITHOUT ROWID;
CREATE INDEX waiting ON film (tries + killed, key, shape) WHERE state = 'pending';
CREATE INDEX refused ON film (code) WHERE state = 'quarantined';
CREATE TABLE past (                -- films of bills that changed since
    key TEXT NOT NULL,
    shape TEXT NOT NULL,
    folder TEXT NOT NULL,
    input TEXT NOT NULL,
    bill TEXT NOT NULL,
    PRIMARY KEY (key, shape, folder)
) STRICT, WITHOUT ROWID;
CREATE TABLE run (
    number INTEGER PRIMARY KEY,
    began REAL NOT NULL,           -- seconds since 1970
    seen REAL NOT NULL,            -- when it last wrote
    rendered INTEGER NOT NULL,
    ended TEXT                     -- how; NULL while it runs, or when it was killed
) STRICT;
"""


def open_ledger_file(path: Path) -> sqlite3.Connection:
    """Open a ledger to write, made if it is not there. Times of day are the only clock in it.

    Raises:
        RenderError: `ledger-failed`, `ledger-version`.
    """
    with ledger_errors(path):
        if not path.exists():
            path.touch(0o600)
        connection = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        if _version(connection) == (0, 0):
            connection.executescript(
                f"BEGIN EXCLUSIVE; {_TABLES} PRAGMA application_id = {_APPLICATION};"
                f"PRAGMA user_version = {VERSION}; COMMIT"
            )
        _check(path, connection)
        return connection


def read_ledger_file(path: Path) -> sqlite3.Connection:
    """Open a ledger that is there, also while somebody writes to it, and write nothing.

    Raises:
        RenderError: `ledger-missing`, and as `open_ledger_file`.
    """
    if not path.is_file():
        raise RenderError(
            "ledger-missing",
            "nothing is known of this cycle yet",
            str(path),
            "Begin it with billreel batch run.",
        )
    with ledger_errors(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw", timeout=_BUSY_S, isolation_level=None, uri=True
        )
        connection.execute("PRAGMA query_only = 1")
        _check(path, connection)
        return connection


def _version(connection: sqlite3.Connection) -> tuple[int, int]:
    ((application,),) = connection.execute("PRAGMA application_id")
    ((version,),) = connection.execute("PRAGMA user_version")
    return application, version


def _check(path: Path, connection: sqlite3.Connection) -> None:
    found = _version(connection)
    if found != (_APPLICATION, VERSION):
        with suppress(sqlite3.Error):
            connection.close()
        raise RenderError(
            "ledger-version",
            "the file is the ledger of another version of Billreel, or no ledger",
            str(path),
            "Finish the cycle with the version that began it, or begin another cycle.",
        )


@contextmanager
def ledger_errors(path: Path) -> Iterator[None]:
    """Tell an error of the database as ours, with its place.

    Raises:
        RenderError: `ledger-failed`.
    """
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise RenderError(
            "ledger-failed",
            f"the ledger cannot be used: {(why or type(error).__name__).lower()}",
            str(path),
            "Make room on its disk, and run the same again; films that are published are found.",
        ) from error
