"""What the server does without being asked: a duty every so often, as long as it runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from api.errors import place_of
from api.films.videos import make_video
from api.http.log import log
from api.services import Services


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
    work: Callable[[Services], Awaitable[bool]]


async def _make(services: Services) -> bool:
    return await asyncio.to_thread(make_video, services)


def duties(services: Services) -> list[Rounds]:
    """List the duties of a server."""
    return [Rounds("make", 0.5, _make)] * services.settings.workers


@asynccontextmanager
async def at_work(services: Services) -> AsyncIterator[None]:
    """Do all duties while the block runs; what is under way when it ends is given back."""
    tasks = [asyncio.create_task(_keep_doing(services, one)) for one in duties(services)]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _keep_doing(services: Services, duty: Rounds) -> None:
    while True:
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
        await asyncio.sleep(0 if more else duty.every_s)
