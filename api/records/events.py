"""What viewers did: raw for a few weeks, counted for good, and what is sent on to others."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from api.records.columns import Record, identity


class Event(Record):
    """One thing a viewer did. It names no bill, link or account.

    Args:
        visit: 16 random bytes of one opened page, which tell visits apart and nobody's name.
        kind: "play", "quarter", "complete", "seek", "caption", "hotspot_shown" and so on.
        detail: what of it: the quarter, the hotspot's action. Never free text.
        basis: what allows recording it: "none_needed", "consent".
    """

    __tablename__ = "events"
    __table_args__ = (Index("ix_events_at", "at"),)

    id: Mapped[str] = identity("evt")
    operator_id: Mapped[str] = mapped_column(ForeignKey("operators.id"))
    visit: Mapped[bytes] = mapped_column(LargeBinary(16))
    at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(32))
    detail: Mapped[str] = mapped_column(String(64), default="")
    cycle: Mapped[str] = mapped_column(String(32))
    scene: Mapped[str] = mapped_column(String(64), default="")
    language: Mapped[str] = mapped_column(String(35))
    country: Mapped[str] = mapped_column(String(2), default="")
    basis: Mapped[str] = mapped_column(String(16))


class Count(Record):
    """How often something was done on a day: what reports are made of."""

    __tablename__ = "counts"

    operator_id: Mapped[str] = mapped_column(ForeignKey("operators.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    cycle: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    detail: Mapped[str] = mapped_column(String(64), primary_key=True)
    scene: Mapped[str] = mapped_column(String(64), primary_key=True)
    language: Mapped[str] = mapped_column(String(35), primary_key=True)
    country: Mapped[str] = mapped_column(String(2), primary_key=True)
    events: Mapped[int]


class Delivery(Record):
    """A CloudEvent to be sent to the operator's systems, kept until they took it (an outbox).

    It is written in the transaction of what it tells of, so neither is there without the other.

    Args:
        kind: the CloudEvent's type.
        subject: opaque id of what it is about.
        body_sealed: its JSON, encrypted.
    """

    __tablename__ = "deliveries"
    __table_args__ = (Index("ix_deliveries_next", "delivered", "next_try"),)

    id: Mapped[str] = identity("out")
    operator_id: Mapped[str] = mapped_column(ForeignKey("operators.id"))
    kind: Mapped[str] = mapped_column(String(64))
    subject: Mapped[str] = mapped_column(String(32))
    body_sealed: Mapped[bytes]
    created: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    next_try: Mapped[datetime]
    delivered: Mapped[datetime | None]
    given_up: Mapped[datetime | None]
