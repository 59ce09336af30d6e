"""A bill's values as facts, each with where the bill says it stands or how it was computed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from renderer.bill.model import Bill, Computed, Source
from renderer.bill.values import Money, Percent, Period, Quantity, Value
from renderer.errors import StoryError
from renderer.story.facts import FactBook, Figure

_DEEPEST = 16
"""Steps from a value back to the document; a longer chain is a circle."""


@dataclass(frozen=True)
class Evidence:
    """Records values of one bill in a fact book when a story first uses them.

    Args:
        name: what the ids of this bill's facts start with: "bill", "previous.0".
    """

    bill: Bill
    book: FactBook
    name: str

    def figure(self, path: str) -> Figure:
        """Take the value at a path of the bill ("lines.3.gross"), which has to be there.

        Raises:
            StoryError: `fact-without-proof` when the bill does not say where the value is from,
                or what it says does not give the value.
        """
        return self._figure(path, _DEEPEST)

    def figure_if_any(self, path: str) -> Figure | None:
        """Take the value at a path of the bill, or `None` where the bill has none."""
        return None if value_at(self.bill, path) is None else self.figure(path)

    def _figure(self, path: str, depth: int) -> Figure:
        fact_id = f"{self.name}.{path}"
        if fact_id in self.book.facts:
            return Figure(fact_id, self.book.facts[fact_id].value)
        value = value_at(self.bill, path)
        if value is None or depth == 0:
            raise self._unproved(path)
        match self.bill.sources.get(path):
            case Source() as source:
                return self.book.source(fact_id, value, source)
            case Computed(operation, operands):
                known = [self._figure(operand, depth - 1) for operand in operands]
                figure = self.book.derive(fact_id, operation, known)
            case None if isinstance(value, Period):
                ends = [self._figure(f"{path}.{side}", depth - 1) for side in ("start", "end")]
                figure = self.book.derive(fact_id, "period", ends)
            case _:
                raise self._unproved(path)
        if figure.value != value:
            raise self._unproved(path)
        return figure

    def _unproved(self, path: str) -> StoryError:
        return StoryError(
            "fact-without-proof",
            f"The value {path} has no proof in the bill's sources.",
            where=self.bill.documents[0] if self.bill.documents else None,
            ours=True,
        )


def value_at(bill: Bill, path: str) -> Value | None:
    """Look up a dotted path of the model: attributes by name, places in a sequence by number."""
    at: object = bill
    for step in path.split("."):
        if isinstance(at, tuple):
            at = at[int(step)] if step.isdecimal() and int(step) < len(at) else None
        else:
            at = getattr(at, step, None)
    if isinstance(at, Money | Quantity | Percent | Period | date | int | str):
        return at
    return None
