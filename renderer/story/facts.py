"""Facts: every figure a film shows or says, with where it comes from.

A fact is either read from a document (`source`) or computed from other facts (`derived`). The
operations are a closed table, so that anyone can recompute every fact of a manifest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from renderer.bill.model import Source
from renderer.bill.values import Money, Percent, Period, Quantity, Value
from renderer.errors import StoryError


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a fact was computed: `operation` applied to the facts `operands`, in order.

    Args:
        operation: a key of `OPERATIONS`.
        operands: fact ids.
        rounding: quantum of the result ("0.01", "1"), half away from zero; `None` if exact.
    """

    operation: str
    operands: tuple[str, ...]
    rounding: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One value that may be seen or heard, with its proof. Exactly one of the two is set."""

    id: str
    value: Value
    source: Source | None = None
    derived: Derivation | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A fact's value as templates see it: it knows which fact it is.

    Compares with numbers and other figures by `number`; is true when not zero, not empty.
    """

    fact: str
    value: Value

    @property
    def number(self) -> Decimal:
        """Return the amount as a plain number; raises `TypeError` for dates and text."""
        match self.value:
            case Money(amount=amount) | Quantity(amount=amount) | Percent(amount=amount):
                return amount
            case bool() | int():
                return Decimal(self.value)
            case _:
                raise TypeError(f"{type(self.value).__name__} is not a number")

    @property
    def unit(self) -> str:
        """Return the currency or unit, or "" where there is none."""
        match self.value:
            case Money(currency=unit) | Quantity(unit=unit):
                return unit
            case _:
                return ""

    def _other(self, other: object) -> Decimal:
        if isinstance(other, Figure):
            return other.number
        if isinstance(other, int | Decimal):
            return Decimal(other)
        raise TypeError(f"a figure does not compare with {type(other).__name__}")

    def __lt__(self, other: object) -> bool:
        return self.number < self._other(other)

    def __le__(self, other: object) -> bool:
        return self.number <= self._other(other)

    def __gt__(self, other: object) -> bool:
        return self.number > self._other(other)

    def __ge__(self, other: object) -> bool:
        return self.number >= self._other(other)

    def __bool__(self) -> bool:
        return bool(self.value) if isinstance(self.value, str | int) else self._truth()

    def _truth(self) -> bool:
        return not isinstance(self.value, Money | Quantity | Percent) or self.number != 0


Operation = Callable[[Sequence[Value]], Value]

OPERATIONS: Mapping[str, Operation] = MappingProxyType({})


@dataclass
class FactBook:
    """Collects facts while a story is told; every id once, every operand known before its use."""

    facts: dict[str, Fact] = field(default_factory=dict)

    def source(self, fact_id: str, value: Value, source: Source) -> Figure:
        """Record a value read from a document."""
        return self._add(Fact(fact_id, value, source=source))

    def derive(
        self, fact_id: str, operation: str, operands: Sequence[Figure], rounding: str | None = None
    ) -> Figure:
        """Compute a value from other facts by a named operation and record both."""
        raise NotImplementedError

    def _add(self, fact: Fact) -> Figure:
        if fact.id in self.facts:
            raise StoryError("fact-twice", f"the fact {fact.id} is recorded twice", ours=True)
        self.facts[fact.id] = fact
        return Figure(fact.id, fact.value)


__all__ = [
    "OPERATIONS",
    "Derivation",
    "Fact",
    "FactBook",
    "Figure",
    "Money",
    "Percent",
    "Period",
    "Quantity",
    "date",
]
