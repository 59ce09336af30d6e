"""Several TM Forum bills in one document, as `GET /customerBill?billingAccount.id=` lists them.

The document is an array: of bills and their rates, or of our bundles of one bill each; or one
bundle whose members are arrays. Rates name the bill they are on. A usage report belongs to the one
bill whose period holds all its days, and to none where that is not so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from renderer.bill.documents import Document
from renderer.bill.json_node import JsonNode
from renderer.bill.ledger import Ledger
from renderer.bill.model import Bill
from renderer.bill.reading import date_of
from renderer.bill.strict_json import parse_json
from renderer.bill.tmf677 import read_usage
from renderer.bill.tmf678 import read_tmf
from renderer.bill.tmf_resources import Resources, find_resources
from renderer.bill.values import Period
from renderer.errors import BillError


def read_tmf_list(document: Document) -> tuple[Bill, ...]:
    """Read every bill of a JSON document, in its order.

    Raises:
        BillError: `rate-without-bill`, and what reading a bill raises.
    """
    names = {document.sha256: document.name}
    root = JsonNode(document, "", parse_json(document))
    if isinstance(root.value, list):
        bundles = [one for one in root.items() if _is_bundle(one)]
        others = [one for one in root.items() if not _is_bundle(one)]
    else:
        bundles, others = [], [root]
    groups = [find_resources([one]) for one in bundles]
    groups += [find_resources(others)] if others or not bundles else []
    return tuple(read_tmf(one, names) for group in groups for one in _split(group))


def _is_bundle(node: JsonNode) -> bool:
    return isinstance(node.value, dict) and isinstance(node.value.get("customerBill"), dict)


def _split(found: Resources) -> Iterator[Resources]:
    """Give each bill what is its own."""
    if len(found.bills) <= 1:
        yield found
        return
    for rate in found.rates:
        if _named(rate) is None:
            raise BillError(
                "rate-without-bill",
                "There are several bills here, and this rate does not say which it is on.",
                rate.where,
                'Write it as "bill": {"id": "..."}.',
            )
    periods = [_period(bill) for bill in found.bills]
    reports: list[list[JsonNode]] = [[] for _ in periods]
    for report in found.reports:
        holders = [at for at, period in enumerate(periods) if period and _is_in(report, period)]
        if len(holders) == 1:
            reports[holders[0]].append(report)
    for bill, mine in zip(found.bills, reports, strict=True):
        known = {bill.says("id"), bill.says("billNo")} - {""}
        rates = [rate for rate in found.rates if _named(rate) in known]
        yield replace(found, bills=[bill], rates=rates, reports=mine)


def _named(rate: JsonNode) -> str | None:
    bill = rate.get("bill", "customerBill")
    return (bill.says("id") or None) if bill is not None else None


def _period(bill: JsonNode) -> Period | None:
    covers = bill.get("billingPeriod")
    if covers is None:
        return None
    start, end = date_of(covers.says("startDateTime")), date_of(covers.says("endDateTime"))
    return Period(start, end) if start and end else None


def _is_in(report: JsonNode, period: Period) -> bool:
    """Tell whether all days that a report counts use on are in a period, and there are any."""
    days = [one.period for one in read_usage([report], Ledger("")) if one.period]
    return bool(days) and all(period.start <= one.start and one.end <= period.end for one in days)
