"""One account of a cohort: its bills as documents, and what is true of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from api.cohort.balance import Balance, draw_balance, late_fee
from api.cohort.events import Ledger
from api.cohort.life import draw_account
from api.cohort.money import rounded
from api.cohort.rating import Rated, Rater
from api.cohort.truth import RatedBill, TrueChange, Truth


@dataclass(frozen=True, slots=True)
class Billed:
    """One bill of an account.

    Args:
        changes: what changed since the last bill; empty on the first.
        difference: the same as one amount; `None` on the first.
    """

    rated: RatedBill
    balance: Balance
    changes: tuple[TrueChange, ...]
    difference: Decimal | None

    @property
    def due(self) -> Decimal:
        """Return what is to be paid."""
        return self.rated.total + self.balance.open


@dataclass(frozen=True, slots=True)
class Account:
    """An account and all of its bills, oldest first."""

    ledger: Ledger
    bills: tuple[Billed, ...]


def accounts(
    seed: int, customers: int, months: int, locale: str | None = None
) -> Iterator[Account]:
    """Draw accounts, one after the other; none is kept.

    Args:
        seed: the same accounts for the same seed, however many are drawn.
        months: bills of each account; new customers have fewer.
        locale: a language of `LOCALES`, for a cohort of one country.
    """
    for at in range(customers):
        yield draw(seed, at, months, locale)


def draw(seed: int, at: int, months: int, locale: str | None = None) -> Account:
    """Draw the account at one place of a cohort."""
    ledger = draw_account(seed, at, months, locale)
    rng = Random(f"{seed}/{at}/payments")  # noqa: S311 -- repeatable, not secret
    rater, truth = Rater(ledger), Truth(ledger)
    bills: list[Billed] = []
    for bill in ledger.bills:
        due = bills[-1].due if bills else Decimal(0)
        balance = draw_balance(rng, ledger, due)
        lines = rater.lines(bill)
        fee = late_fee(ledger, bill, balance)
        if fee is not None:
            lines.append(rater.once(fee))
        rated = RatedBill(bill, tuple(lines), _tax(ledger, lines))
        changes: tuple[TrueChange, ...] = ()
        difference = None
        if bills:
            changes = tuple(truth.between(bills[-1].rated, rated))
            difference = rated.total - bills[-1].rated.total
        bills.append(Billed(rated, balance, changes, difference))
    return Account(ledger, tuple(bills))


def _tax(ledger: Ledger, lines: list[Rated]) -> Decimal:
    """Return a bill's tax: that of its lines, or of their sums where prices are before tax."""
    if not ledger.traits.net:
        return sum((line.amounts.tax for line in lines), Decimal(0))
    tax = Decimal(0)
    for rate in {line.rate for line in lines}:
        net = sum((line.amounts.net for line in lines if line.rate == rate), Decimal(0))
        tax += rounded(net * rate / 100, ledger.market.unit)
    return tax
