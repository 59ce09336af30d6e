"""Links a customer is sent, and what a browser holds once one was opened."""

from __future__ import annotations

import re
import secrets
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import ForeignKey, Index, LargeBinary, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from api.records.columns import Record, identity, words


class Purpose(StrEnum):
    """What a link is for."""

    WATCH = "watch"


class Link(Record):
    """A link to a bill. The id in its address is 128 random bits, of which the hash is kept.

    Args:
        digest: sha256 of the id. A plain hash is right: 2^128 ids cannot be tried.
    """

    __tablename__ = "links"
    __table_args__ = (Index("ix_links_page", "operator_id", "created", "id"),)

    id: Mapped[str] = identity("lnk")
    operator_id: Mapped[str] = mapped_column(ForeignKey("operators.id"))
    bill_id: Mapped[str] = mapped_column(ForeignKey("bills.id", ondelete="CASCADE"), index=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    purpose: Mapped[Purpose] = mapped_column(words(Purpose), default=Purpose.WATCH)
    locale: Mapped[str | None] = mapped_column(String(35))
    created: Mapped[datetime]
    expires: Mapped[datetime]
    revoked: Mapped[datetime | None]


_ID = re.compile(r"[A-Za-z0-9_-]{22}", re.ASCII)


def link_id() -> str:
    """Make the id that a link's address ends with: 128 random bits in 22 characters."""
    return secrets.token_urlsafe(16)


def link_digest(found: str) -> bytes:
    """Return what a link's id is kept as."""
    return sha256(found.encode()).digest()


def find_link(session: Session, given: str) -> Link | None:
    """Return the record of a link by the id in its address, expired and revoked ones too.

    Whoever opens it says which of these it is; an id that was never minted says nothing.
    """
    if not _ID.fullmatch(given):
        return None
    return session.scalar(select(Link).where(Link.digest == link_digest(given)))


class ViewerSession(Record):
    """What the cookie of an opened link stands for: that one link, for a short time.

    Args:
        digest: sha256 of the cookie's 128 random bits.
        factor_passed: when the second factor was shown.
    """

    __tablename__ = "viewer_sessions"

    id: Mapped[str] = identity("ses")
    link_id: Mapped[str] = mapped_column(ForeignKey("links.id", ondelete="CASCADE"), index=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    created: Mapped[datetime]
    expires: Mapped[datetime] = mapped_column(index=True)
    factor_passed: Mapped[datetime | None]
