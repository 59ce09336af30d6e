"""What records are made of: their root, their ids, and times that say their zone."""

from __future__ import annotations

import secrets
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Date, DateTime, Dialect, Enum, LargeBinary, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


class Instant(TypeDecorator[datetime]):
    """A moment in UTC; one without a zone is refused, and none comes back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Turn a moment into what the database keeps."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Turn what the database keeps (SQLite: without a zone) into a moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Record(DeclarativeBase):
    """The root of all records. `docs/server.md` tells what each is."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        datetime: Instant(),
        date: Date(),
        bytes: LargeBinary(),
        int: BigInteger(),
        str: String(),
    }


def opaque(prefix: str) -> str:
    """Make an id that tells nothing: a prefix for people, and 128 random bits."""
    return f"{prefix}_{secrets.token_urlsafe(16)}"


def identity(prefix: str) -> Mapped[str]:
    """Return the column of a record's own opaque id."""
    return mapped_column(String(32), primary_key=True, default=lambda: opaque(prefix))


def words(kind: type[StrEnum]) -> Enum:
    """Return the type of a column that holds one of a few words, checked here.

    The database does not know them, so a new word needs no migration.
    """
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=24,
        values_callable=_values,
    )


def _values(kind: Any) -> list[str]:
    return [str(one.value) for one in kind]
