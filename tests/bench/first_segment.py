"""How long until a cold video's first segment can be played, and a cached one's (run it by hand).

    billreel samples -o COHORT --customers 60
    OPENBLAS_NUM_THREADS=1 python -m tests.bench.first_segment COHORT

Warm process, two workers, one customer at a time, a store that is empty at first; from the bill's
bytes to the first segment of video (and, separately, of sound), everything between included.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from api.cli.options import read_previous
from renderer.bill import load_bill
from renderer.errors import RenderError
from renderer.package.hls_in_time import HlsInTime
from renderer.pipeline import in_time
from renderer.planning import Choice, Draft, Meter, draft
from renderer.segments import DrawingPool
from renderer.segments.made_by import drawn_by, sounded_by
from renderer.store import open_store
from renderer.workshop import Workshop

FIRST = ("video-000.m4s", "audio-000.m4s")
WARM = 10
"""Customers after whom the process has spoken every language."""


async def main(cohort: Path) -> None:
    """Measure every customer of a folder; the first few only warm the process."""
    drawn_by(), sounded_by()
    told: dict[str, list[float]] = {}
    refused = 0
    with TemporaryDirectory() as folder, Workshop() as workshop:
        async with DrawingPool(2) as pool:
            shelf = open_store(Path(folder))
            choice = Choice(workers=2, shelf=shelf)
            for number, customer in enumerate(sorted(cohort.iterdir())):
                if not (customer / "bill.json").is_file():
                    continue
                meter, start = Meter(), time.perf_counter()
                bill = load_bill([customer / "bill.json"])
                earlier = customer / "previous"
                previous = read_previous([earlier] if earlier.is_dir() else [], bill)
                try:
                    made = draft(bill, previous, choice, meter, workshop=workshop)
                except RenderError:
                    refused += 1
                    continue
                planned = time.perf_counter()
                watched = in_time(made, pool, shelf)
                watched.start()
                video, sound = await asyncio.gather(*(clocked(watched, name) for name in FIRST))
                times = {
                    **{cost.stage: cost.wall for cost in meter.costs},
                    "plan": planned - start,
                    "video": video - start,
                    "video and sound": max(video, sound) - start,
                }
                # The whole sound, then the same customer again: all that was asked for is kept.
                await watched.file(f"audio-{watched.count - 1:03}.m4s")
                await watched.close()
                times |= await again(made, pool, shelf)
                if number >= WARM:
                    for name, seconds in times.items():
                        told.setdefault(name, []).append(seconds)
    sys.stdout.write(f"{refused} customers have no film\n")
    for name, seconds in told.items():
        median, slow = quantile(seconds, 0.5), quantile(seconds, 0.95)
        sys.stdout.write(f"{name:20} median {median:6.0f} ms  p95 {slow:6.0f} ms\n")


async def again(made: Draft, pool: DrawingPool, shelf) -> dict[str, float]:
    """Ask for the first segments of a film that was watched before."""
    start = time.perf_counter()
    watched = in_time(made, pool, shelf)
    opened = time.perf_counter()
    video, sound = await asyncio.gather(*(clocked(watched, name) for name in FIRST))
    await watched.close()
    return {
        "cached: open": opened - start,
        "cached: video": video - opened,
        "cached: both": max(video, sound) - opened,
    }


async def clocked(watched: HlsInTime, name: str) -> float:
    """Return when a file was there."""
    await watched.file(name)
    return time.perf_counter()


def quantile(seconds: Iterable[float], share: float) -> float:
    """Return a quantile in milliseconds."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
