"""UBL 2.1 Invoice and CreditNote, as EN 16931 uses them, become a bill.

Amounts of a credit note are stated as positive and are negative in the bill. Allowances and
charges on the whole document are lines too. A line has its net only; tax is the document's.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from renderer.bill.documents import Document
from renderer.bill.json_node import JsonNode
from renderer.bill.ledger import Ledger, source
from renderer.bill.model import Bill, BillKind, Customer
from renderer.bill.preferences import PreferencesIn, read_preferences
from renderer.bill.reconcile import reconcile
from renderer.bill.ubl_lines import read_lines, read_period
from renderer.bill.ubl_money import read_document_currency
from renderer.bill.ubl_payment import read_due_date, read_payment
from renderer.bill.ubl_totals import read_totals, stated_sums
from renderer.bill.xml_node import XmlNode

_CREDIT_CODES = frozenset(
    ("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532")
)
"""Credit notes among the document type codes of UNTDID 1001."""

_SELLER = "cac:AccountingSupplierParty/cac:Party"
_BUYER = "cac:AccountingCustomerParty/cac:Party"


def read_ubl(
    document: Document,
    element: etree._Element,
    preferences: JsonNode | None,
    names: Mapping[str, str],
) -> Bill:
    """Read an Invoice or CreditNote and reconcile it.

    `element` is the document's parsed root; `names` is what errors call each document, by its
    sha256.

    Raises:
        BillError: for anything that is wrong with it.
    """
    root = XmlNode.root(document, element)
    currency, raw = read_document_currency(root)
    ledger = Ledger(currency, _is_credit(root))
    ledger.sources["currency"] = source(raw)
    told, chosen, ours = read_preferences(preferences)
    ledger.sources |= ours
    totals = read_totals(root, ledger)
    lines, kinds = read_lines(root, ledger)
    checks = stated_sums(root, ledger, kinds)
    number = ledger.text("number", root.scalar("cbc:ID"))
    if number is not None:
        ledger.sources["id"] = ledger.sources["number"]
    read = Bill(
        id=number or document.sha256[:16],
        kind=BillKind.CREDIT_NOTE if ledger.negative else BillKind.INVOICE,
        currency=currency,
        charges_total=totals.charges_total,
        amount_due=totals.amount_due,
        number=number,
        issued=ledger.day("issued", root.scalar("cbc:IssueDate")),
        period=read_period(root, "period", ledger),
        due=ledger.day("due", read_due_date(root)),
        customer=_customer(root, told, ledger),
        seller=ledger.text("seller", root.scalar(*_names(_SELLER))),
        lines=lines,
        taxes=totals.taxes,
        charges_net=totals.charges_net,
        charges_tax=totals.charges_tax,
        paid=totals.paid,
        rounding=totals.rounding,
        payment=read_payment(root, ledger),
        preferences=chosen,
        preceding=_preceding(root, ledger),
        documents=tuple(names),
        parts=tuple(ledger.parts),
        sources=ledger.sources,
    )
    return reconcile(read, checks, names)


def _is_credit(root: XmlNode) -> bool:
    code = root.scalar("cbc:InvoiceTypeCode")
    return root.path.endswith("CreditNote") or (
        code is not None and code.text.strip() in _CREDIT_CODES
    )


def _names(party: str) -> tuple[str, str]:
    return (
        f"{party}/cac:PartyName/cbc:Name",
        f"{party}/cac:PartyLegalEntity/cbc:RegistrationName",
    )


def _customer(root: XmlNode, told: PreferencesIn, ledger: Ledger) -> Customer:
    account = root.scalar(
        "cac:AccountingCustomerParty/cbc:SupplierAssignedAccountID",
        f"{_BUYER}/cac:PartyIdentification/cbc:ID",
    )
    given = told.given_name
    if given is None:
        given = ledger.text(
            "customer.given_name", root.scalar(f"{_BUYER}/cac:Person/cbc:FirstName")
        )
    return Customer(
        name=ledger.text("customer.name", root.scalar(*_names(_BUYER))),
        given_name=given,
        account=ledger.text("customer.account", account),
        since=told.customer_since,
    )


def _preceding(root: XmlNode, ledger: Ledger) -> tuple[str, ...]:
    ids: list[str] = []
    for reference in root.each("cac:BillingReference"):
        raw = reference.scalar(
            "cac:InvoiceDocumentReference/cbc:ID", "cac:CreditNoteDocumentReference/cbc:ID"
        )
        said = ledger.text(f"preceding.{len(ids)}", raw)
        if said is not None:
            ids.append(said)
    return tuple(ids)
