"""The counters of a TMF677 bucket, and what several of them mean together.

Several "used" counters are the users of a shared bucket, or parts of the period (weeks, say)
beside or instead of the counter for all of it. Anything else is refused: adding it up would
count something twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from renderer.bill.charge_kind import plain
from renderer.bill.documents import Raw
from renderer.bill.json_node import JsonNode
from renderer.bill.ledger import Ledger
from renderer.bill.reading import read_date, read_number
from renderer.bill.units import unit_of
from renderer.bill.values import Period, Quantity
from renderer.errors import BillError


@dataclass(frozen=True, slots=True)
class Counter:
    """One counter of a bucket. `kind` is "used", "outofbucket", "remaining" or another."""

    node: JsonNode
    kind: str
    value: Quantity
    amount: Raw
    start: Raw | None = None
    end: Raw | None = None

    @classmethod
    def of_quantity(cls, value: JsonNode) -> Counter:
        """Read `{amount, units}` as a counter of what is left."""
        amount = value.scalar("amount")
        if amount is None:
            raise value.wrong("an amount with its units")
        quantity = Quantity(read_number(amount), unit_of(value.says("units")))
        return cls(value, "remaining", quantity, amount)

    @property
    def period(self) -> Period | None:
        """Return the days it counts, if it says both ends."""
        if self.start is None or self.end is None:
            return None
        return Period(read_date(self.start), read_date(self.end))


@dataclass(frozen=True, slots=True)
class Split:
    """What "used" counters mean: one whole, or users, or slices of time; and what went beyond."""

    whole: Counter | None
    users: tuple[Counter, ...]
    slices: tuple[Counter, ...]
    beyond: tuple[Counter, ...]


def read_counters(bucket: JsonNode) -> list[Counter]:
    """Read a bucket's counters that have a value; every period is checked.

    Raises:
        BillError: `period-reversed`, and what reading values raises.
    """
    valid = bucket.get("validFor")
    if valid is not None:
        _check_period(valid.scalar("startDateTime"), valid.scalar("endDateTime"))
    counters = []
    for node in bucket.each("bucketCounter"):
        period = node.get("consumptionPeriod")
        start = period.scalar("startDateTime") if period else None
        end = period.scalar("endDateTime") if period else None
        _check_period(start, end)
        value = node.get("value")
        if value is not None:
            amount = Counter.of_quantity(value)
            kind = plain(node.says("counterType"))
            counters.append(Counter(node, kind, amount.value, amount.amount, start, end))
    return counters


def split(bucket: JsonNode, counters: Sequence[Counter]) -> Split | None:
    """Tell what a bucket's counters mean; `None` when none says what was used.

    Raises:
        BillError: `usage-units-differ`, `usage-does-not-add-up`.
    """
    used = [one for one in counters if one.kind == "used"]
    beyond = tuple(one for one in counters if one.kind == "outofbucket")
    if not used:
        return None
    if len({one.value.unit for one in (*used, *beyond)}) > 1:
        raise BillError(
            "usage-units-differ",
            "The counters of this bucket are in different units.",
            bucket.where,
            "Give all counters of a bucket in one unit.",
        )
    if len(used) == 1:
        return Split(used[0], (), (), beyond)
    personal = [one for one in used if one.node.get("user") and not _is_global(one)]
    shared = [one for one in used if one not in personal]
    if personal and not shared:
        return Split(None, tuple(personal), (), beyond)
    if len(shared) == 1:
        return Split(shared[0], (), (), beyond)
    return _by_time(bucket, shared, beyond)


def _by_time(bucket: JsonNode, used: Sequence[Counter], beyond: tuple[Counter, ...]) -> Split:
    dated = [(one.period, one) for one in used]
    known = sorted(
        ((period, one) for period, one in dated if period),
        key=lambda pair: (pair[0].start, -pair[0].days),
    )
    if len(known) != len(used):
        raise _ambiguous(bucket)
    (outer, whole), rest = known[0], known[1:]
    inside = all(outer.start <= one.start and one.end <= outer.end for one, _ in rest)
    slices = rest if inside else known
    for (before, _), (after, _) in pairwise(slices):
        if after.start <= before.end:
            raise _ambiguous(bucket)
    parts = tuple(one for _, one in slices)
    if not inside:
        return Split(None, (), parts, beyond)
    made = sum((one.value.amount for one in parts), Decimal(0))
    over = sum((one.value.amount for one in beyond), Decimal(0))
    if made not in (whole.value.amount, whole.value.amount + over):
        raise BillError(
            "usage-does-not-add-up",
            "The parts of the period do not add up to what was used in all of it.",
            whole.amount.where,
            "Correct the report where it is made.",
        )
    return Split(whole, (), parts, beyond)


def _is_global(counter: Counter) -> bool:
    return plain(counter.node.says("level")) == "global"


def _check_period(start: Raw | None, end: Raw | None) -> None:
    Ledger("").period("", start, end)


def _ambiguous(bucket: JsonNode) -> BillError:
    return BillError(
        "usage-does-not-add-up",
        "Several counters say what was used, and they are neither users nor parts of a period.",
        bucket.where,
        "Give one counter for the whole period, with or without parts that do not overlap.",
    )
