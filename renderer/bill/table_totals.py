"""The totals of a bill from its row: charges, taxes, balance, payments, and what is due.

What the columns do not say follows as it does for other bills: net and tax make the gross, tax
rows make the tax, payment rows make what is paid, and charges, balance, rounding and payments make
what is due.
"""

from __future__ import annotations

from collections.abc import Mapping as Named
from collections.abc import Sequence

from renderer.bill.ledger import Ledger
from renderer.bill.model import TaxItem
from renderer.bill.table_mapping import Mapping
from renderer.bill.table_rows import Row
from renderer.bill.table_values import RowReader
from renderer.bill.totals import TOTALS, Totals, computed_due
from renderer.bill.values import Money
from renderer.errors import BillError


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
    stated = reader.payable("charges_total", "charges_total")
    net, tax, gross = ledger.completed(TOTALS, net, tax, stated)
    if gross is None:
        raise _missing(reader)
    carried = reader.money("carried_over", "carried_over", flip=ledger.negative)
    rounding = reader.money("rounding", "rounding")
    paid = reader.money("paid", "paid")
    if "payments" in rows:
        paid = _paid(mapping, rows["payments"], ledger)
    due = reader.payable("amount_due", "amount_due")
    if due is None:
        due = computed_due(ledger, gross, paid, carried, rounding)
    return Totals(
        charges_total=gross,
        amount_due=due,
        charges_net=net,
        charges_tax=tax,
        taxes=taxes,
        carried_over=carried,
        paid=paid,
        rounding=rounding,
    )


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


def _missing(reader: RowReader) -> BillError:
    return BillError(
        "total-missing",
        "The bill's row does not say its total.",
        reader.row.where(),
        "Fill the columns of charges_total, or of charges_net and charges_tax.",
    )
