"""A bill's own lines, reckoned: what each is, which charges they make, and the proof of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from renderer.bill.model import ChargeKind
from renderer.story.amounts import compare_amounts
from renderer.story.comparison import Comparison, compare
from renderer.story.evidence import Evidence
from renderer.story.explanation import On
from renderer.story.facts import FactBook, Figure
from renderer.story.matching import Charge, Pair, charges_of, pair_charges
from renderer.story.proofs import Proofs


@dataclass(frozen=True)
class Reckoned:
    """A bill whose lines make its total, beside the last one where both do on one basis.

    Args:
        bills: with pairs of both bills, or of this one's charges alone.
        beside: the last bill is there too.
    """

    bills: Comparison
    proofs: Proofs
    beside: bool

    @property
    def book(self) -> FactBook:
        """Return the book of all facts."""
        return self.proofs.book

    def charges(self, kind: ChargeKind) -> list[Charge]:
        """List this bill's charges of a kind, heaviest first."""
        found = [pair.now for pair in self.bills.pairs if pair.now and pair.now.line.kind is kind]
        return sorted(found, key=lambda one: (-abs(one.amount), one.line.name, one.rows))

    def amounts(self, rows: Sequence[int], on: On = On.NOW) -> list[Figure]:
        """Take what lines are of their bill's total."""
        return [self.proofs.amount(on, row) for row in rows]

    def sum(self, name: str, figures: Sequence[Figure]) -> Figure:
        """Add figures up as a fact."""
        return self.book.derive(name, "sum", figures)

    def masked_line(self, name: str, row: int) -> Figure | None:
        """Take a line's phone number, masked, where the bill has several."""
        if len({line.subscription for line in self.bills.now.bill.lines} - {None}) < 2:
            return None
        number = self.proofs.now.figure_if_any(f"lines.{row}.subscription")
        return number and self.book.derive(name, "mask", [number])


def reckon(now: Evidence, last: Evidence | None) -> Reckoned | None:
    """Reckon a bill's lines; `None` where they do not make its total."""
    both = compare_amounts(now.bill, last.bill) if last else None
    if last and both:
        pairs = pair_charges(*both)
        proofs = Proofs(now, last, both[0].reckoning, str(both[0].unit))
        return Reckoned(compare(*both, pairs), proofs, beside=True)
    own = compare_amounts(now.bill, now.bill)
    if own is None:
        return None
    alone = tuple(Pair(None, charge) for charge in charges_of(own[0]))
    proofs = Proofs(now, now, own[0].reckoning, str(own[0].unit))
    return Reckoned(compare(*own, alone), proofs, beside=False)
