"""The totals of a UBL document: EN 16931's BG-22 (totals) and BG-23 (VAT breakdown)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from renderer.bill.documents import Raw
from renderer.bill.ledger import Ledger
from renderer.bill.model import TaxItem
from renderer.bill.reconcile import Check
from renderer.bill.ubl_money import amount_of
from renderer.bill.values import Money
from renderer.bill.xml_node import XmlNode
from renderer.errors import BillError

_TAX = "cbc:TaxAmount"


@dataclass(frozen=True, slots=True)
class Totals:
    """A document's totals, signed as the bill has them."""

    charges_total: Money
    charges_net: Money | None
    charges_tax: Money | None
    taxes: tuple[TaxItem, ...]
    paid: Money | None
    rounding: Money | None
    amount_due: Money


def read_totals(root: XmlNode, ledger: Ledger) -> Totals:
    """Read the totals.

    Raises:
        BillError: `total-missing`, and what reading amounts raises.
    """
    totals = root.at("cac:LegalMonetaryTotal")
    due = amount_of(totals, "cbc:PayableAmount", ledger)
    if totals is None or due is None:
        raise _missing(root, "cac:LegalMonetaryTotal/cbc:PayableAmount")
    net_raw = amount_of(totals, "cbc:TaxExclusiveAmount", ledger)
    net = None if net_raw is None else ledger.money("charges_net", net_raw)
    mine = _tax_totals(root, ledger)
    tax = _tax(mine, ledger)
    gross_raw = amount_of(totals, "cbc:TaxInclusiveAmount", ledger)
    if gross_raw is not None:
        gross = ledger.payable("charges_total", gross_raw)
    elif net is not None and tax is not None:
        gross = ledger.total("charges_total", {"charges_net": net, "charges_tax": tax})
    else:
        raise _missing(root, "cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount")
    prepaid = amount_of(totals, "cbc:PrepaidAmount", ledger)
    rounding = amount_of(totals, "cbc:PayableRoundingAmount", ledger)
    return Totals(
        charges_total=gross,
        charges_net=net,
        charges_tax=tax,
        taxes=_taxes(mine, ledger),
        paid=ledger.money("paid", prepaid) if prepaid else None,
        rounding=ledger.money("rounding", rounding) if rounding else None,
        amount_due=ledger.payable("amount_due", due),
    )


def stated_sums(root: XmlNode, ledger: Ledger, kinds: Sequence[str]) -> list[Check]:
    """Check the sums of lines, allowances and charges that a document states of its own.

    `kinds` says of each line of the bill, in order, whether it is a "line", an "allowance" or a
    "charge".
    """
    totals = root.at("cac:LegalMonetaryTotal")
    checks = []
    for name, kind in (
        ("cbc:LineExtensionAmount", "line"),
        ("cbc:AllowanceTotalAmount", "allowance"),
        ("cbc:ChargeTotalAmount", "charge"),
    ):
        raw = amount_of(totals, name, ledger)
        if raw is not None:
            path, _ = ledger.money_part(raw, flip=kind == "allowance")
            nets = [f"lines.{at}.net" for at, one in enumerate(kinds) if one == kind]
            checks.append(Check("lines", path, nets))
    return checks


def _tax_totals(root: XmlNode, ledger: Ledger) -> list[XmlNode]:
    """Find the tax totals in the document's currency; one in the tax currency is for the state."""
    every = list(root.each("cac:TaxTotal"))
    mine = [one for one in every if _currency_of(one) in (None, ledger.currency)]
    return mine if len(mine) < len(every) or len(every) <= 1 else every


def _currency_of(tax_total: XmlNode) -> str | None:
    amount = tax_total.at(_TAX)
    currency = amount.attribute("currencyID") if amount is not None else None
    return currency.strip() if currency else None


def _tax(tax_totals: Sequence[XmlNode], ledger: Ledger) -> Money | None:
    raws: list[Raw] = [raw for one in tax_totals if (raw := amount_of(one, _TAX, ledger))]
    if not raws:
        return None
    if len(raws) == 1:
        return ledger.money("charges_tax", raws[0])
    return ledger.total("charges_tax", dict(ledger.money_part(raw) for raw in raws))


def _taxes(tax_totals: Sequence[XmlNode], ledger: Ledger) -> tuple[TaxItem, ...]:
    taxes: list[TaxItem] = []
    for subtotal in (sub for one in tax_totals for sub in one.each("cac:TaxSubtotal")):
        path = f"taxes.{len(taxes)}"
        raw = amount_of(subtotal, _TAX, ledger)
        if raw is None:
            continue
        base = amount_of(subtotal, "cbc:TaxableAmount", ledger)
        rate = subtotal.scalar("cac:TaxCategory/cbc:Percent", "cbc:Percent")
        category = subtotal.scalar("cac:TaxCategory/cbc:ID")
        taxes.append(
            TaxItem(
                amount=ledger.money(f"{path}.amount", raw),
                rate=ledger.rate(f"{path}.rate", rate, fractions=False),
                category=ledger.text(f"{path}.category", category),
                base=ledger.money(f"{path}.base", base) if base else None,
            )
        )
    return tuple(taxes)


def _missing(root: XmlNode, what: str) -> BillError:
    return BillError(
        "total-missing",
        f"The document does not say its total ({what}).",
        root.where,
        "Give the whole invoice.",
    )
