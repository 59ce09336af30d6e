"""Which lines of two bills are the same charge, from one bill to the next.

A partition: every line stands in exactly one pair. Whatever order the lines come in, the pairs
are the same.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from renderer.bill.model import ChargeKind, Line
from renderer.story.amounts import Amounts
from renderer.story.explanation import On

_BY_ITSELF = frozenset(
    {ChargeKind.ONE_TIME, ChargeKind.CREDIT, ChargeKind.PENALTY, ChargeKind.OTHER}
)
"""Kinds whose lines are charges of their own, even where two have one name."""
_NOTHING = Decimal(0)


class Charge(NamedTuple):
    """What one bill charges for one thing: a line, or several that are one charge.

    Args:
        rows: indices into the bill's lines, heaviest first.
        lines: those lines; `line`, the first, stands for all.
        amount: what they are of the bill's total.
        what: the product it is of, or what was used, with its kind; None where that is not said.
        whose: what it is of and the phone number it is for; None where it does not say what.
    """

    rows: tuple[int, ...]
    line: Line
    lines: tuple[Line, ...]
    amount: Decimal
    what: Hashable | None
    whose: Hashable | None


_Identity = Callable[[Charge], Hashable | None]


class Pair(NamedTuple):
    """A charge as the last and as this bill has it; one of the two may be missing.

    Args:
        same: the two are proved to be one product: not only alike, and nothing says otherwise.
    """

    last: Charge | None
    now: Charge | None
    same: bool = False

    def rows(self, on: On) -> tuple[int, ...]:
        """Return its lines on one bill."""
        charge = self.now if on is On.NOW else self.last
        return charge.rows if charge else ()

    @property
    def change(self) -> Decimal:
        """Say by how much the later amount is more."""
        last, now = self.last, self.now
        if last is None:
            return now.amount if now else _NOTHING
        return now.amount - last.amount if now else -last.amount

    @property
    def charge(self) -> Charge:
        """Return this bill's side, or the last one's where this bill has none."""
        side = self.now or self.last
        if side is None:
            raise ValueError("a pair has a side")
        return side


def pair_charges(now: Amounts, last: Amounts) -> tuple[Pair, ...]:
    """Pair the charges of two bills: by product and kind first, then by name and kind.

    Within both, charges for the same phone number come first, then those for numbers that only
    one of the bills knows (a number may change), then those of which one says no number. Of
    several that fit alike, those of the same amount come first.
    """
    unmatched = _Unmatched(charges_of(last), charges_of(now))
    pairs = unmatched.take_alike()
    if unmatched.has_alike(_product):
        pairs += unmatched.take(_product, unmatched.number_of_both)
        pairs += unmatched.take_unnumbered(_product)
    if unmatched.has_alike(_name):
        named = unmatched.take(_name, _its_own)
        named += unmatched.take(_name, unmatched.number_of_both)
        named += unmatched.take_unnumbered(_name)
        pairs += _proved_by_name(named, now, last)
    return (
        *pairs,
        *(Pair(charge, None) for charge in unmatched.left),
        *(Pair(None, charge) for charge in unmatched.right),
    )


class _Unmatched:
    """The charges of two bills that stand in no pair yet."""

    def __init__(self, left: list[Charge], right: list[Charge]) -> None:
        self.left, self.right = left, right
        self._known = {one.line.subscription for one in left} & {
            one.line.subscription for one in right
        }

    def number_of_both(self, line: Line) -> str | None:
        """Return a line's phone number if both bills know it."""
        return line.subscription if line.subscription in self._known else None

    def has_alike(self, identity: _Identity) -> bool:
        """Tell whether anything is left on both bills that is alike, whosever it is."""
        if not self.left or not self.right:
            return False
        alike = set(map(identity, self.left))
        alike.intersection_update(map(identity, self.right))
        alike.discard(None)
        return bool(alike)

    def take_alike(self) -> list[Pair]:
        """Pair charges of one product and one phone number: most of them, at once."""
        return self._taken(list(_pairs_by(_whose, self.left, self.right)))

    def take(self, identity: _Identity, number: Callable[[Line], str | None]) -> list[Pair]:
        """Pair charges by what they are and whose they are."""
        if not self.left or not self.right:
            return []

        def key(charge: Charge) -> Hashable | None:
            what = identity(charge)
            return None if what is None else (what, number(charge.line))

        return self._taken(list(_pairs_by(key, self.left, self.right)))

    def take_unnumbered(self, identity: _Identity) -> list[Pair]:
        """Pair charges by what they are, where one of the two says no phone number."""
        found: list[Pair] = []
        if self.left and self.right:
            if bare := [one for one in self.left if one.line.subscription is None]:
                found += self._taken(list(_pairs_by(identity, bare, self.right)))
            if bare := [one for one in self.right if one.line.subscription is None]:
                found += self._taken(list(_pairs_by(identity, self.left, bare)))
        return found

    def _taken(self, pairs: list[Pair]) -> list[Pair]:
        if not pairs:
            return pairs
        used = {id(side) for pair in pairs for side in pair[:2]}
        self.left = [charge for charge in self.left if id(charge) not in used]
        self.right = [charge for charge in self.right if id(charge) not in used]
        return pairs


def charges_of(amounts: Amounts) -> list[Charge]:
    """Join the lines of a bill that are one charge."""
    found: dict[Hashable, Charge] = {}
    several: dict[Hashable, list[Charge]] = {}
    for row, (line, part) in enumerate(zip(amounts.bill.lines, amounts.parts, strict=True)):
        what = _product_of(line)
        whose = None if what is None else (what, line.subscription)
        charge = Charge((row,), line, (line,), part, what, whose)
        key: Hashable
        if line.kind in _BY_ITSELF:
            key = row
        else:
            key = whose or (line.kind, folded(line.name), line.subscription)
        first = found.setdefault(key, charge)
        if first is not charge:
            several.setdefault(key, [first]).append(charge)
    for key, alike in several.items():
        found[key] = _joined(alike)
    return list(found.values())


def _joined(alike: list[Charge]) -> Charge:
    """Make one charge of several lines of it."""
    alike.sort(key=lambda one: (-abs(one.amount), -one.amount, content(one.line)))
    heaviest = alike[0]
    return heaviest._replace(
        rows=tuple([one.rows[0] for one in alike]),
        lines=tuple([one.line for one in alike]),
        amount=sum([one.amount for one in alike], _NOTHING),
    )


def _product_of(line: Line) -> Hashable | None:
    kind = line.kind
    if kind is ChargeKind.ROAMING:
        return kind
    if kind is ChargeKind.USAGE:
        return (kind, what_used(line))
    return None if line.product is None else (kind, line.product)


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
    identity: _Identity, left: Sequence[Charge], right: Sequence[Charge]
) -> Iterator[Pair]:
    waiting: dict[Hashable, list[Charge]] = {}
    for charge in left:
        if (key := identity(charge)) is not None:
            waiting.setdefault(key, []).append(charge)
    arriving: dict[Hashable, list[Charge]] = {}
    for charge in right:
        if (key := identity(charge)) is not None and key in waiting:
            arriving.setdefault(key, []).append(charge)
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


def _proved_by_name(named: list[Pair], now: Amounts, last: Amounts) -> list[Pair]:
    """Take the proof from pairs with a line without an id, on a bill that gives ids to its kind.

    There, it may well be of several products.
    """
    earlier, later = _kinds_with_ids(last), _kinds_with_ids(now)

    def doubtful(charge: Charge | None, kinds: set[ChargeKind]) -> bool:
        return charge is not None and charge.what is None and charge.line.kind in kinds

    return [
        pair._replace(same=False)
        if doubtful(pair.last, earlier) or doubtful(pair.now, later)
        else pair
        for pair in named
    ]


def _kinds_with_ids(amounts: Amounts) -> set[ChargeKind]:
    return {line.kind for line in amounts.bill.lines if line.product is not None}


def _agree(earlier: Line, later: Line) -> bool:
    """Tell whether no id and no subscription says that two lines are of two products."""
    one, other = earlier.subscription, later.subscription
    if one != other and one is not None and other is not None:
        return False
    one, other = earlier.product, later.product
    if one == other or one is None or other is None:
        return True
    return earlier.kind is ChargeKind.USAGE


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """Fold a name: case, width and spaces make no other charge."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _its_own(line: Line) -> str | None:
    return line.subscription


_whose: _Identity = attrgetter("whose")
_product: _Identity = attrgetter("what")


def _name(charge: Charge) -> Hashable | None:
    return (charge.line.kind, folded(charge.line.name))
