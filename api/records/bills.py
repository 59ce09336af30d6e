"""Bills: what was uploaded, version by version, and what is owed on them now."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.records.columns import Record, identity, words


class Settlement(StrEnum):
    """How a bill stands with the operator's books, as far as we were told."""

    OPEN = "open"
    RECEIVED = "received"
    """A payment arrived and is not posted yet."""
    PAID = "paid"
    DIRECT_DEBIT = "direct_debit"
    """It will be collected, on `debit_on` if that is known."""
    CREDITED = "credited"
    """It was cancelled by a credit."""


class Bill(Record):
    """A bill of an account, under the operator's reference; its versions are what was uploaded.

    Args:
        cycle: the billing cycle it belongs to ("2026-11").
        version: number of the newest version.
        revision: counts every change; the bill's ETag.
        replaced_by: the bill that corrects this one.
        open_minor: what is still to be paid, in minor units of the version's currency.
        balance_version: counts changes of the balance alone: a payment is for one of them.
        balance_source: who said so: "bill", "operator" or "payment".
        balance_as_of: the moment it was true; what is older than it is refused.
    """

    __tablename__ = "bills"
    __table_args__ = (
        UniqueConstraint("operator_id", "reference_digest"),
        Index("ix_bills_page", "operator_id", "created", "id"),
        Index("ix_bills_cycle", "operator_id", "cycle"),
    )

    id: Mapped[str] = identity("bil")
    operator_id: Mapped[str] = mapped_column(ForeignKey("operators.id"))
    account_id: Mapped[str] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    reference_digest: Mapped[bytes] = mapped_column(LargeBinary(32))
    reference_sealed: Mapped[bytes]
    cycle: Mapped[str] = mapped_column(String(32))
    version: Mapped[int] = mapped_column(Integer)
    revision: Mapped[int] = mapped_column(Integer, default=1)
    replaced_by: Mapped[str | None] = mapped_column(ForeignKey("bills.id", ondelete="SET NULL"))
    settlement: Mapped[Settlement] = mapped_column(words(Settlement), default=Settlement.OPEN)
    debit_on: Mapped[date | None]
    open_minor: Mapped[int]
    balance_version: Mapped[int] = mapped_column(Integer, default=1)
    balance_source: Mapped[str] = mapped_column(String(16))
    balance_as_of: Mapped[datetime]
    created: Mapped[datetime]
    changed: Mapped[datetime]


class BillVersion(Record):
    """One upload of a bill, and what stands in it that the server needs to know.

    Args:
        document: key of its bytes in the object store.
        original: key of the PDF that the customer knows, if it was given.
        document_digest: HMAC of the bytes: the same upload again is no new version.
        charges_minor, due_minor: total of the period's charges, and amount due when issued, in
            minor units.
        whole: whether its breakdown adds up; else only the short film may be told.
        language: the customer's own, as the bill says.
    """

    __tablename__ = "bill_versions"
    __table_args__ = (UniqueConstraint("bill_id", "number"),)

    id: Mapped[str] = identity("ver")
    bill_id: Mapped[str] = mapped_column(ForeignKey("bills.id", ondelete="CASCADE"))
    number: Mapped[int] = mapped_column(Integer)
    document: Mapped[str] = mapped_column(String(512))
    media_type: Mapped[str] = mapped_column(String(64))
    document_digest: Mapped[bytes] = mapped_column(LargeBinary(32))
    original: Mapped[str | None] = mapped_column(String(512))
    kind: Mapped[str] = mapped_column(String(16))
    issued: Mapped[date | None]
    period_start: Mapped[date | None]
    period_end: Mapped[date | None]
    due: Mapped[date | None]
    currency: Mapped[str] = mapped_column(String(3))
    charges_minor: Mapped[int]
    due_minor: Mapped[int]
    whole: Mapped[bool]
    language: Mapped[str | None] = mapped_column(String(35))
    created: Mapped[datetime]


def settle(
    bill: Bill,
    settlement: Settlement,
    open_minor: int,
    source: str,
    as_of: datetime,
    now: datetime,
    debit_on: date | None = None,
) -> None:
    """Write down how a bill stands; its balance is another one from now on.

    Args:
        source: "operator" or "payment".
        as_of: the moment that it was true, not before `bill.balance_as_of`, which the caller checks
            under a lock.
    """
    bill.settlement, bill.debit_on = settlement, debit_on
    bill.open_minor = open_minor
    bill.balance_version += 1
    bill.balance_source, bill.balance_as_of = source, as_of
    bill.revision += 1
    bill.changed = now


class Standing(StrEnum):
    """What a bill is to its customer today."""

    DUE = "due"
    OVERDUE = "overdue"
    NOTHING_DUE = "nothing_due"
    RECEIVED = "received"
    PAID = "paid"
    DIRECT_DEBIT = "direct_debit"
    CREDITED = "credited"
    REPLACED = "replaced"


PAYABLE = frozenset({Standing.DUE, Standing.OVERDUE})
"""Where a payment may begin."""


def standing(bill: Bill, due: date | None, today: date) -> Standing:
    """Tell what a bill is to its customer.

    Args:
        due: the day of the newest version by which it is to be paid.
        today: where the customer is.
    """
    if bill.replaced_by is not None:
        return Standing.REPLACED
    if bill.settlement is not Settlement.OPEN:
        return Standing(bill.settlement.value)
    if bill.open_minor <= 0:
        return Standing.NOTHING_DUE
    return Standing.OVERDUE if due is not None and due < today else Standing.DUE
