"""A process that draws segments, one at a time, and the end of it that asks.

It is a process because drawing holds Python's lock: a server that drew in threads would not answer
meanwhile. It can be told to stop between two frames, and ended when it does not answer.
"""

from __future__ import annotations

import os
import pickle
import socket
import subprocess
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

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


class DrawingWorker:
    """One worker process, started again when it is lost.

    `draw` is asked from one thread at a time; `stop` and `close` from any.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self._sending = threading.Lock()

    @property
    def pid(self) -> int | None:
        """Return the process's id while there is one."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the process, with all that it needs imported, unless it runs."""
        if self._process is not None and self._process.poll() is None:
            return
        self.close()
        here, there = socket.socketpair()
        with there:
            # A program of its own: whatever this process's main module is, it does not run twice.
            self._process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
                (sys.executable, "-c", _PROGRAM, str(there.fileno())),
                pass_fds=(there.fileno(),),
                stdin=subprocess.DEVNULL,
                env=_environment(),
            )
        self._connection = Connection(here.detach())
        self._answer(START_S)

    def draw(self, job: DrawingJob) -> bytes:
        """Draw and encode a segment; return it as `segment_bytes` writes it.

        Raises:
            StoppedError: it was stopped.
            SegmentError: `worker-died` when the process ended or did not answer.
            RenderError: what drawing raised.
        """
        self.start()
        if not self._send(job):
            self.close()
            raise _died()
        kind, content = self._answer(SEGMENT_S)
        if kind == "stopped":
            raise StoppedError
        if kind == "refused":
            raise pickle.loads(content)  # noqa: S301  (from our own worker)
        return content

    def stop(self, number: int) -> None:
        """Let the job of a number end before its next frame, if it is at work."""
        self._send(number)

    def close(self) -> None:
        """End the process; what it was at counts as died."""
        process, connection = self._process, self._connection
        self._process = self._connection = None
        if process is not None:
            process.kill()
            process.wait()
        if connection is not None:
            connection.close()

    def _send(self, message: DrawingJob | int) -> bool:
        connection = self._connection
        with self._sending, suppress(OSError, ValueError):
            if connection is not None:
                connection.send(message)
                return True
        return False

    def _answer(self, seconds: float) -> tuple[str, bytes]:
        connection = self._connection
        with suppress(EOFError, OSError):
            if connection is not None and connection.poll(seconds):
                kind, content = connection.recv()
                return str(kind), bytes(content)
        self.close()
        raise _died()


_PROGRAM = "import sys; from renderer.segments.drawing_worker import serve; serve(int(sys.argv[1]))"


def _environment() -> dict[str, str]:
    """Return the environment of a worker: it finds this very code, and has one core."""
    here = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))
    return {"OPENBLAS_NUM_THREADS": "1", **os.environ, "PYTHONPATH": path}


def _died() -> SegmentError:
    return SegmentError("worker-died", "A worker process ended while it drew a segment.", ours=True)


class _Stoppable:
    """A painter that looks before each frame whether anybody still waits."""

    def __init__(self, painter: Paints, connection: Connection, number: int) -> None:
        self._painter, self._connection, self._number = painter, connection, number

    def repaint(self, n: int, /) -> Repaint:
        while self._connection.poll():
            if self._connection.recv() == self._number:
                raise StoppedError
        return self._painter.repaint(n)


def serve(descriptor: int) -> None:
    """Be the worker at the other end of a socket, until it is closed."""
    connection = Connection(descriptor)
    painters: OrderedDict[bytes, Paints] = OrderedDict()
    with suppress(EOFError, OSError, KeyboardInterrupt):
        connection.send(("ready", b""))
        while True:
            job = connection.recv()
            # A number asks to stop a job that had ended already.
            if isinstance(job, DrawingJob):
                connection.send(_outcome(job, painters, connection))


def _outcome(
    job: DrawingJob, painters: OrderedDict[bytes, Paints], connection: Connection
) -> tuple[str, bytes]:
    try:
        painter = painters.get(job.painter)
        if painter is None:
            opener: Callable[[], Paints] = pickle.loads(job.painter)  # noqa: S301  (our parent's)
            painter = painters[job.painter] = opener()
        painters.move_to_end(job.painter)
        if len(painters) > _STUDIOS:
            painters.popitem(last=False)
        studio = Studio(_Stoppable(painter, connection, job.number), job.settings)
        return "segment", segment_bytes(studio.segment(job.task))
    except StoppedError:
        return "stopped", b""
    except RenderError as error:
        return "refused", pickle.dumps(error)
    except (EOFError, OSError):
        raise
    except Exception as error:
        cause = f"drawing a segment failed: {type(error).__name__}"
        return "refused", pickle.dumps(SegmentError("segment-failed", cause, ours=True))
