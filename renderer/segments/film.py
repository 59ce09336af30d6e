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
from renderer.plan.held import distinct_frames
from renderer.plan.model import Plan
from renderer.segments.pixels import Bytes
from renderer.segments.ranges import SegmentRange, segment_ranges
from renderer.segments.settings import Settings
from renderer.segments.video import Segment, encode_segment
from renderer.segments.video_track import check_joins


class Paints(Protocol):
    """What draws a film's frames: `renderer.frames.Painter`."""

    def paint(self, n: int, /) -> Bytes:
        """Draw film frame `n`: (h, w, 4) BGRA."""


Listen = Callable[[int], None]
"""Told the frames of each segment when it is done, in the film's order."""


@dataclass(frozen=True, slots=True)
class _Task:
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
    each = _alone if workers == 1 or len(tasks) == 1 else _together
    for segment in each(tasks, painter, settings, min(workers, len(tasks))):
        made.append(segment)
        listen(segment.frames)
    check_joins(made)
    return made


def segment_tasks(plan: Plan) -> tuple[_Task, ...]:
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
        tasks.append(_Task(one, (one.start, *inside)))
    return tuple(tasks)


def draw_segment(task: _Task, painter: Paints, settings: Settings) -> Segment:
    """Draw and encode one segment."""
    start = task.range.start
    pictures = ((frame - start, painter.paint(frame)) for frame in task.frames)
    return encode_segment(pictures, task.range.frames, settings)


def _alone(
    tasks: Sequence[_Task], painter: Callable[[], Paints], settings: Settings, _workers: int
) -> Iterator[Segment]:
    opened = painter()
    for task in tasks:
        yield draw_segment(task, opened, settings)


def _together(
    tasks: Sequence[_Task], painter: Callable[[], Paints], settings: Settings, workers: int
) -> Iterator[Segment]:
    method = "fork" if sys.platform == "linux" else "spawn"
    pool = ProcessPoolExecutor(
        workers, multiprocessing.get_context(method), _open_painter, (painter, settings)
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


_worker: list[tuple[Paints, Settings]] = []
"""In a worker process: its painter."""


def _open_painter(painter: Callable[[], Paints], settings: Settings) -> None:
    _worker[:] = [(painter(), settings)]


def _draw(task: _Task) -> Segment | _Refusal:
    painter, settings = _worker[0]
    try:
        return draw_segment(task, painter, settings)
    except RenderError as error:
        fields = (error.code, error.message, error.where, error.remedy, error.ours)
        return _Refusal(type(error), fields)
