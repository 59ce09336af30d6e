"""Packs that were published and approved, and what is suspended."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.records.columns import Record, identity


class PublishedPack(Record):
    """A pack's content as it was published; its bytes are in the object store, by their hash.

    Args:
        sha256: of its content (`renderer.script.Pack.sha256`).
        archive: key of its bytes in the object store.
        languages, brands, shapes: what it offers, the default first; `voice` is its own.
        publisher: name on the key that published it.
    """

    __tablename__ = "packs"
    __table_args__ = (UniqueConstraint("operator_id", "sha256"),)

    id: Mapped[str] = identity("pck")
    operator_id: Mapped[str] = mapped_column(ForeignKey("operators.id"))
    sha256: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(64))
    version: Mapped[str] = mapped_column(String(64))
    archive: Mapped[str] = mapped_column(String(512))
    languages: Mapped[list[str]] = mapped_column(JSON)
    brands: Mapped[list[str]] = mapped_column(JSON)
    shapes: Mapped[list[str]] = mapped_column(JSON)
    voice: Mapped[str] = mapped_column(String(32))
    publisher: Mapped[str] = mapped_column(String(64))
    created: Mapped[datetime]
    approver: Mapped[str | None] = mapped_column(String(64))
    approved: Mapped[datetime | None]


class Suspension(Record):
    """A cycle or a pack's content whose links lead to "being corrected" until it is resumed."""

    __tablename__ = "suspensions"

    id: Mapped[str] = identity("sus")
    operator_id: Mapped[str] = mapped_column(ForeignKey("operators.id"), index=True)
    cycle: Mapped[str | None] = mapped_column(String(32))
    pack_sha256: Mapped[str | None] = mapped_column(String(64))
    by: Mapped[str] = mapped_column(String(64))
    created: Mapped[datetime]
    resumed: Mapped[datetime | None]
    resumed_by: Mapped[str | None] = mapped_column(String(64))
