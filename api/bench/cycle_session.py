"""A cohort rendered by one process, each customer measured: `python -m api.bench.cycle_session`.

    python -m api.bench.cycle_session CUSTOMERS OUT STORE|- PACK [hits]

Films are rendered one after another by one worker, written whole, and removed again. One JSON
object a line: a customer's cost, and if asked, which scenes had segments that an earlier film had
too.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from api.bench.session import Clock
from api.cli.options import open_shelf, read_previous
from renderer.bill import load_bill
from renderer.errors import RenderError
from renderer.package import Package
from renderer.pipeline import render
from renderer.planning import Choice, Meter
from renderer.segments import segment_ranges
from renderer.workshop import Workshop


class Seen:
    """Which segments were asked for before, told apart by their keys in the store."""

    def __init__(self) -> None:
        self._keys: set[str] = set()

    def count(self, package: Package) -> tuple[Counter[str], Counter[str]]:
        """Return a film's segments by scene, and those of them that were asked for before."""
        every: Counter[str] = Counter()
        again: Counter[str] = Counter()
        keys = package.parts.segments if package.parts else ()
        for piece, key in zip(segment_ranges(package.plan), keys, strict=True):
            every[piece.scene] += 1
            again[piece.scene] += key in self._keys
            self._keys.add(key)
        return every, again


def customer(
    folder: Path, out: Path, choice: Choice, workshop: Workshop, seen: Seen | None
) -> dict[str, Any]:
    """Render one customer's film; what counts hits is not part of its cost."""
    begun, meter = Clock.now(workshop), Meter()
    try:
        bill = load_bill([folder / "bill.json"])
        earlier = folder / "previous"
        previous = read_previous([earlier] if earlier.is_dir() else None, bill)
        package = render(bill, out, previous, choice, meter, workshop)
    except RenderError as error:
        return {"customer": folder.name, "error": error.code, **begun.passed(workshop)}
    passed = begun.passed(workshop)
    shutil.rmtree(out)
    told: dict[str, Any] = {
        "customer": folder.name,
        **passed,
        "seconds": package.outline.frames / 30,
        "bytes": len(package.files["video.mp4"]),
        "stages": {cost.stage: cost.cpu for cost in meter.costs},
        "segments": dict(zip(("total", "drawn"), package.segments, strict=True)),
    }
    if seen is not None:
        every, again = seen.count(package)
        told["scenes"] = {scene: [again[scene], count] for scene, count in every.items()}
    return told


def main(folder: Path, out: Path, store: str, pack: str, *, hits: bool) -> None:
    """Render every customer of a cohort's folder, in name order."""
    shelf = None if store == "-" else open_shelf(Path(store))
    seen = Seen() if hits and shelf else None
    choice = Choice(pack=pack, shelf=shelf)
    with Workshop() as workshop:
        for one in sorted(path for path in folder.iterdir() if (path / "bill.json").is_file()):
            told = customer(one, out / one.name, choice, workshop, seen)
            print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(
        Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4], hits="hits" in sys.argv[5:]
    )
