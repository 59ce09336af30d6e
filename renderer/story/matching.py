"""Which lines of two bills are the same charge, from one bill to the next.

A partition: every line stands in exactly one pair. Whatever order the lines come in, the pairs
are the same.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from renderer.bill.model import Bill, ChargeKind, Line
from renderer.story.basis import Basis, line_amounts

_JOINED = frozenset({ChargeKind.USAGE, ChargeKind.ROAMING})
"""Kinds whose rows of one name are one charge in many parts (calls by day, say)."""


@dataclass(frozen=True, slots=True)
class Charge:
    """One line, or the rows of usage that are one charge: indices into the bill's lines."""

    rows: tuple[int, ...]
    line: Line
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Pair:
    """A charge as the earlier and as the later bill has it; one of the two may be missing."""

    earlier: Charge | None
    later: Charge | None

    @property
    def change(self) -> Decimal:
        """Say by how much the later amount is more."""
        later = self.later.amount if self.later else Decimal(0)
        return later - (self.earlier.amount if self.earlier else Decimal(0))


def pair_charges(earlier: Bill, later: Bill, basis: Basis) -> tuple[Pair, ...]:
    """Pair the charges of two bills: by product and kind first, then by name and kind.

    Within both, charges for the same phone number come first, and of several that fit alike,
    those of the same amount.
    """
    left, right = _charges(earlier, basis), _charges(later, basis)
    pairs: list[Pair] = []
    for identity in (_product_of_line, _product, _name_of_line, _name):
        found = _pairs_by(identity, left, right)
        pairs += found
        used = {id(charge) for pair in found for charge in (pair.earlier, pair.later)}
        left = [charge for charge in left if id(charge) not in used]
        right = [charge for charge in right if id(charge) not in used]
    return (*pairs, *(Pair(charge, None) for charge in left), *(Pair(None, c) for c in right))


def _charges(bill: Bill, basis: Basis) -> list[Charge]:
    """Join rows of usage, and sort so that the document's order has no say."""
    amounts = line_amounts(bill, basis)
    grouped: dict[Hashable, list[int]] = defaultdict(list)
    for index, line in enumerate(bill.lines):
        joined = line.kind in _JOINED
        key = (line.kind, _folded(line), line.subscription) if joined else index
        grouped[key].append(index)
    charges = [_charge(bill, rows, amounts) for rows in grouped.values()]
    return sorted(charges, key=lambda charge: (charge.amount, charge.line.name, charge.line.id))


def _charge(bill: Bill, rows: list[int], amounts: Sequence[Decimal]) -> Charge:
    """Make one charge of rows; it is of a product only if all of them are."""
    ordered = sorted(rows, key=lambda row: (bill.lines[row].name, bill.lines[row].id))
    line = bill.lines[ordered[0]]
    if len({bill.lines[row].product for row in rows}) > 1:
        line = replace(line, product=None)
    return Charge(tuple(ordered), line, sum((amounts[row] for row in rows), Decimal(0)))


def _pairs_by(
    identity: Callable[[Line], Hashable | None], left: Sequence[Charge], right: Sequence[Charge]
) -> list[Pair]:
    waiting: dict[Hashable, list[Charge]] = defaultdict(list)
    arriving: dict[Hashable, list[Charge]] = defaultdict(list)
    for side, charges in ((waiting, left), (arriving, right)):
        for charge in charges:
            if (key := identity(charge.line)) is not None:
                side[key].append(charge)
    return [pair for key in arriving for pair in _pairs_alike(waiting[key], arriving[key])]


def _pairs_alike(earlier: Sequence[Charge], later: Sequence[Charge]) -> Iterator[Pair]:
    """Pair charges that one key fits: those of equal amounts, then what is left in order."""
    by_amount: dict[Decimal, deque[Charge]] = defaultdict(deque)
    for charge in earlier:
        by_amount[charge.amount].append(charge)
    moved: list[Charge] = []
    for charge in later:
        equals = by_amount.get(charge.amount)
        if equals:
            yield Pair(equals.popleft(), charge)
        else:
            moved.append(charge)
    left = (charge for equals in by_amount.values() for charge in equals)
    yield from (Pair(*both) for both in zip(left, moved, strict=False))


def _folded(line: Line) -> str:
    return " ".join(unicodedata.normalize("NFKC", line.name).casefold().split())


def _product(line: Line) -> Hashable | None:
    return None if line.product is None else (line.kind, line.product)


def _product_of_line(line: Line) -> Hashable | None:
    return None if line.product is None else (line.kind, line.product, line.subscription)


def _name(line: Line) -> Hashable | None:
    return (line.kind, _folded(line))


def _name_of_line(line: Line) -> Hashable | None:
    return (line.kind, _folded(line), line.subscription)
