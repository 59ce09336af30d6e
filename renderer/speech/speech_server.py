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
from typing import Any

from renderer.errors import SpeechError

START_S = 20.0
"""Time a program has to say hello, seconds: generous for a machine busy with other work."""

GRACE_S = 5.0
"""How much longer than the program itself we wait before giving it up, seconds."""


class SpeechServer:
    """Starts a program when first asked and keeps it until closed, forgotten or broken.

    Safe to use from several threads, and after a fork (the child starts a program of its own).

    Args:
        command: what to run. It writes a hello, then one answer for each request line.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._stop: weakref.finalize[Any, Any] | None = None
        self._unread = b""
        self.hello: dict[str, Any] = {}

    def start(self) -> dict[str, Any]:
        """Start the program unless it runs already, and return what it said first."""
        with self._lock:
            self._ensure()
            return self.hello

    def ask(self, request: dict[str, object], seconds: float) -> tuple[dict[str, Any], bytes]:
        """Send one request and return the answer's header and its bytes.

        Raises:
            SpeechError: `voice-timeout` or `voice-crashed`; the next call starts afresh.
        """
        with self._lock:
            self._ensure()
            assert self._process is not None and self._process.stdin is not None
            line = json.dumps({**request, "seconds": seconds}).encode() + b"\n"
            try:
                self._process.stdin.write(line)
                self._process.stdin.flush()
                return self._read(time.monotonic() + seconds + GRACE_S)
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
        return self._process.pid if self._process else None

    def _ensure(self) -> None:
        if self._process is not None and self._owner == os.getpid():
            return
        if self._stop is not None:
            self._stop.detach()  # a forked copy: the program belongs to the parent
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
        self._process, self._owner, self._unread = process, os.getpid(), b""
        self._stop = weakref.finalize(self, _end_process, process, self._owner)
        try:
            self.hello = self._read(time.monotonic() + START_S)[0]
        except (OSError, ValueError) as error:
            self._end()
            raise _crashed() from error
        except BaseException:
            self._end()
            raise

    def _end(self) -> None:
        if self._stop is not None:
            self._stop()
        self._process, self._stop, self._unread = None, None, b""

    def _read(self, deadline: float) -> tuple[dict[str, Any], bytes]:
        while b"\n" not in self._unread:
            self._unread += self._some(deadline)
        line, _, self._unread = self._unread.partition(b"\n")
        header: dict[str, Any] = json.loads(line)
        parts = [self._unread]
        missing = int(header["bytes"]) - len(self._unread)
        while missing > 0:
            parts.append(self._some(deadline))
            missing -= len(parts[-1])
        whole = b"".join(parts)
        self._unread = whole[int(header["bytes"]) :]
        return header, whole[: int(header["bytes"])]

    def _some(self, deadline: float) -> bytes:
        assert self._process is not None and self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([pipe], [], [], left)[0]:
            raise SpeechError(
                "voice-timeout",
                "the speech program did not answer in time",
                remedy="Try again; if it happens again, the machine is overloaded.",
                ours=True,
            )
        some = os.read(pipe, 1 << 18)
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
        if pipe is not None:
            try:
                pipe.close()
            except OSError:
                continue
    try:
        process.wait(0.2)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
