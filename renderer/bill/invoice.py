"""An invoice's terms become a bill, whichever syntax they were found in.

Amounts of a credit note are stated as positive and are negative in the bill.
"""

from __future__ import annotations

from collections.abc import Mapping

from renderer.bill.currency import read_currency
from renderer.bill.invoice_lines import read_lines
from renderer.bill.invoice_payment import read_payment
from renderer.bill.invoice_terms import InvoiceTerms
from renderer.bill.invoice_totals import read_totals, stated_sums
from renderer.bill.json_node import JsonNode
from renderer.bill.ledger import Ledger, source
from renderer.bill.model import Bill, BillKind, Customer
from renderer.bill.preferences import PreferencesIn, read_preferences
from renderer.bill.reconcile import reconcile


def read_invoice(
    terms: InvoiceTerms, preferences: JsonNode | None, names: Mapping[str, str]
) -> Bill:
    """Read an invoice or credit note and reconcile it.

    `names` is what errors call each document, by its sha256.

    Raises:
        BillError: for anything that is wrong with it.
    """
    ledger = Ledger(read_currency(terms.currency), terms.credit)
    ledger.sources["currency"] = source(terms.currency)
    told, chosen, ours = read_preferences(preferences)
    ledger.sources |= ours
    totals = read_totals(terms, ledger)
    lines = read_lines(terms.lines, ledger)
    checks = stated_sums(terms.totals, terms.lines, ledger)
    number = ledger.text("number", terms.number)
    if number is not None:
        ledger.sources["id"] = ledger.sources["number"]
    read = Bill(
        id=number or terms.document.sha256[:16],
        kind=BillKind.CREDIT_NOTE if ledger.negative else BillKind.INVOICE,
        currency=ledger.currency,
        charges_total=totals.charges_total,
        amount_due=totals.amount_due,
        number=number,
        issued=ledger.day("issued", terms.issued),
        period=ledger.period("period", terms.start, terms.end),
        due=ledger.day("due", terms.due),
        customer=_customer(terms, told, ledger),
        seller=ledger.text("seller", terms.seller),
        lines=lines,
        taxes=totals.taxes,
        charges_net=totals.charges_net,
        charges_tax=totals.charges_tax,
        paid=totals.paid,
        rounding=totals.rounding,
        payment=read_payment(terms.means, ledger),
        preferences=chosen,
        preceding=_preceding(terms, ledger),
        documents=tuple(names),
        parts=tuple(ledger.parts),
        sources=ledger.sources,
    )
    return reconcile(read, checks, names)


def _customer(terms: InvoiceTerms, told: PreferencesIn, ledger: Ledger) -> Customer:
    given = told.given_name
    if given is None:
        given = ledger.text("customer.given_name", terms.given_name)
    return Customer(
        name=ledger.text("customer.name", terms.customer),
        given_name=given,
        account=ledger.text("customer.account", terms.account),
        since=told.customer_since,
    )


def _preceding(terms: InvoiceTerms, ledger: Ledger) -> tuple[str, ...]:
    ids: list[str] = []
    for raw in terms.preceding:
        said = ledger.text(f"preceding.{len(ids)}", raw)
        if said is not None:
            ids.append(said)
    return tuple(ids)
