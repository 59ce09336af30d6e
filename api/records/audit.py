"""The audit trail: who did what, written in the transaction of what was done."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from api.records.operators import Key
from api.records.traces import Audit


def note(session: Session, key: Key, at: datetime, action: str, subject: str) -> None:
    """Write down that the holder of a key did something.

    Args:
        action: matter and verb, as "bill.put".
        subject: an opaque id; never a reference of the operator's.
    """
    session.add(
        Audit(
            operator_id=key.operator_id,
            at=at,
            actor=f"{key.id} {key.name}"[:64],
            action=action,
            subject=subject,
        )
    )
