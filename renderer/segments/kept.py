"""A film's segments through a store: only those that nobody has drawn before are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from renderer.plan.model import Plan
from renderer.segments.film import (
    Listen,
    Paints,
    SegmentTask,
    draw_tasks,
    encode_film,
    segment_tasks,
)
from renderer.segments.keys import task_key
from renderer.segments.made_by import blank_segment
from renderer.segments.segment_bytes import read_segment, segment_bytes
from renderer.segments.settings import Settings
from renderer.segments.subplan import SubPlans
from renderer.segments.video import Segment
from renderer.segments.video_track import check_joins
from renderer.store import Shelf


class KeptSegments:
    """The segments of one film that a store has, and where those it lacks go.

    Args:
        plan: the film.
        shelf: the store and its keys.
        height: of the pictures in px.
        settings: of the encoder.
    """

    def __init__(
        self, plan: Plan, shelf: Shelf, height: int, settings: Settings | None = None
    ) -> None:
        self._shelf = shelf
        self._settings = settings or Settings()
        self._plans = SubPlans(plan, height)
        self._keys: dict[int, str] = {}
        width = (plan.width * height + plan.height // 2) // plan.height
        self.setup = blank_segment(width, height, self._settings)
        """A segment as those of the film are set up."""
        self.tasks = segment_tasks(plan)

    def key(self, index: int) -> str:
        """Return the key of a segment."""
        if index not in self._keys:
            task = self.tasks[index]
            self._keys[index] = task_key(self._plans, task, self._shelf.keyring, self._settings)
        return self._keys[index]

    def find(self, index: int) -> Segment | None:
        """Return a segment that was kept; one that would not join this film counts as missing."""
        return self._shelf.find(self.key(index), lambda body: self._read(body, index))

    def keep(self, index: int, segment: Segment) -> None:
        """Keep a segment.

        Raises:
            SegmentError: `segments-differ` when it is not set up as its key promises.
        """
        check_joins((self.setup, segment))
        self._shelf.put(self.key(index), segment_bytes(segment))

    def _read(self, body: bytes, index: int) -> Segment:
        segment = read_segment(body)
        own = (segment.width, segment.height, segment.extradata, segment.frames)
        setup = (self.setup.width, self.setup.height, self.setup.extradata)
        if own != (*setup, self.tasks[index].range.frames):
            raise ValueError("a segment of another film")
        return segment


@dataclass(frozen=True, slots=True)
class KeptFilm:
    """A film's segments, how many of them had to be drawn, and their keys in the store."""

    segments: list[Segment]
    drawn: int
    keys: tuple[str, ...] = ()


def encode_through(
    plan: Plan,
    painter: Callable[[], Paints],
    height: int,
    workers: int = 1,
    shelf: Shelf | None = None,
    settings: Settings | None = None,
    listen: Listen = lambda _frames: None,
) -> KeptFilm:
    """Encode a film as `encode_film` does, but draw only what the store does not have.

    Equal segments of one film are drawn once. The segments are the same whatever is in the store.
    Without a shelf all are drawn.

    Raises:
        SegmentError: as `encode_film`.
    """
    if shelf is None:
        segments = encode_film(plan, painter, workers, settings, listen)
        return KeptFilm(segments, len(segments))
    kept = KeptSegments(plan, shelf, height, settings)
    found: dict[str, Segment] = {}
    missing: dict[str, int] = {}
    keys = [kept.key(index) for index in range(len(kept.tasks))]
    for index, key in enumerate(keys):
        if key not in found and key not in missing:
            segment = kept.find(index)
            if segment is None:
                missing[key] = index
            else:
                found[key] = segment
    tasks: list[SegmentTask] = [kept.tasks[index] for index in missing.values()]
    drawing: Iterator[Segment] = (
        draw_tasks(tasks, painter, workers, settings or Settings()) if tasks else iter(())
    )
    for index, key in enumerate(keys):
        if key not in found:
            found[key] = next(drawing)
            kept.keep(index, found[key])
        listen(found[key].frames)
    segments = [found[key] for key in keys]
    check_joins(segments)
    return KeptFilm(segments, len(tasks), tuple(keys))
