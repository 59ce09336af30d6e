"""Amounts of lines as facts: as the bill has them, with the tax of their rate, or of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from renderer.story.evidence import Evidence
from renderer.story.explanation import On, Reckoning, Term
from renderer.story.facts import FactBook, Figure


@dataclass(frozen=True)
class Proofs:
    """Two bills' values as facts.

    Args:
        unit: the smallest step in which the bills write amounts, to which taxes are rounded.
    """

    now: Evidence
    last: Evidence
    reckoning: Reckoning
    unit: str

    @property
    def book(self) -> FactBook:
        """Return the book of both."""
        return self.now.book

    def of(self, on: On) -> Evidence:
        """Return one bill's evidence."""
        return self.now if on is On.NOW else self.last

    def figures(self, terms: Sequence[Term]) -> list[Figure]:
        """Take the amounts of terms; a tax that a bill does not have is none."""
        return [figure for term in terms if (figure := self._figure(term)) is not None]

    def nets(self, terms: Sequence[Term]) -> list[Figure]:
        """Take the nets of terms that are lines."""
        return [
            self.of(term.on).figure(f"lines.{term.row}.net")
            for term in terms
            if term.row is not None
        ]

    def amount(self, on: On, row: int) -> Figure:
        """Take what a line is of its bill's total."""
        if self.reckoning == "rated":
            return self._taxed(self.of(on), f"lines.{row}.net", row, self.of(on), row)
        return self.of(on).figure(f"lines.{row}.{self.reckoning}")

    def price(self, on: On, row: int) -> Figure:
        """Take what a line states as the price of a whole period, with its tax where rated."""
        evidence = self.of(on)
        if self.reckoning == "rated" and evidence.bill.lines[row].gross is None:
            return self._taxed(evidence, f"lines.{row}.price", row, evidence, row)
        return evidence.figure(f"lines.{row}.price")

    def _figure(self, term: Term) -> Figure | None:
        evidence = self.of(term.on)
        if term.row is None:
            return self._rest(evidence) if self.reckoning == "rated" else _tax(evidence)
        if term.rate_of is None:
            return self.amount(term.on, term.row)
        other = self.of(term.on.other)
        return self._taxed(evidence, f"lines.{term.row}.net", term.row, other, term.rate_of)

    def _taxed(
        self, evidence: Evidence, path: str, row: int, rated: Evidence, rate_row: int
    ) -> Figure:
        """Add to a net amount the tax of a line's rate, rounded as the bill writes amounts."""
        own = evidence is rated and row == rate_row
        name = f"{evidence.name}.{path}.with_tax" + ("" if own else f".{rated.name}.{rate_row}")
        net = evidence.figure(path)
        tax = self._tax_made(evidence, path, rated, rate_row, name)
        return self._once(name, "sum", [net, tax])

    def _tax_made(
        self, evidence: Evidence, path: str, rated: Evidence, rate_row: int, name: str
    ) -> Figure:
        rate = rated.figure(f"lines.{rate_row}.tax_rate")
        return self._once(f"{name}.tax", "percent_of", [evidence.figure(path), rate], self.unit)

    def _rest(self, evidence: Evidence) -> Figure:
        """Take what of a bill's tax the taxes of its lines are not."""
        name = f"{evidence.name}.tax_rest"
        made: list[Figure] = []
        for row in range(len(evidence.bill.lines)):
            path = f"lines.{row}.net"
            made.append(
                self._tax_made(evidence, path, evidence, row, f"{evidence.name}.{path}.with_tax")
            )
        total = self._once(f"{name}.made", "sum", made)
        return self._once(name, "difference", [evidence.figure("charges_tax"), total])

    def _once(
        self, name: str, operation: str, operands: Sequence[Figure], rounding: str | None = None
    ) -> Figure:
        if name in self.book.facts:
            return Figure(name, self.book.facts[name].value)
        return self.book.derive(name, operation, operands, rounding)


def _tax(evidence: Evidence) -> Figure | None:
    return evidence.figure_if_any("charges_tax")


def name_of(evidence: Evidence, row: int) -> Figure | None:
    """Take a line's name; a line may have none."""
    return evidence.figure(f"lines.{row}.name") if evidence.bill.lines[row].name else None
