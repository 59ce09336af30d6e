"""Segments of a film drawn while it is watched: any of them, when it is asked for."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Callable
from functools import partial

from renderer.errors import SegmentError
from renderer.plan.model import Plan
from renderer.segments.drawing_pool import DrawingPool
from renderer.segments.film import Paints
from renderer.segments.fragments import video_fragment, video_header
from renderer.segments.kept import KeptSegments
from renderer.segments.settings import Settings
from renderer.segments.video import Segment
from renderer.segments.video_track import check_joins
from renderer.store import Shelf

AHEAD = 2
"""Segments drawn before they are asked for, after one that was."""


class JustInTime:
    """One film in a pool of workers, for any number of askers, on one event loop.

    Args:
        plan: the film.
        painter: opens what draws it, in a worker: picklable, and better small.
        pool: shared by all films; started.
        shelf: where segments are kept. Films that share segments share them here.
        height: of the pictures in px.
        settings: of the encoder.
        ahead: segments drawn before they are asked for.
    """

    def __init__(
        self,
        plan: Plan,
        painter: Callable[[], Paints],
        pool: DrawingPool,
        shelf: Shelf,
        height: int,
        settings: Settings | None = None,
        ahead: int = AHEAD,
    ) -> None:
        self._settings = settings or Settings()
        self._kept = KeptSegments(plan, shelf, height, self._settings)
        self._painter = pickle.dumps(painter)
        self._pool = pool
        self._ahead = ahead
        self._soon: dict[int, asyncio.Task[None]] = {}

    @property
    def count(self) -> int:
        """Return how many segments the film has."""
        return len(self._kept.tasks)

    @property
    def setup(self) -> Segment:
        """Return a segment set up as the film's are, which playlists and header are made of."""
        return self._kept.setup

    def header(self, language: str) -> bytes:
        """Return the header of all segments; `language` in three letters."""
        return video_header(self.setup, language)

    def start(self) -> None:
        """Draw the first segment before anybody asks."""
        self._look_ahead(-1, 1)

    async def segment(self, index: int) -> bytes:
        """Return a segment as a fragment of MP4 at its place in the film.

        Cancelling this call gives the segment up unless somebody else waits for it.

        Raises:
            SegmentError: `segment-unknown`, `pool-full`, and what drawing raises.
        """
        if not 0 <= index < self.count:
            raise SegmentError(
                "segment-unknown",
                f"the film has no segment {index}",
                remedy=f"Ask for one from 0 to {self.count - 1}.",
            )
        segment = await asyncio.to_thread(self._kept.find, index) or await self._draw(index)
        # Only now: until then both cores are this segment's, and the sound's beside it.
        self._look_ahead(index)
        return video_fragment(segment, self._kept.tasks[index].range.start)

    async def close(self) -> None:
        """Give up what is drawn ahead."""
        soon = list(self._soon.values())
        for task in soon:
            task.cancel()
        await asyncio.gather(*soon, return_exceptions=True)

    async def _draw(self, index: int, *, urgent: bool = True) -> Segment:
        segment = await self._pool.draw(
            self._kept.key(index),
            self._painter,
            self._kept.tasks[index],
            self._settings,
            urgent=urgent,
        )
        check_joins((self.setup, segment))
        asyncio.get_running_loop().run_in_executor(None, self._kept.keep, index, segment)
        return segment

    async def _prepare(self, index: int) -> None:
        if await asyncio.to_thread(self._kept.find, index) is None:
            await self._draw(index, urgent=False)

    def _look_ahead(self, index: int, count: int | None = None) -> None:
        """Draw what comes after a segment, and give up what was ahead of another place."""
        ahead = self._ahead if count is None else count
        wanted = range(index + 1, min(index + 1 + ahead, self.count))
        for other, task in list(self._soon.items()):
            if other not in wanted and other != index:
                task.cancel()
        for soon in wanted:
            if soon not in self._soon:
                task = asyncio.ensure_future(self._prepare(soon))
                self._soon[soon] = task
                task.add_done_callback(partial(self._over, soon))

    def _over(self, index: int, task: asyncio.Task[None]) -> None:
        if self._soon.get(index) is task:
            del self._soon[index]
        if not task.cancelled():
            # What went wrong ahead is told to who asks for it.
            task.exception()
