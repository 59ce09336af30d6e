"""The caps that keep a pack from running away, in one place, and what counts against them."""

from __future__ import annotations

from dataclasses import dataclass, is_dataclass
from decimal import Decimal
from typing import Any

from renderer.script.place import Place
from renderer.script.problem import error
from renderer.story.facts import Figure

MAX_LEAF = 2_000
"""Characters of one template."""
MAX_DEPTH = 40
"""Levels of one template's syntax."""
MAX_RESULT = 65_536
"""Characters of a text, or items of a list, that an expression makes."""
MAX_WEIGHT = 65_536
"""Characters and items of one expression's value, all told."""
MAX_NODES = 5_000
"""Nodes of a film."""
MAX_REPEATS = 500
"""Items of one repeat, chart, table or narration."""
MAX_EVALUATIONS = 200_000
"""Templates evaluated for one film."""
MAX_TEXT = 4_000_000
"""Characters of all words and values of a film."""


def weigh(value: Any, left: int = MAX_WEIGHT + 1) -> int:
    """Return a value's characters and items, counted no further than `left`.

    Raises:
        TypeError: something in it is not plain data of a pack or story.
    """
    stack: list[Any] = [value]
    total = 0
    while stack and total < left:
        item = stack.pop()
        total += 1
        match item:
            case str():
                total += len(item)
            case int():
                total += item.bit_length() // 8
            case list() | tuple():
                total += len(item)
                stack.extend(item[:left])
            case dict():
                total += len(item)
                stack.extend(list(item.values())[:left])
            case _ if not _is_data(item):
                raise TypeError(f"{type(item).__name__} is no data")
    return total


def _is_data(value: object) -> bool:
    return value is None or isinstance(value, float | Decimal | Figure) or is_dataclass(value)


@dataclass
class Budget:
    """What one binding may still use."""

    nodes: int = MAX_NODES
    evaluations: int = MAX_EVALUATIONS
    text: int = MAX_TEXT

    def spend(self, what: str, amount: int, place: Place | None) -> None:
        """Use some of "nodes", "evaluations" or "text".

        Raises:
            ScriptError: `script-bomb` when there is none left.
        """
        left = getattr(self, what) - amount
        setattr(self, what, left)
        if left < 0:
            raise error(
                "script-bomb", f"the film needs too many {what}", place, "Repeat over fewer things."
            )


def items_of(value: object, place: Place) -> tuple[object, ...]:
    """Return the items of a repeat.

    Raises:
        ScriptError: it is no list, or a longer one than a film may show.
    """
    if not isinstance(value, list | tuple):
        raise error(
            "script-value",
            "`each` needs a list",
            place,
            'Give a list of the story, as in "{{ changes }}".',
        )
    if len(value) > MAX_REPEATS:
        raise error("script-bomb", f"a list has more than {MAX_REPEATS} items", place)
    return tuple(value)
