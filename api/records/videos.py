"""Videos: a film of one version of a bill, asked for, made ready, or failed."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.records.columns import Record, identity, words


class VideoState(StrEnum):
    """Where a video is. `docs/server.md` has the table of what follows what."""

    QUEUED = "queued"
    READY = "ready"
    """It can be watched: it was planned and spoken; pictures are drawn when it is."""
    FAILED = "failed"


class Video(Record):
    """A film of a bill's version. Asked for twice, it is one.

    Args:
        pack_sha256: hash of the pack's content it is made with.
        state: a queued video is at work while `leased_until` lies ahead.
        attempts: how often it was begun; a worker that dies counts.
        error: code of what failed.
        where: the place of it, which never holds a value of the bill.
        frames: length at 30 frames a second, once it is known.
        kept: keys (32 bytes each) under which its parts stand in the store of segments, so that
            erasing finds them.
    """

    __tablename__ = "videos"
    __table_args__ = (
        UniqueConstraint(
            "version_id",
            "language",
            "shape",
            "brand",
            "voice",
            "pack_sha256",
            name="uq_videos_same",
        ),
        Index("ix_videos_page", "operator_id", "created", "id"),
        Index("ix_videos_queue", "state", "created"),
    )

    id: Mapped[str] = identity("vid")
    operator_id: Mapped[str] = mapped_column(ForeignKey("operators.id"))
    bill_id: Mapped[str] = mapped_column(ForeignKey("bills.id", ondelete="CASCADE"), index=True)
    version_id: Mapped[str] = mapped_column(ForeignKey("bill_versions.id", ondelete="CASCADE"))
    language: Mapped[str] = mapped_column(String(35))
    shape: Mapped[str] = mapped_column(String(8))
    brand: Mapped[str] = mapped_column(String(64))
    voice: Mapped[str] = mapped_column(String(32))
    pack_sha256: Mapped[str] = mapped_column(String(64), index=True)
    state: Mapped[VideoState] = mapped_column(words(VideoState), default=VideoState.QUEUED)
    error: Mapped[str | None] = mapped_column(String(64))
    where: Mapped[str | None] = mapped_column(String(512))
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    leased_until: Mapped[datetime | None]
    frames: Mapped[int | None] = mapped_column(Integer)
    kept: Mapped[bytes | None]
    created: Mapped[datetime]
    changed: Mapped[datetime]
