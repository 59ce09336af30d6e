"""The totals of an invoice: EN 16931's BG-22 (totals) and BG-23 (tax by rate)."""

from __future__ import annotations

from collections.abc import Sequence

from renderer.bill.invoice_lines import has_lines
from renderer.bill.invoice_terms import InvoiceTerms, LineKind, LineTerms, TaxTerms, TotalTerms
from renderer.bill.ledger import Ledger
from renderer.bill.model import TaxItem
from renderer.bill.reconcile import Check
from renderer.bill.totals import Totals, computed_due
from renderer.bill.values import Money
from renderer.errors import BillError


def read_totals(terms: InvoiceTerms, ledger: Ledger) -> Totals:
    """Read the totals; of net, tax and total, two make the third.

    Raises:
        BillError: `total-missing`, and what reading amounts raises.
    """
    stated = terms.totals
    if stated.due is None and not stated.due_is_optional:
        raise _missing(stated, stated.names[1])
    net = None if stated.net is None else ledger.money("charges_net", stated.net)
    taxes = _taxes(terms.taxes, ledger)
    tax = _tax(stated, taxes, ledger)
    if stated.gross is not None:
        gross = ledger.payable("charges_total", stated.gross)
    elif net is not None and tax is not None:
        gross = ledger.total("charges_total", {"charges_net": net, "charges_tax": tax})
    else:
        raise _missing(stated, stated.names[0])
    if tax is None and net is not None:
        tax = ledger.rest("charges_tax", ("charges_total", gross), ("charges_net", net))
    paid = ledger.money("paid", stated.prepaid) if stated.prepaid else None
    rounding = ledger.money("rounding", stated.rounding) if stated.rounding else None
    due = (
        ledger.payable("amount_due", stated.due)
        if stated.due is not None
        else computed_due(ledger, gross, paid, rounding=rounding)
    )
    return Totals(
        charges_total=gross,
        amount_due=due,
        charges_net=net,
        charges_tax=tax,
        taxes=taxes,
        paid=paid,
        rounding=rounding,
    )


def stated_sums(totals: TotalTerms, lines: Sequence[LineTerms], ledger: Ledger) -> list[Check]:
    """Check the sums of lines, allowances and charges that an invoice with lines states."""
    if not has_lines(lines):
        return []
    checks = []
    for kind, raw in totals.sums.items():
        if raw is not None:
            path, _ = ledger.money_part(raw, flip=kind is LineKind.ALLOWANCE)
            nets = [f"lines.{at}.net" for at, one in enumerate(lines) if one.kind is kind]
            checks.append(Check("lines", path, nets))
    return checks


def _tax(stated: TotalTerms, taxes: Sequence[TaxItem], ledger: Ledger) -> Money | None:
    if len(stated.tax) == 1:
        return ledger.money("charges_tax", stated.tax[0])
    if stated.tax:
        return ledger.total("charges_tax", dict(ledger.money_part(raw) for raw in stated.tax))
    every = {f"taxes.{at}.amount": one.amount for at, one in enumerate(taxes)}
    return ledger.total("charges_tax", every) if every else None


def _taxes(terms: Sequence[TaxTerms], ledger: Ledger) -> tuple[TaxItem, ...]:
    return tuple(
        TaxItem(
            amount=ledger.money(f"taxes.{at}.amount", one.amount),
            rate=ledger.rate(f"taxes.{at}.rate", one.rate, fractions=False),
            category=ledger.text(f"taxes.{at}.category", one.category),
            base=ledger.money(f"taxes.{at}.base", one.base) if one.base else None,
        )
        for at, one in enumerate(terms)
    )


def _missing(stated: TotalTerms, what: str) -> BillError:
    return BillError(
        "total-missing",
        f"The document does not say its total ({what}).",
        stated.where,
        "Give the whole invoice.",
    )
