"""A billing cycle: what one more customer costs, and how that falls as the store fills."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from api.bench.spent import Spent, run
from api.cohort.cohort import Order, write_cohort

SEED, MONTHS = 4, 4
MARKS = (1, 10, 30, 100, 300, 1000, 3000, 10000)
PACK = "telco"


def measure(
    root: Path,
    scratch: Path,
    customers: int,
    locale: str | None,
    *,
    store: bool,
    tell: Callable[[str], None],
) -> dict[str, Any]:
    """Render a generated cohort twice over, through a store if asked, and say what it took."""
    tell("cohort")
    folder = scratch / "cohort"
    write_cohort(Order(customers, SEED, MONTHS, locale), folder, lambda: None)
    kept = str(scratch / "store") if store else "-"
    command: list[str | Path] = [sys.executable, "-m", "api.bench.cycle_session"]
    command += [folder, scratch / "films", kept, PACK]
    tell(f"cycle of {customers}")
    spent, films = _run([*command, "hits"], root)
    found = {"customers": customers, "store": store, "locale": locale, **result(spent, films)}
    if store:
        tell("the same again")
        again, repeated = _run(command, root)
        found["repeat_cpu_s"] = round(again.cpu_s / len(repeated), 3)
    return {"cycle": found}


def _run(command: list[str | Path], root: Path) -> tuple[Spent, list[dict[str, Any]]]:
    spent, said = run(command, root)
    return spent, [json.loads(line) for line in said.splitlines()]


def result(spent: Spent, films: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Add up a cycle.

    Marginal cost is the whole run's CPU time, imports and failed bills included, by customer.
    """
    good = [film for film in films if "error" not in film]
    marginal = spent.cpu_s / max(1, len(films))
    stages: Counter[str] = Counter()
    for film in good:
        stages.update(film["stages"])
    return {
        "marginal_cpu_s": round(marginal, 3),
        "wall_s": round(spent.wall_s, 1),
        "peak_rss_mb": round(spent.peak_mb),
        "seconds_of_film": round(sum(film["seconds"] for film in good) / max(1, len(good)), 1),
        "stages": {stage: round(cpu / max(1, len(good)), 3) for stage, cpu in stages.items()},
        "growth": growth([film["cpu_s"] for film in films]),
        "hits": hits(good),
        "refused": dict(Counter(film["error"] for film in films if "error" in film)),
    }


def growth(costs: Sequence[float]) -> dict[str, dict[str, float]]:
    """Say at each mark what a customer cost on average until then, and in its last tenth."""
    marks = sorted({mark for mark in MARKS if mark < len(costs)} | {len(costs)})
    return {
        str(mark): {
            "mean_cpu_s": round(sum(costs[:mark]) / mark, 3),
            "last_cpu_s": round(
                sum(tail := costs[mark - max(1, mark // 10) : mark]) / len(tail), 3
            ),
        }
        for mark in marks
        if mark
    }


def hits(films: Sequence[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Say by scene how many segments there were, and what share an earlier film had already."""
    again: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for film in films:
        for scene, (old, count) in film.get("scenes", {}).items():
            again[scene] += old
            every[scene] += count
    return {
        scene: {"segments": count, "share": round(again[scene] / count, 3)}
        for scene, count in sorted(every.items())
    }
