"""The rating engine: from the ledger to the lines of each bill.

Plans are charged for the period to come (in advance) or for the one that ended (in arrears). In
advance, a bill also puts right what the last one charged before anyone knew: days more are
charged in part, days not used are given back. A part of a period costs its share of the days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from api.cohort.cycles import DAY, Cycle
from api.cohort.events import Ledger, Once, Service, Use
from api.cohort.money import Amounts, from_gross, from_net, rounded
from api.cohort.timeline import Days, Timeline, less, timelines


@dataclass(frozen=True, slots=True)
class Rated:
    """One line of a bill.

    Args:
        charge: what it is a charge for, by the ledger: product, line and kind; the same from bill
            to bill, whatever a document may call it.
        rate: of tax, in per cent.
        price: what a whole period costs, as the bill writes amounts.
    """

    charge: str
    product: str
    name: str
    kind: str
    amounts: Amounts
    rate: Decimal
    subscription: str | None = None
    period: Days | None = None
    price: Decimal | None = None
    quantity: tuple[Decimal, str] | None = None
    usage: str | None = None
    country: str | None = None
    reason: str | None = None
    over: bool = False


class Rater:
    """Rates one account's bills."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.timelines = timelines(ledger.events)
        self.unit = ledger.market.unit

    def lines(self, bill: int) -> list[Rated]:
        """List what a bill charges, in the order bills are printed in."""
        ledger = self.ledger
        found = [line for one in ledger.services.values() for line in self._service(one, bill)]
        found += [self._use(one) for one in ledger.uses if one.bill == bill]
        found += [self.once(one) for one in ledger.onces if one.bill == bill]
        return found

    def once(self, one: Once) -> Rated:
        """Rate a charge or credit that comes once; a fee for paying late bears no tax here."""
        rate = Decimal(0) if one.kind == "penalty" else self.ledger.rate(one.bill)
        shown = self._shown(abs(one.amount), rate)
        return Rated(
            charge=f"{one.subscription}|{one.product}|{one.kind}",
            product=one.product,
            name=one.name,
            kind=one.kind,
            amounts=self._amounts(shown.copy_sign(one.amount), rate),
            rate=rate,
            subscription=one.subscription,
            period=(one.day, one.day) if one.kind == "one_time" else None,
            reason=one.reason,
        )

    def _use(self, one: Use) -> Rated:
        rate = self.ledger.rate(one.bill)
        cycle = self.ledger.cycles[one.bill]
        by = {"usage": f"use of {one.usage}", "roaming": "roaming", "content": one.product}
        return Rated(
            charge=f"{one.subscription}|{by[one.sort]}|{one.sort}",
            product=one.product,
            name=one.name,
            kind=one.sort,
            amounts=self._amounts(self._shown(one.amount, rate), rate),
            rate=rate,
            subscription=one.subscription,
            period=None if one.sort == "content" else (cycle.start, cycle.end),
            quantity=None if one.quantity is None else (one.quantity, one.unit),
            usage=one.usage,
            country=one.country,
            over=one.over,
        )

    def _service(self, service: Service, bill: int) -> Iterator[Rated]:
        ledger, timeline = self.ledger, self.timelines[service.key]
        cycle = ledger.cycles[bill]
        if not ledger.traits.ahead:
            yield from self._runs(service, timeline.days(cycle, cycle.end), bill, cycle)
            return
        charged = timeline.days(cycle, cycle.start - DAY)
        due = timeline.days(cycle, cycle.end)
        back = self._runs(service, less(charged, due), bill, cycle)
        yield from (_turned(line) for line in back)
        yield from self._runs(service, less(due, charged), bill, cycle)
        coming = ledger.cycles[bill + 1]
        yield from self._runs(service, timeline.days(coming, cycle.end), bill, coming)

    def _runs(self, service: Service, runs: list[Days], bill: int, cycle: Cycle) -> Iterator[Rated]:
        rate = Decimal(0) if service.untaxed else self.ledger.rate(bill)
        timeline: Timeline = self.timelines[service.key]
        for (first, last), listed in timeline.priced(runs):
            price = self._shown(abs(listed), rate).copy_sign(listed)
            days, whole = self._share(service, cycle, first, last)
            amount = price if days == whole else rounded(price * days / whole, self.unit)
            if amount:
                yield Rated(
                    charge=service.charge,
                    product=service.product,
                    name=service.name,
                    kind=service.kind,
                    amounts=self._amounts(amount, rate),
                    rate=rate,
                    subscription=service.subscription,
                    period=(first, last),
                    price=price if self.ledger.traits.prices else None,
                )

    def _share(self, service: Service, cycle: Cycle, first: date, last: date) -> tuple[int, int]:
        """Return days, and of how many; in a short period only recurring charges cost less."""
        days = (last - first).days + 1
        return days, cycle.whole if service.kind == "recurring" else cycle.days

    def _shown(self, listed: Decimal, rate: Decimal) -> Decimal:
        """Turn a price of the list into one as the bill writes it."""
        traits = self.ledger.traits
        return from_net(listed, rate, self.unit).gross if traits.fixed_net else listed

    def _amounts(self, shown: Decimal, rate: Decimal) -> Amounts:
        traits = self.ledger.traits
        if not traits.net:
            return from_gross(shown, rate, self.unit)
        if not traits.rates:
            return Amounts(shown, Decimal(0), shown)
        return from_net(shown, rate, self.unit)


def _turned(line: Rated) -> Rated:
    amounts = line.amounts
    back = Amounts(-amounts.net, -amounts.tax, -amounts.gross)
    return Rated(
        charge=line.charge,
        product=line.product,
        name=line.name,
        kind=line.kind,
        amounts=back,
        rate=line.rate,
        subscription=line.subscription,
        period=line.period,
        price=line.price,
    )
