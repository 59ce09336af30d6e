"""A cycle in which the k-th step of writing fails, or is the process's last, for every k.

    python -m tests.batch.faults fails|dies

Steps are calls that change what is on disk below the cycle's folder: opening to write, `fsync`,
making and renaming folders, links, and every statement of the ledger. After each fault the same
cycle is run once more, undisturbed. Prints one JSON object: how many steps there were, and what was
not the same afterwards.

Films are made once and then handed out from memory: what is tried here is publishing them.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from api.batch import ledger_file, maker
from api.batch.cycle import open_cycle
from renderer.errors import RenderError
from tests.batch.cycles import films, run, staged, write_cycle

CUSTOMERS = 3
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_DIED = 77


@dataclass
class Fault:
    """Counts steps, and makes one of them go wrong.

    Args:
        below: folder whose changes count.
        at: number of the step that goes wrong, from 1; 0 for none.
        dies: whether the process ends there.
    """

    below: str = "/nowhere"
    at: int = 0
    dies: bool = False
    steps: int = 0

    def step(self, error: Callable[[], Exception]) -> None:
        """Count a step."""
        self.steps += 1
        if self.steps == self.at:
            if self.dies:
                os._exit(_DIED)
            raise error()


FAULT = Fault()


def _disk_error() -> OSError:
    return OSError(errno.EIO, os.strerror(errno.EIO))


def _ledger_error() -> sqlite3.Error:
    return sqlite3.OperationalError("disk I/O error")


def _audit(event: str, given: tuple[Any, ...]) -> None:
    if event not in ("open", "os.mkdir", "os.rename", "os.link", "os.symlink", "os.chmod"):
        return
    path = given[1] if event == "os.symlink" else given[0]
    if not str(path).startswith(FAULT.below):
        return
    if event != "open" or (isinstance(given[2], int) and given[2] & _WRITING):
        FAULT.step(_disk_error)


class FaultyConnection(sqlite3.Connection):
    """A connection whose statements are steps."""

    def execute(self, *given: Any) -> sqlite3.Cursor:
        FAULT.step(_ledger_error)
        return super().execute(*given)

    def executescript(self, *given: Any) -> sqlite3.Cursor:
        FAULT.step(_ledger_error)
        return super().executescript(*given)


def arm() -> None:
    """Make all writing of this process count steps."""
    sys.addaudithook(_audit)
    sync, connect = os.fsync, sqlite3.connect

    def fsync(descriptor: int) -> None:
        FAULT.step(_disk_error)
        sync(descriptor)

    os.fsync = fsync
    ledger_file.sqlite3.connect = partial(connect, factory=FaultyConnection)


def remember_films() -> None:
    """Make each film once: what differs in a cycle of other folders is not in it."""
    made: dict[str, Any] = {}
    make = maker.make

    def remembered(bill: Any, *given: Any, **named: Any) -> Any:
        if bill.id not in made:
            made[bill.id] = make(bill, *given, **named)
        return made[bill.id]

    maker.make = remembered


def outcome(path: Path) -> tuple[Any, ...]:
    """Return all that a cycle hands over."""
    latest = open_cycle(path).folder / "latest"
    handed = [(latest / name).read_bytes() for name in ("cycle.json", "links.csv")]
    return (*handed, films(path), staged(path))


def attempt(path: Path, folder: Path, at: int, *, dies: bool) -> int:
    """Run a cycle with a fault in a process of its own; return how it ended, and -1 for no fault.

    The parent has the films in memory, and the child has them from it.
    """
    pid = os.fork()
    if pid == 0:
        FAULT.below, FAULT.at, FAULT.dies, FAULT.steps = str(folder), at, dies, 0
        try:
            stopped = run(path).stopped
        except RenderError:
            os._exit(2)
        except BaseException:
            os._exit(1)
        os._exit((3 if stopped else 0) if FAULT.steps >= at else 99)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def main(how: str) -> int:
    """Try every step."""
    root = Path(tempfile.mkdtemp(prefix="billreel-faults-"))
    remember_films()
    wrong: list[str] = []
    endings: dict[int, int] = {}
    try:
        path = write_cycle(root, CUSTOMERS, store="store")
        run(path)
        expected = outcome(path)
        folder = open_cycle(path).folder
        arm()
        at = 0
        while True:
            at += 1
            shutil.rmtree(folder)
            ended = attempt(path, folder, at, dies=how == "dies")
            if ended == 99:
                break
            endings[ended] = endings.get(ended, 0) + 1
            if ended == 1:
                wrong.append(f"step {at}: an error of no kind we know")
            report = run(path)
            if report.stopped or outcome(path) != expected:
                wrong.append(f"step {at}: {report.stopped or 'another outcome'}")
    finally:
        shutil.rmtree(root, ignore_errors=True)
    sys.stdout.write(json.dumps({"steps": at - 1, "endings": endings, "wrong": wrong}) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
