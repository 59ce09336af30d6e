"""Draws what a line of service has: a plan, and what goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from random import Random

from api.cohort.catalogue import Offer
from api.cohort.cycles import DAY
from api.cohort.events import Begin, Ledger, Service
from api.cohort.money import rounded


def add_service(ledger: Ledger, number: str, offer: Offer, kind: str) -> Service:
    """Enter a service into the ledger, without a day yet."""
    key = f"{number}|{offer.product}"
    untaxed = kind == "device" and ledger.traits.untaxed_devices
    service = Service(key, number, offer.product, offer.name, kind, untaxed)
    ledger.services[key] = service
    return service


def add_subscription(rng: Random, ledger: Ledger, number: str, day: date, bill: int | None) -> None:
    """Give a line its plan and more, all from one day; `bill` is the first one that has it."""
    market = ledger.market
    ordered = day if bill is not None else day - DAY
    plan = rng.choice(market.plans)
    held = [(plan, "recurring")]
    held += [(one, "recurring") for one in _some(rng, market.addons, (0, 0, 1, 1, 2, 3))]
    held += [(one, "content") for one in _some(rng, market.contents, (0, 0, 1, 2))]
    held += [(one, "device") for one in _some(rng, market.devices, (0, 0, 0, 1))]
    for offer, kind in held:
        service = add_service(ledger, number, offer, kind)
        ledger.events.append(Begin(service.key, day, offer.price, ordered))
    if rng.random() < 0.35:
        offer = rng.choice(market.discounts)
        service = add_service(ledger, number, offer, "discount")
        ledger.events.append(Begin(service.key, day, -offer.price, ordered))
    elif bill is None and rng.random() < 0.15:
        offer = rng.choice(market.shares)
        service = add_service(ledger, number, offer, "discount")
        price = share_of(offer, plan.price, market.unit)
        ledger.events.append(Begin(service.key, day, price, ordered))


def share_of(offer: Offer, price: Decimal, unit: Decimal) -> Decimal:
    """Return what a discount in per cent takes off a price, as a negative amount."""
    return -rounded(price * offer.price / 100, unit)


def _some(rng: Random, offers: Sequence[Offer], counts: Sequence[int]) -> list[Offer]:
    return rng.sample(list(offers), rng.choice(counts))
