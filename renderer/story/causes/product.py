"""A charge that is new, or gone."""

from __future__ import annotations

from renderer.story.causes.finding import Finding, Moved
from renderer.story.causes.parts import (
    Piece,
    day_before,
    first_day,
    last_day,
    part_of,
    pieces,
    tariff,
)
from renderer.story.comparison import Comparison
from renderer.story.explanation import Detail, On, Price
from renderer.story.matching import Pair
from renderer.story.model import Cause


def product_added(moved: Moved, bills: Comparison) -> Finding | None:
    """Find a product of which the last bill has nothing."""
    pair = moved.pair
    if pair.last is not None or not bills.proves_alone(pair):
        return None
    found = pieces(pair.now, On.NOW, bills)
    charged = (*found.parts, *found.wholes)
    if not charged:
        return None
    part = min(found.parts, key=_start, default=None)
    began = part or (min(charged, key=_start) if bills.adjacent else None)
    return Finding(
        Cause.PRODUCT_ADDED,
        Detail(
            day=first_day(began) if began else None,
            part=part_of(part) if part else None,
            price=_price(pair, part, bills),
        ),
    )


def product_removed(moved: Moved, bills: Comparison) -> Finding | None:
    """Find a product that the last bill had whole and this one has not, or only takes back."""
    pair = moved.pair
    if pair.last is None:
        return None
    last, now = pieces(pair.last, On.LAST, bills), pieces(pair.now, On.NOW, bills)
    if not last.wholes or now.wholes or now.parts or now.odd:
        return None
    if now.backs:
        if not pair.same:
            return None
        back = min(now.backs, key=_start)
        day, part = day_before(back), part_of(back)
    else:
        if not bills.proves_alone(pair):
            return None
        day, part = (last_day(max(last.wholes, key=_end)) if bills.adjacent else None), None
    return Finding(
        Cause.PRODUCT_REMOVED, Detail(day=day, part=part, price_before=_price(pair, None, bills))
    )


def _price(pair: Pair, part: Piece | None, bills: Comparison) -> Price | None:
    """Take what a whole period of a product costs, where all that is known says one price."""
    known = tariff(pair, bills)
    if part is not None:
        return known.price_of(part)
    return known.prices[0][0] if known.prices and known.one else None


def _start(piece: Piece) -> int:
    return piece.line.period.start.toordinal() if piece.line.period else 0


def _end(piece: Piece) -> int:
    return piece.line.period.end.toordinal() if piece.line.period else 0
