"""Use: beyond an allowance, abroad, or simply more or less of it."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from renderer.bill.model import Allowance, ChargeKind
from renderer.bill.values import Quantity
from renderer.story.causes.finding import Finding, Moved
from renderer.story.comparison import Comparison
from renderer.story.explanation import Detail, On, Used
from renderer.story.matching import Charge, Pair
from renderer.story.model import Cause


def overage(moved: Moved, bills: Comparison) -> Finding | None:
    """Find use beyond an allowance that is over, on each bill that charges it."""
    pair = moved.pair
    if _may_be_another(pair, bills):
        return None
    sides = [(on, c) for on, c in ((On.NOW, pair.now), (On.LAST, pair.last)) if c is not None]
    proofs = {on: allowance_over(charge, bills.bill(on).usage) for on, charge in sides}
    if None in proofs.values():
        return None
    used = _used(moved, proofs.get(On.NOW))
    return Finding(Cause.OVERAGE, Detail(used=used))


def usage(moved: Moved, bills: Comparison) -> Finding | None:
    """Find more or less use; content without a period is bought by the piece."""
    if _may_be_another(moved.pair, bills):
        return None
    sides = [side for side in (moved.pair.now, moved.pair.last) if side is not None]
    lines = [line for side in sides for line in side.lines]
    if any(line.kind is ChargeKind.CONTENT and line.period is not None for line in lines):
        return None
    return Finding(Cause.USAGE, Detail(used=_used(moved, None)))


def roaming(moved: Moved, bills: Comparison) -> Finding | None:
    """Find use abroad, and the countries where every row says its own."""
    pair = moved.pair
    on = On.NOW if pair.now else On.LAST
    by_country: dict[str | None, Decimal] = defaultdict(Decimal)
    rows: dict[str | None, int] = {}
    for row, line in zip(pair.charge.rows, pair.charge.lines, strict=True):
        by_country[line.country] += bills.side(on).parts[row]
        rows.setdefault(line.country, row)
    if None in by_country:
        countries: tuple[int, ...] = ()
    else:
        order = sorted(by_country, key=lambda code: (-abs(by_country[code]), code or ""))
        countries = tuple(rows[code] for code in order)
    return Finding(Cause.ROAMING, Detail(rows_by_country=countries, used=_used(moved, None)))


def allowance_over(charge: Charge, allowances: tuple[Allowance, ...]) -> int | None:
    """Find the allowance that was exceeded by what a charge is for; `None` without proof.

    It is of the same kind and the same phone number, is over, and by the quantity charged,
    rounded up to at most one unit, unless no quantity is said.
    """
    kind = charge.line.usage
    if kind is None or any(line.usage != kind for line in charge.lines):
        return None
    quantity = total_quantity(charge)
    if quantity is None and any(line.quantity is not None for line in charge.lines):
        return None
    for at, one in enumerate(allowances):
        if one.kind != kind or one.included is None or one.unlimited:
            continue
        if one.subscription not in (None, charge.line.subscription):
            continue
        if one.subscription is None and _ambiguous(one, allowances):
            continue
        over = one.used.amount - one.included.amount
        if over <= 0 or one.used.unit != one.included.unit:
            continue
        if quantity is None:
            return at
        if quantity.unit == one.used.unit and 0 <= quantity.amount - over < 1:
            return at
    return None


def total_quantity(charge: Charge | None) -> Quantity | None:
    """Add up what the rows of a charge say was used, where all say it in one unit."""
    if charge is None:
        return None
    said = [line.quantity for line in charge.lines if line.quantity is not None]
    if len(said) < len(charge.lines) or len({one.unit for one in said}) != 1:
        return None
    return Quantity(sum((one.amount for one in said), Decimal(0)), said[0].unit)


def _may_be_another(pair: Pair, bills: Comparison) -> bool:
    """Tell whether use may stand on the other bill under another name, or be of several causes.

    What is bought by the piece has its cause whatever the name, but for a line with other things.
    """
    if pair.now and pair.last:
        return not bills.proves_named(pair)
    kind = pair.charge.line.kind
    if kind is ChargeKind.CONTENT and not bills.gives_ids(kind):
        return False
    return not bills.proves_alone(pair)


def _ambiguous(one: Allowance, allowances: tuple[Allowance, ...]) -> bool:
    """Tell whether an allowance of no number is not the only one of its kind."""
    return sum(other.kind == one.kind for other in allowances) > 1


def _used(moved: Moved, allowance: int | None) -> Used:
    pair = moved.pair
    kinds = {line.usage for side in (pair.now, pair.last) if side for line in side.lines}
    return Used(
        usage=kinds.pop() if len(kinds) == 1 else None,
        now=total_quantity(pair.now),
        last=total_quantity(pair.last),
        allowance=allowance,
    )
