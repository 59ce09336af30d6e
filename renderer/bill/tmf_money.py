"""TM Forum's Money `{unit, value}` and tax rates."""

from __future__ import annotations

from renderer.bill.currency import read_currency, rounding_unit
from renderer.bill.documents import Raw
from renderer.bill.json_node import JsonNode
from renderer.bill.ledger import Ledger
from renderer.bill.reading import read_number
from renderer.bill.reconcile import rate_fits
from renderer.bill.values import Money, Percent
from renderer.errors import BillError


def currency_of(money: JsonNode) -> Raw:
    """Find the currency of an amount.

    Raises:
        BillError: `currency-missing`.
    """
    raw = money.scalar("unit")
    if raw is None:
        raise BillError(
            "currency-missing",
            "This amount does not say its currency.",
            money.where,
            'Write it as {"unit": "EUR", "value": 50}.',
        )
    return raw


def amount_of(owner: JsonNode, name: str, ledger: Ledger) -> Raw | None:
    """Find an amount of the bill's own currency; `None` where the member is absent.

    Raises:
        BillError: `currencies-mixed` for another currency, `currency-unknown`,
            `value-not-readable` for an amount without its value.
    """
    money = owner.get(name)
    if money is None:
        return None
    unit = money.scalar("unit")
    if unit is not None and read_currency(unit) != ledger.currency:
        raise BillError(
            "currencies-mixed",
            "This amount is in another currency than the bill's total.",
            unit.where,
            "A bill has one currency.",
        )
    raw = money.scalar("value")
    if raw is None:
        raise money.wrong("an amount with its value")
    return raw


def read_rate(
    path: str, raw: Raw | None, ledger: Ledger, base: Money | None, tax: Money | None
) -> Percent | None:
    """Read a tax rate: 20 and 0.2 are both 20 %, unless the amounts show that 0.2 is 0.2 %."""
    rate = ledger.rate(path, raw)
    if raw is None or rate is None or base is None or tax is None:
        return rate
    unit = rounding_unit(ledger.currency)
    stated = Percent(read_number(raw))
    if not rate_fits(rate, base, tax, unit) and rate_fits(stated, base, tax, unit):
        return stated
    return rate
