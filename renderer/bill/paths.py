"""Paths into a bill ("lines.3.gross"): the value there, and the places in documents behind it."""

from __future__ import annotations

from collections.abc import Iterator

from renderer.bill.model import Bill, Computed, Source


def value_at(bill: Bill, path: str) -> object:
    """Look up a path: attributes by name, places in a sequence by number; `None` if absent."""
    at: object = bill
    for step in path.split("."):
        if isinstance(at, tuple):
            at = at[int(step)] if step.isdecimal() and int(step) < len(at) else None
        else:
            at = getattr(at, step, None)
    return at


def places(bill: Bill, path: str) -> Iterator[Source]:
    """Walk the places in documents that the value at a path comes from, without repeats."""
    seen: set[str] = set()
    waiting = [path]
    while waiting:
        one = waiting.pop(0)
        if one in seen:
            continue
        seen.add(one)
        match bill.sources.get(one):
            case Source() as source:
                yield source
            case Computed(operands=operands):
                waiting[:0] = operands
            case None:
                pass
