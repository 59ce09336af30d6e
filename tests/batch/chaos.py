"""A cycle whose driver and workers are killed at random, and some of whose customers are poison.

    python -m tests.batch.chaos --customers 300 --kills 20 --seed 1 [--pack telco] [--voice espeak]

Poison raises, segfaults, or hangs in native code with Python's lock held. A killed driver is
started again with the same command, until the cycle is done. Then all films are read, the ledger
and the last edition looked at, and an undisturbed cycle of the same bills is made to compare:
nothing lost, nothing published twice, only poison quarantined, the same manifest. Prints one JSON
object; exit 1 if any of it does not hold.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from subprocess import Popen

from api.batch.cycle import open_cycle
from api.batch.ledger_view import LedgerView
from api.batch.model import State
from api.batch.places import places_of
from tests.batch.cycles import TINY, diary, films, links, poison, run, staged, write_cycle
from tests.batch.processes import children, since, start_driver

POISON = ("raise", "segfault", "hang")
WORKERS = 2


@dataclass(frozen=True)
class Order:
    """What chaos is wanted.

    Args:
        wall_s: time a film may take; what hangs costs that much each time.
        driver_share: of the kills that hit the driver.
    """

    customers: int = 300
    kills: int = 20
    seed: int = 1
    pack: str = str(TINY)
    voice: str = "silent"
    wall_s: float = 20.0
    attempts: int = 3
    driver_share: float = 0.4
    compare: bool = True


@dataclass
class Figures:
    """What came of it; `right` says whether it is what was promised.

    Args:
        ended_by_limit: films of good customers that a busy machine made too slowly.
        most_extra_renders: as many as were at work when something was ended.
    """

    customers: int
    driver_kills: int = 0
    worker_kills: int = 0
    poison: int = 0
    lost: int = 0
    published_twice: int = 0
    poison_quarantined: int = 0
    wrongly_quarantined: int = 0
    ended_by_limit: int = 0
    extra_renders: int = 0
    most_extra_renders: int = 0
    films_not_whole: int = 0
    left_on_the_way: int = 0
    orphans: int = 0
    same_manifest: bool | None = None
    seconds: float = 0.0

    @property
    def right(self) -> bool:
        """Tell whether all promises hold."""
        wrong = (
            self.lost, self.published_twice, self.wrongly_quarantined, self.films_not_whole,
            self.left_on_the_way, self.orphans, self.poison - self.poison_quarantined,
        )  # fmt: skip
        few = self.extra_renders <= self.most_extra_renders
        return not any(wrong) and few and self.same_manifest is not False


def chaos(folder: Path, order: Order) -> Figures:
    """Make a cycle in a folder while it is killed, and see what came of it."""
    rng = random.Random(order.seed)  # noqa: S311
    path = write(folder, order)
    keys = [f"{number:06}" for number in range(1, order.customers + 1)]
    bad = dict(zip(rng.sample(keys, len(POISON)), POISON, strict=True))
    poison(folder, **{f"c{key}": kind for key, kind in bad.items()})
    figures = Figures(order.customers, poison=len(bad))
    began = time.monotonic()
    seen = work(path, order, rng, figures)
    figures.seconds = round(time.monotonic() - began, 1)
    figures.orphans = sum(since(pid) == began for pid, began in seen.items())
    look(path, keys, bad, figures)
    if order.compare:
        figures.same_manifest = compare(path, folder / "calm", order, bad)
    return figures


def write(folder: Path, order: Order) -> Path:
    """Write the cycle's bills and file."""
    return write_cycle(
        folder,
        order.customers,
        pack=order.pack,
        voice=order.voice,
        workers=WORKERS,
        attempts=order.attempts,
        store="store",
        limits={"cpu_s": 60, "wall_s": order.wall_s, "memory_mb": 1500},
        stop_when={"share": 0.2, "after": 50},
    )


def work(path: Path, order: Order, rng: random.Random, figures: Figures) -> dict[int, str]:
    """Run the cycle to its end, killing as films come; return the processes that were seen."""
    good = order.customers - len(POISON)
    due = sorted(rng.uniform(0, good * 0.95) for _ in range(order.kills))
    drivers = set(rng.sample(range(order.kills), round(order.kills * order.driver_share)))
    driver, seen = start_driver(path), dict[int, str]()
    while driver.poll() is None:
        workers = children(driver.pid)
        for pid in (driver.pid, *workers, *(below for one in workers for below in children(one))):
            if pid not in seen and (began := since(pid)) is not None:
                seen[pid] = began
        done = figures.driver_kills + figures.worker_kills
        if done < order.kills and made(path) >= due[done]:
            time.sleep(rng.random() * 0.3)
            driver = strike(path, driver, rng, figures, it=done in drivers)
        time.sleep(0.01)
    if driver.returncode != 0:
        raise AssertionError(f"the driver ended with {driver.returncode}")
    return seen


def made(path: Path) -> int:
    return sum(line.startswith("made") for line in diary(path))


def strike(
    path: Path, driver: Popen[bytes], rng: random.Random, figures: Figures, *, it: bool
) -> Popen[bytes]:
    """Kill the driver and start another one at once; or one of its workers, if there is any."""
    workers = children(driver.pid)
    if it:
        driver.send_signal(signal.SIGKILL)
        driver.wait()
        figures.driver_kills += 1
        return start_driver(path)
    if workers:
        os.kill(rng.choice(workers), signal.SIGKILL)
        figures.worker_kills += 1
    return driver


def look(path: Path, keys: list[str], bad: dict[str, str], figures: Figures) -> None:
    """Count what was promised and what was not."""
    with closing(LedgerView.read(places_of(open_cycle(path)).ledger)) as ledger:
        rendered = {one.key for one in ledger.entries(State.RENDERED)}
        quarantined = {one.key for one in ledger.entries(State.QUARANTINED)}
    figures.poison_quarantined = len(quarantined & set(bad))
    figures.wrongly_quarantined = len(quarantined - set(bad))
    found = films(path)
    linked = {row["customer"]: row["film"] for row in links(path)}
    good = set(keys) - set(bad)
    figures.lost = len([key for key in good if linked.get(key) not in found])
    figures.lost += len(rendered ^ set(linked))
    words = [line.split() for line in diary(path)]
    times = Counter(word[1] for word in words if word[0] == "made")
    figures.published_twice = sum(count - 1 for count in times.values())
    figures.published_twice += len(found) - len(linked)
    rendered_times = sum(word[0] == "render" and word[1] in good for word in words)
    figures.extra_renders = rendered_times - len(good)
    figures.ended_by_limit = sum(
        word[0] == "came" and word[1] in good and word[3].startswith("limit-") for word in words
    )
    figures.most_extra_renders = (
        figures.driver_kills * WORKERS + figures.worker_kills + figures.ended_by_limit
    )
    figures.films_not_whole = sum(not is_whole(files) for files in found.values())
    figures.left_on_the_way = len(staged(path))


def is_whole(files: dict[str, bytes]) -> bool:
    """Tell whether a package is what its manifest says."""
    told = json.loads(files["manifest.json"])["files"]
    return told == {
        name: sha256(data).hexdigest() for name, data in files.items() if name != "manifest.json"
    }


def compare(path: Path, folder: Path, order: Order, bad: dict[str, str]) -> bool:
    """Make the same cycle undisturbed; tell whether manifest and links are the same."""
    folder.mkdir()
    calm = write(folder, replace(order, customers=0))
    content = json.loads(calm.read_text())
    content |= {
        "bills": {"customers": str(path.parent / "bills")},
        "store": str(path.parent / "store"),
    }
    calm.write_text(json.dumps(content))
    poison(folder, **{f"c{key}": kind for key, kind in bad.items()})
    run(calm)
    latest = [open_cycle(one).folder / "latest" for one in (path, calm)]
    return all(
        len({(one / name).read_bytes() for one in latest}) == 1
        for name in ("cycle.json", "links.csv")
    )


def main() -> int:
    """Read the command line, make chaos, print what came of it."""
    given = argparse.ArgumentParser(prog="tests.batch.chaos")
    for name, kind in (("customers", int), ("kills", int), ("seed", int), ("pack", str)):
        given.add_argument(f"--{name}", type=kind, default=getattr(Order, name))
    given.add_argument("--voice", default=Order.voice)
    given.add_argument("--wall-s", type=float, default=Order.wall_s)
    given.add_argument("--keep", action="store_true", help="leave the cycle's folder")
    told = vars(given.parse_args())
    keep = told.pop("keep")
    folder = Path(tempfile.mkdtemp(prefix="billreel-chaos-"))
    try:
        figures = chaos(folder, Order(**told))
    finally:
        if keep:
            sys.stderr.write(f"{folder}\n")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    content = {"seed": told["seed"], **asdict(figures), "right": figures.right}
    sys.stdout.write(json.dumps(content, indent=1) + "\n")
    return 0 if figures.right else 1


if __name__ == "__main__":
    sys.exit(main())
