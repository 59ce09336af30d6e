"""Part of a period, on one of the two bills or on both."""

from __future__ import annotations

from renderer.bill.model import ChargeKind
from renderer.story.causes.finding import Finding, Moved
from renderer.story.causes.parts import Pieces, part_of, pieces, tariff
from renderer.story.comparison import Comparison
from renderer.story.explanation import Detail, On
from renderer.story.matching import Pair
from renderer.story.model import Cause


def proration(moved: Moved, bills: Comparison) -> Finding | None:
    """Find a product at one price whose days differ, or a part of one that is not repeated."""
    pair = moved.pair
    if pair.last is None:
        return None
    last, now = pieces(pair.last, On.LAST, bills), pieces(pair.now, On.NOW, bills)
    if not (
        _proved(pair, last, bills) if pair.now is None else _same_price(pair, last, now, bills)
    ):
        return None
    partial = (*now.parts, *now.backs) or (*last.parts, *last.backs)
    part = max(partial, key=lambda one: (abs(one.amount), -one.row))
    return Finding(
        Cause.PRORATION, Detail(part=part_of(part), price=tariff(pair, bills).price_of(part))
    )


def _proved(pair: Pair, last: Pieces, bills: Comparison) -> bool:
    """Tell whether the last bill had only parts of what is gone."""
    if last.wholes or last.odd or not (last.parts or last.backs):
        return False
    return bills.proves_alone(pair)


def _same_price(pair: Pair, last: Pieces, now: Pieces, bills: Comparison) -> bool:
    if not pair.same or last.odd or now.odd:
        return False
    partial = (*last.parts, *last.backs, *now.parts, *now.backs)
    if not partial or not bills.proves_all(pair, *{one.on for one in partial}):
        return False
    if now.only_wholes and last.wholes and last.whole_amount == now.whole_amount:
        return True
    if pair.charge.line.kind is ChargeKind.DISCOUNT:
        return False
    known = tariff(pair, bills)
    return known.one and all(known.price_of(part) is not None for part in partial)
