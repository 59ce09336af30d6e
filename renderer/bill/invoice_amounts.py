"""Amounts of an invoice, each of which may name its currency."""

from __future__ import annotations

from renderer.bill.documents import Raw
from renderer.bill.xml_node import XmlNode
from renderer.errors import BillError


def amounts_in(owner: XmlNode | None, path: str, currency: str) -> list[XmlNode]:
    """Find the amounts at a path that are in a currency, or name none; blank ones are absent."""
    return [one for one in _amounts(owner, path) if _currency(one) in (None, currency)]


def amount_of(owner: XmlNode | None, path: str, currency: str) -> Raw | None:
    """Find the amount in the document's currency; `None` where it is absent or blank.

    Raises:
        BillError: `currencies-mixed` where it is stated in other currencies only.
    """
    found = _amounts(owner, path)
    for one in found:
        if _currency(one) in (None, currency):
            return one.raw()
    if found:
        raise BillError(
            "currencies-mixed",
            "This amount is in another currency than the document.",
            f"{found[0].where}/@currencyID",
            "An invoice has one currency, beside its tax total in the tax currency.",
        )
    return None


def _amounts(owner: XmlNode | None, path: str) -> list[XmlNode]:
    *steps, name = path.split("/")
    holder = owner.at("/".join(steps)) if owner is not None and steps else owner
    if holder is None:
        return []
    return [one for one in holder.each(name) if one.raw().text.strip()]


def _currency(amount: XmlNode) -> str | None:
    said = amount.attribute("currencyID")
    return said.strip() or None if said is not None else None
