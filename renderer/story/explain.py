"""Two bills -> why they differ: changes that sum exactly to the difference, each with its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Context, Decimal, localcontext
from typing import TypedDict

from renderer.bill.model import Bill
from renderer.bill.values import Money
from renderer.story.amounts import Amounts, compare_amounts
from renderer.story.causes import (
    Finding,
    Moved,
    PlanChange,
    RateMove,
    cause_of,
    plan_changes,
    rate_moves,
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

_DIGITS = 60
_NOTHING = Decimal(0)


class _Amounts(TypedDict):
    gross: Money
    net: Money | None
    tax: Money | None


def explain(bill: Bill, previous: Bill) -> Explanation:
    """Explain why a bill's charges are not those of another one of the same currency.

    Pure accounting over the two bills: docs/changes.md is what it holds to. It neither asks
    whether the two are of one customer, nor which of them is the earlier.
    """
    if bill.currency != previous.currency:
        return Explanation(obstacle="currency")
    with localcontext(Context(prec=_DIGITS)):
        difference = bill.charges_total.amount - previous.charges_total.amount
        amounts = compare_amounts(bill, previous)
        if amounts is None:
            return _explanation((), difference, None, bill.currency)
        changes = sorted(_changes(*amounts), key=lambda change: _weight(change, *amounts))
        return _explanation(tuple(changes), difference, amounts[0].reckoning, bill.currency)


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
    terms = {key: share.at_last_rate for key, share in shares.items()}
    make = _Maker(bills, terms)
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

    def __init__(self, bills: Comparison, at_last_rate: dict[int, tuple[Term, ...]]) -> None:
        self._bills = bills
        self._at_last_rate = at_last_rate

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
            sides = share.pair.now, share.pair.last
            rows = [charge.rows if charge else () for charge in sides]
            plus += [Term(On.NOW, row) for row in rows[0]]
            minus += share.at_last_rate or [Term(On.LAST, row) for row in rows[1]]
            if id(share.pair) not in kept:
                now += rows[0]
                last += rows[1]
        return Change(
            kind=_direction(move.by),
            charge=TAX,
            **self._amounts(move.by, _NOTHING),
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
            **self._amounts(by, _NOTHING),
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
            now, last = one.pair.now, one.pair.last
            if now:
                rated = self._at_last_rate.get(id(one.pair)) if one.rated else None
                plus += rated or [Term(On.NOW, row) for row in now.rows]
            if last:
                minus += [Term(On.LAST, row) for row in last.rows]
            by += one.by
        return Change(
            kind=kind or _direction(by),
            charge=named.charge.line.kind.value,
            **self._amounts(by, self._net(moved)),
            cause=finding.cause if finding else None,
            now=tuple([term.row for term in plus if term.row is not None]),
            last=tuple([term.row for term in minus if term.row is not None]),
            plus=tuple(plus),
            minus=tuple(minus),
            label=(On.NOW if named.now else On.LAST, named.charge.rows[0]),
            was=_was(moved, named),
            detail=finding.detail if finding else NOTHING,
        )

    def _amounts(self, by: Decimal, net: Decimal | None) -> _Amounts:
        currency = self._bills.now.bill.currency
        return {
            "gross": Money(by, currency),
            "net": None if net is None else Money(net, currency),
            "tax": None if net is None else Money(by - net, currency),
        }

    def _net(self, moved: Sequence[Moved]) -> Decimal | None:
        if self._bills.now.reckoning == "net":
            return None
        net = _NOTHING
        for one in moved:
            for charge, sign in ((one.pair.now, 1), (one.pair.last, -1)):
                for line in charge.lines if charge else ():
                    if line.net is None:
                        return None
                    net += sign * line.net.amount
        return net


def _direction(by: Decimal) -> str:
    return "more" if by > 0 else "less"


def _was(moved: Sequence[Moved], named: Pair) -> int | None:
    """Return the line of the last bill that had another name."""
    earlier = [one.pair.last for one in moved if one.pair.last]
    if not earlier or named.now is None or earlier[0].line.name == named.now.line.name:
        return None
    return earlier[0].rows[0]


def _weight(change: Change, now: Amounts, last: Amounts) -> tuple[object, ...]:
    """Order by weight; the rest makes equals stand in an order the document has no say in."""
    by = change.gross.amount
    side = now if change.now else last
    rows = change.now or change.last
    said = content(side.bill.lines[rows[0]]) if rows else ()
    return (-abs(by), by < 0, change.charge, change.cause or "", said)
