"""Small cycles: made-up customers, one bill each, a pack whose films take a quarter second."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from api.batch.cycle import open_cycle
from api.batch.model import Settled
from api.batch.open_engine import OpenEngine, open_engine
from api.batch.report import Report
from api.batch.run import run_cycle
from api.cli.batch_progress import Silent
from api.cohort.cohort import Order, write_cohort

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests/script/pack"
POISONED = "from tests.batch.poisoned import serve"
"""Imports a worker that does what `poison.json` beside the cycle says, and keeps a diary."""


def write_customers(folder: Path, count: int, seed: int = 7) -> None:
    """Write customers' folders with a bill each."""
    write_cohort(Order(count, seed, 1, "en"), folder, lambda: None)
    shutil.rmtree(folder / "tables")


def write_cycle(folder: Path, customers: int = 4, **told: Any) -> Path:
    """Write customers and a cycle over them; return the CYCLE.yaml.

    `told` replaces what the file says, or adds to it. Without `workers` films are made in this
    process, which is sooner than starting one.
    """
    if customers:
        write_customers(folder / "bills", customers)
    content = {
        "schema": 1,
        "cycle": "test",
        "bills": {"customers": "bills"},
        "pack": str(TINY),
        "voice": "silent",
        "music": False,
        "output": "out",
        "workers": 0,
        **told,
    }
    path = folder / "CYCLE.yaml"
    path.write_text(json.dumps(content))  # JSON is YAML
    return path


def poison(folder: Path, **kinds: str) -> None:
    """Say what happens to workers at customers: `poison(tmp_path, c000002="segfault")`."""
    told = {key.removeprefix("c"): kind for key, kind in kinds.items()}
    (folder / "poison.json").write_text(json.dumps(told))


class Noting(Silent):
    """A listener that adds to the diary what each film came back as: "came KEY STATE CODE"."""

    def __init__(self, path: Path) -> None:
        self._diary = path.parent / "diary"

    def came_back(self, settled: Settled) -> None:
        with self._diary.open("a") as file:
            file.write(f"came {settled.item.key} {settled.state} {settled.code}\n")


def run(path: Path, *, again: bool = False, engine: OpenEngine | None = None) -> Report:
    """Run a cycle in this process, its workers poisoned if there is poison."""
    poisoned = (path.parent / "poison.json").exists()
    chosen = engine or (partial(open_engine, entry=POISONED) if poisoned else open_engine)
    listener = Noting(path) if poisoned else Silent()
    return run_cycle(open_cycle(path), listener, again=again, engine=chosen)


def diary(path: Path) -> list[str]:
    """Read what workers with poison wrote: begin KEY PID, render KEY PID, made KEY FOLDER PID.

    Their driver wrote: came KEY STATE CODE.
    """
    found = path.parent / "diary"
    return found.read_text().splitlines() if found.exists() else []


def links(path: Path) -> list[dict[str, str]]:
    """Read the last edition's links."""
    with (open_cycle(path).folder / "latest/links.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def manifest(path: Path) -> dict[str, Any]:
    """Read the last edition's manifest."""
    content: dict[str, Any] = json.loads(
        (open_cycle(path).folder / "latest/cycle.json").read_bytes()
    )
    return content


def films(path: Path) -> dict[str, Mapping[str, bytes]]:
    """Read every published film: files by name, by its folder in the cycle."""
    root = open_cycle(path).folder
    return {
        one.parent.relative_to(root).as_posix(): {
            file.name: file.read_bytes() for file in one.parent.iterdir()
        }
        for one in (root / "films").rglob("manifest.json")
    }


def staged(path: Path) -> list[Path]:
    """List what is left on its way."""
    return list((open_cycle(path).folder / ".billreel/staging").iterdir())
