"""The document that the customer knows, kept beside the newest version of their bill."""

from __future__ import annotations

import secrets
from datetime import datetime

from api.objects import Objects
from api.operator.references import bill_of
from api.operator.versions import check_revision, newest
from api.records import Database, Key
from api.records.audit import note
from api.vault import Vault


def keep_original(
    database: Database,
    objects: Objects,
    vault: Vault,
    key: Key,
    bill: tuple[str, int | None],
    data: bytes,
    now: datetime,
) -> None:
    """Keep the PDF of a bill's newest version, in place of the one it had.

    Args:
        bill: its reference, and the revision it must be at.

    Raises:
        RequestError: `not-found`, `changed-since`.
    """
    reference, revision = bill
    with database.reading() as session:
        account_id = bill_of(session, vault, key.operator_id, reference).account_id
    place, kept = f"accounts/{account_id}/{secrets.token_hex(16)}/original", False
    objects.publish(place, data)
    try:
        with database.writing() as session:
            found = bill_of(session, vault, key.operator_id, reference, lock=True)
            check_revision(found, revision)
            version = newest(session, found)
            old, version.original = version.original, place
            found.revision += 1
            found.changed = now
            note(session, key, now, "bill.original", found.id)
        kept = True
    finally:
        if not kept:
            objects.delete(place)
    if old is not None:
        objects.delete(old)
