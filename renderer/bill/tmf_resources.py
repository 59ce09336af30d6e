"""Finds the TM Forum resources in JSON documents: bills, their rates, usage reports, preferences.

A document is one resource, a list of them, an event that carries one, or our bundle
`{customerBill, appliedCustomerBillingRate[], usageConsumptionReport[], preferences}`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from renderer.bill.json_node import JsonNode
from renderer.bill.preferences import PREFERENCES
from renderer.errors import BillError

_BUNDLE = {
    "customerBill": "CustomerBill",
    "appliedCustomerBillingRate": "AppliedCustomerBillingRate",
    "usageConsumptionReport": "UsageConsumptionReport",
    "preferences": "Preferences",
}
_RATE = frozenset({"appliedBillingRateType", "isBilled", "appliedTax", "periodCoverage", "product"})
_BILL = frozenset({"taxIncludedAmount", "taxExcludedAmount", "amountDue", "billNo", "billDate"})
_ABOUT_A_BILL = _BILL | {"id", "remainingAmount", "taxItem"}
_ARTICLE = {
    "AppliedCustomerBillingRate": "a list of billing rates",
    "CustomerBillOnDemand": "a CustomerBillOnDemand, which asks for a bill",
    "BillCycle": "a BillCycle, which says when bills are made",
    "patch": "a patch request, which changes a bill",
    "update": "an update of a CustomerBill, without its amounts",
    "QueryUsageConsumption": "a question for usage without an answer",
}


@dataclass
class Resources:
    """What a set of documents holds."""

    bills: list[JsonNode] = field(default_factory=list)
    rates: list[JsonNode] = field(default_factory=list)
    reports: list[JsonNode] = field(default_factory=list)
    preferences: list[JsonNode] = field(default_factory=list)


def find_resources(roots: Iterable[JsonNode]) -> Resources:
    """Sort the resources of some documents.

    Raises:
        BillError: `not-a-bill` for a resource that is something else, and says what.
    """
    found = Resources()
    for root in roots:
        _sort(root, found)
    return found


def _sort(node: JsonNode, found: Resources) -> None:
    if isinstance(node.value, list):
        if not node.value:
            raise not_a_bill(node, "an empty list")
        for item in node.items():
            _sort(item, found)
        return
    match _kind(node):
        case "CustomerBill":
            found.bills.append(node)
        case "AppliedCustomerBillingRate":
            found.rates.append(node)
        case "UsageConsumptionReport":
            found.reports.append(node)
        case "QueryUsageConsumption" if node.get("usageConsumption"):
            found.reports.extend(node.each("usageConsumption"))
        case "Preferences":
            found.preferences.append(node)
        case "bundle":
            _open_bundle(node, found)
        case "event":
            _open_event(node, found)
        case kind:
            raise not_a_bill(node, _ARTICLE.get(kind, f"a {kind}"))


def _kind(node: JsonNode) -> str:
    keys = node.keys()
    if not isinstance(node.value, dict):
        return "value that is no object"
    if "event" in keys and "eventType" in keys:
        return "event"
    if {"op", "path"} <= keys:
        return "patch"
    for name in ("@type", "@baseType"):
        said = node.says(name)
        if said == "CustomerBill":
            return said if keys & _ABOUT_A_BILL else "update"
        if said in _ARTICLE or said == "UsageConsumptionReport":
            return said
    return _kind_by_members(keys)


def _kind_by_members(keys: frozenset[str]) -> str:
    if keys & {"appliedCustomerBillingRate", "usageConsumptionReport"}:
        return "bundle"
    if "billingDate" in keys and not keys & _BILL:
        return "BillCycle"
    if keys & _RATE:
        return "AppliedCustomerBillingRate"
    if "customerBill" in keys:
        return "bundle"
    if keys & _BILL:
        return "CustomerBill"
    if "usageConsumption" in keys or "searchCriteria" in keys:
        return "QueryUsageConsumption"
    if "bucket" in keys:
        return "UsageConsumptionReport"
    if keys and keys <= PREFERENCES:
        return "Preferences"
    return "JSON object that is no TM Forum bill"


def _open_bundle(node: JsonNode, found: Resources) -> None:
    for name, kind in _BUNDLE.items():
        for item in node.each(name):
            if not isinstance(item.value, dict):
                raise item.wrong("an object")
            said = _kind(item) if kind != "Preferences" else kind
            if said in ("update", "patch", "event", "BillCycle", "CustomerBillOnDemand"):
                raise not_a_bill(item, _ARTICLE.get(said, f"an {said}"))
            {
                "CustomerBill": found.bills,
                "AppliedCustomerBillingRate": found.rates,
                "UsageConsumptionReport": found.reports,
                "Preferences": found.preferences,
            }[kind].append(item)


def _open_event(node: JsonNode, found: Resources) -> None:
    payload = node.get("event")
    if payload is None or node.says("eventType").endswith("DeleteEvent"):
        raise not_a_bill(node, "an event that says something was deleted")
    for name in ("customerBill", "usageConsumptionReport", "queryUsageConsumption"):
        inner = payload.get(name)
        if inner is not None:
            _sort(inner, found)
            return
    raise not_a_bill(node, "an event that carries no bill")


def not_a_bill(node: JsonNode, what: str) -> BillError:
    """Make the error for a resource that is something else."""
    return BillError(
        "not-a-bill",
        f"This is {what[:80]}, not a bill.",
        node.where,
        "Give the CustomerBill, with its rates and usage if you have them.",
    )
