"""Brings a database to the records that this version knows, and back.

An embedded database is brought up when the server starts; PostgreSQL by `billreel migrate`, because
whoever runs it wants to choose the moment, and only one of several servers may do it.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from api.records.columns import Record
from api.records.database import Database
from renderer.errors import RenderError

_HERE = Path(__file__).parent / "migrations"


def upgrade(database: Database, revision: str = "head") -> None:
    """Bring a database up, as a whole or not at all."""
    with database.migrating() as connection:
        command.upgrade(_config(connection), revision)


def downgrade(database: Database, revision: str) -> None:
    """Bring a database back to an earlier revision, or to "base", which empties it."""
    with database.migrating() as connection:
        command.downgrade(_config(connection), revision)


def require_current(database: Database) -> None:
    """Check that a database has the records of this version.

    Raises:
        RenderError: `database-outdated`.
    """
    with database.engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    if found != newest():
        raise RenderError(
            "database-outdated",
            f"the database is at {found or 'nothing'}, and this version needs {newest()}",
            where="BILLREEL_DATABASE_URL",
            remedy="Run `billreel migrate`, or start the version that the database is of.",
        )


def newest() -> str:
    """Return the newest revision that this version knows."""
    return str(ScriptDirectory(str(_HERE)).get_current_head())


def differences(database: Database) -> list[object]:
    """List what the database lacks, or has too much, against the models."""
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Record.metadata))


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    return config
