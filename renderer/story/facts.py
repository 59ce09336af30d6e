"""Facts: every figure a film shows or says, with where it comes from.

A fact is either read from a document (`source`) or computed from other facts (`derived`). The
operations are a closed table, so that anyone can recompute every fact of a manifest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from renderer.bill.model import Source
from renderer.bill.values import Money, Percent, Period, Quantity, Value
from renderer.errors import StoryError
from renderer.story.operations import OPERATIONS, Operation, compute


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


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A fact's value as templates see it: it knows which fact it is.

    Orders against numbers and other figures by `number`; equals another figure of the same
    value, whichever fact that is, and a plain number, date or text of its value; is true when
    not zero, not empty. Money of two currencies is never equal.
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
        if isinstance(other, float):  # a template's literal, as it is written there
            return Decimal(repr(other))
        raise TypeError(f"a figure does not compare with {type(other).__name__}")

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Figure):
            return self.value == other.value
        if isinstance(other, int | float | Decimal) and self._counts():
            return self.number == self._other(other)
        return self.value == other

    def __hash__(self) -> int:
        return hash(self.number if self._counts() else self.value)

    def _counts(self) -> bool:
        return isinstance(self.value, Money | Quantity | Percent | int)

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
        """Compute a value from other facts by a named operation and record both.

        `rounding` is the quantum ("0.01", "1") to which the result is rounded, half away from
        zero; without it the result has to be exact.

        Raises:
            StoryError: `fact-unknown` for an operand that is not recorded here, `fact-misused`
                for operands that the operation does not take.
        """
        ids = tuple(figure.fact for figure in operands)
        derivation = Derivation(operation, ids, rounding)
        value = _apply(derivation, self.facts)
        return self._add(Fact(fact_id, value, derived=derivation))

    def _add(self, fact: Fact) -> Figure:
        if fact.id in self.facts:
            raise StoryError("fact-twice", f"The fact {fact.id} is recorded twice.", ours=True)
        self.facts[fact.id] = fact
        return Figure(fact.id, fact.value)


def recompute(fact: Fact, facts: Mapping[str, Fact]) -> Value:
    """Compute a fact's value anew from its operands; a source fact's value is its own.

    Raises:
        StoryError: `fact-unknown` for an operand that `facts` does not hold, `fact-misused` for
            operands that the operation does not take.
    """
    return fact.value if fact.derived is None else _apply(fact.derived, facts)


def _apply(derivation: Derivation, facts: Mapping[str, Fact]) -> Value:
    for operand in derivation.operands:
        if operand not in facts:
            raise StoryError("fact-unknown", f"There is no fact {operand}.", ours=True)
    values = [facts[operand].value for operand in derivation.operands]
    return compute(derivation.operation, values, derivation.rounding)


__all__ = [
    "OPERATIONS",
    "Derivation",
    "Fact",
    "FactBook",
    "Figure",
    "Money",
    "Operation",
    "Percent",
    "Period",
    "Quantity",
    "date",
    "recompute",
]
