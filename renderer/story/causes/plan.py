"""One product that gives way to another on a day: a change of plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from renderer.bill.model import ChargeKind
from renderer.story.causes.finding import Finding, Moved
from renderer.story.causes.parts import Piece, part_of, pieces, tariff
from renderer.story.comparison import Comparison
from renderer.story.explanation import Day, Detail, On, Price
from renderer.story.matching import Pair
from renderer.story.model import Cause

Meeting = tuple[str | None, date]
"""A subscription, and the first day of what is new."""


@dataclass(frozen=True, slots=True)
class PlanChange:
    """The old and the new product, and what is told of them."""

    old: Moved
    new: Moved
    finding: Finding


def plan_changes(moved: Sequence[Moved], bills: Comparison) -> Iterator[PlanChange]:
    """Find where one product's last day and another's first day meet inside this bill's period."""
    ending: dict[Meeting, list[Moved]] = defaultdict(list)
    beginning: dict[Meeting, list[tuple[Moved, Piece]]] = defaultdict(list)
    for one in moved:
        if one.pair.charge.line.kind is not ChargeKind.RECURRING:
            continue
        subscription = one.pair.charge.line.subscription
        if (day := _day_after(one.pair, bills)) is not None:
            ending[subscription, day].append(one)
        elif (first := _first_part(one.pair, bills)) is not None and first.line.period:
            beginning[subscription, first.line.period.start].append((one, first))
    for meeting, new in beginning.items():
        old = ending.get(meeting, [])
        if len(old) == len(new) == 1 and bills.proves_alone(new[0][0].pair):
            yield PlanChange(old[0], new[0][0], _told(old[0], *new[0], bills))


def _told(old: Moved, new: Moved, first: Piece, bills: Comparison) -> Finding:
    return Finding(
        Cause.PLAN_CHANGED,
        Detail(
            day=Day(On.NOW, first.row, "first", first.line.period.start)
            if first.line.period
            else None,
            part=part_of(first),
            price=tariff(new.pair, bills).price_of(first),
            price_before=_price(old.pair, bills),
        ),
    )


def _price(pair: Pair, bills: Comparison) -> Price | None:
    known = tariff(pair, bills)
    return known.prices[0][0] if known.prices and known.one else None


def _day_after(pair: Pair, bills: Comparison) -> date | None:
    """Return the day after a product's last: where its part ends, or what was paid is given back.

    The last bill has it whole; this one has only parts of it up to one day inside the period, or
    only credits from one day on.
    """
    last, now = pieces(pair.last, On.LAST, bills), pieces(pair.now, On.NOW, bills)
    if not (pair.same and last.only_wholes) or now.wholes or now.odd:
        return None
    period = bills.now.bill.period
    if period is None or bool(now.parts) == bool(now.backs):
        return None
    if now.backs:
        days = [one.line.period.start for one in now.backs if one.line.period]
        day = min(days, default=None)
    else:
        ends = [one.line.period.end for one in now.parts if one.line.period]
        last_day = max(ends, default=None)
        if last_day is None or last_day >= period.end:
            return None
        day = date.fromordinal(last_day.toordinal() + 1)
    return day if day is not None and period.start < day <= period.end else None


def _first_part(pair: Pair, bills: Comparison) -> Piece | None:
    """Return the part with which a new product begins."""
    if pair.last is not None:
        return None
    now = pieces(pair.now, On.NOW, bills)
    if now.backs or now.odd or not now.parts:
        return None
    return min((*now.parts, *now.wholes), key=_start)


def _start(piece: Piece) -> int:
    return piece.line.period.start.toordinal() if piece.line.period else 0
