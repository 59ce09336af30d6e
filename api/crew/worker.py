"""A process that calls functions, one at a time, and the end of it that asks.

It is started as a program of its own: whatever the server's main module is, it does not run twice,
and no process with threads is forked.
"""

from __future__ import annotations

import os
import pickle
import resource
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from api.errors import place_of
from renderer.errors import RenderError

START_S = 60.0
MOST_CALLS = 500
"""A worker is replaced after so many: libraries it calls leak a little each time."""
MEMORY = 4 << 30
"""Bytes of address space; a bill takes a fiftieth of it."""
_PROGRAM = "import sys; from api.crew.worker import serve; serve(int(sys.argv[1]), sys.argv[2:])"


class Worker:
    """One worker process, started again when it is lost. Asked by one thread at a time.

    Args:
        preload: modules that it imports before it is ready.
    """

    def __init__(self, preload: Sequence[str] = ()) -> None:
        self._preload = tuple(preload)
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self._ready = False
        self._calls = 0

    @property
    def pid(self) -> int | None:
        """Return the process's id while there is one."""
        return self._process.pid if self._process else None

    def launch(self) -> None:
        """Start the process unless it runs, without waiting until it is ready."""
        if self._process is not None and self._process.poll() is None:
            return
        self.close()
        here, there = socket.socketpair()
        with there:
            self._process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
                (sys.executable, "-c", _PROGRAM, str(there.fileno()), *self._preload),
                pass_fds=(there.fileno(),),
                stdin=subprocess.DEVNULL,
                env=_environment(),
            )
        self._connection = Connection(here.detach())
        self._calls = 0

    def start(self) -> None:
        """Start the process unless it runs, and wait until it is ready."""
        self.launch()
        if not self._ready:
            self._answer(START_S)
            self._ready = True

    def run(
        self,
        seconds: float,
        function: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
    ) -> Any:
        """Call a function there, and return what it returns; raises as `Crew.run`."""
        if self._calls >= MOST_CALLS:
            self.close()
        self.start()
        self._calls += 1
        connection = self._connection
        try:
            assert connection is not None  # noqa: S101
            connection.send((function, args, kwargs))
        except OSError:
            self.close()
            raise _died() from None
        returned, content = self._answer(seconds)
        if returned:
            return content
        raise content

    def close(self) -> None:
        """End the process; what it was at counts as died."""
        process, connection = self._process, self._connection
        self._process = self._connection = None
        self._ready = False
        if process is not None:
            process.kill()
            process.wait()
        if connection is not None:
            connection.close()

    def _answer(self, seconds: float) -> tuple[bool, Any]:
        connection = self._connection
        with suppress(EOFError, OSError):
            if connection is not None and connection.poll(seconds):
                returned, content = connection.recv()
                return bool(returned), content
        self.close()
        raise _died()


def _environment() -> dict[str, str]:
    """Return the environment of a worker: it finds this very code, and has one core."""
    here = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))
    return {
        "OPENBLAS_NUM_THREADS": "1",
        "PYDANTIC_DISABLE_PLUGINS": "__all__",
        **os.environ,
        "PYTHONPATH": path,
    }


def _died() -> RenderError:
    return RenderError(
        "work-died",
        "a process ended, or did not answer, while it read a bill or planned a film",
        remedy="If the same bill does it again, report it.",
        ours=True,
    )


def serve(descriptor: int, preload: list[str]) -> None:
    """Be the worker at the other end of a socket, until it is closed."""
    # A core file would hold a customer's bill.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for name in preload:
        import_module(name)
    connection = Connection(descriptor)
    parent = os.getppid()
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    with suppress(EOFError, OSError, KeyboardInterrupt):
        connection.send((True, None))
        while True:
            function, args, kwargs = connection.recv()
            connection.send_bytes(_outcome(function, args, kwargs))


def _end_with(parent: int) -> None:
    """End this process soon after its parent, whatever it is at."""
    pause = threading.Event()
    while os.getppid() == parent:
        pause.wait(0.5)
    os._exit(0)


def _outcome(
    function: Callable[..., Any], args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> bytes:
    """Call a function; return, pickled, whether it returned, and what it returned or raised."""
    try:
        return pickle.dumps((True, function(*args, **kwargs)))
    except RenderError as error:
        return pickle.dumps((False, error))
    except Exception as error:
        cause = f"reading a bill or planning a film failed: {type(error).__name__}"
        failed = RenderError("work-failed", cause, place_of(error), "Please report it.", ours=True)
        return pickle.dumps((False, failed))
