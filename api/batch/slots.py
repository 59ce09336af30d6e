"""The engine of one machine: N processes, each with a socket of its own.

Pools share a pipe between their workers, and a worker that is killed while it holds it breaks all
others (`docs/decisions/011-workers-of-a-cycle.md`). Here nobody has anything of anybody else's: a
worker that dies takes one item with it. One thread does all of it, because Linux ends our workers
when the thread ends that started them.
"""

from __future__ import annotations

import selectors
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from api.batch.endings import meaning_of, name_of
from api.batch.engine import Parcels
from api.batch.model import Item, Kind, Outcome
from api.batch.worker_process import ENTRY, WorkerProcess
from renderer.errors import RenderError

START_S = 120.0
"""Time that a worker has to be ready, seconds: generous for a machine that is busy otherwise."""
LOOK_EVERY_S = 0.1
_FAILED_STARTS = 5
"""Workers that end before they are ready, one after another, before we give up."""
_TIRED = 0.8
"""Of the memory it may have: a worker that has so much after a film is ended and begun anew."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a film and a worker may take; units as in CYCLE.yaml."""

    wall_s: float = 180.0
    memory_mb: int = 1000
    films: int = 500


@dataclass(eq=False, slots=True)
class _Slot:
    """A place for a worker, and what it is at."""

    queue: deque[Item] = field(default_factory=deque)
    worker: WorkerProcess | None = None
    ready: bool = False
    item: Item | None = None
    since: float = 0.0
    made: int = 0
    expect: tuple[str, ...] = ()


class Slots:
    """Makes films in processes that can be ended at any moment.

    Args:
        hello: what workers are told first (`worker.py`).
        workers: processes.
        limits: what they may take.
        scratch: folder for their temporary files, which those leave there that are killed.
        keep_open: descriptors that workers hold as long as they live.
        entry: what imports `serve` in a worker; tests take a wrapped one.
    """

    def __init__(
        self,
        hello: dict[str, Any],
        workers: int,
        limits: Limits,
        scratch: Path,
        keep_open: tuple[int, ...] = (),
        entry: str = ENTRY,
    ) -> None:
        self._hello, self._limits = hello, limits
        self._scratch, self._keep_open, self._entry = scratch, keep_open, entry
        self._slots = [_Slot() for _ in range(workers)]
        self._selector = selectors.DefaultSelector()
        self._stopped = self._killed = False
        self._failed_starts = 0
        self._peak = 0.0

    @property
    def peak_mb(self) -> float:
        """Return the most memory that any worker had."""
        return self._peak

    @property
    def pids(self) -> list[int]:
        """Return the process ids of workers that run."""
        return [slot.worker.pid for slot in self._slots if slot.worker]

    def map(self, parcels: Parcels) -> Iterator[tuple[Item, Outcome]]:
        """Make films; see `Engine.map`."""
        while not self._killed:
            self._hand_out(parcels)
            if not any(slot.item or slot.queue for slot in self._slots):
                return
            heard = {key.data for key, _ in self._selector.select(LOOK_EVERY_S)}
            for slot in self._slots:
                item, outcome = slot.item, self._look(slot, slot in heard)
                if outcome is not None and item is not None:
                    yield item, outcome

    def stop(self) -> None:
        """Begin no more items."""
        self._stopped = True

    def kill(self) -> None:
        """End the items at work too."""
        self._stopped = self._killed = True

    def close(self) -> None:
        """End all workers."""
        for slot in self._slots:
            self._end(slot)
        self._selector.close()

    def _hand_out(self, parcels: Parcels) -> None:
        for slot in self._slots:
            if self._stopped:
                slot.queue.clear()
            elif slot.item is None and not slot.queue:
                parcel = next(parcels, ())
                slot.queue.extend(parcel)
                slot.expect = tuple(item.key for item in parcel)
            if slot.item is None and slot.queue:
                self._begin(slot)

    def _begin(self, slot: _Slot) -> None:
        """Give a slot its next item, once it has a worker that is ready for it."""
        if slot.worker is not None and slot.queue[0].fresh and slot.made:
            self._end(slot)
        if slot.worker is None:
            self._start(slot)
        elif slot.ready:
            slot.item = slot.queue.popleft()
            slot.since = time.monotonic()
            slot.worker.send({"item": asdict(slot.item), "expect": slot.expect})
            slot.expect = ()

    def _start(self, slot: _Slot) -> None:
        try:
            slot.worker = WorkerProcess(self._hello, self._scratch, self._keep_open, self._entry)
        except OSError as error:
            raise _not_starting(error.strerror or type(error).__name__) from error
        slot.since = time.monotonic()
        slot.expect = tuple(item.key for item in slot.queue)
        self._selector.register(slot.worker, selectors.EVENT_READ, slot)

    def _end(self, slot: _Slot) -> None:
        if slot.worker is not None:
            self._selector.unregister(slot.worker)
            slot.worker.close()
        slot.worker, slot.ready, slot.item, slot.made = None, False, None, 0

    def _look(self, slot: _Slot, heard: bool) -> Outcome | None:
        """See after a worker; return what became of its item, if anything did."""
        if slot.worker is None:
            return None
        look = self._heard if heard else self._watch
        outcome = look(slot, slot.worker)
        if outcome is not None:
            self._peak = max(self._peak, outcome.peak_mb)
        return outcome

    def _heard(self, slot: _Slot, worker: WorkerProcess) -> Outcome | None:
        messages = worker.receive()
        if messages is None:
            return self._ended(slot, worker)
        outcome = None
        for message in messages:
            if "ready" in message:
                slot.ready, self._failed_starts = True, 0
            elif "failed" in message:
                self._not_started(slot, message["failed"])
            else:
                outcome = Outcome.from_json(message["outcome"])
                self._came_back(slot, worker, outcome)
        return outcome

    def _came_back(self, slot: _Slot, worker: WorkerProcess, outcome: Outcome) -> None:
        slot.made += 1
        fresh = slot.item is not None and slot.item.fresh
        slot.item = None
        tired = worker.resident_mb() > _TIRED * self._limits.memory_mb
        if fresh or tired or slot.made >= self._limits.films or outcome.kind is Kind.LIMIT:
            self._end(slot)

    def _ended(self, slot: _Slot, worker: WorkerProcess) -> Outcome | None:
        """Tell what a worker's end means for its item."""
        status, place, item = worker.status(), worker.place(), slot.item
        started = slot.ready
        self._end(slot)
        if item is None:
            if not started:
                self._not_started(slot, {"kind": name_of(status)}, place)
            return None
        return meaning_of(status, place)

    def _watch(self, slot: _Slot, worker: WorkerProcess) -> Outcome | None:
        """End a worker that takes too much."""
        passed = time.monotonic() - slot.since
        if not slot.ready:
            if passed > START_S:
                place = worker.end()
                self._end(slot)
                self._not_started(slot, {"kind": "timeout"}, place)
            return None
        if slot.item is None:
            return None
        resident = worker.resident_mb()
        self._peak = max(self._peak, resident)
        code = None
        if passed > self._limits.wall_s:
            code = "limit-wall"
        elif resident > self._limits.memory_mb:
            code = "limit-memory"
        if code is None:
            return None
        place = worker.end()
        self._end(slot)
        return Outcome(Kind.LIMIT, code=code, place=place, wall_s=passed, peak_mb=resident)

    def _not_started(self, slot: _Slot, why: dict[str, Any], place: str | None = None) -> None:
        """Count a worker that did not come to be ready; raise when no other will either."""
        self._end(slot)
        if "code" in why:
            raise RenderError(**why)
        self._failed_starts += 1
        if self._failed_starts >= _FAILED_STARTS:
            raise _not_starting(why["kind"], place)


def _not_starting(why: str, place: str | None = None) -> RenderError:
    return RenderError(
        "worker-not-starting",
        f"no worker comes to be ready: {why}",
        place,
        "Run the cycle with --workers 0 to see why.",
        ours=True,
    )
