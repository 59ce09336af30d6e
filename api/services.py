"""What every part of the server is handed: opened once, closed in reverse."""

from __future__ import annotations

import asyncio
import secrets as random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from api.clock import Clock, system_clock
from api.crew import Crew
from api.meters import Meters
from api.objects import Objects, open_objects
from api.records import Database, open_database
from api.records.migrate import require_current, upgrade
from api.removal import Remover
from api.segments import open_segments, segments_secret
from api.settings import Settings
from api.vault import Vault
from renderer.errors import RenderError
from renderer.segments import DrawingPool
from renderer.store import Shelf
from renderer.store.folder import publish_once


@dataclass(frozen=True)
class Services:
    """The parts of a running server.

    Args:
        clock: what time it is.
        vault: digests and seals under the installation's secret.
        database: records (`api.records`).
        objects: documents and packs.
        shelf: segments and speech of films, kept on this machine; they can be made again.
        crew: processes that read bills and plan films; called from threads.
        pool: processes that draw segments; called from the event loop.
        meters: what `/metrics` tells.
        remover: removes what transactions wrote down to be removed.
    """

    settings: Settings
    clock: Clock
    vault: Vault
    database: Database
    objects: Objects
    shelf: Shelf
    crew: Crew
    pool: DrawingPool
    meters: Meters
    remover: Remover

    def today(self) -> date:
        """Return which day it is for customers."""
        return self.clock().astimezone(ZoneInfo(self.settings.time_zone)).date()

    @property
    def packs(self) -> Path:
        """Return the folder that published packs are unpacked in."""
        return self.settings.data.absolute() / "packs"


@dataclass(frozen=True)
class Ground:
    """The parts that a command needs which serves nobody: no processes."""

    settings: Settings
    vault: Vault
    database: Database
    objects: Objects


def open_ground(settings: Settings) -> Ground:
    """Open secret, database and object store; an embedded database is brought up to date.

    Raises:
        RenderError: what of it cannot be used.
    """
    settings.data.mkdir(0o700, parents=True, exist_ok=True)
    vault = open_vault(settings)
    database = open_database(settings.database)
    if database.embedded:
        upgrade(database)
    require_current(database)
    return Ground(settings, vault, database, open_objects(settings.objects))


@asynccontextmanager
async def open_services(
    settings: Settings, meters: Meters, clock: Clock = system_clock
) -> AsyncIterator[Services]:
    """Open everything, workers started, and close it when the block ends.

    Raises:
        RenderError: what of it cannot be used.
    """
    async with AsyncExitStack() as stack:
        ground = await asyncio.to_thread(open_ground, settings)
        stack.callback(ground.database.close)
        shelf = open_segments(
            settings.segments, segments_secret(ground.vault), settings.segments_bytes
        )
        crew = Crew(settings.workers, ["api.films"])
        stack.push_async_callback(asyncio.to_thread, crew.close)
        await asyncio.to_thread(crew.start)
        pool = await stack.enter_async_context(DrawingPool(settings.workers))
        yield Services(
            settings=settings,
            clock=clock,
            vault=ground.vault,
            database=ground.database,
            objects=ground.objects,
            shelf=shelf,
            crew=crew,
            pool=pool,
            meters=meters,
            remover=Remover(ground.database, ground.objects, shelf),
        )


def open_vault(settings: Settings) -> Vault:
    """Open the vault, with the secret of the settings or the one made once in the data folder.

    Raises:
        RenderError: `secret-missing`: several machines need one that they are all told.
    """
    old = [sha256(one.get_secret_value().encode()).digest() for one in settings.old_secrets]
    if settings.secret is not None:
        return Vault(sha256(settings.secret.get_secret_value().encode()).digest(), old)
    if settings.database_url is not None and "postgres" in settings.database:
        raise RenderError(
            "secret-missing",
            "a database that several machines may share needs a secret that they share",
            where="BILLREEL_SECRET",
            remedy="Give all of them the same 64 random hexadecimal digits.",
        )
    path = settings.data / "secret"
    if not path.exists():
        publish_once(path, (random.token_bytes(32),))
    return Vault(path.read_bytes(), old)
