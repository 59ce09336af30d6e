"""Links: minted with an address that is told once, listed without it, revoked at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from api.records import Bill, Key, Link, Purpose, link_digest, link_id
from api.records.audit import note


@dataclass(frozen=True)
class Minted:
    """A new link, and the id that its address ends with, which is nowhere else."""

    record: Link
    id: str


def mint_link(
    session: Session,
    key: Key,
    bill: Bill,
    now: datetime,
    expires: datetime,
    locale: str | None = None,
) -> Minted:
    """Mint a link to a bill.

    Args:
        locale: language of the page, until the viewer chooses another.
    """
    given = link_id()
    record = Link(
        operator_id=bill.operator_id,
        bill_id=bill.id,
        digest=link_digest(given),
        purpose=Purpose.WATCH,
        locale=locale,
        created=now,
        expires=expires,
    )
    session.add(record)
    session.flush()
    note(session, key, now, "link.mint", record.id)
    return Minted(record, given)
