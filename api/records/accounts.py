"""Customers' accounts: an opaque id, and what the operator calls them, which only we can read."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.records.columns import Record, identity, words


class Account(Record):
    """An account of one operator. What belongs to it goes when it goes.

    Args:
        reference_digest: HMAC of the operator's reference, to find it by.
        reference_sealed: the reference encrypted, to tell the operator.
        country: ISO 3166-1 alpha-2, which decides what events are recorded.
    """

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("operator_id", "reference_digest"),)

    id: Mapped[str] = identity("acc")
    operator_id: Mapped[str] = mapped_column(ForeignKey("operators.id"))
    reference_digest: Mapped[bytes] = mapped_column(LargeBinary(32))
    reference_sealed: Mapped[bytes]
    country: Mapped[str | None] = mapped_column(String(2))
    created: Mapped[datetime]


class FactorKind(StrEnum):
    """What a customer may be asked to show that the link is theirs."""

    LAST_DIGITS = "last_digits"
    BIRTH_DATE = "birth_date"
    PASSKEY = "passkey"


class Factor(Record):
    """A second factor of an account.

    Args:
        proof: HMAC of the answer, bound to the account; for a passkey its public key.
    """

    __tablename__ = "factors"

    account_id: Mapped[str] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[FactorKind] = mapped_column(words(FactorKind), primary_key=True)
    proof: Mapped[bytes]
    changed: Mapped[datetime]


class FactorAttempt(Record):
    """One answer, right or wrong: what the lock-out counts."""

    __tablename__ = "factor_attempts"

    id: Mapped[str] = identity("att")
    account_id: Mapped[str] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    link_id: Mapped[str | None] = mapped_column(ForeignKey("links.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    passed: Mapped[bool]
