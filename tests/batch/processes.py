"""Drivers as programs of their own, to be killed, and what runs below them."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.batch.cycles import ROOT

Found = TypeVar("Found")
_PATIENCE_S = 120.0
_DRIVER = """
import signal, sys
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests run in background
from tests.batch.cycles import run
report = run(Path(sys.argv[1]))
sys.exit(3 if report.stopped else 0)
"""


def start_driver(path: Path) -> subprocess.Popen[bytes]:
    """Run a cycle in a process of its own; it ends with 0, or 3 when it was stopped."""
    return subprocess.Popen([sys.executable, "-c", _DRIVER, str(path)], cwd=ROOT)


def children(pid: int) -> list[int]:
    """List the processes that a process started and that still run."""
    found: list[int] = []
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += map(int, (task / "children").read_text().split())
    except OSError:
        pass
    return found


def is_running(pid: int) -> bool:
    """Tell whether a process runs; one that ended and was not reaped does not."""
    return since(pid) is not None


def since(pid: int) -> str | None:
    """Return when a process that runs began, in ticks: numbers of processes are given out again."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return told[19] if told[0] != "Z" else None


def wait_for(look: Callable[[], Found]) -> Found:
    """Return what a function finds, once it finds something."""
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.02)
    raise AssertionError(f"nothing came of it within {_PATIENCE_S:.0f} s")
