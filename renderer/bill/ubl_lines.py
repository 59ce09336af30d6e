"""Finds the lines of a UBL document, and its allowances and charges."""

from __future__ import annotations

from renderer.bill.bounds import bounded
from renderer.bill.documents import Raw
from renderer.bill.invoice_amounts import amount_of
from renderer.bill.invoice_terms import LineKind, LineTerms
from renderer.bill.xml_node import XmlNode


def find_lines(root: XmlNode, currency: str) -> tuple[LineTerms, ...]:
    """Find all lines, then what is taken off or added to the whole.

    Raises:
        BillError: `too-many-lines`, `currencies-mixed`.
    """
    lines = [*root.each("cac:InvoiceLine"), *root.each("cac:CreditNoteLine")]
    every = bounded([*lines, *root.each("cac:AllowanceCharge")])
    return (
        *(_line(node, currency) for node in every[: len(lines)]),
        *(_allowance(node, currency) for node in every[len(lines) :]),
    )


def _line(node: XmlNode, currency: str) -> LineTerms:
    item = node.at("cac:Item")
    period = node.at("cac:InvoicePeriod")
    quantity = _quantity(node)
    return LineTerms(
        LineKind.LINE,
        net=amount_of(node, "cbc:LineExtensionAmount", currency),
        names=(
            _of(item, "cbc:Name"),
            description := _of(item, "cbc:Description"),
            node.scalar("cbc:Note"),
        ),
        id=node.scalar("cbc:ID"),
        rate=_of(item, "cac:ClassifiedTaxCategory/cbc:Percent"),
        start=_of(period, "cbc:StartDate"),
        end=_of(period, "cbc:EndDate"),
        quantity=quantity.raw() if quantity else None,
        unit=quantity.attribute("unitCode") if quantity else None,
        product=_of(
            item,
            "cac:SellersItemIdentification/cbc:ID",
            "cac:StandardItemIdentification/cbc:ID",
        ),
        description=description,
    )


def _allowance(node: XmlNode, currency: str) -> LineTerms:
    raw = node.scalar("cbc:ChargeIndicator")
    is_charge = raw is not None and raw.text.strip() in ("true", "1")
    return LineTerms(
        LineKind.CHARGE if is_charge else LineKind.ALLOWANCE,
        net=amount_of(node, "cbc:Amount", currency),
        names=(node.scalar("cbc:AllowanceChargeReason"),),
        rate=node.scalar("cac:TaxCategory/cbc:Percent"),
    )


def _of(owner: XmlNode | None, *paths: str) -> Raw | None:
    return None if owner is None else owner.scalar(*paths)


def _quantity(node: XmlNode) -> XmlNode | None:
    for name in ("cbc:InvoicedQuantity", "cbc:CreditedQuantity"):
        said = node.at(name)
        if said is not None and said.raw().text.strip():
            return said
    return None
