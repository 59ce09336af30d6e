"""CII invoices to start from, as small as each profile allows, and PDFs that carry them."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfWriter

D16B = "urn:un:unece:uncefact:data:standard:"
_NAMESPACES = (
    f'xmlns:rsm="{D16B}CrossIndustryInvoice:100"'
    f' xmlns:ram="{D16B}ReusableAggregateBusinessInformationEntity:100"'
    f' xmlns:udt="{D16B}UnqualifiedDataType:100"'
)
_ZUGFERD_1 = {
    "CrossIndustryInvoice:100": "X",
    f"{D16B}X": "urn:ferd:CrossIndustryDocument:invoice:1p0",
    "ReusableAggregateBusinessInformationEntity:100": (
        "ReusableAggregateBusinessInformationEntity:12"
    ),
    "UnqualifiedDataType:100": "UnqualifiedDataType:15",
    "rsm:CrossIndustryInvoice": "rsm:CrossIndustryDocument",
    "rsm:ExchangedDocument": "rsm:HeaderExchangedDocument",
    "rsm:SupplyChainTradeTransaction": "rsm:SpecifiedSupplyChainTradeTransaction",
    "ApplicableHeaderTrade": "ApplicableSupplyChainTrade",
    "SpecifiedTradeSettlementHeaderMonetary": "SpecifiedTradeSettlementMonetary",
    "SpecifiedTradeSettlementLineMonetary": "SpecifiedTradeSettlementMonetary",
    "SpecifiedLineTrade": "SpecifiedSupplyChainTrade",
    "RateApplicablePercent": "ApplicablePercent",
}


def tag(name: str, *inner: str, **attributes: str) -> str:
    """Write one element of the `ram` namespace, or of the one that is named."""
    name = name if ":" in name else f"ram:{name}"
    said = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{said}>{''.join(inner)}</{name}>"


def day(name: str, date: str, form: str = "102") -> str:
    return tag(name, tag("udt:DateTimeString", date, format=form))


def line(
    net: str, *, number: str = "1", name: str = "Tarif", document: str = "", more: str = ""
) -> str:
    """Write an invoice line of one piece; `more` stands in its settlement."""
    total = tag("SpecifiedTradeSettlementLineMonetarySummation", tag("LineTotalAmount", net))
    return tag(
        "IncludedSupplyChainTradeLineItem",
        tag("AssociatedDocumentLineDocument", tag("LineID", number), document),
        tag("SpecifiedTradeProduct", tag("SellerAssignedID", "P-1"), tag("Name", name)),
        tag("SpecifiedLineTradeDelivery", tag("BilledQuantity", "2.50", unitCode="E34")),
        tag("SpecifiedLineTradeSettlement", more, total if net else ""),
    )


def allowance(amount: str, *, charge: str = "false", reason: str = "Because") -> str:
    return tag(
        "SpecifiedTradeAllowanceCharge",
        tag("ChargeIndicator", tag("udt:Indicator", charge)),
        tag("ActualAmount", amount),
        tag("Reason", reason),
        tag("CategoryTradeTax", tag("RateApplicablePercent", "25")),
    )


def cii(
    *,
    code: str = "380",
    lines: str | None = None,
    currency: str = "EUR",
    parties: str = "",
    settlement: str = "",
    totals: str = "",
    net: str | None = "40.00",
    tax: str | None = "10.00",
    gross: str | None = "50.00",
    due: str | None = "50.00",
    namespaces: str = _NAMESPACES,
) -> str:
    """Write an invoice of 40 net and 50 gross with one line, with places filled differently."""
    every = [
        tag("TaxBasisTotalAmount", net) if net is not None else "",
        tag("TaxTotalAmount", tax, currencyID=currency or "EUR") if tax is not None else "",
        tag("GrandTotalAmount", gross) if gross is not None else "",
        tag("DuePayableAmount", due) if due is not None else "",
    ]
    document = tag(
        "rsm:ExchangedDocument",
        tag("ID", "R-1"),
        tag("TypeCode", code),
        day("IssueDateTime", "20261201"),
    )
    trade = tag(
        "rsm:SupplyChainTradeTransaction",
        line("40.00") if lines is None else lines,
        tag("ApplicableHeaderTradeAgreement", parties),
        tag("ApplicableHeaderTradeDelivery"),
        tag(
            "ApplicableHeaderTradeSettlement",
            tag("InvoiceCurrencyCode", currency) if currency else "",
            settlement,
            tag("SpecifiedTradeSettlementHeaderMonetarySummation", totals, *every),
        ),
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryInvoice {namespaces}>'
        f"{document}{trade}</rsm:CrossIndustryInvoice>"
    )


def zugferd_1(text: str) -> str:
    """Say the same in the names of ZUGFeRD 1."""
    for new, old in _ZUGFERD_1.items():
        text = text.replace(new, old)
    return text


def pdf(*files: tuple[str, bytes], encrypt_for: str | None = None) -> bytes:
    """Write a PDF of one empty page with files attached."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for name, data in files:
        writer.add_attachment(name, data)
    if encrypt_for is not None:
        writer.encrypt(encrypt_for, "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
