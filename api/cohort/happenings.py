"""Draws what happens to services: taken up, given up, changed, paused, promoted, priced anew.

One charge is mostly touched by one thing at a time: a happening keeps its bill and the next for
itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from random import Random

from api.cohort.catalogue import Offer
from api.cohort.cycles import DAY, Cycle
from api.cohort.events import Begin, Change, End, Ledger, Once, Pause, Reprice, Service
from api.cohort.holdings import add_service, share_of
from api.cohort.money import rounded
from api.cohort.timeline import timelines

CLASHES = 0.02
"""How often two things that touch one charge at once both happen; they have no one cause."""

_STEPS = (Decimal("0.5"), Decimal("0.5"), Decimal("0.75"), Decimal("1.25"))
"""What a promotion is multiplied by when it goes into its next phase."""


class Happenings:
    """Draws events for one account, bill by bill."""

    def __init__(self, rng: Random, ledger: Ledger, blocked: set[int], *, quiet: bool) -> None:
        self.rng = rng
        self.ledger = ledger
        self.blocked = blocked
        self.quiet = quiet
        self.taken: set[tuple[str, int]] = set()
        self.draws: tuple[tuple[float, Callable[[int, str], None]], ...] = (
            (0.030, self._change_plan),
            (0.045, self._take_up),
            (0.045, self._give_up),
            (0.020, self._pause),
            (0.030, self._reprice),
            (0.050, self._begin_promotion),
            (0.060, self._end_promotion),
            (0.030, self._step_promotion),
            (0.005, self._leave),
            (0.001, self._reprice_midway),
        )

    def happen(self) -> None:
        """Draw everything; a quiet account has hardly anything of it."""
        for bill in self.ledger.bills[1:]:
            for number in self.ledger.subscriptions:
                for chance, draw in self.draws:
                    if self.rng.random() < (chance / 4 if self.quiet else chance):
                        draw(bill, number)
                self._once(bill, number)
            self._credit(bill)

    def _cycle(self, bill: int) -> Cycle:
        return self.ledger.cycles[bill]

    def _charged(self, bill: int) -> Cycle:
        """Return the period that a bill charges services for."""
        return self.ledger.cycles[bill + 1 if self.ledger.traits.ahead else bill]

    def _midway(self, cycle: Cycle) -> date:
        return cycle.start + self.rng.randrange(2, cycle.days - 2) * DAY

    def _take(self, bill: int, *names: str, alone: bool = False) -> bool:
        """Keep this bill and the next for some charges; False where they are taken."""
        wanted = {(name, at) for name in names for at in (bill, bill + 1)}
        clash = bool(wanted & self.taken) and (alone or self.rng.random() > CLASHES)
        if clash or {bill, bill + 1} & self.blocked:
            return False
        self.taken |= wanted
        return True

    def _running(self, bill: int, number: str, kind: str) -> Iterator[Service]:
        """List the services of a kind that are whole on this bill, the last and the next."""
        ledger = self.ledger
        known = timelines(ledger.events)
        first = self._cycle(max(bill - 2, 0)).start
        for one in ledger.services.values():
            line = known[one.key]
            if one.subscription != number or one.kind != kind:
                continue
            if line.begin <= first and line.end == date.max and line.ordered < first:
                yield one

    def _plan(self, bill: int, number: str) -> tuple[Service, Offer] | None:
        plans = {one.product: one for one in self.ledger.market.plans}
        found = [one for one in self._running(bill, number, "recurring") if one.product in plans]
        return (found[0], plans[found[0].product]) if found else None

    def _share(self, number: str) -> Service | None:
        """Return the line's discount in per cent, if it has or had one."""
        shares = {one.product for one in self.ledger.market.shares}
        every = self.ledger.services.values()
        held = (one for one in every if one.subscription == number and one.product in shares)
        return next(held, None)

    def _change_plan(self, bill: int, number: str) -> None:
        found = self._plan(bill, number)
        if found is None or self._share(number):
            return
        service, offer = found
        others = [
            one
            for one in self.ledger.market.plans
            if (one.minutes is None or offer.minutes is not None)
            and f"{number}|{one.product}" not in self.ledger.services
        ]
        if not others or not self._take(bill, service.key, f"{number} plans"):
            return
        new = add_service(self.ledger, number, self.rng.choice(others), "recurring")
        price = self.ledger.market.plan(new.product).price
        if self.rng.random() < 0.75:
            day = self._midway(self._cycle(bill))
            ordered = day
        else:
            day = self._charged(bill).start
            ordered = day - 5 * DAY
        self.taken |= {(new.key, bill), (new.key, bill + 1)}
        self.ledger.events.append(Change(service.key, day, new.key, price, ordered))

    def _take_up(self, bill: int, number: str) -> None:
        market = self.ledger.market
        kind = self.rng.choice(("recurring", "recurring", "content", "content", "device"))
        offers = {
            "recurring": market.addons, "content": market.contents, "device": market.devices,
        }[kind]  # fmt: skip
        offer = self.rng.choice(offers)
        held = f"{number}|{offer.product}" in self.ledger.services
        if held or not self._plan(bill, number):
            return
        names = [f"{number}|{offer.product}", *([f"{number} plans"] if kind == "recurring" else [])]
        if not self._take(bill, *names):
            return
        service = add_service(self.ledger, number, offer, kind)
        if self.rng.random() < 0.5:
            day = self._midway(self._cycle(bill))
            ordered = day
        else:
            day = self._charged(bill).start
            ordered = day - DAY
        self.ledger.events.append(Begin(service.key, day, offer.price, ordered))

    def _give_up(self, bill: int, number: str) -> None:
        kind = self.rng.choice(("recurring", "content", "device"))
        plans = {one.product for one in self.ledger.market.plans}
        found = [one for one in self._running(bill, number, kind) if one.product not in plans]
        if not found:
            return
        service = self.rng.choice(found)
        names = [service.key, *([f"{number} plans"] if kind == "recurring" else [])]
        if not self._take(bill, *names):
            return
        if kind != "device" and self.rng.random() < 0.5:
            day = self._midway(self._cycle(bill))
        else:
            day = self._charged(bill).start - DAY
        self.ledger.events.append(End(service.key, day, day))

    def _pause(self, bill: int, number: str) -> None:
        found = self._plan(bill, number)
        if found is None or self._share(number) or not self._take(bill, found[0].key):
            return
        cycle = self._cycle(bill)
        first = cycle.start + self.rng.randrange(2, 8) * DAY
        last = first + self.rng.randrange(5, 12) * DAY
        self.ledger.events.append(Pause(found[0].key, first, min(last, cycle.end - 2 * DAY)))

    def _new_price(self, price: Decimal) -> Decimal:
        unit = self.ledger.market.unit
        step = rounded(price * self.rng.choice((3, 5, 8, 10, -6)) / 100, unit * 50)
        return price + (step or unit * 50)

    def _reprice(self, bill: int, number: str) -> None:
        kind = self.rng.choice(("recurring", "recurring", "content", "device"))
        found = list(self._running(bill, number, kind))
        if not found:
            return
        service = self.rng.choice(found)
        share = self._share(number)
        of_plan = any(service.product == one.product for one in self.ledger.market.plans)
        names = [service.key, *([share.key] if share and of_plan else [])]
        if not self._take(bill, *names):
            return
        day = self._charged(bill).start
        price = self._new_price(timelines(self.ledger.events)[service.key].prices[-1][1])
        self.ledger.events.append(Reprice(service.key, day, price))
        if share and of_plan and timelines(self.ledger.events)[share.key].end > day:
            offer = next(o for o in self.ledger.market.shares if o.product == share.product)
            less = share_of(offer, price, self.ledger.market.unit)
            self.ledger.events.append(Reprice(share.key, day, less))

    def _reprice_midway(self, bill: int, number: str) -> None:
        """Raise a price inside a period: two things at once, which have no one cause."""
        found = self._plan(bill, number)
        if found is None or self.ledger.traits.ahead or self._share(number):
            return
        if not self._take(bill, found[0].key):
            return
        price = timelines(self.ledger.events)[found[0].key].prices[-1][1]
        day = self._midway(self._cycle(bill))
        self.ledger.events.append(Reprice(found[0].key, day, self._new_price(price)))

    def _begin_promotion(self, bill: int, number: str) -> None:
        offer = self.rng.choice(self.ledger.market.discounts)
        held = [
            one.product
            for one in self.ledger.services.values()
            if one.subscription == number and one.kind == "discount"
        ]
        if offer.product in held or len(held) > 1 or not self._plan(bill, number):
            return
        if not self._take(bill, f"{number}|{offer.product}"):
            return
        service = add_service(self.ledger, number, offer, "discount")
        if self.rng.random() < 0.5:
            day = self._midway(self._cycle(bill))
            ordered = day
        else:
            day = self._charged(bill).start
            ordered = day - DAY
        self.ledger.events.append(Begin(service.key, day, -offer.price, ordered))

    def _end_promotion(self, bill: int, number: str) -> None:
        found = list(self._running(bill, number, "discount"))
        if not found:
            return
        service = self.rng.choice(found)
        if not self._take(bill, service.key):
            return
        charged = self._charged(bill)
        day = self._midway(charged) if self.rng.random() < 0.5 else charged.start - DAY
        self.ledger.events.append(End(service.key, day, day - 100 * DAY))

    def _step_promotion(self, bill: int, number: str) -> None:
        share = self._share(number)
        found = [one for one in self._running(bill, number, "discount") if one != share]
        if not found or not self._take(bill, found[0].key):
            return
        price = timelines(self.ledger.events)[found[0].key].prices[-1][1]
        factor = self.rng.choice(_STEPS)
        other = rounded(price * factor, self.ledger.market.unit)
        self.ledger.events.append(Reprice(found[0].key, self._charged(bill).start, other))

    def _leave(self, bill: int, number: str) -> None:
        """End everything a second line has."""
        if number == self.ledger.subscriptions[0]:
            return
        known = timelines(self.ledger.events)
        held = [
            one
            for one in self.ledger.services.values()
            if one.subscription == number and known[one.key].end == date.max
        ]
        first = self._cycle(max(bill - 2, 0)).start
        late = [one for one in held if known[one.key].begin > first]
        if late or not self._take(bill, *(one.key for one in held), alone=True):
            return
        day = self._charged(bill).start - DAY
        for one in held:
            self.ledger.events.append(End(one.key, day, day))

    def _once(self, bill: int, number: str) -> None:
        if self.rng.random() > (0.01 if self.quiet else 0.04):
            return
        offer = self.rng.choice(self.ledger.market.fees)
        day = self._midway(self._cycle(bill))
        self.ledger.onces.append(
            Once(bill, day, offer.product, offer.name, "one_time", offer.price, number)
        )

    def _credit(self, bill: int) -> None:
        market = self.ledger.market
        draw = self.rng.random() * (4 if self.quiet else 1)
        if draw > 0.05:
            return
        reason = "goodwill" if draw < 0.03 else "refund" if draw < 0.04 else "dispute"
        low, high = market.ranges["credit" if reason == "goodwill" else "refund"]
        steps = int((high - low) / market.unit)
        amount = low + self.rng.randrange(steps) * market.unit
        day = self._midway(self._cycle(bill))
        product = f"CR-{reason.upper()}"
        self.ledger.onces.append(
            Once(bill, day, product, market.words[reason], "credit", -amount, reason=reason)
        )
