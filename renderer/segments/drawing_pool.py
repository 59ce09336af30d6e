"""A bounded pool of drawing workers for many films and askers: urgent first, each segment once."""

from __future__ import annotations

import asyncio
import heapq
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from types import TracebackType

from renderer.errors import SegmentError
from renderer.segments.drawing_worker import DrawingJob, DrawingWorker, StoppedError
from renderer.segments.film import SegmentTask
from renderer.segments.segment_bytes import read_segment
from renderer.segments.settings import Settings
from renderer.segments.video import Segment

MOST_WAITING = 256
"""Segments that may wait for a worker; who comes then is sent away."""
_REMEMBERED = 16
"""Segments drawn last, for who asks before they are in a store."""
_TRIES = 2
"""A worker that dies takes a segment with it once; a segment that kills twice is given up."""


@dataclass(eq=False)
class _Flight:
    """A segment on its way, and how many wait for it."""

    key: str
    job: DrawingJob
    done: asyncio.Future[Segment]
    waiting: int = 0
    worker: DrawingWorker | None = None


@dataclass(order=True)
class _Place:
    """A place in the queue: what is waited for comes before what may be wanted soon."""

    order: tuple[bool, int]
    flight: _Flight = field(compare=False)


class DrawingPool:
    """Draws segments in worker processes, as an asynchronous context manager.

    Args:
        workers: processes.
        most_waiting: segments that may wait.
    """

    def __init__(self, workers: int = 2, most_waiting: int = MOST_WAITING) -> None:
        self._workers = [DrawingWorker() for _ in range(workers)]
        self._free = list(self._workers)
        self._most = most_waiting
        self._threads = ThreadPoolExecutor(workers, "billreel-draw")
        self._flights: dict[str, _Flight] = {}
        self._queue: list[_Place] = []
        self._recent: OrderedDict[str, Segment] = OrderedDict()
        self._numbers = count(1)
        self._runs: set[asyncio.Task[None]] = set()
        self.drawn = 0
        """Segments drawn so far."""

    async def start(self) -> None:
        """Start all workers, so that nobody waits for an import."""
        loop = asyncio.get_running_loop()
        starts = [loop.run_in_executor(self._threads, one.start) for one in self._workers]
        await asyncio.gather(*starts)

    async def close(self) -> None:
        """Stop what is drawn, send away who waits, and end all workers."""
        for flight in list(self._flights.values()):
            self._give_up(flight)
        await asyncio.gather(*self._runs, return_exceptions=True)
        for worker in self._workers:
            worker.close()
        self._threads.shutdown()

    async def __aenter__(self) -> DrawingPool:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def draw(
        self,
        key: str,
        painter: bytes,
        task: SegmentTask,
        settings: Settings,
        *,
        urgent: bool = True,
    ) -> Segment:
        """Draw a segment, or wait for the one of the same key that is being drawn.

        Cancelling this call gives the segment up unless somebody else waits for it.

        Args:
            key: of the segment (`keys.py`): equal for equal segments of any film.
            painter: what opens the film's painter, pickled.
            urgent: whether somebody waits for it now.

        Raises:
            SegmentError: `pool-full`, `worker-died`, `segment-failed`.
            RenderError: what drawing raised.
        """
        if key in self._recent:
            return self._recent[key]
        flight = self._flights.get(key)
        if flight is None:
            if len(self._flights) >= self._most + len(self._workers):
                raise SegmentError(
                    "pool-full",
                    "too many segments wait to be drawn",
                    remedy="Ask again in a few seconds.",
                    ours=True,
                )
            job = DrawingJob(next(self._numbers), painter, task, settings)
            done = asyncio.get_running_loop().create_future()
            flight = self._flights[key] = _Flight(key, job, done)
        if flight.worker is None:
            # Once more when it is already there: an urgent asker moves it ahead.
            heapq.heappush(self._queue, _Place((not urgent, next(self._numbers)), flight))
            self._hand_out()
        flight.waiting += 1
        try:
            return await asyncio.shield(flight.done)
        finally:
            flight.waiting -= 1
            if not flight.waiting and not flight.done.done():
                self._give_up(flight)

    def _give_up(self, flight: _Flight) -> None:
        if self._flights.get(flight.key) is flight:
            del self._flights[flight.key]
        if flight.worker is not None:
            flight.worker.stop(flight.job.number)
        flight.done.cancel()

    def _hand_out(self) -> None:
        while self._free and self._queue:
            flight = heapq.heappop(self._queue).flight
            if flight.worker is None and not flight.done.done():
                flight.worker = self._free.pop()
                run = asyncio.get_running_loop().create_task(self._run(flight, flight.worker))
                self._runs.add(run)
                run.add_done_callback(self._runs.discard)

    async def _run(self, flight: _Flight, worker: DrawingWorker) -> None:
        outcome = await self._outcome(flight, worker)
        self._free.append(worker)
        if self._flights.get(flight.key) is flight:
            del self._flights[flight.key]
        if isinstance(outcome, Segment):
            self._recent[flight.key] = outcome
            if len(self._recent) > _REMEMBERED:
                self._recent.popitem(last=False)
        if not flight.done.done():
            if isinstance(outcome, Segment):
                flight.done.set_result(outcome)
            elif isinstance(outcome, StoppedError):
                flight.done.cancel()
            else:
                flight.done.set_exception(outcome)
        self._hand_out()

    async def _outcome(self, flight: _Flight, worker: DrawingWorker) -> Segment | Exception:
        loop = asyncio.get_running_loop()
        for attempt in range(1, _TRIES + 1):
            try:
                body = await loop.run_in_executor(self._threads, worker.draw, flight.job)
                segment = read_segment(body)
            except Exception as error:
                died = isinstance(error, SegmentError) and error.code == "worker-died"
                if not died or attempt == _TRIES or flight.done.done():
                    return error
            else:
                self.drawn += 1
                return segment
        raise AssertionError("a try returns")
