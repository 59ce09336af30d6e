"""Locks by name, for what has no record yet that could be locked."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session


def lock(session: Session, name: bytes) -> None:
    """Hold a name until the transaction ends; who asks for it meanwhile waits.

    In SQLite there is one writer at a time, who holds every name.

    Args:
        name: a digest; its first 8 bytes count.
    """
    if session.get_bind().dialect.name == "postgresql":
        number = int.from_bytes(name[:8], "big", signed=True)
        session.execute(select(func.pg_advisory_xact_lock(number)))
