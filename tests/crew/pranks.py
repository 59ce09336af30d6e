"""What may happen to a worker: functions for tests to run in one."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from pathlib import Path

from renderer.errors import BillError


def double(number: int) -> int:
    return number * 2


def refuse() -> None:
    raise BillError("not-a-bill", "There is no bill here.", "document#/x", "Give one.")


def fail() -> None:
    raise ValueError("Zoé Marchand, 06 39 98 12 47")


def unpicklable() -> object:
    return lambda: None


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def crash() -> None:
    ctypes.string_at(0)


def hang_holding_the_lock() -> None:
    ctypes.PyDLL(None).sleep(600)


def eat_memory() -> int:
    return len(bytearray(64 << 30))


def slow(path: str) -> int:
    Path(path).touch()
    time.sleep(600)
    return 0


def pid() -> int:
    return os.getpid()
