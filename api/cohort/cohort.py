"""Writes a cohort into a folder, account by account, and counts what happened in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from api.cohort.account import Account, accounts
from api.cohort.documents import bill_files, truth_text
from api.cohort.preferences import preferences
from api.cohort.tables import Tables


@dataclass
class Summary:
    """What happened in a cohort.

    Args:
        causes: how many changes, by cause; "" for those that have none.
        money: their magnitude, by cause and currency.
    """

    customers: int = 0
    bills: int = 0
    unchanged: int = 0
    causes: Counter[str] = field(default_factory=Counter)
    money: Counter[tuple[str, str]] = field(default_factory=Counter)

    def count(self, account: Account) -> None:
        """Count one account."""
        self.customers += 1
        self.bills += len(account.bills)
        for billed in account.bills[1:]:
            self.unchanged += not billed.changes
            for change in billed.changes:
                cause = change.cause or ""
                self.causes[cause] += 1
                currency = account.ledger.market.currency
                self.money[cause, currency] += abs(change.amounts.gross)  # type: ignore[assignment]

    def amount(self, cause: str, currency: str) -> Decimal:
        """Return the magnitude of a cause's changes in a currency."""
        return Decimal(self.money[cause, currency])


@dataclass(frozen=True, slots=True)
class Order:
    """Which cohort is asked for."""

    customers: int
    seed: int
    months: int
    locale: str | None = None
    damage: Sequence[str] = ()


def write_cohort(order: Order, folder: Path, done: Callable[[], object]) -> Summary:
    """Write accounts as folders, and all of them as tables; one account is in memory at a time.

    Args:
        done: called after each account.
    """
    summary = Summary()
    with Tables(folder / "tables") as tables:
        for account in accounts(order.seed, order.customers, order.months, order.locale):
            files = bill_files(account, order.damage)
            place = folder / account.ledger.number
            (place / "previous").mkdir(parents=True) if len(files) > 1 else place.mkdir()
            person = preferences(account)
            for file in files:
                (place / file.path).write_text(file.text, encoding="utf-8")
                tables.add(file.bundle, person)
            (place / "truth.json").write_text(truth_text(account, files), encoding="utf-8")
            summary.count(account)
            done()
    return summary
