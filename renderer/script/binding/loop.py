"""`loop`: where a repeat stands, under the names that templates know from Jinja2."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from renderer.script.binding.at import At
from renderer.script.counted import length
from renderer.script.limits import items_of


@dataclass(frozen=True, slots=True)
class Loop:
    """`index` counts from 1, `index0` from 0; `length` knows what it counts."""

    index0: int
    index: int
    first: bool
    last: bool
    length: int


def each(at: At, value: object, name: str) -> Iterator[tuple[Loop, At]]:
    """Yield a place with `name` and `loop` for every item of a list."""
    items = items_of(value, at.place)
    count = length(items)
    for index, item in enumerate(items):
        loop = Loop(index, index + 1, index == 0, index + 1 == len(items), count)
        yield loop, at.within({name: item, "loop": loop})
