"""One driver at a time: a lock that ends with those who hold it, however they end."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from renderer.errors import RenderError

WAIT_S = 5.0
"""Time that a killed driver's workers may take to be gone, seconds; they take a thousandth."""
_LOOK_EVERY_S = 0.02


@contextmanager
def locked(path: Path, wait_s: float = WAIT_S) -> Iterator[int]:
    """Hold a cycle inside the block; yield the descriptor that holds it.

    Workers are given the descriptor too: the lock is free when the last of them is gone, so nobody
    sweeps away what an orphan is still writing.

    Source: flock(2): a lock is an open file's, and ends when its last descriptor is closed.

    Raises:
        RenderError: `cycle-running`, `output-failed`.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise RenderError(
            "output-failed",
            f"the cycle's lock cannot be made: {(error.strerror or '').lower()}",
            str(path),
            "Make room, or the folder writable, and run the same again.",
        ) from error
    try:
        end = time.monotonic() + wait_s
        while not _take(descriptor):
            if time.monotonic() > end:
                raise RenderError(
                    "cycle-running",
                    "somebody works on this cycle already",
                    str(path),
                    "billreel batch status says how far it is. Wait, or stop that run.",
                )
            time.sleep(_LOOK_EVERY_S)
        yield descriptor
    finally:
        os.close(descriptor)


def is_locked(path: Path) -> bool:
    """Tell whether somebody holds a cycle now."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        return not _take(descriptor)
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
