"""A price that is another than it was, or the same for more or fewer days."""

from __future__ import annotations

from decimal import Decimal

from renderer.bill.model import ChargeKind, Line
from renderer.bill.values import Period
from renderer.story.causes.finding import Finding, Moved
from renderer.story.causes.parts import pieces
from renderer.story.causes.span import comparable, same_tax
from renderer.story.comparison import Comparison
from renderer.story.coverage import is_month
from renderer.story.explanation import Detail, On, Price
from renderer.story.matching import Charge
from renderer.story.model import Cause

_BY_PERIOD = frozenset({ChargeKind.RECURRING, ChargeKind.DEVICE, ChargeKind.CONTENT})


def price_changed(moved: Moved, bills: Comparison) -> Finding | None:
    """Find as much of one product, for as long, at another price."""
    pair = moved.pair
    if not pair.same or pair.now is None or pair.last is None:
        return None
    if not _as_much(pair.last, pair.now):
        return None
    last, now = pieces(pair.last, On.LAST, bills), pieces(pair.now, On.NOW, bills)
    if not (last.only_wholes and now.only_wholes and comparable(last, now)):
        return None
    if not same_tax(moved, bills):
        return None
    one = len(pair.now.rows) == 1 and not moved.rated
    return Finding(
        Cause.PRICE_CHANGED,
        Detail(
            price=Price(On.NOW, pair.now.rows[0], False) if one else None,
            price_before=Price(On.LAST, pair.last.rows[0], False) if one else None,
        ),
    )


def period_length(moved: Moved, bills: Comparison) -> Finding | None:
    """Find the same price by the day, on a bill of more or fewer days."""
    pair = moved.pair
    if not pair.same or pair.now is None or pair.last is None:
        return None
    last, now = _covering(pair.last, On.LAST, bills), _covering(pair.now, On.NOW, bills)
    if last is None or now is None or last.days == now.days:
        return None
    if is_month(last) and is_month(now):
        return None
    amounts = _net(pair.last), _net(pair.now)
    if amounts[0] is None or amounts[1] is None:
        amounts = pair.last.amount, pair.last.amount + moved.by
    # The shorter one is what was rounded; the longer would make its rounding count for more.
    (short, days), (long, of) = sorted(zip(amounts, (last.days, now.days), strict=True), key=_days)
    if short is None or long is None or abs(short - long * days / of) > bills.unit:
        return None
    return Finding(Cause.PERIOD_LENGTH)


def _as_much(last: Charge, now: Charge) -> bool:
    """Tell whether both say one quantity, or, of what is charged by the period, none."""
    if len(last.rows) != len(now.rows):
        return False
    said = [sorted(map(_quantity, side.lines)) for side in (last, now)]
    if said[0] != said[1]:
        return False
    if now.line.kind in _BY_PERIOD:
        return True
    return len(now.rows) == 1 and now.line.quantity is not None


def _net(charge: Charge) -> Decimal | None:
    nets = [line.net.amount for line in charge.lines if line.net is not None]
    return sum(nets, Decimal(0)) if len(nets) == len(charge.lines) else None


def _days(one: tuple[Decimal | None, int]) -> int:
    return one[1]


def _quantity(line: Line) -> tuple[Decimal, str]:
    said = line.quantity
    return (Decimal(-1), "") if said is None else (said.amount, said.unit)


def _covering(charge: Charge, on: On, bills: Comparison) -> Period | None:
    """Return the period of a charge's lines, if it is one and covers the bill's."""
    periods = {line.period for line in charge.lines}
    of, bill = (periods.pop() if len(periods) == 1 else None), bills.bill(on).period
    if of is None or bill is None or of.start > bill.start or of.end < bill.end:
        return None
    return of
