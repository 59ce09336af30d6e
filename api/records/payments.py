"""Payments: what a customer began to pay, and what the provider said of it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Float, ForeignKey, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.records.columns import Record, identity, words


class IntentState(StrEnum):
    """Where a payment is. It never goes back: `docs/server.md` has the table."""

    MINTED = "minted"
    STARTED = "started"
    PENDING = "pending"
    SUCCEEDED = "succeeded"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


FINAL = frozenset(
    {
        IntentState.SUCCEEDED,
        IntentState.DECLINED,
        IntentState.CANCELLED,
        IntentState.EXPIRED,
    }
)


class PaymentIntent(Record):
    """One try to pay one balance of one bill, used at most once.

    Args:
        balance_version: of the bill, which it pays; another balance needs another intent.
        reference: what the provider calls it.
        position_s: second of the film to come back to.
        used: when the customer was sent to the provider.
    """

    __tablename__ = "payment_intents"
    __table_args__ = (UniqueConstraint("provider", "reference"),)

    id: Mapped[str] = identity("int")
    bill_id: Mapped[str] = mapped_column(ForeignKey("bills.id", ondelete="CASCADE"), index=True)
    link_id: Mapped[str | None] = mapped_column(ForeignKey("links.id", ondelete="SET NULL"))
    provider: Mapped[str] = mapped_column(String(32))
    reference: Mapped[str | None] = mapped_column(String(255))
    amount_minor: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    balance_version: Mapped[int] = mapped_column(Integer)
    state: Mapped[IntentState] = mapped_column(words(IntentState), default=IntentState.MINTED)
    position_s: Mapped[float | None] = mapped_column(Float)
    created: Mapped[datetime]
    expires: Mapped[datetime] = mapped_column(index=True)
    used: Mapped[datetime | None]
    changed: Mapped[datetime]


class PaymentEvent(Record):
    """What a provider's webhook said, once however often it was sent.

    Args:
        event: the provider's id of it.
        kind: what it says happened.
        occurred: when, by the provider; `received`: when it came.
        digest: sha256 of its body.
    """

    __tablename__ = "payment_events"
    __table_args__ = (UniqueConstraint("provider", "event"),)

    id: Mapped[str] = identity("pev")
    provider: Mapped[str] = mapped_column(String(32))
    event: Mapped[str] = mapped_column(String(255))
    intent_id: Mapped[str | None] = mapped_column(
        ForeignKey("payment_intents.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(64))
    occurred: Mapped[datetime]
    received: Mapped[datetime]
    digest: Mapped[bytes] = mapped_column(LargeBinary(32))
