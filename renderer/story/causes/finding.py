"""What a family of causes answers, and what it is asked: one charge of two bills."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from renderer.bill.model import ChargeKind
from renderer.story.comparison import Comparison
from renderer.story.explanation import NOTHING, Detail
from renderer.story.matching import Pair
from renderer.story.model import Cause


class Finding(NamedTuple):
    """A cause whose evidence is complete, and what its words need."""

    cause: Cause
    detail: Detail = NOTHING


class Moved(NamedTuple):
    """A charge that moved.

    Args:
        by: by how much, less what a moved tax rate made of it.
        rated: a moved tax rate has its own part of it.
    """

    pair: Pair
    by: Decimal
    rated: bool = False


Find = Callable[[Moved, Comparison], Finding | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A function that knows some causes, and the kinds of charge that may have them."""

    find: Find
    kinds: frozenset[ChargeKind]


def rule(find: Find, kinds: Iterable[ChargeKind]) -> Rule:
    """Make a rule."""
    return Rule(find, frozenset(kinds))
