"""What really happened between two bills, from the ledger: never by comparing the documents.

Each event of the ledger says which bills it changes, in which charge, and why (docs/changes.md
names the causes). The rating engine says by how much. Where two different things change one
charge at once, no cause is true of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from api.cohort.cycles import cycle_of
from api.cohort.events import Begin, Change, End, Event, Ledger, Moved, Pause, Reprice
from api.cohort.money import NOTHING, Amounts, from_net
from api.cohort.rating import Rated

Effect = tuple[str | None, date]
Effects = dict[tuple[int, str], set[Effect]]
"""Causes, each with the day of what happened, by bill and charge."""

_ALWAYS = {
    "roaming": "roaming",
    "one_time": "one_time",
    "penalty": "late_fee",
}


@dataclass(frozen=True, slots=True)
class TrueChange:
    """One change between two bills, and its cause.

    Args:
        lines, lines_before: places of its lines on this bill and on the last one.
        days: when it happened, if it is an event of the ledger: the day it began, or the last day
            of what ended.
    """

    cause: str | None
    kind: str
    amounts: Amounts
    products: tuple[str, ...] = ()
    subscription: str | None = None
    lines: tuple[int, ...] = ()
    lines_before: tuple[int, ...] = ()
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class RatedBill:
    """A bill's lines and its whole tax."""

    bill: int
    lines: tuple[Rated, ...]
    tax: Decimal

    @property
    def total(self) -> Decimal:
        """Return its charges with tax."""
        return sum((line.amounts.net for line in self.lines), self.tax)


@dataclass
class _Charge:
    """One charge on both bills, by the places of its lines."""

    now: list[int] = field(default_factory=list)
    before: list[int] = field(default_factory=list)


def effects(ledger: Ledger) -> Effects:
    """Say for each event which charges it changes on which bills, and by what cause."""
    found: Effects = defaultdict(set)
    for event in ledger.events:
        for bill, charge, cause in _effects(event, ledger):
            found[bill, charge].add((cause, event.day))
    return found


def _effects(event: Event, ledger: Ledger) -> Iterator[tuple[int, str, str | None]]:
    match event:
        case Begin(service=service):
            one = ledger.services[service]
            discount = one.kind == "discount"
            first, parted = _begun(event, ledger)
            yield first, one.charge, "promotion_started" if discount else "product_added"
            if parted:
                late = ledger.traits.ahead and event.ordered >= event.day
                again = "proration" if late or not discount else "promotion_started"
                yield first + 1, one.charge, again
        case End(service=service):
            one = ledger.services[service]
            yield from _ended(event, ledger, one.charge, discount=one.kind == "discount")
        case Change():
            yield from _changed(event, ledger)
        case Pause(service=service, day=day):
            bill = cycle_of(ledger.cycles, day)
            for at in (bill, bill + 1):
                yield at, ledger.services[service].charge, "proration"
        case Reprice():
            yield from _repriced(event, ledger)
        case Moved(bill=bill):
            for one in ledger.services.values():
                if one.kind == "recurring":
                    cause = "proration" if ledger.traits.ahead else "period_length"
                    at = bill - 1 if ledger.traits.ahead else bill
                    yield at, one.charge, cause
                    yield at + 1, one.charge, cause


def _begun(event: Begin | Change, ledger: Ledger) -> tuple[int, bool]:
    """Return the first bill with what begins, and whether the next one is another for that."""
    cycle = cycle_of(ledger.cycles, event.day)
    edge = event.day == ledger.cycles[cycle].start
    if ledger.traits.ahead and event.ordered >= ledger.cycles[cycle].start:
        return cycle, True
    return ledger.charged_on(cycle), not edge


def _ended(
    event: End, ledger: Ledger, charge: str, *, discount: bool
) -> Iterator[tuple[int, str, str | None]]:
    cycle = cycle_of(ledger.cycles, event.day)
    edge = event.day == ledger.cycles[cycle].end
    gone = "promotion_ended" if discount else "product_removed"
    if edge:
        yield ledger.charged_on(cycle) + 1, charge, gone
    elif ledger.traits.ahead and event.told >= ledger.cycles[cycle].start:
        yield cycle, charge, gone
        yield cycle + 1, charge, "proration"
    else:
        first = ledger.charged_on(cycle)
        parted = gone if discount else "proration"
        yield first, charge, parted
        yield first + 1, charge, parted


def _changed(event: Change, ledger: Ledger) -> Iterator[tuple[int, str, str | None]]:
    old, new = ledger.services[event.service].charge, ledger.services[event.other].charge
    first, parted = _begun(event, ledger)
    if not parted:
        yield first, old, "product_removed"
        yield first, new, "product_added"
        return
    yield first, old, "plan_changed"
    yield first, new, "plan_changed"
    yield first + 1, old, "proration"
    yield first + 1, new, "proration"


def _repriced(event: Reprice, ledger: Ledger) -> Iterator[tuple[int, str, str | None]]:
    service = ledger.services[event.service]
    cycle = cycle_of(ledger.cycles, event.day)
    first = ledger.charged_on(cycle)
    if event.day != ledger.cycles[cycle].start:
        yield first, service.charge, None
        yield first + 1, service.charge, None
        return
    before = [
        one.price
        for one in ledger.events
        if isinstance(one, Begin | Reprice) and one.service == event.service and one.day < event.day
    ]
    cause = "price_changed"
    if service.kind == "discount" and before:
        cause = "promotion_grew" if event.price < before[-1] else "promotion_shrank"
    yield first, service.charge, cause


class Truth:
    """Tells what happened between two bills of one account."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.effects = effects(ledger)
        self.unit = ledger.market.unit

    def between(self, before: RatedBill, now: RatedBill) -> list[TrueChange]:
        """List the changes from one bill to the next; they sum to the difference of the totals."""
        changes = []
        moved = self._rates_moved(now.bill)
        by_tax, taxed = NOTHING, _Charge()
        for charges, cause, days in self._causes(_charges(before, now), now.bill, before, now):
            changed = _sum(now, charges, "now") - _sum(before, charges, "before")
            if moved is not None:
                part = sum((self._by_rate(moved, one, before, now) for one in charges), NOTHING)
                if part != NOTHING:
                    by_tax, changed = by_tax + part, changed - part
                    for one in charges:
                        taxed.now += one.now
                        taxed.before += one.before
            if changed != NOTHING:
                change = _change(cause, changed, charges, before, now)
                changes.append(replace(change, days=tuple(sorted(days))))
        if by_tax != NOTHING:
            taxed.now.sort()
            taxed.before.sort()
            places = tuple(taxed.now), tuple(taxed.before)
            changes.append(TrueChange("tax_rate", "tax", by_tax, (), None, *places))
        rest = _untold(now) - _untold(before)
        if rest:
            cause = "rounding" if self.ledger.traits.rates else None
            changes.append(TrueChange(cause, "tax", Amounts(Decimal(0), rest, rest)))
        return changes

    def _causes(
        self, charges: dict[str, _Charge], bill: int, before: RatedBill, now: RatedBill
    ) -> Iterator[tuple[list[_Charge], str | None, set[date]]]:
        """Name each charge's cause; the two plans of a plan change are one."""
        plans: dict[str | None, tuple[list[_Charge], set[date]]] = defaultdict(lambda: ([], set()))
        for name, one in charges.items():
            lines = [now.lines[at] for at in one.now] + [before.lines[at] for at in one.before]
            happened = self.effects.get((bill, name), set())
            causes, days = {cause for cause, _ in happened}, {day for _, day in happened}
            if "plan_changed" in causes and len(causes) == 1:
                both, days_of_both = plans[lines[0].subscription]
                both.append(one)
                days_of_both |= days
            else:
                yield [one], _cause(lines, causes), days
        for both, days in plans.values():
            yield both, "plan_changed", days

    def _rates_moved(self, bill: int) -> tuple[Decimal, Decimal] | None:
        """Return the last bill's rate of tax and this one's, if they differ."""
        last, this = self.ledger.rate(bill - 1), self.ledger.rate(bill)
        return (last, this) if last != this and self.ledger.traits.rates else None

    def _by_rate(
        self, rates: tuple[Decimal, Decimal], charge: _Charge, before: RatedBill, now: RatedBill
    ) -> Amounts:
        """Return what the moved rate did, at the nets of the bill with the lower one."""
        if not charge.before or not charge.now:
            return NOTHING
        last, this = rates
        rose = last < this
        lines = [before.lines[at] for at in charge.before]
        if not rose:
            lines = [now.lines[at] for at in charge.now]
        made = NOTHING
        for line in lines:
            if line.rate == min(rates):
                made += from_net(line.amounts.net, max(rates), self.unit) - line.amounts
        return made if rose else NOTHING - made


def _cause(lines: Sequence[Rated], causes: set[str | None]) -> str | None:
    kind = lines[0].kind
    if kind == "usage":
        return "overage" if all(line.over for line in lines) else "usage"
    if kind == "content" and lines[0].period is None:
        return "usage"
    if kind == "credit":
        given = {line.reason in ("refund", "dispute") for line in lines}
        return None if len(given) > 1 else "refund" if given == {True} else "credit"
    if kind in _ALWAYS:
        return _ALWAYS[kind]
    return next(iter(causes)) if len(causes) == 1 else None


def _charges(before: RatedBill, now: RatedBill) -> dict[str, _Charge]:
    found: dict[str, _Charge] = defaultdict(_Charge)
    for at, line in enumerate(now.lines):
        found[line.charge].now.append(at)
    for at, line in enumerate(before.lines):
        found[line.charge].before.append(at)
    return found


def _sum(bill: RatedBill, charges: Sequence[_Charge], side: str) -> Amounts:
    places = [at for one in charges for at in getattr(one, side)]
    return sum((bill.lines[at].amounts for at in places), NOTHING)


def _change(
    cause: str | None,
    amounts: Amounts,
    charges: Sequence[_Charge],
    before: RatedBill,
    now: RatedBill,
) -> TrueChange:
    places = tuple(sorted(at for one in charges for at in one.now))
    places_before = tuple(sorted(at for one in charges for at in one.before))
    lines = [before.lines[at] for at in places_before] + [now.lines[at] for at in places]
    products = tuple(dict.fromkeys(line.product for line in lines))
    first = lines[0]
    return TrueChange(
        cause, first.kind, amounts, products, first.subscription, places, places_before
    )


def _untold(bill: RatedBill) -> Decimal:
    """Return what of the bill's tax its lines do not make."""
    return bill.tax - sum((line.amounts.tax for line in bill.lines), Decimal(0))
