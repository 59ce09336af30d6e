"""`Plan` -> the segments of its film, spread over as many workers as there are to spare.

Every segment is drawn and encoded by itself, so that the number of workers changes nothing.
"""

from __future__ import annotations

import multiprocessing
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Protocol

from renderer.errors import RenderError, SegmentError
from renderer.frames import Repaint
from renderer.plan.held import distinct_frames
from renderer.plan.model import Plan
from renderer.segments.pixels import PictureConverter
from renderer.segments.ranges import SegmentRange, segment_ranges
from renderer.segments.settings import Settings
from renderer.segments.video import Segment, encode_segment
from renderer.segments.video_track import check_joins


class Paints(Protocol):
    """What draws a film's frames: `renderer.frames.Painter`."""

    def repaint(self, n: int, /) -> Repaint:
        """Bring its picture to film frame `n`."""


Listen = Callable[[int], None]
"""Told the frames of each segment when it is done, in the film's order."""


@dataclass(frozen=True, slots=True)
class SegmentTask:
    """A segment to make, and the film frames in it that have to be drawn."""

    range: SegmentRange
    frames: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Refusal:
    """An error on its way between processes."""

    kind: type[RenderError]
    fields: tuple[str, str, str | None, str | None, bool]


def encode_film(
    plan: Plan,
    painter: Callable[[], Paints],
    workers: int = 1,
    settings: Settings | None = None,
    listen: Listen = lambda _frames: None,
) -> list[Segment]:
    """Draw and encode a whole film.

    `painter` opens a painter and is called once in every worker process; where processes are not
    forked (macOS) it has to be picklable if there are several. With one worker everything runs in
    this process. `listen` hears of every segment when it is done.

    Raises:
        SegmentError: `worker-died`, `segments-differ`, and what `encode_segment` raises.
    """
    if workers < 1:
        raise ValueError("a film needs at least one worker")
    tasks = segment_tasks(plan)
    settings = settings or Settings()
    made: list[Segment] = []
    for segment in draw_tasks(tasks, painter, workers, settings):
        made.append(segment)
        listen(segment.frames)
    check_joins(made)
    return made


def segment_tasks(plan: Plan) -> tuple[SegmentTask, ...]:
    """List the segments of a film, each with its first frame and those that differ from the last.

    Raises:
        SegmentError: `segment-frames` for a plan without frames.
    """
    distinct = distinct_frames(plan)
    ranges = segment_ranges(plan)
    if not ranges:
        raise SegmentError("segment-frames", "The film has no frames.", ours=True)
    tasks = []
    for one in ranges:
        inside = distinct[bisect_left(distinct, one.start + 1) : bisect_left(distinct, one.end)]
        tasks.append(SegmentTask(one, (one.start, *inside)))
    return tuple(tasks)


def draw_tasks(
    tasks: Sequence[SegmentTask], painter: Callable[[], Paints], workers: int, settings: Settings
) -> Iterator[Segment]:
    """Draw and encode segments, as `encode_film` does all of a film, and yield them in order.

    Raises:
        SegmentError: `worker-died`, and what `encode_segment` raises.
    """
    each = _alone if workers == 1 or len(tasks) <= 1 else _together
    return each(tasks, painter, settings, min(workers, len(tasks)))


class Studio:
    """Draws and encodes segments, one after another.

    What one segment leaves standing, in pixels and in planes, the next starts from; a segment is
    the same whatever was drawn before it.
    """

    def __init__(self, painter: Paints, settings: Settings) -> None:
        self._painter = painter
        self._settings = settings
        self._converter = PictureConverter()

    def segment(self, task: SegmentTask) -> Segment:
        """Draw and encode one segment."""
        start = task.range.start
        frames = [frame - start for frame in task.frames]
        pictures = map(self._painter.repaint, task.frames)
        return encode_segment(frames, pictures, task.range.frames, self._settings, self._converter)


def _alone(
    tasks: Sequence[SegmentTask], painter: Callable[[], Paints], settings: Settings, _workers: int
) -> Iterator[Segment]:
    studio = Studio(painter(), settings)
    for task in tasks:
        yield studio.segment(task)


def _together(
    tasks: Sequence[SegmentTask], painter: Callable[[], Paints], settings: Settings, workers: int
) -> Iterator[Segment]:
    method = "fork" if sys.platform == "linux" else "spawn"
    pool = ProcessPoolExecutor(
        workers, multiprocessing.get_context(method), _open_studio, (painter, settings)
    )
    try:
        for outcome in pool.map(_draw, tasks):
            if isinstance(outcome, _Refusal):
                raise outcome.kind(*outcome.fields)
            yield outcome
    except BrokenProcessPool as cause:
        raise SegmentError(
            "worker-died", "A worker process ended while it drew a segment.", ours=True
        ) from cause
    finally:
        pool.shutdown(cancel_futures=True)


_worker: list[Studio] = []
"""In a worker process: its only one."""


def _open_studio(painter: Callable[[], Paints], settings: Settings) -> None:
    _worker[:] = [Studio(painter(), settings)]


def _draw(task: SegmentTask) -> Segment | _Refusal:
    try:
        return _worker[0].segment(task)
    except RenderError as error:
        fields = (error.code, error.message, error.where, error.remedy, error.ours)
        return _Refusal(type(error), fields)
