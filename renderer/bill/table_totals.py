"""The totals of a bill from its row: charges, taxes, balance, payments, and what is due.

What the columns do not say follows as it does for other bills: net and tax make the gross, tax
rows make the tax, payment rows make what is paid, and charges, balance, rounding and payments make
what is due.
"""

from __future__ import annotations

from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import dataclass

from renderer.bill.ledger import Ledger
from renderer.bill.model import Computed, TaxItem
from renderer.bill.table_mapping import Mapping
from renderer.bill.table_rows import Row
from renderer.bill.table_values import RowReader
from renderer.bill.values import Money
from renderer.errors import BillError


@dataclass(frozen=True, slots=True)
class Totals:
    """A bill's totals."""

    charges_total: Money
    charges_net: Money | None
    charges_tax: Money | None
    taxes: tuple[TaxItem, ...]
    carried_over: Money | None
    paid: Money | None
    rounding: Money | None
    amount_due: Money


def read_totals(mapping: Mapping, reader: RowReader, rows: Named[str, Sequence[Row]]) -> Totals:
    """Read the totals.

    Raises:
        BillError: `total-missing`, and what reading amounts raises.
    """
    ledger = reader.ledger
    net = reader.money("charges_net", "charges_net")
    taxes = _taxes(mapping, rows.get("taxes", ()), ledger)
    tax = reader.money("charges_tax", "charges_tax")
    if tax is None and taxes:
        every = {f"taxes.{at}.amount": one.amount for at, one in enumerate(taxes)}
        tax = ledger.total("charges_tax", every)
    gross = reader.payable("charges_total", "charges_total")
    if gross is None:
        if net is None or tax is None:
            raise _missing(reader)
        gross = ledger.total("charges_total", {"charges_net": net, "charges_tax": tax})
    if net is None and tax is not None:
        net = ledger.rest("charges_net", ("charges_total", gross), ("charges_tax", tax))
    elif net is not None and tax is None:
        tax = ledger.rest("charges_tax", ("charges_total", gross), ("charges_net", net))
    carried = reader.money("carried_over", "carried_over", flip=ledger.negative)
    rounding = reader.money("rounding", "rounding")
    paid = reader.money("paid", "paid")
    if "payments" in rows:
        paid = _paid(mapping, rows["payments"], ledger)
    due = reader.payable("amount_due", "amount_due")
    if due is None:
        due = _due(ledger, gross, carried, rounding, paid)
    return Totals(gross, net, tax, taxes, carried, paid, rounding, due)


def _taxes(mapping: Mapping, rows: Sequence[Row], ledger: Ledger) -> tuple[TaxItem, ...]:
    taxes: list[TaxItem] = []
    for row in rows:
        path, reader = f"taxes.{len(taxes)}", RowReader(mapping, "taxes", row, ledger)
        amount = reader.money(f"{path}.amount", "amount")
        if amount is not None:
            taxes.append(
                TaxItem(
                    amount=amount,
                    rate=reader.rate(f"{path}.rate", "rate"),
                    category=reader.text(f"{path}.category", "category"),
                    base=reader.money(f"{path}.base", "base"),
                )
            )
    return tuple(taxes)


def _paid(mapping: Mapping, rows: Sequence[Row], ledger: Ledger) -> Money | None:
    amounts: dict[str, Money] = {}
    readers = [RowReader(mapping, "payments", row, ledger) for row in rows]
    for reader in readers:
        reader.same_currency("currency")
    if len(readers) == 1:
        return readers[0].money("paid", "amount")
    for reader in readers:
        amount = reader.money("paid", "amount")
        if amount is not None:
            amounts[reader.keep(amount, ledger.sources.pop("paid"))] = amount
    return ledger.total("paid", amounts) if amounts else None


def _due(
    ledger: Ledger, gross: Money, carried: Money | None, rounding: Money | None, paid: Money | None
) -> Money:
    said = {"charges_total": gross, "carried_over": carried, "rounding": rounding}
    operands = {path: value for path, value in said.items() if value is not None}
    if paid is None:
        return ledger.total("amount_due", operands)
    if len(operands) == 1:
        return ledger.rest("amount_due", ("charges_total", gross), ("paid", paid))
    billed = ledger.total("amount_due", operands)
    path = ledger.made(billed, Computed("sum", tuple(operands)))
    return ledger.rest("amount_due", (path, billed), ("paid", paid))


def _missing(reader: RowReader) -> BillError:
    return BillError(
        "total-missing",
        "The bill's row does not say its total.",
        reader.row.where(),
        "Fill the columns of charges_total, or of charges_net and charges_tax.",
    )
