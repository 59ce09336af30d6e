"""URL -> `Database`: sessions that only read, and sessions that write and commit as one.

Who answers a GET has a reading session, and the database itself refuses a write in it: nothing can
be consumed by a mail scanner that follows a link.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.orm import Session

from renderer.errors import RenderError

BUSY_MS = 5_000
"""How long a writer waits for another in SQLite; then the request is told to come back."""
_WRITES = "billreel_writes"
_POOL: Any = {"pool_size": 10, "max_overflow": 30, "pool_timeout": 5, "hide_parameters": True}
"""Connections of a process; who gets none in time is told to come back. Errors hold no values."""


@dataclass(frozen=True)
class Database:
    """A database, SQLite or PostgreSQL."""

    engine: Engine

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session that sees one state of things and cannot write."""
        bound = self.engine.execution_options(postgresql_readonly=True)
        with Session(bound, expire_on_commit=False, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Open a session whose work is kept as a whole at the end of the block, or not at all."""
        bound = self.engine.execution_options(**{_WRITES: True})
        with Session(bound, expire_on_commit=False) as session, session.begin():
            # Now, not at the first statement: what is read from here on does not change.
            session.connection()
            yield session

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """Open a connection that may change tables, and keeps all of it or nothing.

        Foreign keys rest meanwhile: SQLite changes a table by making it anew.
        """
        with self.engine.connect() as raw:
            if self.embedded:
                raw.exec_driver_sql("PRAGMA foreign_keys=OFF")
                raw.commit()
            connection = raw.execution_options(**{_WRITES: True})
            try:
                with connection.begin():
                    yield connection
            finally:
                if self.embedded:
                    raw.invalidate()

    @property
    def embedded(self) -> bool:
        """Tell whether it is SQLite, which this server has for itself."""
        return self.engine.dialect.name == "sqlite"

    def check(self) -> None:
        """Ask it something.

        Raises:
            SQLAlchemyError: it does not answer.
        """
        with self.engine.connect() as connection:
            connection.execute(text("SELECT 1"))

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def open_database(url: str) -> Database:
    """Open a database; one of SQLite is made when it is not there.

    Raises:
        RenderError: `database-unusable`, without the URL, which may hold a password.
    """
    try:
        parsed = _driven(make_url(url))
        engine = _sqlite(parsed) if parsed.drivername == "sqlite" else _postgresql(parsed)
        database = Database(engine)
        database.check()
    except (ArgumentError, ModuleNotFoundError) as error:
        raise _unusable("its address is not one of SQLite or PostgreSQL") from error
    except OSError as error:
        raise _unusable(f"its folder cannot be made: {error.strerror}") from error
    except SQLAlchemyError:
        raise _unusable("it does not answer") from None
    return database


def _driven(url: URL) -> URL:
    if url.drivername in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "postgresql+psycopg"):
        raise ArgumentError("another database")
    return url


def _unusable(why: str) -> RenderError:
    return RenderError(
        "database-unusable",
        f"the database cannot be used: {why}",
        where="BILLREEL_DATABASE_URL",
        remedy="Check the address, and that the database is there and may be written to.",
    )


def _postgresql(url: URL) -> Engine:
    return create_engine(url, pool_pre_ping=True, **_POOL, connect_args={"connect_timeout": 5})


def _sqlite(url: URL) -> Engine:
    if url.database:
        path = Path(url.database)
        path.parent.mkdir(0o700, parents=True, exist_ok=True)
        if not path.exists():
            path.touch(0o600)
    engine = create_engine(
        url,
        connect_args={"check_same_thread": False, "timeout": BUSY_MS / 1000},
        **_POOL,
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: Any) -> None:
    # We say BEGIN ourselves: the driver's own way begins too late, and never for a read.
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in (
        f"busy_timeout={BUSY_MS}",
        "journal_mode=WAL",
        # What was answered is on disk, even if the power fails.
        "synchronous=FULL",
        "foreign_keys=ON",
        # What is erased is overwritten in the file.
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Begin a writer as one at once, so that none finds out too late that another was first."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
