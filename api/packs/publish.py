"""Publishing a pack, and approving it: two acts of two people."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from api.errors import RequestError, not_found
from api.objects import Objects
from api.packs.archive import pack_bytes
from api.records import Database, Key, PublishedPack
from api.records.audit import note
from renderer.script import Pack


def publish_pack(
    database: Database, objects: Objects, key: Key, pack: Pack, now: datetime
) -> PublishedPack:
    """Keep a pack's content under its hash; published twice, its publisher is the first.

    Args:
        key: whose name becomes the publisher's.
    """
    archive = f"packs/{pack.sha256}/archive.tar"
    objects.publish(archive, pack_bytes(pack))
    found = PublishedPack(
        operator_id=key.operator_id,
        sha256=pack.sha256,
        name=pack.id,
        version=pack.version,
        archive=archive,
        languages=list(pack.languages),
        brands=list(pack.brands),
        shapes=list(pack.shapes),
        voice=pack.props.voice.name,
        publisher=key.name,
        created=now,
    )
    try:
        with database.writing() as session:
            session.add(found)
            session.flush()
            note(session, key, now, "pack.publish", found.id)
        return found
    except IntegrityError:
        with database.reading() as session:
            return _find(session, key.operator_id, pack.sha256)


def approve_pack(session: Session, key: Key, sha256: str, now: datetime) -> PublishedPack:
    """Approve a pack's content; approved twice, its approver is the first.

    Raises:
        RequestError: `not-found`, `four-eyes`: the publisher cannot approve.
    """
    found = _find(session, key.operator_id, sha256)
    if found.publisher == key.name:
        raise RequestError(
            "four-eyes",
            "whoever published a pack cannot approve it",
            remedy="Let another person approve it, with a key of their name.",
            status=409,
        )
    changed = session.scalars(
        update(PublishedPack)
        .where(PublishedPack.id == found.id, PublishedPack.approved.is_(None))
        .values(approver=key.name, approved=now)
        .returning(PublishedPack.id)
    ).all()
    if changed:
        note(session, key, now, "pack.approve", found.id)
        session.refresh(found)
    return found


def _find(session: Session, operator_id: str, sha256: str) -> PublishedPack:
    found = session.scalar(
        select(PublishedPack).where(
            PublishedPack.operator_id == operator_id, PublishedPack.sha256 == sha256
        )
    )
    if found is None:
        raise not_found()
    return found
