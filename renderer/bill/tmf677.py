"""TMF677 usage consumption: buckets and their counters become allowances.

A bucket's counters of type "used" say what was used of it, "outOfBucket" what went beyond it, and
`remainingValue` (or counters of type "remaining") what is left; used and left make what the plan
includes. Buckets that do not say what was used are left out: there is nothing to show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from renderer.bill.charge_kind import plain
from renderer.bill.json_node import JsonNode
from renderer.bill.ledger import Ledger
from renderer.bill.model import Allowance, Computed
from renderer.bill.usage_counters import Counter, Split, read_counters, split
from renderer.bill.values import Period, Quantity
from renderer.errors import BillError

_KINDS = (
    ("data", ("data", "internet", "gprs")),
    ("voice", ("voice", "call", "minute")),
    ("messages", ("sms", "mms", "message", "text")),
)


def read_usage(reports: Sequence[JsonNode], ledger: Ledger) -> tuple[Allowance, ...]:
    """Read the allowances of usage reports.

    Raises:
        BillError: `period-reversed`, `usage-units-differ`, `usage-does-not-add-up`, and what
            reading values raises.
    """
    allowances: list[Allowance] = []
    for report in reports:
        for bucket in report.each("bucket"):
            path = f"usage.{len(allowances)}"
            allowance = _read_bucket(bucket, path, ledger)
            if allowance is not None:
                numbers = _numbers(bucket) or _numbers(report)
                if len(numbers) == 1:
                    number = ledger.text(f"{path}.subscription", numbers[0].raw())
                    allowance = replace(allowance, subscription=number)
                allowances.append(allowance)
    return tuple(allowances)


def lines_of_service(reports: Sequence[JsonNode]) -> list[JsonNode]:
    """Find the phone numbers (logical resources of type MSISDN) that usage is reported for."""
    return [
        number
        for report in reports
        for owner in (report, *report.each("bucket"))
        for number in _numbers(owner)
    ]


def _numbers(owner: JsonNode) -> list[JsonNode]:
    return [
        value
        for resource in owner.each("logicalResource")
        if plain(resource.says("@referredType", "@type")) in ("msisdn", "phonenumber")
        if (value := resource.get("value")) is not None
    ]


def _read_bucket(bucket: JsonNode, path: str, ledger: Ledger) -> Allowance | None:
    counters = read_counters(bucket)
    parts = split(bucket, counters)
    if parts is None:
        return None
    periods = tuple(
        (_slice_period(f"{path}.periods.{at}.0", one, ledger), _slice_used(path, at, one, ledger))
        for at, one in enumerate(parts.slices)
    )
    within = _within(path, parts, ledger)
    used = _used(path, parts, within, ledger)
    usage_type = bucket.scalar("usageType")
    return Allowance(
        id=ledger.text(f"{path}.id", bucket.scalar("id")) or path,
        kind=_kind(usage_type.text if usage_type else ""),
        name=ledger.text(f"{path}.name", bucket.scalar("name")),
        used=used,
        included=_included(path, bucket, counters, within, ledger),
        unlimited=_unlimited(bucket, counters),
        period=_period(f"{path}.period", bucket, parts, ledger),
        periods=periods,
    )


def _slice_period(path: str, counter: Counter, ledger: Ledger) -> Period:
    period = ledger.period(path, counter.start, counter.end)
    if period is None:
        raise counter.node.wrong("a counter with its period")
    return period


def _slice_used(path: str, at: int, counter: Counter, ledger: Ledger) -> Quantity:
    return ledger.quantity(f"{path}.periods.{at}.1", counter.amount, counter.value.unit)


def _within(path: str, parts: Split, ledger: Ledger) -> dict[str, Quantity]:
    """Return what was used of the bucket, by the paths it stands at."""
    if parts.whole is None and not parts.users:
        return {f"{path}.periods.{at}.1": one.value for at, one in enumerate(parts.slices)}
    counters = parts.users if parts.whole is None else (parts.whole,)
    if len(counters) == 1 and not parts.beyond:
        return {f"{path}.used": counters[0].value}
    return {ledger.part(one.value, one.amount): one.value for one in counters}


def _used(path: str, parts: Split, within: dict[str, Quantity], ledger: Ledger) -> Quantity:
    if set(within) == {f"{path}.used"}:
        counter = parts.whole or parts.users[0]
        return ledger.quantity(f"{path}.used", counter.amount, counter.value.unit)
    every = within | {ledger.part(one.value, one.amount): one.value for one in parts.beyond}
    return _sum(f"{path}.used", every, ledger)


def _included(
    path: str,
    bucket: JsonNode,
    counters: Sequence[Counter],
    within: dict[str, Quantity],
    ledger: Ledger,
) -> Quantity | None:
    unit = next(iter(within.values())).unit
    left: dict[str, Quantity] = {}
    stated = bucket.get("remainingValue")
    if stated is not None:
        one = Counter.of_quantity(stated)
        left[ledger.part(one.value, one.amount)] = one.value
    else:
        for one in counters:
            if one.kind == "remaining":
                left[ledger.part(one.value, one.amount)] = one.value
    if any(one.unit != unit for one in left.values()):
        raise _units_differ(bucket)
    return _sum(f"{path}.included", within | left, ledger) if left else None


def _sum(path: str, operands: dict[str, Quantity], ledger: Ledger) -> Quantity:
    ledger.sources[path] = Computed("sum", tuple(operands))
    values = list(operands.values())
    return Quantity(sum((one.amount for one in values), Decimal(0)), values[0].unit)


def _unlimited(bucket: JsonNode, counters: Sequence[Counter]) -> bool:
    said = [bucket.says("remainingValueName"), *(one.node.says("valueName") for one in counters)]
    return bucket.get("remainingValue") is None and "unlimited" in map(plain, said)


def _period(path: str, bucket: JsonNode, parts: Split, ledger: Ledger) -> Period | None:
    first = parts.whole or (parts.users or parts.slices)[0]
    last = first if parts.whole or parts.users else parts.slices[-1]
    if first.start and last.end:
        return ledger.period(path, first.start, last.end)
    valid = bucket.get("validFor")
    if valid is None:
        return None
    return ledger.period(path, valid.scalar("startDateTime"), valid.scalar("endDateTime"))


def _kind(usage_type: str) -> str:
    words = usage_type.lower()
    return next((kind for kind, marks in _KINDS if any(one in words for one in marks)), "other")


def _units_differ(node: JsonNode) -> BillError:
    return BillError(
        "usage-units-differ",
        "What was used and what is left are in different units.",
        node.where,
        "Give both in one unit.",
    )
