"""What is over its time -> deleted: records by their settings, objects that no record names.

A round deletes a bounded number in each transaction, so that nobody waits for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, select
from sqlalchemy.orm import Session

from api.objects import Objects
from api.objects.folder import FolderObjects
from api.records import (
    Account,
    Answer,
    Audit,
    Bill,
    BillVersion,
    Delivery,
    Event,
    FactorAttempt,
    Link,
    PaymentEvent,
    Removal,
    Video,
    ViewerSession,
)
from api.records.removals import remove_kept, remove_objects
from api.services import Services

BATCH = 500
KEPT_REMOVALS = timedelta(days=7)
"""How long machines that share a database may be away without keeping what was erased."""
ORPHAN_AFTER = timedelta(hours=1)
"""An upload is a record long before that, or never."""


def sweep_records(services: Services) -> int:
    """Delete what is over its time; return how many records that were."""
    now, settings = services.clock(), services.settings
    bills = now - timedelta(days=settings.bill_days)
    events = now - timedelta(days=settings.event_days)
    yesterday = now - timedelta(days=1)
    over: list[tuple[Any, ColumnElement[bool]]] = [
        (Event, Event.at < events),
        (Answer, Answer.created < now - timedelta(hours=settings.answer_hours)),
        (ViewerSession, ViewerSession.expires < yesterday),
        (FactorAttempt, FactorAttempt.at < yesterday),
        (Audit, Audit.at < now - timedelta(days=settings.audit_days)),
        (Delivery, Delivery.created < events),
        (Removal, (Removal.kind == "kept") & (Removal.created < now - KEPT_REMOVALS)),
        (PaymentEvent, PaymentEvent.received < bills),
        (Link, Link.expires < bills),
    ]
    total = 0
    for record, condition in over:
        total += _delete(services, record, condition)
    total += _in_batches(services, lambda session: _bills(session, bills, now))
    total += _in_batches(services, lambda session: _accounts(session, bills))
    return total


def _delete(services: Services, record: Any, condition: ColumnElement[bool]) -> int:
    keys = record.__table__.primary_key.columns

    def batch(session: Session) -> int:
        found = session.execute(select(*keys).where(condition).limit(BATCH)).all()
        for one in found:
            session.execute(delete(record).where(*(k == v for k, v in zip(keys, one, strict=True))))
        return len(found)

    count = _in_batches(services, batch)
    services.meters.swept.labels(record.__tablename__).inc(count)
    return count


def _in_batches(services: Services, batch: Callable[[Session], int]) -> int:
    total = 0
    while True:
        with services.database.writing() as session:
            count = batch(session)
        total += count
        if count < BATCH:
            return total


def _bills(session: Session, before: datetime, now: datetime) -> int:
    """Delete bills that nothing happened to since, with their documents and films."""
    ids = session.scalars(select(Bill.id).where(Bill.changed < before).limit(BATCH)).all()
    versions = session.scalars(select(BillVersion).where(BillVersion.bill_id.in_(ids))).all()
    documents = [key for one in versions for key in (one.document, one.original) if key]
    videos = session.scalars(select(Video).where(Video.bill_id.in_(ids))).all()
    remove_objects(session, documents, now)
    remove_kept(session, videos, now)
    session.execute(delete(Bill).where(Bill.id.in_(ids)))
    return len(ids)


def _accounts(session: Session, before: datetime) -> int:
    """Delete accounts that have no bill left."""
    left = exists().where(Bill.account_id == Account.id)
    wanted = select(Account.id).where(Account.created < before, ~left).limit(BATCH)
    ids = session.scalars(wanted).all()
    session.execute(delete(Account).where(Account.id.in_(ids)))
    return len(ids)


def sweep_objects(services: Services) -> int:
    """Remove documents that no record names: their upload was ended before its transaction."""
    objects, count = services.objects, 0
    before = services.clock() - ORPHAN_AFTER
    for keys in _batches(objects, before):
        with services.database.reading() as session:
            known: set[str | None] = set()
            for column in (BillVersion.document, BillVersion.original):
                known |= set(session.scalars(select(column).where(column.in_(keys))))
        for key in keys:
            if key not in known:
                objects.delete(key)
                count += 1
    if isinstance(objects, FolderObjects):
        count += objects.sweep(before)
    services.meters.swept.labels("objects").inc(count)
    return count


def _batches(objects: Objects, before: datetime) -> Iterator[list[str]]:
    old = (found.key for found in objects.walk("accounts/") if found.written < before)
    while keys := list(islice(old, BATCH)):
        yield keys
