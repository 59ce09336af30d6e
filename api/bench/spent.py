"""A program run once, and what it and all its children took."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from renderer.errors import RenderError

LOOK_EVERY_S = 0.1
LONGEST_S = 3600.0
_PROC = Path("/proc")
_LAST_WORDS = 400
_NOT_HANDED_ON = ("BILLREEL_STORE", "PYTHONDONTWRITEBYTECODE")


@dataclass(frozen=True, slots=True)
class Spent:
    """What a run took.

    Args:
        cpu_s: user and system time of the process and every child it waited for.
        peak_mb: most memory at a time, MB of 1e6 bytes. On Linux that of all processes together,
            shared pages counted once, looked at every tenth of a second, and not less than the
            most that one of them ever had; elsewhere that of the largest process.
    """

    cpu_s: float
    wall_s: float
    peak_mb: float

    def as_json(self) -> dict[str, Any]:
        """Return the numbers, rounded to what they are worth."""
        return {
            "cpu_s": round(self.cpu_s, 3),
            "wall_s": round(self.wall_s, 3),
            "peak_rss_mb": round(self.peak_mb),
        }


def middle(runs: Sequence[Spent]) -> Spent:
    """Return the median of each number by itself."""
    return Spent(
        median(run.cpu_s for run in runs),
        median(run.wall_s for run in runs),
        median(run.peak_mb for run in runs),
    )


def run(command: Sequence[str | Path], folder: Path) -> tuple[Spent, bytes]:
    """Run a program in a folder to its end; return what it took, and its standard output.

    It finds no store by the environment, and may keep the bytecode that it compiles.

    Raises:
        RenderError: `bench-failed` when it fails, or is not done within an hour.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _NOT_HANDED_ON}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 -- our own programs
            [str(part) for part in command],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )
        watch = _Watch(process)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.join()
        if process.returncode != 0:
            err.seek(0)
            out.seek(0)
            said = (err.read() or out.read()).decode(errors="replace").strip()[-_LAST_WORDS:]
            raise RenderError(
                "bench-failed",
                f"A measured program ended with {process.returncode}: {said}",
                _name(command),
                "Run it by itself to see what it lacks.",
            )
        out.seek(0)
        # What Linux says of a child's peak begins with what this process had when it forked.
        peak = watch.peak or usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        spent = Spent(usage.ru_utime + usage.ru_stime, wall, peak / 1e6)
        return spent, out.read()


def _name(command: Sequence[str | Path]) -> str:
    """Return what is run: the module behind `-m`, else the script or program."""
    parts = [str(part) for part in command]
    if "-m" in parts:
        return parts[parts.index("-m") + 1]
    return next((Path(part).name for part in parts if part.endswith(".py")), Path(parts[0]).name)


class _Watch(threading.Thread):
    """Looks at a process and its children until it ends, or for too long."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        super().__init__(daemon=True)
        self._process = process
        self.peak = 0

    def run(self) -> None:
        """Look, and end what takes too long."""
        end = time.monotonic() + LONGEST_S
        while self._process.returncode is None:
            tree = [_memory(pid) for pid in _tree(self._process.pid)]
            self.peak = max(self.peak, sum(now for now, _ in tree), *(most for _, most in tree))
            if time.monotonic() > end:
                self._process.kill()
                return
            time.sleep(LOOK_EVERY_S)


def _tree(pid: int) -> Iterator[int]:
    """Yield a process and all below it; nothing where the system does not tell."""
    yield pid
    try:
        for task in (_PROC / str(pid) / "task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))
    except OSError:
        return


def _memory(pid: int) -> tuple[int, int]:
    """Return a process's memory in bytes, pages it shares counted in part, and its most so far."""
    own = _PROC / str(pid)
    return _kilobytes(own / "smaps_rollup", "Pss:"), _kilobytes(own / "status", "VmHWM:")


def _kilobytes(path: Path, name: str) -> int:
    try:
        for line in path.read_text().splitlines():
            if line.startswith(name):
                return int(line.split()[1]) * 1024
    except (OSError, IndexError, ValueError):
        pass
    return 0
