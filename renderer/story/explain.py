"""Two bills -> why they differ: changes that sum exactly to the difference, each with its lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Context, Decimal, localcontext
from itertools import pairwise

from renderer.bill.model import Bill
from renderer.bill.values import Money
from renderer.story.amounts import Amounts, compare_amounts
from renderer.story.causes import (
    Finding,
    Moved,
    PlanChange,
    RateMove,
    Share,
    cause_of,
    plan_changes,
    rate_moves,
    terms_of,
)
from renderer.story.comparison import Comparison, compare
from renderer.story.explanation import (
    NOTHING,
    TAX,
    Change,
    Detail,
    Explanation,
    On,
    Reckoning,
    Term,
)
from renderer.story.matching import Pair, content, pair_charges
from renderer.story.model import Cause

_EXACT = Context(prec=60)
_NOTHING = Decimal(0)


def explain(bill: Bill, previous: Bill) -> Explanation:
    """Explain why a bill's charges are not those of another one of the same currency.

    Pure accounting over the two bills: docs/changes.md is what it holds to. It neither asks
    whether the two are of one customer, nor which of them is the earlier.
    """
    if bill.currency != previous.currency:
        return Explanation(obstacle="currency")
    with localcontext(_EXACT):
        difference = bill.charges_total.amount - previous.charges_total.amount
        amounts = compare_amounts(bill, previous)
        if amounts is None:
            return _explanation((), difference, None, bill.currency)
        changes = _heaviest_first(list(_changes(*amounts)), *amounts)
        return _explanation(changes, difference, amounts[0].reckoning, bill.currency)


def _explanation(
    changes: tuple[Change, ...], difference: Decimal, basis: Reckoning | None, currency: str
) -> Explanation:
    told = sum((change.gross.amount for change in changes), Decimal(0))
    return Explanation(
        changes, Money(difference, currency), Money(difference - told, currency), basis
    )


def _changes(now: Amounts, last: Amounts) -> Iterator[Change]:
    bills = compare(now, last, pair_charges(now, last))
    moves = rate_moves(bills)
    shares = {id(share.pair): share for move in moves for share in move.shares}
    moved: list[Moved] = []
    for pair in bills.pairs:
        share = shares.get(id(pair))
        if share is None:
            if by := pair.change:
                moved.append(Moved(pair, by))
        elif not share.all and (rest := pair.change - share.by):
            moved.append(Moved(pair, rest, rated=True))
    plans = list(plan_changes(moved, bills))
    joined = {id(one.pair) for plan in plans for one in (plan.old, plan.new)}
    make = _Maker(bills, shares)
    yield from (make.of_plan(plan) for plan in plans)
    for one in moved:
        if id(one.pair) not in joined:
            yield make.of_charge(one, cause_of(one, bills))
    kept = {id(one.pair) for one in moved}
    yield from (make.of_rates(move, kept) for move in moves)
    if now.rest != last.rest:
        yield make.of_rest()


class _Maker:
    """Makes changes of what was found, each with its rows and the terms of its amount."""

    def __init__(self, bills: Comparison, shares: Mapping[int, Share]) -> None:
        self._bills = bills
        self._shares = shares
        self._currency = bills.now.bill.currency
        self._has_nets = bills.now.reckoning != "net"

    def of_charge(self, moved: Moved, finding: Finding | None) -> Change:
        """Make the change of one charge."""
        pair = moved.pair
        kind = "added" if pair.last is None else "removed" if pair.now is None else ""
        return self._made([moved], kind, finding, pair)

    def of_plan(self, plan: PlanChange) -> Change:
        """Make the change of two products that are one change of plan."""
        return self._made([plan.new, plan.old], "", plan.finding, plan.new.pair)

    def of_rates(self, move: RateMove, kept: set[int]) -> Change:
        """Make the change of one rate; rows that moved for another reason stand with that."""
        plus: list[Term] = []
        minus: list[Term] = []
        now: list[int] = []
        last: list[int] = []
        for share in move.shares:
            plus += share.after
            minus += share.before
            if id(share.pair) not in kept:
                now += share.pair.rows(On.NOW)
                last += share.pair.rows(On.LAST)
        return Change(
            kind=_direction(move.by),
            charge=TAX,
            gross=self._money(move.by),
            net=self._money(_NOTHING),
            tax=self._money(move.by),
            cause=Cause.TAX_RATE,
            now=tuple(now),
            last=tuple(last),
            plus=tuple(plus),
            minus=tuple(minus),
            detail=Detail(rates=move.rates),
        )

    def of_rest(self) -> Change:
        """Make the change of what no line has: the tax, or the rest of rounding it."""
        now, last = self._bills.now, self._bills.last
        by = now.rest - last.rest
        return Change(
            kind=_direction(by),
            charge=TAX,
            gross=self._money(by),
            net=self._money(_NOTHING),
            tax=self._money(by),
            cause=Cause.ROUNDING if now.reckoning == "rated" else None,
            now=(),
            last=(),
            plus=(Term(On.NOW, None),),
            minus=(Term(On.LAST, None),),
        )

    def _made(
        self, moved: Sequence[Moved], kind: str, finding: Finding | None, named: Pair
    ) -> Change:
        plus: list[Term] = []
        minus: list[Term] = []
        by = _NOTHING
        for one in moved:
            share = self._shares.get(id(one.pair)) if one.rated else None
            plus += share.rest_after if share else terms_of(one.pair, On.NOW)
            minus += share.rest_before if share else terms_of(one.pair, On.LAST)
            by += one.by
        net = self._net(moved) if self._has_nets else None
        return Change(
            kind=kind or _direction(by),
            charge=named.charge.line.kind.value,
            gross=self._money(by),
            net=None if net is None else self._money(net),
            tax=None if net is None else self._money(by - net),
            cause=finding.cause if finding else None,
            now=tuple([row for one in moved for row in one.pair.rows(On.NOW)]),
            last=tuple([row for one in moved for row in one.pair.rows(On.LAST)]),
            plus=tuple(plus),
            minus=tuple(minus),
            label=(On.NOW if named.now else On.LAST, named.charge.rows[0]),
            was=_was(moved, named),
            detail=finding.detail if finding else NOTHING,
        )

    def _money(self, amount: Decimal) -> Money:
        return Money(amount, self._currency)

    def _net(self, moved: Sequence[Moved]) -> Decimal | None:
        net = _NOTHING
        for one in moved:
            last, now = one.pair.last, one.pair.now
            for line in now.lines if now else ():
                if line.net is None:
                    return None
                net += line.net.amount
            for line in last.lines if last else ():
                if line.net is None:
                    return None
                net -= line.net.amount
        return net


def _direction(by: Decimal) -> str:
    return "more" if by > 0 else "less"


def _was(moved: Sequence[Moved], named: Pair) -> int | None:
    """Return the line of the last bill that had another name."""
    earlier = [one.pair.last for one in moved if one.pair.last]
    if not earlier or named.now is None or earlier[0].line.name == named.now.line.name:
        return None
    return earlier[0].rows[0]


def _heaviest_first(changes: list[Change], now: Amounts, last: Amounts) -> tuple[Change, ...]:
    """Order by weight; what makes no difference to it, the document has no say in."""
    changes.sort(key=_weight)
    if any(abs(one.gross.amount) == abs(other.gross.amount) for one, other in pairwise(changes)):
        changes.sort(key=lambda one: (_weight(one), _words(one, now, last)))
    return tuple(changes)


def _weight(change: Change) -> tuple[Decimal, bool, str, str]:
    by = change.gross.amount
    return (-abs(by), by < 0, change.charge, change.cause or "")


def _words(change: Change, now: Amounts, last: Amounts) -> tuple[object, ...]:
    """Order changes of one weight by all that their first line says."""
    side = now if change.now else last
    rows = change.now or change.last
    return content(side.bill.lines[rows[0]]) if rows else ()
