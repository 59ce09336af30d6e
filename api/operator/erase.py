"""A customer -> a tombstone.

One transaction removes every record and writes down what else is to be removed: documents, and the
film's parts in the store of segments. That is done at once, and by the server's rounds if it was
ended before; a film is not made again, because the tombstone refuses the customer's bills.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from api.operator.references import ACCOUNT, BILL, digests, find_account
from api.records import (
    Account,
    Bill,
    Delivery,
    Key,
    Link,
    PaymentIntent,
    Query,
    Tombstone,
    Video,
)
from api.records.audit import note
from api.records.locks import lock
from api.records.removals import remove_kept, remove_objects
from api.vault import Vault


@dataclass(frozen=True)
class Erased:
    """What was there."""

    bills: int = 0
    videos: int = 0
    links: int = 0


def erase_account(
    session: Session, vault: Vault, key: Key, reference: str, now: datetime
) -> Erased:
    """Remove all records of an account, and bury its references; one that is not known too."""
    operator_id = key.operator_id
    filed = digests(vault, ACCOUNT, operator_id, reference)
    lock(session, filed[0])
    _bury(session, operator_id, ACCOUNT, filed[0], now)
    account = find_account(session, operator_id, filed)
    if account is None:
        return Erased()
    bills = session.scalars(select(Bill).where(Bill.account_id == account.id)).all()
    ids = [bill.id for bill in bills]
    for bill in bills:
        _bury(session, operator_id, BILL, bill.reference_digest, now)
    videos = session.scalars(select(Video).where(Video.bill_id.in_(ids))).all()
    links = session.scalars(select(Link.id).where(Link.bill_id.in_(ids))).all()
    remove_objects(session, [f"accounts/{account.id}"], now)
    remove_kept(session, videos, now)
    _forget_deliveries(session, [account.id, *ids, *links, *(video.id for video in videos)], ids)
    session.execute(delete(Account).where(Account.id == account.id))
    note(session, key, now, "account.erase", account.id)
    return Erased(len(ids), len(videos), len(links))


def _bury(session: Session, operator_id: str, kind: str, digest: bytes, now: datetime) -> None:
    session.merge(Tombstone(operator_id=operator_id, kind=kind, digest=digest, erased=now))


def _forget_deliveries(session: Session, subjects: list[str], bills: list[str]) -> None:
    """Remove events on their way that are about what is erased."""
    for record in (PaymentIntent, Query):
        subjects += session.scalars(select(record.id).where(record.bill_id.in_(bills))).all()
    session.execute(delete(Delivery).where(Delivery.subject.in_(subjects)))
