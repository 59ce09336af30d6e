"""Operators whose customers are served here, and the keys their systems and people hold."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from api.records.columns import Record, identity


class Operator(Record):
    """A company, or a brand of it. Nothing of one is seen by another."""

    __tablename__ = "operators"

    id: Mapped[str] = identity("opr")
    name: Mapped[str] = mapped_column(String(64), unique=True)
    created: Mapped[datetime]


class Key(Record):
    """An API key: what it may do, and whose it is. The key itself is not kept.

    Args:
        name: of the person or system that holds it; four eyes are told apart by it.
        digest: HMAC of the key.
    """

    __tablename__ = "keys"

    id: Mapped[str] = identity("key")
    operator_id: Mapped[str] = mapped_column(ForeignKey("operators.id"), index=True)
    name: Mapped[str] = mapped_column(String(64))
    scopes: Mapped[list[str]] = mapped_column(JSON)
    digest: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    created: Mapped[datetime]
    expires: Mapped[datetime | None]
    revoked: Mapped[datetime | None]
