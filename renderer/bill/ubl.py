"""Finds the terms of an invoice in UBL 2.1 Invoice and CreditNote, as EN 16931 uses them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from renderer.bill.currency import read_currency
from renderer.bill.documents import Document, Raw
from renderer.bill.invoice_amounts import amount_of, amounts_in
from renderer.bill.invoice_terms import (
    CREDIT_CODES,
    InvoiceTerms,
    LineKind,
    MeansTerms,
    TaxTerms,
    TotalTerms,
)
from renderer.bill.ubl_lines import find_lines
from renderer.bill.xml_node import XmlNode
from renderer.errors import BillError

_SELLER = "cac:AccountingSupplierParty/cac:Party"
_BUYER = "cac:AccountingCustomerParty/cac:Party"
_TOTALS = "cac:LegalMonetaryTotal"
_GROSS = f"{_TOTALS}/cbc:TaxInclusiveAmount"
_DUE = f"{_TOTALS}/cbc:PayableAmount"


def find_ubl_terms(document: Document, element: etree._Element) -> InvoiceTerms:
    """Find what an Invoice or CreditNote states; `element` is the document's parsed root.

    Raises:
        BillError: `currency-missing`, `currency-unknown`, `currencies-mixed`, `too-many-lines`.
    """
    root = XmlNode.root(document, element, "ubl")
    stated = _currency(root)
    currency = read_currency(stated)
    account = root.scalar(
        "cac:AccountingCustomerParty/cbc:SupplierAssignedAccountID",
        f"{_BUYER}/cac:PartyIdentification/cbc:ID",
    )
    return InvoiceTerms(
        document=document,
        currency=stated,
        credit=_is_credit(root),
        totals=_totals(root, currency),
        lines=find_lines(root, currency),
        taxes=tuple(_taxes(root, currency)),
        means=tuple(_means(root)),
        preceding=tuple(_preceding(root)),
        number=root.scalar("cbc:ID"),
        issued=root.scalar("cbc:IssueDate"),
        due=_due(root),
        start=root.scalar("cac:InvoicePeriod/cbc:StartDate"),
        end=root.scalar("cac:InvoicePeriod/cbc:EndDate"),
        seller=root.scalar(*_names(_SELLER)),
        customer=root.scalar(*_names(_BUYER)),
        given_name=root.scalar(f"{_BUYER}/cac:Person/cbc:FirstName"),
        account=account,
    )


def _currency(root: XmlNode) -> Raw:
    """Find the document's currency, or else that of the amount due."""
    raw = root.scalar("cbc:DocumentCurrencyCode")
    if raw is not None:
        return raw
    payable = root.at(_DUE)
    code = payable.attribute("currencyID") if payable is not None else None
    if payable is None or code is None:
        raise BillError(
            "currency-missing",
            "The document does not say its currency.",
            root.where,
            "Add cbc:DocumentCurrencyCode.",
        )
    return Raw(root.document, f"{payable.path}/@currencyID", code)


def _is_credit(root: XmlNode) -> bool:
    code = root.scalar("cbc:InvoiceTypeCode")
    return root.path.endswith("CreditNote") or (
        code is not None and code.text.strip() in CREDIT_CODES
    )


def _names(party: str) -> tuple[str, str]:
    return (
        f"{party}/cac:PartyName/cbc:Name",
        f"{party}/cac:PartyLegalEntity/cbc:RegistrationName",
    )


def _totals(root: XmlNode, currency: str) -> TotalTerms:
    totals = root.at(_TOTALS)
    sums = {
        LineKind.LINE: "cbc:LineExtensionAmount",
        LineKind.ALLOWANCE: "cbc:AllowanceTotalAmount",
        LineKind.CHARGE: "cbc:ChargeTotalAmount",
    }
    taxes = _tax_totals(root, currency)
    return TotalTerms(
        where=root.where,
        names=(_GROSS, _DUE),
        gross=amount_of(root, _GROSS, currency),
        due=amount_of(root, _DUE, currency),
        net=amount_of(totals, "cbc:TaxExclusiveAmount", currency),
        tax=tuple(raw for one in taxes if (raw := amount_of(one, "cbc:TaxAmount", currency))),
        prepaid=amount_of(totals, "cbc:PrepaidAmount", currency),
        rounding=amount_of(totals, "cbc:PayableRoundingAmount", currency),
        sums={kind: amount_of(totals, name, currency) for kind, name in sums.items()},
    )


def _tax_totals(root: XmlNode, currency: str) -> list[XmlNode]:
    """Find the tax totals in the document's currency; one in the tax currency is for the state."""
    every = list(root.each("cac:TaxTotal"))
    mine = [one for one in every if amounts_in(one, "cbc:TaxAmount", currency)]
    return mine if mine and len(every) > 1 else every


def _taxes(root: XmlNode, currency: str) -> Iterator[TaxTerms]:
    for total in _tax_totals(root, currency):
        for subtotal in total.each("cac:TaxSubtotal"):
            amount = amount_of(subtotal, "cbc:TaxAmount", currency)
            if amount is not None:
                yield TaxTerms(
                    amount,
                    base=amount_of(subtotal, "cbc:TaxableAmount", currency),
                    rate=subtotal.scalar("cac:TaxCategory/cbc:Percent", "cbc:Percent"),
                    category=subtotal.scalar("cac:TaxCategory/cbc:ID"),
                )


def _due(root: XmlNode) -> Raw | None:
    """Find the due date: an invoice's own, or a credit note's in its payment means."""
    dates = [
        root.scalar("cbc:DueDate"),
        *(means.scalar("cbc:PaymentDueDate") for means in root.each("cac:PaymentMeans")),
        *(terms.scalar("cbc:PaymentDueDate") for terms in root.each("cac:PaymentTerms")),
    ]
    return next((one for one in dates if one is not None), None)


def _means(root: XmlNode) -> Iterator[MeansTerms]:
    other_payee = root.scalar("cac:PayeeParty/cac:PartyName/cbc:Name")
    payee, payer = "cac:PayeeFinancialAccount", "cac:PaymentMandate/cac:PayerFinancialAccount"
    branch = "cac:FinancialInstitutionBranch/cbc:ID"
    for means in root.each("cac:PaymentMeans"):
        yield MeansTerms(
            code=means.scalar("cbc:PaymentMeansCode"),
            payee_account=means.scalar(f"{payee}/cbc:ID"),
            payee_bic=means.scalar(f"{payee}/{branch}"),
            payer_account=means.scalar(f"{payer}/cbc:ID"),
            payer_bic=means.scalar(f"{payer}/{branch}"),
            payee=means.scalar(f"{payee}/cbc:Name") or other_payee,
            reference=means.scalar("cbc:PaymentID"),
            mandate=means.scalar("cac:PaymentMandate/cbc:ID"),
        )


def _preceding(root: XmlNode) -> Iterator[Raw]:
    for reference in root.each("cac:BillingReference"):
        raw = reference.scalar(
            "cac:InvoiceDocumentReference/cbc:ID", "cac:CreditNoteDocumentReference/cbc:ID"
        )
        if raw is not None:
            yield raw
