"""Ledgers made by hand, to say exactly what a bill has to charge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from api.cohort.catalogue import market
from api.cohort.cycles import Cycle, months_of
from api.cohort.events import Begin, Event, Ledger, Service, Traits
from api.cohort.people import Person
from api.cohort.rating import Rated, Rater
from api.cohort.truth import RatedBill, TrueChange, Truth

NUMBER = "07700 900147"
LONG_AGO = date(2020, 1, 1)
TRAITS = Traits(
    ahead=False,
    net=False,
    fixed_net=False,
    rates=True,
    prices=True,
    quantities=True,
    old=False,
    debit=True,
    punctual=1.0,
    shows_payments=False,
    untaxed_devices=False,
)


def service(product: str, kind: str = "recurring") -> Service:
    return Service(product, NUMBER, product, product.title(), kind)


def begun(product: str, price: str, day: date = LONG_AGO, ordered: date | None = None) -> Begin:
    return Begin(product, day, Decimal(price), ordered or day)


def ledger_of(
    services: Sequence[Service],
    events: Sequence[Event],
    *,
    cycles: Sequence[Cycle] = (),
    **traits: bool,
) -> Ledger:
    """Make an account with bills for September, October and November 2026, from these events."""
    return Ledger(
        number="000001",
        market=market("en"),
        person=Person("Grace Adeyemi", "Grace"),
        subscriptions=(NUMBER,),
        traits=replace(TRAITS, **traits),
        cycles=cycles or months_of(3, 1),
        first=0,
        since=LONG_AGO,
        services={one.key: one for one in services},
        events=list(events),
    )


def lines_of(ledger: Ledger) -> list[list[Rated]]:
    rater = Rater(ledger)
    return [rater.lines(bill) for bill in ledger.bills]


def gross_of(ledger: Ledger) -> list[list[str]]:
    """List what each bill's lines come to."""
    return [[str(line.amounts.gross) for line in lines] for lines in lines_of(ledger)]


def truths_of(ledger: Ledger) -> list[list[TrueChange]]:
    """List what changed on each bill since the one before."""
    truth = Truth(ledger)
    bills = [
        RatedBill(bill, tuple(lines), sum((line.amounts.tax for line in lines), Decimal(0)))
        for bill, lines in zip(ledger.bills, lines_of(ledger), strict=True)
    ]
    return [truth.between(*pair) for pair in pairwise(bills)]


def causes_of(ledger: Ledger) -> list[list[tuple[str | None, str]]]:
    """List the true causes and amounts on each bill since the one before."""
    return [[(one.cause, str(one.amounts.gross)) for one in bill] for bill in truths_of(ledger)]
