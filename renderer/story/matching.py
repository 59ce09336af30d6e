"""Which lines of two bills are the same charge, from one bill to the next.

A partition: every line stands in exactly one pair. Whatever order the lines come in, the pairs
are the same.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from renderer.bill.model import ChargeKind, Line
from renderer.story.amounts import Amounts

_BY_ITSELF = frozenset(
    {ChargeKind.ONE_TIME, ChargeKind.CREDIT, ChargeKind.PENALTY, ChargeKind.OTHER}
)
"""Kinds whose lines are charges of their own, even where two have one name."""
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Charge:
    """What one bill charges for one thing: a line, or several that are one charge.

    Args:
        rows: indices into the bill's lines, heaviest first.
        lines: those lines; `line`, the first, stands for all.
        amount: what they are of the bill's total.
    """

    rows: tuple[int, ...]
    line: Line
    lines: tuple[Line, ...]
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Pair:
    """A charge as the last and as this bill has it; one of the two may be missing.

    Args:
        same: the two are proved to be one product: not only alike, and nothing says otherwise.
    """

    last: Charge | None
    now: Charge | None
    same: bool = False

    @property
    def change(self) -> Decimal:
        """Say by how much the later amount is more."""
        later = self.now.amount if self.now else _NOTHING
        return later - (self.last.amount if self.last else _NOTHING)

    @property
    def charge(self) -> Charge:
        """Return this bill's side, or the last one's where this bill has none."""
        side = self.now or self.last
        if side is None:
            raise ValueError("a pair has a side")
        return side


def pair_charges(now: Amounts, last: Amounts) -> tuple[Pair, ...]:
    """Pair the charges of two bills: by product and kind first, then by name and kind.

    Within both, charges for the same phone number come first, and of several that fit alike,
    those of the same amount.
    """
    left, right = charges_of(last), charges_of(now)
    pairs: list[Pair] = []
    for identity in (_product_of_line, _product, _name_of_line, _name):
        if not left or not right:
            break
        found = list(_pairs_by(identity, left, right))
        pairs += found
        used = {id(charge) for pair in found for charge in (pair.last, pair.now)}
        left = [charge for charge in left if id(charge) not in used]
        right = [charge for charge in right if id(charge) not in used]
    return (*pairs, *(Pair(charge, None) for charge in left), *(Pair(None, c) for c in right))


def charges_of(amounts: Amounts) -> list[Charge]:
    """Join the lines of a bill that are one charge."""
    lines, parts = amounts.bill.lines, amounts.parts
    grouped: dict[Hashable, list[int]] = defaultdict(list)
    for row, line in enumerate(lines):
        grouped[_group(line, row)].append(row)
    charges: list[Charge] = []
    for rows in grouped.values():
        if len(rows) == 1:
            row = rows[0]
            charges.append(Charge((row,), lines[row], (lines[row],), parts[row]))
        else:
            rows.sort(key=lambda row: (-abs(parts[row]), -parts[row], content(lines[row])))
            amount = sum((parts[row] for row in rows), _NOTHING)
            members = tuple([lines[row] for row in rows])
            charges.append(Charge(tuple(rows), members[0], members, amount))
    return charges


def _group(line: Line, row: int) -> Hashable:
    kind = line.kind
    if kind is ChargeKind.ROAMING:
        return (kind, line.subscription)
    if kind is ChargeKind.USAGE:
        return (kind, what_used(line), line.subscription)
    if kind in _BY_ITSELF:
        return row
    return (kind, line.product or (folded(line.name),), line.subscription)


def what_used(line: Line) -> Hashable:
    """Say what a row of usage is of: what was used, else its product, else its name."""
    return line.usage or (line.product,) if line.usage or line.product else (0, folded(line.name))


def content(line: Line) -> tuple[object, ...]:
    """Order lines by all that they say; the id, which may be the line's place, goes last."""
    amount, period = line.gross or line.net, line.period
    return (
        _NOTHING if amount is None else amount.amount,
        line.name,
        line.product or "",
        line.subscription or "",
        period.start.toordinal() if period else 0,
        period.end.toordinal() if period else 0,
        line.usage or "",
        line.country or "",
        line.description or "",
        line.reason or "",
        _NOTHING if line.net is None else line.net.amount,
        _NOTHING if line.tax_rate is None else line.tax_rate.amount,
        _NOTHING if line.price is None else line.price.amount,
        (_NOTHING, "") if line.quantity is None else (line.quantity.amount, line.quantity.unit),
        line.id,
    )


def _order(charge: Charge) -> tuple[object, ...]:
    return (charge.amount, len(charge.rows), *content(charge.line))


def _pairs_by(
    identity: Callable[[Line], Hashable | None], left: Sequence[Charge], right: Sequence[Charge]
) -> Iterator[Pair]:
    waiting: dict[Hashable, list[Charge]] = defaultdict(list)
    for charge in left:
        key = identity(charge.line)
        if key is not None:
            waiting[key].append(charge)
    arriving: dict[Hashable, list[Charge]] = defaultdict(list)
    for charge in right:
        if (key := identity(charge.line)) is not None and key in waiting:
            arriving[key].append(charge)
    for key, later in arriving.items():
        earlier = waiting[key]
        if len(earlier) == len(later) == 1:
            yield Pair(earlier[0], later[0], _agree(earlier[0].line, later[0].line))
        else:
            yield from _pairs_alike(earlier, later)


def _pairs_alike(earlier: Sequence[Charge], later: Sequence[Charge]) -> Iterator[Pair]:
    """Pair charges that one key fits: those of equal amounts, then what is left in order."""
    by_amount: dict[Decimal, list[Charge]] = defaultdict(list)
    for charge in sorted(earlier, key=_order, reverse=True):
        by_amount[charge.amount].append(charge)
    moved: list[Charge] = []
    for charge in sorted(later, key=_order):
        equals = by_amount.get(charge.amount)
        if equals:
            yield Pair(equals.pop(), charge)
        else:
            moved.append(charge)
    left = sorted((charge for equals in by_amount.values() for charge in equals), key=_order)
    yield from (Pair(*both) for both in zip(left, moved, strict=False))


def _agree(earlier: Line, later: Line) -> bool:
    """Tell whether no id and no subscription says that two lines are of two products."""
    return not (
        _differ(earlier.subscription, later.subscription)
        or (earlier.kind is not ChargeKind.USAGE and _differ(earlier.product, later.product))
    )


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """Fold a name: case, width and spaces make no other charge."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _product_of_line(line: Line) -> Hashable | None:
    if line.kind is ChargeKind.ROAMING:
        return (line.kind, line.subscription)
    if line.kind is ChargeKind.USAGE:
        return (line.kind, what_used(line), line.subscription)
    return None if line.product is None else (line.kind, line.product, line.subscription)


def _product(line: Line) -> Hashable | None:
    if line.kind is ChargeKind.ROAMING:
        return line.kind
    if line.kind is ChargeKind.USAGE:
        return (line.kind, what_used(line))
    return None if line.product is None else (line.kind, line.product)


def _name_of_line(line: Line) -> Hashable | None:
    return (line.kind, folded(line.name), line.subscription)


def _name(line: Line) -> Hashable | None:
    return (line.kind, folded(line.name))
