"""A process that draws segments, one at a time, and the end of it that asks.

It is a process because drawing holds Python's lock: a server that drew in threads would not answer
meanwhile. It can be told to stop between two frames, and ended when it does not answer.
"""

from __future__ import annotations

import multiprocessing
import pickle
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Protocol

from renderer.errors import RenderError, SegmentError
from renderer.frames import Repaint
from renderer.segments.film import Paints, SegmentTask, Studio
from renderer.segments.segment_bytes import segment_bytes
from renderer.segments.settings import Settings

SEGMENT_S = 30.0
"""Time a segment may take, seconds; it takes a hundredth."""
START_S = 60.0
_STUDIOS = 2
"""Films that a worker keeps open; each may hold a hundred megabytes of sprites."""


class StoppedError(Exception):
    """Nobody waits for the segment any more."""


@dataclass(frozen=True, slots=True)
class DrawingJob:
    """A segment to draw.

    Args:
        number: of the job, never 0, never twice.
        painter: what opens the film's painter, pickled.
    """

    number: int
    painter: bytes
    task: SegmentTask
    settings: Settings


class _Flag(Protocol):
    value: int


class DrawingWorker:
    """One worker process, started again when it is lost. Asked from one thread at a time."""

    def __init__(self) -> None:
        self._context = drawing_context()
        # The number of the job to stop; a plain number, as a lock would die with its holder.
        self._stop: _Flag = self._context.RawValue("Q", 0)
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    @property
    def pid(self) -> int | None:
        """Return the process's id while there is one."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the process, with all that it needs imported, unless it runs."""
        if self._process is not None and self._process.is_alive():
            return
        self.close()
        here, there = self._context.Pipe()
        self._process = self._context.Process(
            target=_work, args=(there, self._stop), daemon=True, name="billreel-draw"
        )
        self._process.start()
        there.close()
        self._connection = here
        self._answer(START_S)

    def draw(self, job: DrawingJob) -> bytes:
        """Draw and encode a segment; return it as `segment_bytes` writes it.

        Raises:
            StoppedError: it was stopped.
            SegmentError: `worker-died` when the process ended or did not answer.
            RenderError: what drawing raised.
        """
        self.start()
        if self._connection is None:
            raise _died()
        try:
            self._connection.send(job)
        except (OSError, ValueError) as error:
            self.close()
            raise _died() from error
        kind, content = self._answer(SEGMENT_S)
        if kind == "stopped":
            raise StoppedError
        if kind == "refused":
            raise pickle.loads(content)  # noqa: S301  (from our own worker)
        return content

    def stop(self, number: int) -> None:
        """Let the job of a number end before its next frame, if it is at work."""
        self._stop.value = number

    def close(self) -> None:
        """End the process."""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._connection = None

    def _answer(self, seconds: float) -> tuple[str, bytes]:
        connection = self._connection
        if connection is not None:
            with suppress(EOFError, OSError):
                if connection.poll(seconds):
                    kind, content = connection.recv()
                    return str(kind), bytes(content)
        self.close()
        raise _died()


def drawing_context() -> ForkServerContext | SpawnContext:
    """Return how workers are started: from a clean process, never from one that has threads."""
    try:
        context = multiprocessing.get_context("forkserver")
    except ValueError:
        return multiprocessing.get_context("spawn")
    context.set_forkserver_preload([__name__])
    return context


def _died() -> SegmentError:
    return SegmentError("worker-died", "A worker process ended while it drew a segment.", ours=True)


class _Stoppable:
    """A painter that is asked before each frame whether anybody still waits."""

    def __init__(self, painter: Paints, stop: _Flag, number: int) -> None:
        self._painter, self._stop, self._number = painter, stop, number

    def repaint(self, n: int, /) -> Repaint:
        if self._stop.value == self._number:
            raise StoppedError
        return self._painter.repaint(n)


def _work(connection: Connection, stop: _Flag) -> None:
    painters: OrderedDict[bytes, Paints] = OrderedDict()
    with suppress(EOFError, OSError, KeyboardInterrupt):
        connection.send(("ready", b""))
        while True:
            job: DrawingJob = connection.recv()
            connection.send(_outcome(job, painters, stop))


def _outcome(
    job: DrawingJob, painters: OrderedDict[bytes, Paints], stop: _Flag
) -> tuple[str, bytes]:
    try:
        painter = painters.get(job.painter)
        if painter is None:
            opener: Callable[[], Paints] = pickle.loads(job.painter)  # noqa: S301  (our parent's)
            painter = painters[job.painter] = opener()
        painters.move_to_end(job.painter)
        if len(painters) > _STUDIOS:
            painters.popitem(last=False)
        studio = Studio(_Stoppable(painter, stop, job.number), job.settings)
        return "segment", segment_bytes(studio.segment(job.task))
    except StoppedError:
        return "stopped", b""
    except RenderError as error:
        return "refused", pickle.dumps(error)
    except Exception as error:
        cause = f"drawing a segment failed: {type(error).__name__}"
        return "refused", pickle.dumps(SegmentError("segment-failed", cause, ours=True))


