"""What the server does without being asked: a duty every so often, as long as it runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta

from api.errors import place_of
from api.films.videos import make_video, release_videos
from api.http.log import log
from api.packs import sweep_unpacked
from api.records import opaque
from api.records.duty import take_duty
from api.server.retention import sweep_objects, sweep_records
from api.services import Services

Work = Callable[[Services], Awaitable[bool]]


@dataclass(frozen=True)
class Rounds:
    """A duty, and how often it is done.

    Args:
        name: of the duty, for logs and meters.
        every_s: seconds between two rounds; after a round that found something, the next begins
            at once.
        work: does a round; returns whether there was something to do.
    """

    name: str
    every_s: float
    work: Work


_HOLDER = opaque("srv")
"""This process, where only one of several does a duty."""


async def _make(services: Services) -> bool:
    return await asyncio.to_thread(make_video, services)


def _take_over(services: Services) -> None:
    """Take up what a server here was at when it was ended."""
    sweep_unpacked(services.packs, services.clock() - timedelta(hours=1))
    if not services.database.embedded:
        return
    with services.database.writing() as session:
        release_videos(session)


async def _remove(services: Services) -> bool:
    await asyncio.to_thread(services.remover.round)
    return False


def _alone(name: str, hold: timedelta, work: Callable[[Services], int]) -> Work:
    """Make a duty of something that one process does for all, once in a while."""

    def do(services: Services) -> None:
        if take_duty(services.database, name, _HOLDER, services.clock(), hold):
            log("duty.done", state=name, count=work(services))

    async def alone(services: Services) -> bool:
        await asyncio.to_thread(do, services)
        return False

    return alone


def duties(services: Services) -> list[Rounds]:
    """List the duties of a server."""
    hour, day = timedelta(hours=1), timedelta(days=1)
    return [
        *[Rounds("make", 0.5, _make)] * services.settings.workers,
        Rounds("remove", 30, _remove),
        Rounds("retention", 600, _alone("retention", hour, sweep_records)),
        Rounds("orphans", 600, _alone("orphans", day, sweep_objects)),
    ]


@asynccontextmanager
async def at_work(services: Services) -> AsyncIterator[None]:
    """Do all duties while the block runs.

    At its end each finishes what it is at, for `stop_seconds`; then its worker is ended, and what
    it was at is queued again.
    """
    await asyncio.to_thread(_take_over, services)
    stopping = asyncio.Event()
    tasks = [asyncio.create_task(_keep_doing(services, one, stopping)) for one in duties(services)]
    try:
        yield
    finally:
        stopping.set()
        _, late = await asyncio.wait(tasks, timeout=services.settings.stop_seconds)
        if late:
            await asyncio.to_thread(services.crew.close)
        await asyncio.gather(*tasks)


async def _keep_doing(services: Services, duty: Rounds, stopping: asyncio.Event) -> None:
    while not stopping.is_set():
        try:
            more = await duty.work(services)
        except Exception as error:
            more = False
            services.meters.duty_failures.labels(duty.name).inc()
            log(
                "duty.failed",
                level=logging.ERROR,
                state=duty.name,
                code=getattr(error, "code", None),
                error=type(error).__name__,
                at=place_of(error),
            )
        if not more:
            with suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), duty.every_s)
