"""A speech program run as a process of its own, asked over pipes, never waited for without end."""

from __future__ import annotations

import json
import os
import select
import subprocess
import threading
import time
import weakref
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any, cast

from renderer.errors import SpeechError

START_S = 20.0
"""Time a program has to say hello, seconds: generous for a machine busy with other work."""

GRACE_S = 5.0
"""How much longer than the program itself we wait before giving it up, seconds."""


@dataclass(frozen=True)
class _Program:
    """A running program: its process, the pipes to and from it, and whose child it is."""

    process: subprocess.Popen[bytes]
    to: IO[bytes]
    source: IO[bytes]
    owner: int
    end: weakref.finalize[Any, Any]


class SpeechServer:
    """Starts a program when first asked and keeps it until closed, forgotten or broken.

    Safe to use from several threads, and after a fork (the child starts a program of its own).

    Args:
        command: what to run. It writes a hello, then one answer for each request line.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._lock = threading.Lock()
        self._program: _Program | None = None
        self._unread = b""
        self._hello: dict[str, Any] = {}
        self.cpu_s = 0.0
        """CPU time that the running program had taken when it answered last, in seconds."""

    def start(self) -> dict[str, Any]:
        """Start the program unless it runs already, and return what it said first."""
        with self._lock:
            self._running()
            return self._hello

    def ask(self, request: dict[str, object], seconds: float) -> tuple[dict[str, Any], bytes]:
        """Send one request and return the answer's header and its bytes.

        Raises:
            SpeechError: `voice-timeout` or `voice-crashed`; the next call starts afresh.
        """
        line = json.dumps({**request, "seconds": seconds}).encode() + b"\n"
        with self._lock:
            program = self._running()
            try:
                program.to.write(line)
                program.to.flush()
                return self._read(program, seconds + GRACE_S)
            except (OSError, ValueError) as error:
                self._end()
                raise _crashed() from error
            except BaseException:
                self._end()
                raise

    def close(self) -> None:
        """End the program and reap it. Asking again starts a new one."""
        with self._lock:
            self._end()

    @property
    def pid(self) -> int | None:
        """Return the program's process id while it runs."""
        return self._program.process.pid if self._program else None

    def _running(self) -> _Program:
        if self._program is not None and self._program.owner == os.getpid():
            return self._program
        if self._program is not None:
            self._program.end.detach()  # a forked copy: the program belongs to the parent
        environment = {k: v for k, v in os.environ.items() if k != "ESPEAK_DATA_PATH"}
        try:
            process = subprocess.Popen(  # noqa: S603  (our own interpreter and script)
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
            )
        except OSError as error:
            raise _crashed() from error
        end = weakref.finalize(self, _end_process, process, os.getpid())
        to, source = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        program = _Program(process, to, source, os.getpid(), end)
        self._program, self._unread = program, b""
        try:
            self._hello = self._read(program, START_S)[0]
        except (OSError, ValueError) as error:
            self._end()
            raise _crashed() from error
        except BaseException:
            self._end()
            raise
        return program

    def _end(self) -> None:
        if self._program is not None:
            self._program.end()
        self._program, self._unread, self.cpu_s = None, b"", 0.0

    def _read(self, program: _Program, seconds: float) -> tuple[dict[str, Any], bytes]:
        deadline = time.monotonic() + seconds
        while b"\n" not in self._unread:
            self._unread += _some(program.source, deadline)
        line, _, rest = self._unread.partition(b"\n")
        header: dict[str, Any] = json.loads(line)
        self.cpu_s = float(header.pop("cpu_s", 0.0))
        size = int(header["bytes"])
        parts, have = [rest], len(rest)
        while have < size:
            parts.append(_some(program.source, deadline))
            have += len(parts[-1])
        whole = b"".join(parts)
        self._unread = whole[size:]
        return header, whole[:size]


def _some(source: IO[bytes], deadline: float) -> bytes:
    left = deadline - time.monotonic()
    if left <= 0 or not select.select([source], [], [], left)[0]:
        raise SpeechError(
            "voice-timeout",
            "the speech program did not answer in time",
            remedy="Try again; if it happens again, the machine is overloaded.",
            ours=True,
        )
    some = os.read(source.fileno(), 1 << 18)
    if not some:
        raise BrokenPipeError("the speech program has gone")
    return some


def _crashed() -> SpeechError:
    return SpeechError(
        "voice-crashed",
        "the speech program ended before it had answered",
        remedy="Check that `python -c 'import espeakng_loader'` works in this environment.",
        ours=True,
    )


def _end_process(process: subprocess.Popen[bytes], owner: int) -> None:
    if os.getpid() != owner:
        return
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):
            cast("IO[bytes]", pipe).close()
    try:
        process.wait(0.2)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
