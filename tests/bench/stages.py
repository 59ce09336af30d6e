"""What films cost stage by stage: cold, for one more customer, and again (run it by hand).

    python -m tests.bench.stages [--customers 12] [--locale en --locale ko --locale ar] [--rounds 3]

Generated customers of one country on the telco pack, with voice and music. Cold: `billreel render`
in a process of its own, without a store. New: one customer after another in one process that keeps
a workshop and a store; the first two only warm it. Again: the same customers, in the same order, in
another such process. CPU seconds on average, programs of the voice included; `encode` is pictures.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory

from api.bench.cycle import MONTHS, SEED
from api.cohort.cohort import Order, write_cohort

WARMING = 2
ENVIRONMENT = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
Costs = dict[str, float]


def cold(customers: list[Path], out: Path) -> Iterator[Costs]:
    """Render customers, each in a fresh process; yield what the stages of each cost."""
    for number, customer in enumerate(customers):
        command = [sys.executable, "-m", "api.cli", "render", str(customer / "bill.json")]
        command += ["--previous", str(customer / "previous"), "--workers", "1", "--json"]
        said = run([*command, "-o", str(out / str(number))])
        stages = json.loads(said)["cost"]["stages"]
        yield {stage: cost["cpu_s"] for stage, cost in stages.items()}


def warm(cohort: Path, scratch: Path) -> Iterator[Costs]:
    """Render a cohort in one process with a store; yield what the stages of each film cost."""
    places = [str(cohort), str(scratch / "films"), str(scratch / "store")]
    said = run([sys.executable, "-m", "api.bench.cycle_session", *places, "telco"])
    for line in said.splitlines()[WARMING:]:
        told = json.loads(line)
        if "error" not in told:
            yield {"load": told["cpu_s"] - sum(told["stages"].values()), **told["stages"]}


def run(command: list[str]) -> str:
    """Run a program to its end and return what it printed."""
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    return done.stdout


def averages(films: Iterable[Costs]) -> Costs:
    """Return what each stage cost on average."""
    stages: dict[str, list[float]] = defaultdict(list)
    for film in films:
        for stage, cost in film.items():
            stages[stage].append(cost)
    return {stage: mean(costs) for stage, costs in stages.items()}


def measure(locale: str, customers: int, scratch: Path) -> dict[str, Costs]:
    """Measure a country once."""
    cohort = scratch / "cohort"
    write_cohort(Order(customers, SEED, MONTHS, locale), cohort, lambda: None)
    ready = sorted(one for one in cohort.iterdir() if (one / "previous").is_dir())
    found = {"cold": averages(cold(ready[:2], scratch / "cold"))}
    for name in ("new", "again"):
        found[name] = averages(warm(cohort, scratch))
    return found


def table(rounds: list[dict[str, Costs]]) -> Iterator[str]:
    """Lay out medians of rounds, in milliseconds."""
    kinds = list(rounds[0])
    stages = list(dict.fromkeys(stage for one in rounds for kind in kinds for stage in one[kind]))
    yield f"{'CPU ms':>10}" + "".join(f"{kind:>9}" for kind in kinds)
    sums = dict.fromkeys(kinds, 0.0)
    for stage in stages:
        row = {kind: median(one[kind].get(stage, 0.0) for one in rounds) for kind in kinds}
        yield f"{stage:>10}" + "".join(f"{row[kind] * 1000:9.1f}" for kind in kinds)
        if stage != "encode":
            sums = {kind: sums[kind] + row[kind] for kind in kinds}
    yield f"{'no pictures':>10}" + "".join(f"{sums[kind] * 1000:9.1f}" for kind in kinds)


def main() -> None:
    """Measure every country asked for, and print its table."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--customers", type=int, default=12)
    asked.add_argument("--locale", action="append")
    asked.add_argument("--rounds", type=int, default=3)
    told = asked.parse_args()
    for locale in told.locale or ("en", "ko", "ar"):
        rounds = []
        for _ in range(told.rounds):
            with TemporaryDirectory(prefix="billreel-stages-") as scratch:
                rounds.append(measure(locale, told.customers, Path(scratch)))
        sys.stdout.write(f"{locale}\n" + "\n".join(table(rounds)) + "\n")


if __name__ == "__main__":
    main()
