"""The driver's end of a worker process."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from api.batch.black_box import BlackBox
from renderer.memory import resident

ENTRY = "from api.batch.worker import serve"
"""What imports `serve` in the new process; tests take a wrapped one."""
_PROGRAM = "import sys; {entry}; serve(*map(int, sys.argv[1:]))"
_SEND_S = 60.0
_LAST_WORDS_S = 1.0
"""Time a process has to write down where it stood before it is killed, seconds."""
_DEATH_S = 10.0
_LONGEST_LINE = 1 << 20
_ROOT = Path(__file__).resolve().parents[2]


class WorkerProcess:
    """A process that makes films, and the socket to it.

    Args:
        hello: what it is told first.
        scratch: folder for its temporary files, which it leaves there when it is killed.
        keep_open: descriptors that it holds as long as it lives.
        entry: what imports `serve`.
    """

    def __init__(
        self,
        hello: dict[str, Any],
        scratch: Path,
        keep_open: tuple[int, ...] = (),
        entry: str = ENTRY,
    ) -> None:
        self._here, there = socket.socketpair()
        self._here.settimeout(_SEND_S)
        self._box = BlackBox()
        self._unread = b""
        numbers = (there.fileno(), self._box.fileno())
        with there:
            self._process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
                (
                    sys.executable,
                    "-c",
                    _PROGRAM.format(entry=entry),
                    *map(str, numbers),
                    str(os.getpid()),
                ),
                pass_fds=(*numbers, *keep_open),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**_environment(), "TMPDIR": str(scratch)},
                process_group=0,  # Ctrl-C is the driver's, and `kill` reaches its children
            )
        self.send(hello)

    @property
    def pid(self) -> int:
        """Return the process's id."""
        return self._process.pid

    def fileno(self) -> int:
        """Return the socket, to be waited for."""
        return self._here.fileno()

    def send(self, message: dict[str, Any]) -> None:
        """Tell it something; one that has ended is told nothing, and `receive` says so."""
        with suppress(OSError):
            self._here.sendall(json.dumps(message).encode() + b"\n")

    def receive(self) -> list[dict[str, Any]] | None:
        """Return what it said since, once there is something; None when it ended or raved."""
        try:
            part = self._here.recv(1 << 16)
            *lines, self._unread = (self._unread + part).split(b"\n")
            if not part or len(self._unread) > _LONGEST_LINE:
                return None
            return [dict(json.loads(line)) for line in lines]
        except (OSError, ValueError, TypeError):
            return None

    def resident_mb(self) -> float:
        """Return its resident memory, MB of 1e6 bytes."""
        return resident(self.pid) / 1e6

    def end(self) -> str | None:
        """End it now, and return where it stood."""
        with suppress(OSError):
            self._process.send_signal(signal.SIGABRT)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_LAST_WORDS_S)
        self.kill()
        return self._box.place()

    def kill(self) -> None:
        """End it and its children now, without a word."""
        with suppress(OSError):
            os.killpg(self.pid, signal.SIGKILL)
        with suppress(subprocess.TimeoutExpired):  # one that a dead disk holds is left to it
            self._process.wait(_DEATH_S)
        self._here.close()

    def status(self) -> int:
        """Return how it ended, when the socket was closed from there: minus the signal's number."""
        try:
            status = self._process.wait(_LAST_WORDS_S)
        except subprocess.TimeoutExpired:
            status = 0
        self.kill()
        return status

    def place(self) -> str | None:
        """Return where it stood when a signal ended it."""
        return self._box.place()

    def close(self) -> None:
        """Forget it, ended."""
        self.kill()
        self._box.close()


def _environment() -> dict[str, str]:
    """Return the environment of a worker: it finds this very code, and has one core."""
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    one = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    quick = {"PYDANTIC_DISABLE_PLUGINS": "__all__", "TZ": "UTC"}
    return {**one, **quick, **os.environ, "PYTHONPATH": path}
