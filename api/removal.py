"""What a transaction wrote down to be removed -> removed, however often it has to be tried."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import delete, select

from api.objects import Objects
from api.objects.model import clear
from api.records import Database, Removal
from renderer.store import Shelf


@dataclass(frozen=True)
class Remover:
    """Does removals, of the object store and of this machine's store of segments.

    Machines that share a database have segments of their own. So what was kept is removed by each
    of them, and its record stays until retention takes it; a machine that was away for longer
    starts with an empty store. For any thread.
    """

    database: Database
    objects: Objects
    shelf: Shelf
    _seen: set[str] = field(default_factory=set)

    def round(self) -> None:
        """Do all removals that this machine has not done."""
        with self.database.reading() as session:
            found = session.scalars(select(Removal).order_by(Removal.created)).all()
        done: list[str] = []
        for one in found:
            if one.id in self._seen:
                continue
            if one.kind == "objects":
                clear(self.objects, one.name)
            else:
                self.shelf.store.discard(one.name)
            if one.kind == "objects" or self.database.embedded:
                done.append(one.id)
            else:
                self._seen.add(one.id)
        self._seen.intersection_update(one.id for one in found)
        if done:
            with self.database.writing() as session:
                session.execute(delete(Removal).where(Removal.id.in_(done)))
