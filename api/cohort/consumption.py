"""Draws what each line of service uses, and what of it is charged beyond the plan."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from random import Random

from api.cohort.catalogue import Offer
from api.cohort.cycles import Cycle
from api.cohort.events import Ledger, Meter, Use
from api.cohort.money import rounded
from api.cohort.timeline import Timeline, timelines

COUNTRIES = ("ES", "TR", "US", "CH", "TH", "MA", "JP", "AE", "GB", "ID", "EG", "SG", "VN", "BR")
_TENTH = Decimal("0.1")
_PREMIUM = (
    ("calls_abroad", "voice", "min", 60),
    ("service_numbers", "other", "min", 12),
    ("picture_messages", "messages", "message", 9),
)


def draw_consumption(rng: Random, ledger: Ledger) -> None:
    """Draw the use of every line in every period."""
    known = timelines(ledger.events)
    for number in ledger.subscriptions:
        _Line(rng, ledger, number, known).draw()


class _Line:
    """The habits of one line of service."""

    def __init__(
        self, rng: Random, ledger: Ledger, number: str, known: dict[str, Timeline]
    ) -> None:
        self.rng, self.ledger, self.number, self.known = rng, ledger, number, known
        self.thirst = rng.uniform(0.3, 0.85)
        self.talk = rng.randrange(20, 400)
        self.started = rng.random() < 0.5
        limited = any(plan and plan.minutes for plan in map(self._plan, ledger.cycles))
        premium = [one for one in _PREMIUM if rng.random() < 0.35]
        self.premium = [one for one in premium if one[1] != "voice" or not limited]
        self.rents = rng.random() < 0.12
        self.travels = rng.random() < 0.4

    def draw(self) -> None:
        """Draw all periods."""
        for bill in self.ledger.bills:
            plan = self._plan(self.ledger.cycles[bill])
            if plan is None:
                continue
            meters = [self._data(bill, plan), self._voice(bill, plan)]
            meters.append(Meter("messages", Decimal(self.rng.randrange(90)), "sms", None))
            self.ledger.meters[bill, self.number] = meters
            for what, usage, unit, most in self.premium:
                if self.rng.random() < 0.75:
                    quantity = Decimal(self.rng.randrange(1, most))
                    self._use(bill, what, usage, quantity, unit)
            if self.rents and self.rng.random() < 0.4:
                self._rent(bill)
            if self.travels and self.rng.random() < 0.14:
                self._travel(bill)

    def _plan(self, cycle: Cycle) -> Offer | None:
        """Return the plan at a period's end, the one that allowances are of."""
        plans = {one.product: one for one in self.ledger.market.plans}
        for one in self.ledger.services.values():
            line = self.known[one.key]
            mine = one.subscription == self.number and one.product in plans
            if mine and line.begin <= cycle.end <= line.end:
                return plans[one.product]
        return None

    def _data(self, bill: int, plan: Offer) -> Meter:
        included = plan.data
        if included is None:
            used = Decimal(self.rng.randrange(200, 1400)) / 10
            return Meter("data", used, "GB", None)
        share = Decimal(str(round(self.thirst * self.rng.uniform(0.7, 1.1), 3)))
        used = min(rounded(included * share, _TENTH), included)
        if self.rng.random() < 0.08:
            over = Decimal(self.rng.randrange(2, 60)) / 10
            used = included + over
            self._use(bill, "over_data", "data", self._charged(over), "GB", over=True)
        return Meter("data", used, "GB", included)

    def _voice(self, bill: int, plan: Offer) -> Meter:
        used = Decimal(int(self.talk * self.rng.uniform(0.5, 1.5)))
        if plan.minutes is None:
            return Meter("voice", used, "min", None)
        if used > plan.minutes and self.rng.random() > 0.25:
            used = plan.minutes - self.rng.randrange(60)
        if used > plan.minutes:
            over = used - plan.minutes
            self._use(bill, "over_voice", "voice", over, "min", over=True)
        return Meter("voice", used, "min", plan.minutes)

    def _charged(self, over: Decimal) -> Decimal:
        """Charge each gigabyte that was started, or what was used."""
        return over.to_integral_value(ROUND_CEILING) if self.started else over

    def _use(
        self, bill: int, what: str, usage: str, quantity: Decimal, unit: str, *, over: bool = False
    ) -> None:
        market = self.ledger.market
        self.ledger.uses.append(
            Use(
                bill=bill,
                subscription=self.number,
                what=what,
                name=market.words[what],
                product=f"U-{what.upper().replace('_', '-')}",
                sort="usage",
                usage=usage,
                amount=rounded(quantity * market.prices[what], market.unit),
                quantity=quantity if self.ledger.traits.quantities else None,
                unit=unit,
                over=over,
            )
        )

    def _rent(self, bill: int) -> None:
        offer = self.rng.choice(self.ledger.market.rentals)
        count = self.rng.randrange(1, 4)
        self.ledger.uses.append(
            Use(
                bill=bill,
                subscription=self.number,
                what=offer.product,
                name=offer.name,
                product=offer.product,
                sort="content",
                usage=None,
                amount=offer.price * count,
                quantity=Decimal(count),
            )
        )

    def _travel(self, bill: int) -> None:
        market = self.ledger.market
        elsewhere = [one for one in COUNTRIES if one != market.country]
        low, high = market.ranges["roaming"]
        steps = int((high - low) / market.unit)
        says = self.rng.random() < 0.95
        for country in self.rng.sample(elsewhere, self.rng.choice((1, 1, 1, 2, 3))):
            for usage in self.rng.choice((("data",), ("voice",), ("data", "voice"))):
                self.ledger.uses.append(
                    Use(
                        bill=bill,
                        subscription=self.number,
                        what="roaming",
                        name=roaming_name(market.language, market.words["roaming"], country),
                        product=f"R-{country}",
                        sort="roaming",
                        usage=usage,
                        amount=low + self.rng.randrange(steps) * market.unit,
                        country=country if says else None,
                    )
                )


def roaming_name(language: str, form: str, country: str) -> str:
    """Name use in a country as a bill does."""
    from babel import Locale  # here: it takes a while to load

    name = Locale(language).territories[country]
    return form.format(country=name)
