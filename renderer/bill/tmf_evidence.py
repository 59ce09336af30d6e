"""What a TM Forum rate tells of why it is charged: characteristics that docs/changes.md names.

The standard has no members for them. They are read as they are said; nothing is guessed from a
product's name, and a word that is not known is absent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from renderer.bill.charge_kind import characteristic, plain
from renderer.bill.json_node import JsonNode
from renderer.bill.ledger import Ledger, source
from renderer.bill.model import Reason
from renderer.bill.tmf_money import amount_of
from renderer.bill.units import unit_of
from renderer.bill.values import Money, Quantity

T = TypeVar("T")

_USES = {
    **dict.fromkeys(("data", "internet", "gprs"), "data"),
    **dict.fromkeys(("voice", "call", "calls"), "voice"),
    **dict.fromkeys(("messages", "message", "sms", "mms"), "messages"),
    "other": "other",
}
_REASONS = {plain(reason.value): reason for reason in Reason}
_COUNTRY = re.compile(r"[A-Za-z]{2}")


@dataclass(frozen=True, slots=True)
class Told:
    """What one rate tells beside its amounts."""

    quantity: Quantity | None
    usage: str | None
    country: str | None
    reason: Reason | None
    price: Money | None


def read_told(rate: JsonNode, path: str, ledger: Ledger) -> Told:
    """Read the characteristics of one rate as parts of the line at `path`.

    Raises:
        BillError: what reading values raises.
    """
    usage = _word(rate, "usageType")
    country = _word(rate, "country")
    reason = _word(rate, "reason")
    return Told(
        quantity=_quantity(rate, path, ledger),
        usage=_noted(_USES.get(plain(usage.text)), f"{path}.usage", usage, ledger),
        country=_noted(_code(country.text), f"{path}.country", country, ledger),
        reason=_noted(_REASONS.get(plain(reason.text)), f"{path}.reason", reason, ledger),
        price=_price(rate, path, ledger),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    node: JsonNode | None
    text: str


def _word(rate: JsonNode, name: str) -> _Said:
    node = characteristic(rate, name)
    text = node.value if node is not None and isinstance(node.value, str) else ""
    return _Said(node, text)


def _noted(value: T | None, path: str, said: _Said, ledger: Ledger) -> T | None:
    if value is not None and said.node is not None:
        ledger.sources[path] = source(said.node.raw())
    return value


def _code(text: str) -> str | None:
    return text.strip().upper() if _COUNTRY.fullmatch(text.strip()) else None


def _quantity(rate: JsonNode, path: str, ledger: Ledger) -> Quantity | None:
    said = characteristic(rate, "quantity")
    if said is None or not isinstance(said.value, dict):
        return None
    raw = said.scalar("amount")
    if raw is None:
        return None
    return ledger.quantity(f"{path}.quantity", raw, unit_of(said.says("units") or "unit"))


def _price(rate: JsonNode, path: str, ledger: Ledger) -> Money | None:
    """Read `periodPrice`, an amount `{unit, value}` or a number in the bill's currency."""
    said = characteristic(rate, "periodPrice")
    if said is None:
        return None
    if isinstance(said.value, dict):
        raw = amount_of(_holder(rate, said), "value", ledger)
        return None if raw is None else ledger.money(f"{path}.price", raw)
    return ledger.money(f"{path}.price", said.raw())


def _holder(rate: JsonNode, said: JsonNode) -> JsonNode:
    """Return the characteristic whose `value` is the amount."""
    return next(one for one in rate.each("characteristic") if one.get("value") == said)
