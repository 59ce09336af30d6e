"""Counting things of the story: a number that knows what was counted, and so has a proof."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import fields, is_dataclass

from renderer.story.facts import Figure


class Counted(int):
    """The length of a list of figures or views; `operands` are the facts counted, one an item."""

    operands: tuple[str, ...]


def length(value: Sized) -> int:
    """Return a length; of a list of figures or views, one that knows the facts it counts."""
    size = len(value)
    if not isinstance(value, list | tuple):
        return size
    facts = [fact for item in value if (fact := fact_of(item)) is not None]
    if not size or len(facts) != size:
        return size
    counted = Counted(size)
    counted.operands = tuple(facts)
    return counted


def fact_of(item: object) -> str | None:
    """Return the fact that stands for an item: a figure's own, or a view's first figure's."""
    if isinstance(item, Figure):
        return item.fact
    if is_dataclass(item):
        for field in fields(item):
            value = getattr(item, field.name)
            if isinstance(value, Figure):
                return value.fact
    return None
