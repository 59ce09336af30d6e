"""`Item` -> `Outcome`: one film made and published, by what a worker opens once."""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import time
from dataclasses import replace
from hashlib import sha256
from tempfile import TemporaryFile

from api.batch.cycle import Cycle, order_hash, order_of
from api.batch.model import Item, Kind, Made, Outcome
from api.batch.places import places_of
from api.batch.sources import GoneError, Papers, open_source
from api.errors import place_of
from renderer.bill.model import Bill
from renderer.errors import RenderError
from renderer.package.publish import publish_new
from renderer.pipeline import make
from renderer.planning import Choice, cpu_s
from renderer.script import Pack, load_pack
from renderer.store import open_store
from renderer.workshop import Workshop

_BLOCKING = frozenset({"output-failed", "bills-not-readable"})
"""Errors that every film of the cycle would have."""
_PASSING = frozenset(
    {
        "asset-changed",
        "document-not-readable",
        "voice-refused",
        "voice-timeout",
        "voice-unreachable",
    }
)
"""Errors that may be gone the next time, or in a worker that reads the pack again."""
_LONGEST_PLACE = 300
_PROBE_BYTES = 4_000_000
"""As much as a film takes."""
_FILM = "{film}"


class Maker:
    """Makes the films of a cycle, one after another, with one pack, store, source and workshop.

    Args:
        cycle: what is wanted.
        order: hash of what decides its films; None takes it as it is.

    Raises:
        RenderError: `cycle-changed` when the pack or the store is not the order's any more;
            `store-unusable`, `secret-too-short`, and what is wrong with the pack.
    """

    def __init__(self, cycle: Cycle, order: str | None = None) -> None:
        self._cycle = cycle
        self._places = places_of(cycle)
        self._source = open_source(cycle)
        self._pack = _whole(load_pack(cycle.pack))
        self._shelf = open_store(cycle.store, cycle.most_kept)
        self.order = order_of(cycle, self._pack, self._shelf.key)
        self._order = order_hash(self.order)
        if order not in (None, self._order):
            raise RenderError(
                "cycle-changed",
                "the pack or the store's secret changed while the cycle was at work",
                str(self._pack.root),
                "Run the same again, and it says what changed.",
            )
        self._workshop = Workshop([self._pack])
        told = cycle.told
        self._choice = Choice(
            pack=self._pack.root,
            language=told.language.always,
            brand=told.brand,
            height=told.height,
            voice=told.voice,
            fallback=told.fallback_voice,
            third_party=told.send_text_to_third_party,
            music=told.music,
            offers=told.offers,
            day=told.day,
            shelf=self._shelf,
            hls=told.hls,
        )
        gc.freeze()  # modules and pack stay

    def expect(self, keys: tuple[str, ...]) -> None:
        """Be told which bills come next."""
        self._source.expect(keys)

    def make(self, item: Item) -> Outcome:
        """Make one film; whatever goes wrong is an outcome."""
        cpu, wall = cpu_s() + self._workshop.cpu_s, time.perf_counter()
        outcome = self._outcome(item)
        return replace(
            outcome,
            cpu_s=cpu_s() + self._workshop.cpu_s - cpu,
            wall_s=time.perf_counter() - wall,
            peak_mb=_peak_mb(),
        )

    def _outcome(self, item: Item) -> Outcome:
        try:
            return self._make(item)
        except GoneError:
            return Outcome(Kind.GONE, code="bill-withdrawn")
        except RenderError as error:
            where = self._source.place(error.where or "")[:_LONGEST_PLACE] or None
            if error.code in _BLOCKING:
                return Outcome(Kind.BLOCKED, code=error.code, place=where)
            if error.ours or error.code in _PASSING:
                return self._fault(error.code, where)
            return Outcome(Kind.REFUSED, code=error.code, place=where)
        except MemoryError:
            return Outcome(Kind.LIMIT, code="limit-memory")
        except Exception as error:
            return self._fault("internal", f"{place_of(error)}: {type(error).__name__}")

    def _fault(self, code: str, place: str | None) -> Outcome:
        """Tell of a fault; on a disk that takes nothing more, no film is to blame."""
        try:
            with TemporaryFile(dir=self._places.staging) as file:
                file.write(bytes(_PROBE_BYTES))
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            return Outcome(Kind.BLOCKED, code="output-failed", place=str(self._places.staging))
        return Outcome(Kind.FAULT, code=code, place=place)

    def _make(self, item: Item) -> Outcome:
        papers = self._source.papers(item.key)
        name = self._name(item, papers)
        published = self._places.is_published(name)
        if published and papers.input == item.known:
            return Outcome(Kind.SAME, mark=papers.mark)
        bill, earlier = papers.read()
        if published:
            return Outcome(Kind.FOUND, self._found(name, papers, bill), mark=papers.mark)
        choice = self._choice_of(item, bill, name)
        files = make(bill, earlier, choice, workshop=self._workshop).files
        if self._source.mark(item.key) != papers.mark:
            return Outcome(Kind.FAULT, code="bill-changed")
        new = publish_new(files, self._places.film(name), self._places.staging)
        found = self._found(name, papers, bill)
        return Outcome(Kind.MADE if new else Kind.FOUND, found, mark=papers.mark)

    def _name(self, item: Item, papers: Papers) -> str:
        """Name a film so that nobody can tell whose it is, and the same film always the same."""
        named = {"key": item.key, "shape": item.shape, "input": papers.input, "order": self._order}
        return self._shelf.key("film", named)[:32]

    def _choice_of(self, item: Item, bill: Bill, name: str) -> Choice:
        told = self._cycle.told
        language = told.language.always
        if language is None:
            own = (bill.preferences.language or "").split("-")[0]
            language = None if own in self._pack.languages else told.language.otherwise
        actions = {action: url.replace(_FILM, name) for action, url in told.actions.items()}
        return replace(self._choice, language=language, shape=item.shape, actions=actions)

    def _found(self, name: str, papers: Papers, bill: Bill) -> Made:
        """Tell of a film as it stands on disk."""
        folder = self._places.film(name)
        manifest = (folder / "manifest.json").read_bytes()
        sizes = (path.stat().st_size for path in folder.rglob("*") if path.is_file())
        language = str(json.loads(manifest)["language"])
        digest = sha256(manifest).hexdigest()
        return Made(name, papers.input, bill.id, language, digest, sum(sizes))


def _whole(pack: Pack) -> Pack:
    """Read of a pack what is otherwise read when it is asked for: then its hash holds for all."""
    for tag in pack.languages:
        pack.translator(tag)
    for brand in pack.brands:
        pack.brand(brand)
    return pack


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak * (1 if sys.platform == "darwin" else 1024) / 1e6
