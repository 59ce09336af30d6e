"""Usage against allowance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from renderer.bill.model import Allowance, Bill
from renderer.bill.values import Period, Quantity
from renderer.story import tell
from renderer.story.model import UsageView

BillOf = Callable[..., Bill]


def gigabytes(amount: str) -> Quantity:
    return Quantity(Decimal(amount), "GB")


def view(bill_of: BillOf, used: str, included: str | None, **more: object) -> UsageView:
    allowance = Allowance(
        "u", "data", "Data", gigabytes(used), included and gigabytes(included), **more
    )
    return tell(bill_of(total="10", usage=(allowance,))).usage[0]


@pytest.mark.parametrize(
    ("used", "included", "state", "left", "beyond", "share"),
    [
        ("18.4", "25", "within", "6.6", None, "74"),
        ("22.5", "25", "near", "2.5", None, "90"),
        ("22.49", "25", "within", "2.51", None, "90"),
        ("25", "25", "near", "0", None, "100"),
        ("25.01", "25", "over", None, "0.01", "101"),
        ("0", "25", "within", "25", None, "0"),
        ("0", "0", "within", "0", None, None),
        ("1", "0", "over", None, "1", None),
        ("3", None, "unknown", None, None, None),
    ],
)
def test_use_is_told_against_its_allowance(
    bill_of: BillOf,
    used: str,
    included: str | None,
    state: str,
    left: str | None,
    beyond: str | None,
    share: str | None,
) -> None:
    usage = view(bill_of, used, included)
    assert usage.state == state
    assert usage.remaining == (None if left is None else Decimal(left))
    assert usage.over == (None if beyond is None else Decimal(beyond))
    assert usage.share == (None if share is None else Decimal(share))


def test_unlimited_has_nothing_left_or_over(bill_of: BillOf) -> None:
    usage = view(bill_of, "412", None, unlimited=True)
    assert usage.state == "unlimited"
    assert usage.remaining is None
    assert usage.share is None


def test_what_needs_a_warning_comes_first(bill_of: BillOf) -> None:
    def one(kind: str, used: str) -> Allowance:
        return Allowance(kind, kind, None, gigabytes(used), gigabytes("10"))

    usage = (one("messages", "1"), one("voice", "11"), one("data", "2"))
    told = tell(bill_of(total="10", usage=usage)).usage
    assert [entry.kind for entry in told] == ["voice", "data", "messages"]
    assert told[0].used.fact == "bill.usage.1.used"


def test_parts_are_told_only_when_they_make_the_whole(bill_of: BillOf) -> None:
    weeks = (
        (Period(date(2026, 11, 1), date(2026, 11, 7)), gigabytes("8")),
        (Period(date(2026, 11, 8), date(2026, 11, 30)), gigabytes("10.4")),
    )
    whole = Allowance("u", "data", None, gigabytes("18.4"), gigabytes("25"), periods=weeks)
    assert [part.used.number for part in tell(bill_of(total="1", usage=(whole,))).usage[0].slices]
    wrong = replace(whole, used=gigabytes("20"))
    assert tell(bill_of(total="1", usage=(wrong,))).usage[0].slices == ()
