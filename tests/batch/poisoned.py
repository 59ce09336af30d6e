"""A worker whose films go wrong as `poison.json` beside the cycle says, for real.

It keeps a diary beside the cycle: a line for each film begun, rendered and published, with its
process id.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from api.batch import worker
from api.batch.cycle import Cycle
from api.batch.maker import Maker
from api.batch.model import Item, Kind, Outcome
from renderer.bill.model import Bill
from renderer.planning import Choice

HANG_S = 600


class PoisonedMaker(Maker):
    """Makes films as `Maker` does, but for some."""

    def __init__(self, cycle: Cycle, order: str | None = None) -> None:
        super().__init__(cycle, order)
        self._beside = cycle.file.parent
        told = self._beside / "poison.json"
        self._poison: dict[str, str] = json.loads(told.read_text()) if told.exists() else {}

    def _make(self, item: Item) -> Outcome:
        self._write("begin", item.key)
        kind = self._poison.get(item.key)
        if kind is not None:
            _POISONS[kind](self._beside / f"{item.key}.done")
        outcome = super()._make(item)
        if outcome.kind is Kind.MADE and outcome.made:
            self._write("made", item.key, outcome.made.folder)
        return outcome

    def _choice_of(self, item: Item, bill: Bill, name: str) -> Choice:
        self._write("render", item.key)  # it was not found published
        return super()._choice_of(item, bill, name)

    def _write(self, *words: str) -> None:
        line = " ".join((*words, str(os.getpid()))) + "\n"
        descriptor = os.open(self._beside / "diary", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(descriptor, line.encode())  # at once: lines of several processes do not mix
        os.close(descriptor)


def _raises(_done: Path) -> None:
    raise ValueError("the customer owes 4711.08")


def _segfault(_done: Path) -> None:
    ctypes.string_at(0)


def _hang(_done: Path) -> None:
    ctypes.PyDLL(None).sleep(HANG_S)  # holds Python's lock: nothing in the process can end it


def _spin(_done: Path) -> None:
    while True:
        pass


def _leave(_done: Path) -> None:
    os._exit(3)


def _eat(_done: Path) -> None:
    """Take memory a little at a time."""
    kept = []
    while True:
        kept.append(b"x" * 4_000_000)
        time.sleep(0.01)


def _gulp(_done: Path) -> None:
    """Ask for more memory at once than any machine has time to notice."""
    bytearray(8_000_000_000)


def _slow(_done: Path) -> None:
    time.sleep(2)


def _killed_once(done: Path) -> None:
    """Be killed the first time, as by somebody outside."""
    if not done.exists():
        done.touch()
        os.kill(os.getpid(), 9)


def _crash_once(done: Path) -> None:
    if not done.exists():
        done.touch()
        ctypes.string_at(0)


def _killed(_done: Path) -> None:
    os.kill(os.getpid(), 9)


_POISONS: dict[str, Any] = {
    "raise": _raises,
    "segfault": _segfault,
    "hang": _hang,
    "spin": _spin,
    "leave": _leave,
    "eat": _eat,
    "gulp": _gulp,
    "slow": _slow,
    "killed": _killed,
    "killed-once": _killed_once,
    "crash-once": _crash_once,
}


def serve(descriptor: int, black_box: int, parent: int) -> None:
    """Be a worker with poison."""
    worker.serve(descriptor, black_box, parent, PoisonedMaker)


if __name__ == "__main__":
    sys.exit("imported by workers of tests")
