"""Charges by kind."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from renderer.bill.model import Bill, ChargeKind, Line
from renderer.story import Policy, tell

BillOf = Callable[..., Bill]
LineOf = Callable[..., Line]


def test_groups_are_by_kind_heaviest_first(bill_of: BillOf, line_of: LineOf) -> None:
    bill = bill_of(
        (
            line_of("Calls", "10", ChargeKind.USAGE),
            line_of("Mobile", "30"),
            line_of("Home", "20"),
        )
    )
    charges = tell(bill).charges
    assert charges
    assert [(g.kind, g.amount.number, g.lines, g.share) for g in charges.groups] == [
        ("recurring", 50, 2, Decimal(83)),
        ("usage", 10, 1, Decimal(17)),
    ]
    assert charges.groups[0].label is None
    assert charges.groups[1].label == "Calls"
    assert charges.ring


def test_discounts_join_what_recurs_in_a_group_that_says_so(
    bill_of: BillOf, line_of: LineOf
) -> None:
    bill = bill_of((line_of("Mobile", "30"), line_of("Promotion", "-10", ChargeKind.DISCOUNT)))
    charges = tell(bill).charges
    assert charges
    assert [(group.kind, group.amount.number) for group in charges.groups] == [
        ("recurring_and_discounts", 20)
    ]
    assert charges.ring


def test_a_discount_that_outweighs_what_recurs_breaks_the_ring(
    bill_of: BillOf, line_of: LineOf
) -> None:
    rows = (
        line_of("Mobile", "30"),
        line_of("Promotion", "-40", ChargeKind.DISCOUNT),
        line_of("Calls", "25", ChargeKind.USAGE),
    )
    charges = tell(bill_of(rows)).charges
    assert charges
    assert [(group.kind, group.share) for group in charges.groups] == [
        ("discount", None),
        ("recurring", None),
        ("usage", None),
    ]
    assert not charges.ring


def test_lines_without_a_kind_are_grouped_by_name(bill_of: BillOf, line_of: LineOf) -> None:
    rows = (
        line_of("Delivery", "20", ChargeKind.OTHER),
        line_of("Energy", "50", ChargeKind.OTHER),
        line_of("Delivery", "10", ChargeKind.OTHER),
    )
    charges = tell(bill_of(rows)).charges
    assert charges
    assert [(group.kind, group.label, group.amount.number) for group in charges.groups] == [
        ("line", "Energy", 50),
        ("line", "Delivery", 30),
    ]


def test_net_lines_bring_a_group_of_tax(bill_of: BillOf, line_of: LineOf) -> None:
    charges = tell(bill_of((line_of("Mobile", net="50"),), tax="10")).charges
    assert charges
    assert [(group.kind, group.amount.number) for group in charges.groups] == [
        ("recurring", 50),
        ("tax", 10),
    ]


def test_lines_that_cost_nothing_are_no_group(bill_of: BillOf, line_of: LineOf) -> None:
    charges = tell(bill_of((line_of("Mobile", "50"), line_of("Data", "0", ChargeKind.USAGE))))
    assert [group.kind for group in charges.charges.groups] == ["recurring"]


@given(
    rows=st.lists(
        st.tuples(st.sampled_from(list(ChargeKind)), st.integers(-5_000, 50_000)),
        min_size=1,
        max_size=15,
    ),
    most=st.integers(1, 7),
)
def test_groups_always_sum_to_the_total(
    bill_of: BillOf, line_of: LineOf, rows: list[tuple[ChargeKind, int]], most: int
) -> None:
    bill = bill_of(
        tuple(
            line_of(f"L{at}", str(Decimal(cents).scaleb(-2)), kind)
            for at, (kind, cents) in enumerate(rows)
        )
    )
    charges = tell(bill, policy=Policy(groups=most)).charges
    assert charges
    assert len(charges.groups) <= most
    amounts = [group.amount.number for group in charges.groups]
    assert sum(amounts, Decimal(0)) == bill.charges_total.amount
    named = [one.amount.number for one in charges.groups if one.kind not in ("other", "tax")]
    assert named == sorted(named, key=lambda amount: -abs(amount))
    assert [one.kind for one in charges.groups][len(named) :] in (
        [],
        ["other"],
        ["tax"],
        ["other", "tax"],
    )
    if charges.ring:
        assert min(amounts) > 0
        shares = [group.share.number for group in charges.groups if group.share]
        assert sum(group.share.number for group in charges.groups) == 100
        assert len(shares) <= len(charges.groups)
