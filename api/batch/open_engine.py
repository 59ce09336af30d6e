"""A cycle -> the engine that it asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from api.batch.cycle import Cycle
from api.batch.engine import Engine
from api.batch.places import places_of
from api.batch.slots import Limits, Slots
from api.batch.worker_process import ENTRY

OpenEngine = Callable[[Cycle, str, int], Engine]
"""Opens the engine for a cycle, the hash of its order, and the descriptor that locks it."""


def open_engine(cycle: Cycle, order: str, lock: int, entry: str = ENTRY) -> Engine:
    """Open processes, or with `workers: 0` none; `entry` is what tests wrap a worker in."""
    if cycle.told.workers == 0:
        from api.batch.in_process import InProcess  # here: a driver of processes makes no films
        from api.batch.maker import Maker

        return InProcess(Maker(cycle, order))
    limits = cycle.told.limits
    bounds = Limits(limits.wall_s, limits.memory_mb, limits.films)
    scratch = places_of(cycle).staging
    return Slots(hello(cycle, order), cycle.told.workers, bounds, scratch, (lock,), entry)


def hello(cycle: Cycle, order: str) -> dict[str, Any]:
    """Return what a worker is told first: the cycle as the driver read it, and its bounds."""
    return {
        "text": cycle.text.decode("utf-8-sig"),
        "file": str(cycle.file),
        "order": order,
        "cpu_s": cycle.told.limits.cpu_s,
        "memory_mb": cycle.told.limits.memory_mb,
    }
