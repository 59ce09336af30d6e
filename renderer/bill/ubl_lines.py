"""The lines of a UBL document, and its allowances and charges, which are lines too.

EN 16931 does not say what a line charges for, and its text is not guessed at: lines are of kind
OTHER, allowances of kind DISCOUNT.
"""

from __future__ import annotations

from renderer.bill.documents import Raw
from renderer.bill.ledger import Ledger
from renderer.bill.model import ChargeKind, Line
from renderer.bill.reading import LONGEST_TEXT
from renderer.bill.ubl_money import amount_of
from renderer.bill.units import unit_of_code
from renderer.bill.values import Period, Quantity
from renderer.bill.xml_node import XmlNode


def read_lines(root: XmlNode, ledger: Ledger) -> tuple[tuple[Line, ...], list[str]]:
    """Read all lines, and of each whether it is a "line", an "allowance" or a "charge"."""
    lines: list[Line] = []
    kinds: list[str] = []
    seen: dict[str, int] = {}
    for node in (*root.each("cac:InvoiceLine"), *root.each("cac:CreditNoteLine")):
        lines.append(_read_line(node, f"lines.{len(lines)}", ledger, seen))
        kinds.append("line")
    for node in root.each("cac:AllowanceCharge"):
        kinds.append("charge" if _is_charge(node) else "allowance")
        lines.append(_read_allowance(node, len(lines), ledger, kinds))
    return tuple(lines), kinds


def _read_line(node: XmlNode, path: str, ledger: Ledger, seen: dict[str, int]) -> Line:
    net = amount_of(node, "cbc:LineExtensionAmount", ledger)
    rate = node.scalar("cac:Item/cac:ClassifiedTaxCategory/cbc:Percent")
    name = node.scalar("cac:Item/cbc:Name", "cac:Item/cbc:Description", "cbc:Note")
    product = node.scalar(
        "cac:Item/cac:SellersItemIdentification/cbc:ID",
        "cac:Item/cac:StandardItemIdentification/cbc:ID",
    )
    return Line(
        id=_line_id(node, path, ledger, seen),
        name=ledger.text(f"{path}.name", name) or "",
        kind=ChargeKind.OTHER,
        net=ledger.money(f"{path}.net", net) if net else None,
        tax_rate=ledger.rate(f"{path}.tax_rate", rate, fractions=False),
        period=read_period(node, f"{path}.period", ledger),
        quantity=_quantity(node, f"{path}.quantity", ledger),
        product=ledger.text(f"{path}.product", product),
        description=ledger.text(f"{path}.description", _short(node, "cac:Item/cbc:Description")),
    )


def _read_allowance(node: XmlNode, at: int, ledger: Ledger, kinds: list[str]) -> Line:
    path, kind = f"lines.{at}", kinds[-1]
    amount = amount_of(node, "cbc:Amount", ledger)
    rate = node.scalar("cac:TaxCategory/cbc:Percent")
    return Line(
        id=f"{kind}-{kinds.count(kind)}",
        name=ledger.text(f"{path}.name", node.scalar("cbc:AllowanceChargeReason")) or "",
        kind=ChargeKind.OTHER if kind == "charge" else ChargeKind.DISCOUNT,
        net=ledger.money(f"{path}.net", amount, flip=kind == "allowance") if amount else None,
        tax_rate=ledger.rate(f"{path}.tax_rate", rate, fractions=False),
    )


def read_period(owner: XmlNode, path: str, ledger: Ledger) -> Period | None:
    """Read an InvoicePeriod with both of its days."""
    return ledger.period(
        path,
        owner.scalar("cac:InvoicePeriod/cbc:StartDate"),
        owner.scalar("cac:InvoicePeriod/cbc:EndDate"),
    )


def _quantity(node: XmlNode, path: str, ledger: Ledger) -> Quantity | None:
    for name in ("cbc:InvoicedQuantity", "cbc:CreditedQuantity"):
        said = node.at(name)
        if said is not None and said.raw().text.strip():
            return ledger.quantity(path, said.raw(), unit_of_code(said.attribute("unitCode")))
    return None


def _short(node: XmlNode, path: str) -> Raw | None:
    """Find a description, unless it is a text of its own rather than a line's."""
    raw = node.scalar(path)
    return raw if raw is not None and len(raw.text) <= LONGEST_TEXT else None


def _line_id(node: XmlNode, path: str, ledger: Ledger, seen: dict[str, int]) -> str:
    said = ledger.text(f"{path}.id", node.scalar("cbc:ID"))
    if said is None:
        return path
    seen[said] = seen.get(said, 0) + 1
    if seen[said] == 1:
        return said
    del ledger.sources[f"{path}.id"]
    return f"{said}#{seen[said]}"


def _is_charge(node: XmlNode) -> bool:
    raw = node.scalar("cbc:ChargeIndicator")
    return raw is not None and raw.text.strip() in ("true", "1")
