"""What happens in an account's life: the ledger that its bills are rated from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from api.cohort.catalogue import Market
from api.cohort.cycles import Cycle
from api.cohort.people import Person


@dataclass(frozen=True, slots=True)
class Service:
    """Something an account has for a while, with a price for each period.

    Args:
        key: unique in the account.
        kind: a `ChargeKind`: recurring, content, device or discount.
        untaxed: sold at a rate of 0.
    """

    key: str
    subscription: str
    product: str
    name: str
    kind: str
    untaxed: bool = False

    @property
    def charge(self) -> str:
        """Name the charge it makes: one product of one line and kind."""
        return f"{self.subscription}|{self.product}|{self.kind}"


@dataclass(frozen=True, slots=True)
class Begin:
    """A service begins on a day; billing knows it from the day it was ordered."""

    service: str
    day: date
    price: Decimal
    ordered: date


@dataclass(frozen=True, slots=True)
class End:
    """A service ends after a last day; billing knows it from the day it was told."""

    service: str
    day: date
    told: date


@dataclass(frozen=True, slots=True)
class Change:
    """One plan takes the place of another from a day on."""

    service: str
    day: date
    other: str
    price: Decimal
    ordered: date


@dataclass(frozen=True, slots=True)
class Pause:
    """A service rests from one day to another, both without it."""

    service: str
    day: date
    until: date


@dataclass(frozen=True, slots=True)
class Reprice:
    """A service's price is other from a day on; it is announced long before."""

    service: str
    day: date
    price: Decimal


@dataclass(frozen=True, slots=True)
class NewRate:
    """The rate of tax is other on bills from this one on."""

    day: date
    bill: int
    rate: Decimal


@dataclass(frozen=True, slots=True)
class Moved:
    """The account's bills begin on another day of the month, after this short period."""

    day: date
    bill: int


Event = Begin | End | Change | Pause | Reprice | NewRate | Moved


@dataclass(frozen=True, slots=True)
class Use:
    """What is charged for use in one period.

    Args:
        what: its name among the market's words, or a rental's product id.
        sort: "usage", "roaming" or "content".
        usage: "data", "voice", "messages" or "other".
        amount: as the market prints prices, before it is taxed or with the tax.
        quantity: in `unit`, if it is said.
    """

    bill: int
    subscription: str
    what: str
    name: str
    product: str
    sort: str
    usage: str | None
    amount: Decimal
    quantity: Decimal | None = None
    unit: str = "unit"
    country: str | None = None
    over: bool = False


@dataclass(frozen=True, slots=True)
class Once:
    """A charge or credit that comes once."""

    bill: int
    day: date
    product: str
    name: str
    kind: str
    amount: Decimal
    subscription: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Meter:
    """What a line of service used in one period; `included` is absent where it is unlimited."""

    kind: str
    used: Decimal
    unit: str
    included: Decimal | None


@dataclass(frozen=True, slots=True)
class Traits:
    """How the operator bills this account.

    Args:
        ahead: plans are charged in advance.
        net: bills write amounts before tax.
        fixed_net: the list price is before tax although bills include it.
        rates: lines say their rate of tax.
        prices: lines say what a whole period costs.
        quantities: use says how much it was.
        old: bills are written with the names of TMF678 v4.
        debit: the operator collects what is due.
        punctual: share of bills that are paid in time and in full.
        shows_payments: bills show the balance even when it has been paid.
        untaxed_devices: instalments bear no tax.
    """

    ahead: bool
    net: bool
    fixed_net: bool
    rates: bool
    prices: bool
    quantities: bool
    old: bool
    debit: bool
    punctual: float
    shows_payments: bool
    untaxed_devices: bool


@dataclass
class Ledger:
    """An account, and everything that happens in it.

    Args:
        cycles: the periods of its bills, and the one after the last.
        first: the first bill there is, by its place in `cycles`.
    """

    number: str
    market: Market
    person: Person
    subscriptions: tuple[str, ...]
    traits: Traits
    cycles: Sequence[Cycle]
    first: int
    since: date
    services: dict[str, Service] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    onces: list[Once] = field(default_factory=list)
    meters: dict[tuple[int, str], list[Meter]] = field(default_factory=dict)

    @property
    def bills(self) -> range:
        """Return the places of its bills in `cycles`."""
        return range(self.first, len(self.cycles) - 1)

    def charged_on(self, cycle: int) -> int:
        """Return the bill on which a period is charged as planned."""
        return cycle - 1 if self.traits.ahead else cycle

    def rate(self, bill: int) -> Decimal:
        """Return the rate of tax on a bill."""
        rate = self.market.tax.rate
        for event in self.events:
            if isinstance(event, NewRate) and event.bill <= bill:
                rate = event.rate
        return rate
