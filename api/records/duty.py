"""Tasks that one process at a time does for all."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import or_, update
from sqlalchemy.exc import IntegrityError

from api.records.database import Database
from api.records.traces import Duty


def take_duty(database: Database, name: str, holder: str, now: datetime, hold: timedelta) -> bool:
    """Hold a duty for a while; False when another process holds it.

    It is not given back: until then its round counts as done.
    """
    until = now + hold
    try:
        with database.writing() as session:
            free = or_(Duty.until <= now, Duty.holder == holder)
            taken = session.scalars(
                update(Duty)
                .where(Duty.name == name, free)
                .values(holder=holder, until=until)
                .returning(Duty.name)
            ).all()
            if not taken and session.get(Duty, name) is None:
                session.add(Duty(name=name, holder=holder, until=until))
                session.flush()
                return True
            return bool(taken)
    except IntegrityError:
        return False
