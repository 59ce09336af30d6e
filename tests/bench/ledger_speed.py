"""What a ledger of many films costs (run by hand).

    python -m tests.bench.ledger_speed --films 1000000

Enlists films, lists the same again as a later run does, takes pages of what waits, and settles some
as films come back, fifty to a commit. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from itertools import islice
from pathlib import Path

from api.batch.ledger import TOGETHER, Ledger
from api.batch.ledger_view import BEFORE_ALL
from api.batch.model import Item, Listed, Made, Settled, State

_LISTED_TOGETHER = 1000
_SETTLED = 20_000


def timed(work: Callable[[], int]) -> float:
    """Return how many a second."""
    began = time.perf_counter()
    return round(work() / (time.perf_counter() - began))


def main() -> None:
    """Measure."""
    given = argparse.ArgumentParser(prog="tests.bench.ledger_speed")
    given.add_argument("--films", type=int, default=1_000_000)
    films = given.parse_args().films
    with tempfile.TemporaryDirectory(prefix="billreel-ledger-") as folder:
        path = Path(folder) / "ledger.sqlite"
        with closing(Ledger.open(path)) as ledger:
            ledger.set_order("x", {"shapes": ["wide"]})
            found = {
                "films": films,
                "enlisted_a_s": timed(lambda: enlist(ledger, films)),
                "listed_again_a_s": timed(lambda: enlist(ledger, films)),
                "taken_a_s": timed(lambda: take(ledger)),
                "settled_a_s": timed(lambda: settle(ledger)),
                "counted_a_s": timed(lambda: count(ledger)),
            }
        found["bytes_a_film"] = round(path.stat().st_size / films)
    found["peak_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6)
    sys.stdout.write(json.dumps(found, indent=1) + "\n")


def enlist(ledger: Ledger, films: int) -> int:
    """List films as a folder of customers gives them."""
    names = (Listed(f"{number:010}", "0" * 32) for number in range(films))
    while some := list(islice(names, _LISTED_TOGETHER)):
        ledger.enlist(some, ["wide"], lambda _name: True)
    return films


def take(ledger: Ledger) -> int:
    """Take all that waits, a page at a time."""
    cursor, seen = BEFORE_ALL, 0
    while items := ledger.waiting(cursor, 512):
        seen += len(items)
        cursor = (0, items[-1].key, items[-1].shape)
    return seen


def settle(ledger: Ledger) -> int:
    """Settle some as rendered."""
    for number in range(_SETTLED):
        name = f"{number:032x}"
        made = Made(name, "a" * 64, f"NL-{number}", "en", "b" * 64, 3_000_000)
        ledger.settle(Settled(Item(f"{number:010}"), State.RENDERED, mark="0" * 32, made=made))
    ledger.flush()
    assert _SETTLED % TOGETHER == 0
    return _SETTLED


def count(ledger: Ledger) -> int:
    """Count all by state."""
    return sum(ledger.counts().values())


if __name__ == "__main__":
    main()
