"""A discount that began, ended, or is another than it was."""

from __future__ import annotations

from renderer.story.causes.finding import Finding, Moved
from renderer.story.causes.parts import (
    Piece,
    Pieces,
    day_before,
    first_day,
    last_day,
    part_of,
    pieces,
    tariff,
)
from renderer.story.causes.span import comparable, same_tax
from renderer.story.comparison import Comparison
from renderer.story.explanation import Detail, On, Price
from renderer.story.matching import Pair
from renderer.story.model import Cause


def promotion_started(moved: Moved, bills: Comparison) -> Finding | None:
    """Find a discount that is new, or that began inside the last period and is whole now."""
    pair = moved.pair
    last, now = pieces(pair.last, On.LAST, bills), pieces(pair.now, On.NOW, bills)
    if pair.last is None:
        given = (*now.parts, *now.wholes)
        if not given or now.backs or not bills.proves_alone(pair):
            return None
        part = min(now.parts, key=_start, default=None)
        began = part or (min(given, key=_start) if bills.adjacent else None)
    else:
        if not (pair.same and now.only_wholes and _only_parts(last)):
            return None
        if not (all(map(_at_the_end, last.parts)) and _exact(pair, last, bills)):
            return None
        began = part = min(last.parts, key=_start)
    return Finding(
        Cause.PROMOTION_STARTED,
        Detail(
            day=first_day(began) if began else None,
            part=part_of(part) if part else None,
            price=_price(pair, bills),
        ),
    )


def promotion_ended(moved: Moved, bills: Comparison) -> Finding | None:
    """Find a discount that is gone, or that ended inside this period and was whole before."""
    pair = moved.pair
    if pair.last is None:
        return None
    last, now = pieces(pair.last, On.LAST, bills), pieces(pair.now, On.NOW, bills)
    part: Piece | None = None
    if pair.now is None:
        given = (*last.parts, *last.wholes)
        if not given or not bills.proves_alone(pair):
            return None
        final = max(given, key=_end)
        part = final if final.covers.part else None
        day = last_day(final) if bills.adjacent or part else None
    elif now.backs and last.wholes and not (now.wholes or now.parts or now.odd):
        if not pair.same:
            return None
        part = min(now.backs, key=_start)
        day = day_before(part)
    else:
        if not (pair.same and last.only_wholes and _only_parts(now)):
            return None
        if not (all(map(_at_the_start, now.parts)) and _exact(pair, now, bills)):
            return None
        part = max(now.parts, key=_end)
        day = last_day(part)
    return Finding(
        Cause.PROMOTION_ENDED,
        Detail(day=day, part=part_of(part) if part else None, price_before=_price(pair, bills)),
    )


def promotion_resized(moved: Moved, bills: Comparison) -> Finding | None:
    """Find a discount that covers the whole period on both bills and is smaller or larger now."""
    pair = moved.pair
    if not pair.same or pair.now is None or pair.last is None:
        return None
    last, now = pieces(pair.last, On.LAST, bills), pieces(pair.now, On.NOW, bills)
    if not (last.only_wholes and now.only_wholes and comparable(last, now)):
        return None
    if not same_tax(moved, bills):
        return None
    alone = len(last.wholes) == len(now.wholes) == 1 and not moved.rated
    return Finding(
        Cause.PROMOTION_SHRANK if moved.by > 0 else Cause.PROMOTION_GREW,
        Detail(
            price=Price(On.NOW, now.wholes[0].row, False) if alone else None,
            price_before=Price(On.LAST, last.wholes[0].row, False) if alone else None,
        ),
    )


def _only_parts(found: Pieces) -> bool:
    return bool(found.parts) and not (found.wholes or found.backs or found.odd)


def _exact(pair: Pair, found: Pieces, bills: Comparison) -> bool:
    known = tariff(pair, bills)
    return known.one and all(known.price_of(part) is not None for part in found.parts)


def _price(pair: Pair, bills: Comparison) -> Price | None:
    known = tariff(pair, bills)
    return known.prices[0][0] if known.prices and known.one else None


def _at_the_end(part: Piece) -> bool:
    around, period = part.covers.around, part.line.period
    return around is not None and period is not None and period.end == around.end


def _at_the_start(part: Piece) -> bool:
    around, period = part.covers.around, part.line.period
    return around is not None and period is not None and period.start == around.start


def _start(piece: Piece) -> int:
    return piece.line.period.start.toordinal() if piece.line.period else 0


def _end(piece: Piece) -> int:
    return piece.line.period.end.toordinal() if piece.line.period else 0
