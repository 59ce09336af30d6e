"""Sums reconcile to the minor unit, or the error says which failed and where its parts stand."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.bill.model import Bill, BillKind, ChargeKind, Line, Source, TaxItem
from renderer.bill.reconcile import Check, rate_fits, reconcile
from renderer.bill.values import Money, Percent
from renderer.errors import BillError

AMOUNTS = st.decimals(min_value=-(10**6), max_value=10**6, places=2)
OFF = st.integers(min_value=1, max_value=99).map(lambda n: Decimal(n) / 100)


def eur(amount: Decimal | int | str) -> Money:
    return Money(Decimal(amount), "EUR")


def bill_of(amounts: list[tuple[Decimal, Decimal]], **changed: object) -> Bill:
    lines = tuple(
        Line(str(at), "a", ChargeKind.OTHER, eur(net), eur(tax), eur(net + tax))
        for at, (net, tax) in enumerate(amounts)
    )
    net, tax = (sum((pair[at] for pair in amounts), Decimal(0)) for at in (0, 1))
    paths = ["charges_total", "charges_net", "charges_tax", "amount_due", "taxes.0.amount"]
    paths += [f"lines.{at}.{name}" for at in range(len(lines)) for name in ("net", "tax", "gross")]
    values: dict[str, object] = {
        "id": "B", "kind": BillKind.INVOICE, "currency": "EUR", "lines": lines,
        "charges_net": eur(net), "charges_tax": eur(tax), "charges_total": eur(net + tax),
        "amount_due": eur(net + tax), "taxes": (TaxItem(eur(tax)),),
        "sources": {path: Source("d" * 64, f"/{path}", "?") for path in paths},
    }  # fmt: skip
    return Bill(**(values | changed))  # type: ignore[arg-type]


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=8))
def test_a_bill_whose_lines_make_its_totals_reconciles(amounts):
    bill = bill_of(amounts)
    assert reconcile(bill, (), {}) is bill


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=8), OFF)
def test_a_total_off_by_as_little_as_a_cent_is_refused_with_its_parts(amounts, off):
    total = sum((net + tax for net, tax in amounts), Decimal(0)) + off
    bill = bill_of(amounts, charges_total=eur(total), amount_due=eur(total))
    with pytest.raises(BillError) as caught:
        reconcile(bill, (), {"d" * 64: "bill.json"})
    error = caught.value
    assert (error.code, error.where) == ("total-does-not-add-up", "bill.json#/charges_total")
    assert "bill.json#/charges_net, bill.json#/charges_tax" in error.message


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS, OFF)
def test_what_is_due_is_charges_and_balance_less_payments_and_rounding(net, carried, paid, up, off):
    amounts = [(net, Decimal(0))]
    steps = {"carried_over": eur(carried), "paid": eur(paid), "rounding": eur(up)}
    due = net + carried - paid + up
    bill = bill_of(amounts, amount_due=eur(due), **steps)
    assert reconcile(bill, (), {}) is bill
    with pytest.raises(BillError) as caught:
        reconcile(bill_of(amounts, amount_due=eur(due - off), **steps), (), {})
    assert caught.value.code == "due-does-not-add-up"


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=2, max_size=8), OFF)
def test_a_missing_line_breaks_the_breakdown_and_not_the_bill(amounts, off):
    bill = bill_of([*amounts, (off, Decimal(0))])
    short = reconcile(
        bill_of(
            amounts,
            charges_net=bill.charges_net,
            charges_total=bill.charges_total,
            amount_due=bill.amount_due,
        ),
        (),
        {},
    )
    assert short.breakdown is not None
    assert short.breakdown.sum == "lines"
    assert short.breakdown.pointers[:2] == (
        f"{'d' * 64}#/charges_total",
        f"{'d' * 64}#/lines.0.gross",
    )


def test_taxes_that_do_not_make_the_tax_break_the_breakdown():
    bill = reconcile(bill_of([(Decimal(40), Decimal(8))], taxes=(TaxItem(eur(7)),)), (), {})
    assert bill.breakdown is not None
    assert bill.breakdown.sum == "tax"


def test_net_lines_hold_where_tax_is_rounded_once_for_the_bill():
    amounts = [(Decimal("0.04"), Decimal("0.01"))] * 3
    bill = bill_of(
        amounts,
        charges_tax=eur("0.02"),
        taxes=(TaxItem(eur("0.02"), Percent(Decimal(20))),),
        charges_total=eur("0.14"),
        amount_due=eur("0.14"),
    )
    assert reconcile(bill, (), {}).breakdown is None


def test_a_line_whose_net_and_tax_do_not_make_its_gross_breaks_the_breakdown():
    line = Line("1", "a", ChargeKind.OTHER, eur(40), eur(100), eur(50))
    bill = bill_of([(Decimal(40), Decimal(10))], lines=(line,))
    told = reconcile(bill, (), {}).breakdown
    assert told is not None
    assert (told.sum, told.pointers[0]) == ("lines", f"{'d' * 64}#/lines.0.gross")


def test_lines_without_amounts_enough_to_be_added_break_the_breakdown():
    lines = (
        Line("1", "a", ChargeKind.OTHER, net=eur(40)),
        Line("2", "b", ChargeKind.OTHER, gross=eur(2)),
    )
    assert (
        reconcile(bill_of([(Decimal(40), Decimal(10))], lines=lines), (), {}).breakdown is not None
    )


def test_a_sum_the_document_states_beside_the_bills_own_is_checked():
    bill = bill_of([(Decimal(40), Decimal(10))])
    told = reconcile(bill, [Check("lines", "charges_net", ["lines.0.tax"])], {}).breakdown
    assert told is not None
    with pytest.raises(BillError) as caught:
        reconcile(bill, [Check("prepaid", "amount_due", ["charges_net"])], {})
    assert caught.value.code == "prepaid-does-not-add-up"


@pytest.mark.parametrize(
    ("rate", "base", "tax", "fits"),
    [
        ("20", "40", "8", True),
        ("25", "1460.50", "365.13", True),
        ("20", "0.40", "0.10", False),
        ("0.25", "40", "10", False),
        ("25", "-40", "-10", True),
    ],
)
def test_a_rate_is_held_against_its_amounts(rate, base, tax, fits):
    told = rate_fits(Percent(Decimal(rate)), eur(base), eur(tax), Decimal("0.01"))
    assert told is fits


def test_no_amount_stands_in_an_error():
    with pytest.raises(BillError) as caught:
        reconcile(bill_of([(Decimal("12.34"), Decimal(0))], amount_due=eur("98.76")), (), {})
    assert not {"12.34", "98.76"} & set(str(caught.value).split())
    assert "12.34" not in str(caught.value)
    assert "98.76" not in str(caught.value)
