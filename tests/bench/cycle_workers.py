"""What a second worker brings, what workers take, and how soon one has drawn a frame (run by hand).

    python -m tests.bench.cycle_workers --customers 40 --rounds 3 [--voice espeak] [--pack telco]

Each round makes the same cycle with one worker and with two, each with a store that is empty at
first. Prints one JSON object; ratios are those of a round, and their median counts.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from api.batch import worker
from api.batch.cycle import Cycle, open_cycle, order_hash
from api.batch.maker import Maker
from api.batch.model import Item, Parcel
from api.batch.open_engine import open_engine
from api.batch.places import places_of
from api.batch.report import Report
from api.batch.run import run_cycle
from api.cli.batch_progress import Silent
from api.cohort.cohort import Order, write_cohort
from renderer.frames import Painter

ENTRY = "from tests.bench.cycle_workers import serve"
SEED, MONTHS = 4, 4


def serve(descriptor: int, black_box: int, parent: int) -> None:
    """Be a worker that writes down when it was ready and when it had drawn its first frame."""
    worker.serve(descriptor, black_box, parent, _open)


def _open(cycle: Cycle, order: str) -> Maker:
    maker = Maker(cycle, order)
    note = cycle.file.parent / "moments"
    ready, repaint = time.monotonic(), Painter.repaint

    def first(painter: Painter, n: int, /) -> Any:
        drawn = repaint(painter, n)
        with note.open("a") as file:
            file.write(f"{ready} {time.monotonic()}\n")
        Painter.repaint = repaint  # type: ignore[method-assign]
        return drawn

    Painter.repaint = first  # type: ignore[method-assign]
    return maker


def cycle_in(folder: Path, bills: Path, told: argparse.Namespace, workers: int) -> Path:
    """Write a cycle of its own over the same bills."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "CYCLE.yaml"
    content = {
        "schema": 1, "cycle": "bench", "bills": {"customers": str(bills)}, "pack": told.pack,
        "voice": told.voice, "output": "out", "workers": workers, "store": "store",
        "limits": {"memory_mb": 4000, "wall_s": 3600, "cpu_s": 3600},
    }  # fmt: skip
    path.write_text(json.dumps(content))
    return path


def made(path: Path) -> Report:
    """Make a cycle."""
    report = run_cycle(open_cycle(path), Silent())
    if report.stopped:
        raise AssertionError(report.stopped)
    return report


def moments(path: Path) -> dict[str, float]:
    """Time a worker from before it is started: until it is ready, and has drawn a frame."""
    cycle = open_cycle(path)
    places = places_of(cycle)
    places.make()
    order = order_hash(Maker(cycle).order)
    keys = sorted(one.name for one in cycle.path(cycle.told.bills.customers.folder).iterdir())  # type: ignore[union-attr]

    def one() -> Iterator[Parcel]:
        yield (Item(keys[0]),)

    descriptor = os.open(places.lock, os.O_RDWR | os.O_CREAT)
    with closing(open_engine(cycle, order, descriptor, ENTRY)) as engine:
        began = time.monotonic()
        list(engine.map(one()))
    os.close(descriptor)
    ready, drawn = map(float, (path.parent / "moments").read_text().split()[:2])
    return {"ready_s": round(ready - began, 2), "first_frame_s": round(drawn - began, 2)}


def main() -> None:
    """Measure."""
    given = argparse.ArgumentParser(prog="tests.bench.cycle_workers")
    given.add_argument("--customers", type=int, default=40)
    given.add_argument("--rounds", type=int, default=3)
    given.add_argument("--voice", default="espeak")
    given.add_argument("--pack", default="telco")
    told = given.parse_args()
    root = Path(tempfile.mkdtemp(prefix="billreel-workers-"))
    try:
        bills = root / "bills"
        write_cohort(Order(told.customers, SEED, MONTHS), bills, lambda: None)
        write = partial(cycle_in, root / "cycle", bills, told)
        rounds = []
        for _ in range(told.rounds):
            one, two = made(write(1)), made(write(2))
            rounds.append(
                {
                    "films": one.rendered,
                    "an_hour": [round(each.rendered / each.wall_s * 3600) for each in (one, two)],
                    "ratio": round(one.wall_s / two.wall_s, 2),
                    "cpu_s_a_film": [round(each.cpu_s / each.rendered, 2) for each in (one, two)],
                    "peak_worker_mb": [round(each.peak_mb) for each in (one, two)],
                }
            )
            sys.stderr.write(f"{rounds[-1]}\n")
        content = {
            "rounds": rounds,
            "ratio": median(float(str(each["ratio"])) for each in rounds),
            "starts": [moments(write(1)) for _ in range(5)],
            "load": round(os.getloadavg()[0], 1),
        }
        sys.stdout.write(json.dumps(content, indent=1) + "\n")
    finally:
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
