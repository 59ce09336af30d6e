"""Draws an account's life: who it is, what it has, and what happens in its months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

from api.cohort.catalogue import LOCALES, Market, market
from api.cohort.consumption import draw_consumption
from api.cohort.cycles import DAY, Cycle, month_later, months_of, moved
from api.cohort.events import Ledger, Moved, NewRate, Once, Traits
from api.cohort.happenings import Happenings
from api.cohort.holdings import add_subscription
from api.cohort.people import draw_numbers, draw_person

FIRST_DAYS = (1, 1, 1, 1, 1, 1, 8, 15, 22)
MOVING = 5
"""Bills that an account needs whose period is moved to another day."""


def draw_account(seed: int, at: int, months: int, language: str | None = None) -> Ledger:
    """Draw one account; the same for the same seed and place, however many there are."""
    rng = Random(f"{seed}/{at}")  # noqa: S311 -- repeatable, not secret
    place = rng.choice(LOCALES)
    found = market(language or place)
    moving = months >= MOVING and rng.random() < 0.05
    cycles = moved(months) if moving else months_of(months, rng.choice(FIRST_DAYS))
    first = rng.randrange(months) if not moving and rng.random() < 0.08 else 0
    joined = first if first or (not moving and rng.random() < 0.02) else None
    ledger = Ledger(
        number=f"{at + 1:06}",
        market=found,
        person=draw_person(rng, found),
        subscriptions=draw_numbers(rng, found, rng.choice((1, 1, 1, 1, 1, 1, 2, 2, 2, 3))),
        traits=_traits(rng, found),
        cycles=cycles,
        first=first,
        since=_since(rng, cycles, joined),
    )
    blocked = _upheavals(rng, ledger, moving=moving)
    for place_of, number in enumerate(ledger.subscriptions):
        late = place_of > 0 and joined is None and not moving and rng.random() < 0.15
        _move_in(rng, ledger, number, joined, late=late, blocked=blocked)
    Happenings(rng, ledger, blocked, quiet=rng.random() < 0.2).happen()
    draw_consumption(rng, ledger)
    return ledger


def _traits(rng: Random, found: Market) -> Traits:
    net = found.net or rng.random() < 0.05
    return Traits(
        ahead=rng.random() < 0.65,
        net=net,
        fixed_net=False,
        rates=not net or rng.random() < 0.98,
        prices=rng.random() < 0.9,
        quantities=rng.random() < 0.85,
        old=rng.random() < 0.25,
        debit=rng.random() < 0.4,
        punctual=rng.choice((1.0, 1.0, 1.0, 0.9, 0.7)),
        shows_payments=rng.random() < 0.3,
        untaxed_devices=rng.random() < 0.1,
    )


def _since(rng: Random, cycles: Sequence[Cycle], joined: int | None) -> date:
    if joined is None:
        return cycles[0].start - rng.randrange(120, 3600) * DAY
    cycle = cycles[joined]
    return cycle.start + rng.randrange(2, cycle.days - 3) * DAY


def _upheavals(rng: Random, ledger: Ledger, *, moving: bool) -> set[int]:
    """Draw what befalls a whole account; return the bills on which nothing else should happen."""
    blocked: set[int] = set()
    if moving:
        short = len(ledger.cycles) - 5
        ledger.events.append(Moved(ledger.cycles[short].start, short))
        blocked |= {short - 1, short, short + 1, short + 2}
    elif rng.random() < 0.02 and len(ledger.bills) > 2:
        bill = rng.choice(ledger.bills[1:])
        rate = ledger.market.other_rate
        ledger.events.append(NewRate(ledger.cycles[bill].start, bill, rate))
        ledger.traits = _with_fixed_net(ledger.traits)
        blocked |= {bill - 1, bill, bill + 1}
    return blocked


def _with_fixed_net(traits: Traits) -> Traits:
    values = {name: getattr(traits, name) for name in Traits.__slots__}
    return Traits(**(values | {"fixed_net": not traits.net}))


def _move_in(
    rng: Random,
    ledger: Ledger,
    number: str,
    joined: int | None,
    *,
    late: bool,
    blocked: set[int],
) -> None:
    """Give a line of service what it has: for long, from the account's first day, or from a day."""
    bill = joined
    day = ledger.since
    if late:
        bills = [one for one in ledger.bills[1:] if not {one, one + 1} & blocked]
        if bills:
            bill = rng.choice(bills)
            cycle = ledger.cycles[bill]
            day = cycle.start + rng.randrange(2, cycle.days - 3) * DAY
    if bill is None:
        day = month_later(ledger.cycles[0].start, -rng.randrange(3, 40))
    add_subscription(rng, ledger, number, day, bill)
    if bill is None:
        return
    fee = ledger.market.activation
    ledger.onces.append(
        Once(bill, day, fee.product, fee.name, "one_time", fee.price, subscription=number)
    )
