"""The driver: bills are listed, films made of what waits, an edition published at the end.

A run does first what an earlier one left waiting, then looks at the source for what is new or was
touched. It may be ended at any moment, in any way, and the same command goes on from there.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from typing import Any

from api.batch.breaker import Breaker
from api.batch.cycle import Cycle, check_with, order_hash, order_of
from api.batch.edition import publish_edition
from api.batch.engine import Engine
from api.batch.interrupt import Interrupts
from api.batch.ledger import Ledger
from api.batch.ledger_view import BEFORE_ALL
from api.batch.lock import locked
from api.batch.model import Item, Kind, Listed, Outcome, Parcel, State
from api.batch.open_engine import OpenEngine, open_engine
from api.batch.places import Places, places_of
from api.batch.report import Listener, Report
from api.batch.sources import Source, open_source
from api.batch.verdict import settle, with_care
from renderer.errors import RenderError
from renderer.script import load_pack
from renderer.store import open_store

_LISTED_TOGETHER = 1000
_PAGE = 512
"""Items taken from the ledger at a time."""
_BEAT_S = 2.0
"""Between two notes of how far a run is, seconds."""


def run_cycle(
    cycle: Cycle,
    listener: Listener,
    *,
    again: bool = False,
    engine: OpenEngine = open_engine,
) -> Report:
    """Work on a cycle until nothing waits, or something stops it.

    Args:
        again: whether a cycle whose pack or settings changed begins anew with them.
        engine: opens what makes the films.

    Raises:
        RenderError: `cycle-running`, `cycle-changed`, `bills-not-readable`, `worker-not-starting`,
            `ledger-failed`, `output-failed`, and what is wrong with cycle, pack, store or tables.
    """
    began = time.monotonic()
    pack = load_pack(cycle.pack)
    check_with(cycle, pack)
    places = places_of(cycle)
    places.make()
    with locked(places.lock) as lock:
        places.sweep()
        shelf = open_store(cycle.store, cycle.most_kept)
        order = order_of(cycle, pack, shelf.key)
        with closing(Ledger.open(places.ledger)) as ledger:
            _agree(ledger, cycle, order, again=again)
            report = Report(cycle.id, cycle.folder)
            with closing(engine(cycle, order_hash(order), lock)) as opened:
                _Run(cycle, places, ledger, opened, listener, report).work()
            places.sweep()  # what workers left that were killed
            if report.stopped is None:
                base = cycle.told.links.base
                report.edition = publish_edition(ledger, places, order, base)
            report.films, report.codes = ledger.counts(), ledger.codes()
    report.wall_s = time.monotonic() - began
    return report


def _agree(ledger: Ledger, cycle: Cycle, order: dict[str, Any], *, again: bool) -> None:
    """Check that the cycle's films are decided by what they were decided by before."""
    known = ledger.order()
    if known == order:
        return
    if known is not None and known["cycle"] != cycle.id:
        raise cycle.error("the ledger is another cycle's", ("ledger",), "Name a file of its own.")
    if known is not None and not again:
        changed = sorted(name for name in order if known.get(name) != order[name])
        raise RenderError(
            "cycle-changed",
            f"films of this cycle were made otherwise: {', '.join(changed)} changed since",
            str(cycle.file),
            "Change it back, give the cycle another id, or make all films anew with --again.",
        )
    ledger.set_order(cycle.id, order)


class _Run:
    """One run at work."""

    def __init__(
        self,
        cycle: Cycle,
        places: Places,
        ledger: Ledger,
        engine: Engine,
        listener: Listener,
        report: Report,
    ) -> None:
        self._cycle, self._places, self._ledger = cycle, places, ledger
        self._engine, self._listener, self._report = engine, listener, report
        self._source: Source = open_source(cycle)
        self._shapes: Sequence[str] = cycle.told.shapes
        self._breaker = Breaker(cycle.told.stop_when.share, cycle.told.stop_when.after)
        self._number = ledger.begin_run()
        self._beaten = time.monotonic()
        self._left = 0

    def work(self) -> None:
        """Make what waits, list, make what waits then."""
        report = self._report
        try:
            with Interrupts(self._engine, self._listener.note) as interrupts:
                self._make()
                if not report.stopped and not interrupts.signal:
                    self._list(interrupts)
                    self._make()
                report.signal = interrupts.signal
        except RenderError as error:
            if error.code != "ledger-failed":
                self._ledger.flush()
                self._ledger.beat(self._number, report.rendered, error.code)
            raise
        if report.signal and not report.stopped:
            report.stopped = "it was interrupted"
        report.peak_mb = max(report.peak_mb, self._engine.peak_mb)
        self._ledger.beat(self._number, report.rendered, report.stopped or "done")

    def _list(self, interrupts: Interrupts) -> None:
        """Write down all bills of the source, without reading them."""
        found: Iterator[Listed] = self._source.bills()
        bills = 0
        while (some := list(islice(found, _LISTED_TOGETHER))) and not interrupts.signal:
            self._ledger.enlist(some, self._shapes, self._places.is_published)
            bills += len(some)
            self._listener.listed(bills)
        if not bills and not interrupts.signal:
            raise self._cycle.error(
                "there are no bills here",
                ("bills",),
                "Check the folder, and what the bills are called.",
            )

    def _make(self) -> None:
        """Make films until none waits."""
        came = True
        while came and not self._report.stopped:
            came = False
            self._left = self._ledger.counts()[State.PENDING]
            if self._left:
                self._listener.begun(self._left, self._cycle.told.workers)
            for item, outcome in self._engine.map(self._parcels()):
                came = True
                self._came_back(item, outcome)
            self._ledger.flush()

    def _parcels(self) -> Iterator[Parcel]:
        """Walk what waits, a parcel at a time, those that failed least first."""
        together, workers = self._source.together, max(1, self._cycle.told.workers)
        attempts, cursor = self._cycle.told.attempts, BEFORE_ALL
        while items := self._ledger.waiting(cursor, _PAGE):
            last = items[-1]
            cursor = (last.tries + last.killed, last.key, last.shape)
            waiting = [with_care(item, attempts) for item in items]
            while waiting:
                # Small parcels at the end, so that no worker is left with all that remains.
                size = max(1, min(together, self._left // (2 * workers)))
                yield tuple(waiting[:size])
                self._left -= size
                del waiting[:size]

    def _came_back(self, item: Item, outcome: Outcome) -> None:
        settled = settle(item, outcome, self._cycle.told.attempts)
        self._report.count(outcome)
        self._ledger.settle(settled)
        if settled.state is State.RENDERED:
            self._ledger.flush_due()
        else:
            self._ledger.flush()
        self._breaker.count(item, outcome.kind)
        self._listener.came_back(settled)
        why = self._breaker.why()
        if outcome.kind is Kind.BLOCKED:
            why = f"nothing can be read or written any more [{outcome.code}]"
            why += f" at {outcome.place}" if outcome.place else ""
        if why and not self._report.stopped:
            self._report.stopped = why
            self._engine.stop()
        self._beat()

    def _beat(self) -> None:
        now = time.monotonic()
        if now - self._beaten >= _BEAT_S:
            self._beaten = now
            self._ledger.beat(self._number, self._report.rendered)
