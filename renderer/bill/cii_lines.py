"""Finds the lines of a CII invoice, and its allowances, charges and logistics services."""

from __future__ import annotations

from itertools import chain

from renderer.bill.bounds import bounded
from renderer.bill.cii_names import CiiNames, Part
from renderer.bill.invoice_amounts import amount_of
from renderer.bill.invoice_terms import LineKind, LineTerms
from renderer.bill.xml_node import XmlNode

_DOCUMENT = "ram:AssociatedDocumentLineDocument"
_PRODUCT = "ram:SpecifiedTradeProduct"
_NOT_CHARGED = frozenset(("GROUP", "INFORMATION"))
"""Lines of the EXTENDED profile that sum up lines below them, or only tell something."""


def find_lines(trade: XmlNode, names: CiiNames, currency: str) -> tuple[LineTerms, ...]:
    """Find all lines with an amount, then what is taken off or added to the whole.

    Raises:
        BillError: `too-many-lines`, `currencies-mixed`.
    """
    settlement = trade.at(names.settlement)
    lines = list(trade.each("ram:IncludedSupplyChainTradeLineItem"))
    changes, services = (
        [] if settlement is None else list(settlement.each(name))
        for name in ("ram:SpecifiedTradeAllowanceCharge", "ram:SpecifiedLogisticsServiceCharge")
    )
    bounded([*lines, *changes, *services])
    every = chain(
        (_line(node, names, currency) for node in lines),
        (_change(node, names, currency) for node in changes),
        (_service(node, names, currency) for node in services),
    )
    return tuple(one for one in every if one is not None)


def _line(node: XmlNode, names: CiiNames, currency: str) -> LineTerms | None:
    """Find a line's terms; `None` for a line of text, a heading or a subtotal."""
    document, product = (Part(node.at(name)) for name in (_DOCUMENT, _PRODUCT))
    settlement = Part(node.at(names.line_settlement))
    status = document.scalar("ram:LineStatusReasonCode")
    net = amount_of(settlement.node, f"{names.line_totals}/ram:LineTotalAmount", currency)
    if net is None or (status is not None and status.text.strip() in _NOT_CHARGED):
        return None
    quantity = node.at(f"{names.line_delivery}/ram:BilledQuantity")
    period = settlement.part("ram:BillingSpecifiedPeriod")
    said = product.scalar("ram:Description")
    return LineTerms(
        LineKind.LINE,
        net,
        names=(product.scalar("ram:Name"), said, document.scalar("ram:IncludedNote/ram:Content")),
        id=document.scalar("ram:LineID"),
        rate=settlement.scalar(f"ram:ApplicableTradeTax/{names.percent}"),
        start=period.day("ram:StartDateTime"),
        end=period.day("ram:EndDateTime"),
        quantity=quantity.raw() if quantity and quantity.raw().text.strip() else None,
        unit=quantity.attribute("unitCode") if quantity else None,
        product=product.scalar("ram:SellerAssignedID", "ram:GlobalID"),
        description=said,
    )


def _change(node: XmlNode, names: CiiNames, currency: str) -> LineTerms:
    charge = node.scalar("ram:ChargeIndicator/udt:Indicator", "ram:ChargeIndicator")
    is_charge = charge is not None and charge.text.strip() in ("true", "1")
    return LineTerms(
        LineKind.CHARGE if is_charge else LineKind.ALLOWANCE,
        net=amount_of(node, "ram:ActualAmount", currency),
        names=(node.scalar("ram:Reason"),),
        rate=node.scalar(f"ram:CategoryTradeTax/{names.percent}"),
    )


def _service(node: XmlNode, names: CiiNames, currency: str) -> LineTerms:
    return LineTerms(
        LineKind.CHARGE,
        net=amount_of(node, "ram:AppliedAmount", currency),
        names=(node.scalar("ram:Description"),),
        rate=node.scalar(f"ram:AppliedTradeTax/{names.percent}"),
    )
