"""Whether a bill is paid, and what that means for the next one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from api.cohort.events import Ledger, Once
from api.cohort.money import rounded


@dataclass(frozen=True, slots=True)
class Balance:
    """What one bill carries over from the last, and the payments received since."""

    carried_over: Decimal
    payments: tuple[Decimal, ...]

    @property
    def open(self) -> Decimal:
        """Return what is left of it; below zero it is to the customer's credit."""
        return self.carried_over - sum(self.payments, Decimal(0))


def draw_balance(rng: Random, ledger: Ledger, due: Decimal) -> Balance:
    """Draw what is paid of the last bill's amount due before this one is made."""
    traits, unit = ledger.traits, ledger.market.unit
    if due <= 0:
        return Balance(due, ())
    if traits.debit or rng.random() < traits.punctual:
        return Balance(due, (due,))
    draw = rng.random()
    if draw < 0.35:
        return Balance(due, ())
    if draw < 0.75:
        part = rounded(due * Decimal(rng.randrange(20, 90)) / 100, unit)
        return Balance(due, (part,))
    if draw < 0.9:
        half = rounded(due / 2, unit)
        return Balance(due, (half, due - half))
    more = rounded(due * Decimal("1.2"), unit * 100)
    return Balance(due, (max(more, due + unit),))


def late_fee(ledger: Ledger, bill: int, balance: Balance) -> Once | None:
    """Charge a fee for what was not paid in time."""
    market = ledger.market
    if balance.open <= market.prices["late_fee"]:
        return None
    day = ledger.cycles[bill].end
    fee, name = market.prices["late_fee"], market.words["late_fee"]
    return Once(bill, day, "LATE-FEE", name, "penalty", fee, reason="late_fee")
