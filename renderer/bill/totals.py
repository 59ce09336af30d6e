"""A bill's totals, from whatever document: what they are, and what is due where none is stated."""

from __future__ import annotations

from dataclasses import dataclass

from renderer.bill.ledger import Ledger
from renderer.bill.model import Computed, TaxItem
from renderer.bill.reconcile import Check
from renderer.bill.values import Money

TOTALS = ("charges_net", "charges_tax", "charges_total")
"""Paths of net, tax and gross of the whole bill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """A bill's totals, signed as the bill has them.

    Args:
        checks: sums among them that the document states twice.
    """

    charges_total: Money
    amount_due: Money
    charges_net: Money | None = None
    charges_tax: Money | None = None
    taxes: tuple[TaxItem, ...] = ()
    carried_over: Money | None = None
    paid: Money | None = None
    rounding: Money | None = None
    checks: tuple[Check, ...] = ()


def computed_due(
    ledger: Ledger,
    gross: Money,
    paid: Money | None,
    carried: Money | None = None,
    rounding: Money | None = None,
) -> Money:
    """Compute what is due: the charges, what is carried over and the rounding, less payments."""
    said = {"charges_total": gross, "carried_over": carried, "rounding": rounding}
    operands = {path: value for path, value in said.items() if value is not None}
    billed = ledger.total("amount_due", operands)
    if paid is None:
        return billed
    several = len(operands) > 1
    path = ledger.made(billed, Computed("sum", tuple(operands))) if several else "charges_total"
    return ledger.rest("amount_due", (path, billed), ("paid", paid))
