"""Asks the program that opens PDF files (`pdf_worker.py`), over pipes, and never without end."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import threading
import time
import weakref
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, cast

_WORKER = Path(__file__).with_name("pdf_worker.py")
_PATIENCE_S = 20.0
"""Time for the program to start or to answer, which it bounds itself, but by CPU time."""


class PdfReader:
    """Starts the program when first asked, and keeps it until it breaks or nobody needs it.

    Safe to use from several threads, and after a fork (the child starts a program of its own).
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._end: weakref.finalize[Any, Any] | None = None

    def ask(self, pdf: bytes) -> tuple[dict[str, Any], bytes]:
        """Return what the program says of a PDF, and the bytes of the invoice inside.

        Raises:
            OSError, ValueError: the program does not run, or not as it should.
        """
        with self._lock:
            try:
                process = self._running()
                to = cast("IO[bytes]", process.stdin)
                to.write(len(pdf).to_bytes(8, "big"))
                to.write(pdf)
                to.flush()
                return _read(cast("IO[bytes]", process.stdout))
            except BaseException:
                self._stop()
                raise

    def close(self) -> None:
        """End the program and reap it. Asking again starts a new one."""
        with self._lock:
            self._stop()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._owner == os.getpid():
            return self._process
        if self._end is not None:
            self._end.detach()  # a forked copy: the program is the parent's
        process = subprocess.Popen(  # noqa: S603  (our own interpreter and script)
            [sys.executable, "-I", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._process, self._owner = process, os.getpid()
        self._end = weakref.finalize(self, _end_process, process, os.getpid())
        _read(cast("IO[bytes]", process.stdout))
        return process

    def _stop(self) -> None:
        if self._end is not None:
            self._end()
        self._process, self._end = None, None


def _read(source: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    deadline = time.monotonic() + _PATIENCE_S
    have = b""
    while b"\n" not in have:
        have += _some(source, deadline)
    line, _, rest = have.partition(b"\n")
    header: dict[str, Any] = json.loads(line)
    parts, size = [rest], len(rest)
    while size < int(header["bytes"]):
        parts.append(_some(source, deadline))
        size += len(parts[-1])
    return header, b"".join(parts)


def _some(source: IO[bytes], deadline: float) -> bytes:
    left = deadline - time.monotonic()
    if left <= 0 or not select.select([source], [], [], left)[0]:
        raise TimeoutError("the program that opens PDF files does not answer")
    some = os.read(source.fileno(), 1 << 18)
    if not some:
        raise BrokenPipeError("the program that opens PDF files has gone")
    return some


def _end_process(process: subprocess.Popen[bytes], owner: int) -> None:
    if os.getpid() != owner:
        return
    process.kill()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):
            cast("IO[bytes]", pipe).close()
    process.wait()
