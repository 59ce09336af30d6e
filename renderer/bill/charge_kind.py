"""What a TM Forum billing rate charges for, from what it says, never from a product's name."""

from __future__ import annotations

from functools import lru_cache

from renderer.bill.json_node import JsonNode
from renderer.bill.model import ChargeKind

CREDITS = frozenset({ChargeKind.DISCOUNT, ChargeKind.CREDIT})

_BY_TYPE = {
    "recurringcharge": ChargeKind.RECURRING,
    "recurring": ChargeKind.RECURRING,
    "monthly": ChargeKind.RECURRING,
    "onetimecharge": ChargeKind.ONE_TIME,
    "onetime": ChargeKind.ONE_TIME,
    "nonrecurring": ChargeKind.ONE_TIME,
    "usagecharge": ChargeKind.USAGE,
    "usage": ChargeKind.USAGE,
    "rebate": ChargeKind.DISCOUNT,
    "discount": ChargeKind.DISCOUNT,
    "productalteration": ChargeKind.CREDIT,
    "appliedbillingcredit": ChargeKind.CREDIT,
    "credit": ChargeKind.CREDIT,
    "appliedpenaltycharge": ChargeKind.PENALTY,
    "penalty": ChargeKind.PENALTY,
}
"""Words of the attribute's description in TMF678 v4 and v5, and "monthly" of its v5 example."""

_KINDS = {kind.value: kind for kind in ChargeKind}


_LONGEST_WORD = 80


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """Keep a word's letters and digits, in lower case: "One-time charge" is "onetimecharge".

    What is longer than any word we know is "".
    """
    if len(word) > _LONGEST_WORD:
        return ""
    return "".join(mark for mark in word.lower() if mark.isalnum())


def charge_kind(rate: JsonNode) -> tuple[ChargeKind, JsonNode | None]:
    """Read a rate's kind, and where it is said.

    The characteristic `chargeKind` (ours: any value of `ChargeKind`) goes before the standard's
    `appliedBillingRateType` (v5) or `type` (v4), which knows no roaming, device or content.
    """
    said = characteristic(rate, "chargeKind")
    if said is not None and isinstance(said.value, str) and said.value.lower() in _KINDS:
        return _KINDS[said.value.lower()], said
    for name in ("appliedBillingRateType", "type"):
        kind = _BY_TYPE.get(plain(rate.says(name)))
        if kind is not None:
            return kind, rate.get(name)
    return ChargeKind.OTHER, None


def characteristic(rate: JsonNode, name: str) -> JsonNode | None:
    """Find the value of a characteristic by its name, in any case."""
    for one in rate.each("characteristic"):
        if plain(one.says("name")) == plain(name):
            return one.get("value")
    return None
