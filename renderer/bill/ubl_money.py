"""Amounts of a UBL document, each of which names its currency."""

from __future__ import annotations

from renderer.bill.currency import read_currency
from renderer.bill.documents import Raw
from renderer.bill.ledger import Ledger
from renderer.bill.xml_node import XmlNode
from renderer.errors import BillError


def amount_of(owner: XmlNode | None, path: str, ledger: Ledger) -> Raw | None:
    """Find an amount in the document's currency; `None` where it is absent or blank.

    Raises:
        BillError: `currencies-mixed`.
    """
    node = owner.at(path) if owner is not None else None
    if node is None:
        return None
    raw = node.raw()
    if not raw.text.strip():
        return None
    currency = node.attribute("currencyID")
    if currency is not None and currency.strip() != ledger.currency:
        raise BillError(
            "currencies-mixed",
            "This amount is in another currency than the document.",
            f"{node.where}/@currencyID",
            "An invoice has one currency, beside its tax total in the tax currency.",
        )
    return raw


def read_document_currency(root: XmlNode) -> tuple[str, Raw]:
    """Read the document's currency, or else that of the amount due.

    Raises:
        BillError: `currency-missing`, `currency-unknown`.
    """
    raw = root.scalar("cbc:DocumentCurrencyCode")
    if raw is None:
        payable = root.at("cac:LegalMonetaryTotal/cbc:PayableAmount")
        code = payable.attribute("currencyID") if payable is not None else None
        if payable is None or code is None:
            raise BillError(
                "currency-missing",
                "The document does not say its currency.",
                root.where,
                "Add cbc:DocumentCurrencyCode.",
            )
        raw = Raw(root.document, f"{payable.path}/@currencyID", code)
    return read_currency(raw), raw
