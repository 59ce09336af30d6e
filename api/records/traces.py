"""What is kept of requests and of what is gone: answers, tombstones, removals, the audit trail."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from api.records.columns import Record, identity


class Answer(Record):
    """The answer to a POST with an Idempotency-Key, written in the transaction of what it did.

    Args:
        digest: HMAC of the client's Idempotency-Key.
        fingerprint: HMAC of route and body: the same key for another request is refused.
        body_sealed: the answer's body, encrypted with the client's key bound to it.
    """

    __tablename__ = "answers"

    key_id: Mapped[str] = mapped_column(ForeignKey("keys.id", ondelete="CASCADE"), primary_key=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    fingerprint: Mapped[bytes] = mapped_column(LargeBinary(32))
    status: Mapped[int] = mapped_column(Integer)
    body_sealed: Mapped[bytes]
    account_id: Mapped[str | None] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    created: Mapped[datetime] = mapped_column(index=True)


class Tombstone(Record):
    """What is left of an erased customer: keyed hashes that refuse their bills from now on."""

    __tablename__ = "tombstones"

    operator_id: Mapped[str] = mapped_column(ForeignKey("operators.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(8), primary_key=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    erased: Mapped[datetime]


class Removal(Record):
    """Something outside the database that is to be removed, until it is.

    Args:
        kind: "objects" (a prefix of the object store) or "kept" (a key of the store of segments).
    """

    __tablename__ = "removals"

    id: Mapped[str] = identity("rem")
    kind: Mapped[str] = mapped_column(String(8))
    name: Mapped[str] = mapped_column(String(512))
    created: Mapped[datetime]


class Audit(Record):
    """Who did what, when; ids and names of keys, nothing of customers."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_page", "operator_id", "at", "id"),)

    id: Mapped[str] = identity("aud")
    operator_id: Mapped[str] = mapped_column(ForeignKey("operators.id"))
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(64))
    action: Mapped[str] = mapped_column(String(48))
    subject: Mapped[str] = mapped_column(String(64))


class Duty(Record):
    """A task that one process at a time does for all, and until when it holds it."""

    __tablename__ = "duties"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    holder: Mapped[str] = mapped_column(String(32))
    until: Mapped[datetime]
