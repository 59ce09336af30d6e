"""The services of a server that serves nobody: records, objects, shelf, no process started."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from api.crew import Crew
from api.meters import Meters
from api.objects import open_objects
from api.operator.keys import create_key
from api.operator.scopes import Scope
from api.operator.upload import Put, Upload, put_bill
from api.records import Key, open_database
from api.records.migrate import upgrade
from api.removal import Remover
from api.segments import open_segments, segments_secret
from api.services import Services, open_vault
from renderer.segments import DrawingPool
from tests.server.running import sample, settings_for


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@contextmanager
def parts(folder: Path, url: str, **given: Any) -> Iterator[tuple[Services, Clock]]:
    """Open services with a clock that stands."""
    settings = settings_for(folder, url, **given)
    database, clock = open_database(url), Clock()
    upgrade(database)
    vault = open_vault(settings)
    objects = open_objects(settings.objects)
    shelf = open_segments(settings.segments, segments_secret(vault), settings.segments_bytes)
    yield (
        Services(
            settings=settings,
            clock=clock,
            vault=vault,
            database=database,
            objects=objects,
            shelf=shelf,
            crew=Crew(1),
            pool=DrawingPool(1),
            meters=Meters(),
            remover=Remover(database, objects, shelf),
        ),
        clock,
    )
    database.close()


def key_of(services: Services, name: str = "system") -> Key:
    with services.database.writing() as session:
        made = create_key(session, services.vault, "main", name, list(Scope), services.clock())
    return made.record


def put(services: Services, key: Key, reference: str, data: bytes | None = None) -> Put:
    """Put a bill, read in this very process."""
    from api.films import read_facts

    given = data or sample(id=reference, account=f"A-{reference}")
    upload = Upload(reference, given, "application/json", read_facts(given))
    return put_bill(
        services.database, services.objects, services.vault, key, upload, services.clock()
    )
