"""Several films in one process, each measured: `python -m api.bench.session ORDER.json`.

An order names a pack, a folder for packages and films in order, each with its bill and its store or
none; every film's cost is printed. What a process keeps between films (modules, faces, grounds) is
why the second one costs less; what a store keeps is why another customer's does.
"""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from api.cli.options import open_shelf, read_previous
from renderer.bill import load_bill
from renderer.pipeline import render
from renderer.planning import Choice, Meter, cpu_s
from renderer.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Clock:
    """CPU and wall time when something began."""

    cpu: float
    wall: float

    @classmethod
    def now(cls, workshop: Workshop) -> Clock:
        """Read both clocks; CPU time is that of this process, of children it waited for, and of
        programs that the workshop keeps running.
        """
        return cls(cpu_s() + workshop.cpu_s, time.perf_counter())

    def passed(self, workshop: Workshop) -> dict[str, float]:
        """Return what passed since then."""
        now = Clock.now(workshop)
        return {"cpu_s": now.cpu - self.cpu, "wall_s": now.wall - self.wall}


def film(
    bill: Path, pack: str, out: Path, store: Path | None, workshop: Workshop
) -> dict[str, Any]:
    """Render a bill's film and say what that took, from reading the bill to the package."""
    begun, meter = Clock.now(workshop), Meter()
    loaded = load_bill([bill])
    earlier = bill.parent / "previous"
    previous = read_previous([earlier] if earlier.is_dir() else None, loaded)
    choice = Choice(pack=pack, workers=os.cpu_count() or 1, shelf=open_shelf(store))
    package = render(loaded, out, previous, choice, meter, workshop)
    passed = begun.passed(workshop)
    total, drawn = package.segments
    return {
        **passed,
        "stages": {cost.stage: cost.cpu for cost in meter.costs},
        "segments": {"total": total, "drawn": drawn},
    }


def main(order: Path) -> None:
    """Render an order's films, and print what each took."""
    wanted = json.loads(order.read_text())
    out = Path(wanted["out"])
    with Workshop() as workshop:
        films = [
            film(
                Path(one["bill"]),
                wanted["pack"],
                out / str(number),
                Path(one["store"]) if one["store"] else None,
                workshop,
            )
            for number, one in enumerate(wanted["films"])
        ]
    print(json.dumps(films))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
