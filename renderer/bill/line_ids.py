"""Ids of lines, made unique where a document says one twice."""

from __future__ import annotations

from renderer.bill.documents import Raw
from renderer.bill.ledger import Ledger


def read_line_id(raw: Raw | None, path: str, ledger: Ledger, taken: dict[str, int]) -> str:
    """Read the id of the line at `path`; without one it is the path itself.

    Args:
        taken: ids given so far, with how often each was asked for.
    """
    said = None if raw is None else ledger.text(f"{path}.id", raw)
    made = unique(said or path, taken)
    if said is not None and made != said:
        del ledger.sources[f"{path}.id"]
    return made


def unique(said: str, taken: dict[str, int]) -> str:
    """Return an id, or one like it ("7#2") where it is taken."""
    if said not in taken:
        taken[said] = 1
        return said
    number = taken[said] + 1
    while f"{said}#{number}" in taken:
        number += 1
    taken[said] = number
    taken[f"{said}#{number}"] = 1
    return f"{said}#{number}"
