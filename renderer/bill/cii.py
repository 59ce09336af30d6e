"""Finds the terms of an invoice in UN/CEFACT CII (D16B), as EN 16931 uses it, and in ZUGFeRD 1.

The profiles of Factur-X and ZUGFeRD, from MINIMUM to EXTENDED, are the same document with less or
more in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from renderer.bill.cii_lines import find_lines
from renderer.bill.cii_names import CiiNames, Part, cii_names
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
from renderer.bill.xml_node import XmlNode
from renderer.errors import BillError

_TERMS = "ram:SpecifiedTradePaymentTerms"
_MEANS = "ram:SpecifiedTradeSettlementPaymentMeans"


def find_cii_terms(document: Document, element: etree._Element) -> InvoiceTerms:
    """Find what an invoice states; `element` is the document's parsed root.

    Raises:
        BillError: `total-missing`, `currency-missing`, `currency-unknown`, `currencies-mixed`,
            `too-many-lines`.
    """
    root = XmlNode.root(document, element, "rsm")
    names = cii_names(root.names["rsm"])
    head = Part(root.at(names.document))
    trade = root.at(names.transaction)
    settled = trade.at(names.settlement) if trade is not None else None
    if trade is None or settled is None:
        raise _missing(root, f"{names.transaction}/{names.settlement}")
    stated = _currency(settled, names)
    currency = read_currency(stated)
    settlement = Part(settled)
    seller, buyer = (
        Part(trade).part(f"{names.agreement}/ram:{party}TradeParty")
        for party in ("Seller", "Buyer")
    )
    period = settlement.part("ram:BillingSpecifiedPeriod")
    code = head.scalar("ram:TypeCode")
    return InvoiceTerms(
        document=document,
        currency=stated,
        credit=code is not None and code.text.strip() in CREDIT_CODES,
        totals=_totals(settled, names, currency),
        lines=find_lines(trade, names, currency),
        taxes=tuple(_taxes(settled, names, currency)),
        means=tuple(_means(settlement)),
        preceding=tuple(_preceding(settlement)),
        number=head.scalar("ram:ID"),
        issued=head.day("ram:IssueDateTime"),
        due=_due(settlement),
        start=period.day("ram:StartDateTime"),
        end=period.day("ram:EndDateTime"),
        seller=_name(seller),
        customer=_name(buyer),
        account=buyer.scalar("ram:ID", "ram:GlobalID"),
    )


def _currency(settlement: XmlNode, names: CiiNames) -> Raw:
    """Find the invoice's currency, or else that of the amount due or of the total."""
    raw = settlement.scalar("ram:InvoiceCurrencyCode")
    if raw is not None:
        return raw
    for name in ("DuePayableAmount", "GrandTotalAmount"):
        amount = settlement.at(f"{names.totals}/ram:{name}")
        said = amount.attribute("currencyID") if amount is not None else None
        if amount is not None and said is not None:
            return Raw(settlement.document, f"{amount.path}/@currencyID", said)
    raise BillError(
        "currency-missing",
        "The document does not say its currency.",
        settlement.where,
        "Add ram:InvoiceCurrencyCode.",
    )


def _name(party: Part) -> Raw | None:
    return party.scalar("ram:SpecifiedLegalOrganization/ram:TradingBusinessName", "ram:Name")


def _totals(settlement: XmlNode, names: CiiNames, currency: str) -> TotalTerms:
    totals = settlement.at(names.totals)

    def amount(name: str) -> Raw | None:
        return amount_of(totals, f"ram:{name}", currency)

    tax = amounts_in(totals, "ram:TaxTotalAmount", currency)
    return TotalTerms(
        where=settlement.where,
        names=(f"{names.totals}/ram:GrandTotalAmount", f"{names.totals}/ram:DuePayableAmount"),
        gross=amount("GrandTotalAmount"),
        due=amount("DuePayableAmount"),
        net=amount("TaxBasisTotalAmount"),
        tax=tuple(one.raw() for one in tax[:1]),
        prepaid=amount("TotalPrepaidAmount"),
        rounding=amount("RoundingAmount"),
        sums={
            LineKind.LINE: amount("LineTotalAmount"),
            LineKind.ALLOWANCE: amount("AllowanceTotalAmount"),
            LineKind.CHARGE: amount("ChargeTotalAmount"),
        },
        due_is_optional=True,
    )


def _taxes(settlement: XmlNode, names: CiiNames, currency: str) -> Iterator[TaxTerms]:
    for tax in settlement.each("ram:ApplicableTradeTax"):
        amount = amount_of(tax, "ram:CalculatedAmount", currency)
        if amount is not None:
            yield TaxTerms(
                amount,
                base=amount_of(tax, "ram:BasisAmount", currency),
                rate=tax.scalar(names.percent),
                category=tax.scalar("ram:CategoryCode"),
            )


def _due(settlement: Part) -> Raw | None:
    """Find the due date. Of several that differ none is it: each is for a part, or for a price."""
    every = list(settlement.each(_TERMS))
    full = [one for one in every if not one.part("ram:ApplicableTradePaymentDiscountTerms").node]
    for terms in (full, every):
        dates = [day for one in terms if (day := one.day("ram:DueDateDateTime"))]
        if dates:
            return dates[0] if len({day.text.strip() for day in dates}) == 1 else None
    return None


def _means(settlement: Part) -> Iterator[MeansTerms]:
    mandates = (one.scalar("ram:DirectDebitMandateID") for one in settlement.each(_TERMS))
    mandate = next((raw for raw in mandates if raw), None)
    reference = settlement.scalar("ram:PaymentReference")
    other_payee = settlement.scalar("ram:PayeeTradeParty/ram:Name")
    payee, payer = "ram:PayeePartyCreditorFinancialAccount", "ram:PayerPartyDebtorFinancialAccount"
    for means in settlement.each(_MEANS):
        yield MeansTerms(
            code=means.scalar("ram:TypeCode"),
            payee_account=means.scalar(f"{payee}/ram:IBANID", f"{payee}/ram:ProprietaryID"),
            payee_bic=means.scalar("ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID"),
            payer_account=means.scalar(f"{payer}/ram:IBANID", f"{payer}/ram:ProprietaryID"),
            payer_bic=means.scalar("ram:PayerSpecifiedDebtorFinancialInstitution/ram:BICID"),
            payee=means.scalar(f"{payee}/ram:AccountName") or other_payee,
            reference=reference,
            mandate=mandate,
        )


def _preceding(settlement: Part) -> Iterator[Raw]:
    for reference in settlement.each("ram:InvoiceReferencedDocument"):
        raw = reference.scalar("ram:IssuerAssignedID", "ram:ID")
        if raw is not None:
            yield raw


def _missing(root: XmlNode, what: str) -> BillError:
    return BillError(
        "total-missing",
        f"The document does not say its total ({what}).",
        root.where,
        "Give the whole invoice.",
    )
