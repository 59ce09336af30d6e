"""A price that is another, or the same for more or fewer days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from renderer.bill.model import ChargeKind
from renderer.bill.values import Percent, Period, Quantity
from tests.story.telecom import NOVEMBER, OCTOBER, bill, discount, explained, line, november, plan

JULY = Period(date(2026, 7, 1), date(2026, 7, 31))
SHORT = Period(date(2026, 8, 1), date(2026, 8, 15))


def test_a_product_whole_on_both_bills_has_another_price() -> None:
    last = bill(OCTOBER, plan("M", "45", OCTOBER))
    assert explained(last, bill(NOVEMBER, plan("M", "47", NOVEMBER))) == [("price_changed", "2")]


def test_a_part_of_a_period_is_no_other_price() -> None:
    last = bill(OCTOBER, plan("M", "45", OCTOBER))
    assert explained(last, bill(NOVEMBER, plan("M", "47", november(1, 29)))) == [(None, "2")]


def test_one_more_of_it_is_no_other_price() -> None:
    last = bill(OCTOBER, plan("SIM", "5", OCTOBER))
    now = bill(NOVEMBER, plan("SIM", "5", NOVEMBER), plan("SIM", "5", NOVEMBER, id="2"))
    assert explained(last, now) == [(None, "5")]


def test_another_quantity_is_no_other_price() -> None:
    two, three = (Quantity(Decimal(n), "unit") for n in (2, 3))
    last = bill(OCTOBER, plan("SIM", "10", OCTOBER, quantity=two))
    assert explained(last, bill(NOVEMBER, plan("SIM", "15", NOVEMBER, quantity=three))) == [
        (None, "5")
    ]
    assert explained(last, bill(NOVEMBER, plan("SIM", "12", NOVEMBER, quantity=two))) == [
        ("price_changed", "2")
    ]


def test_a_line_of_no_kind_has_a_price_where_it_says_a_quantity() -> None:
    one = Quantity(Decimal(1), "unit")
    last = bill(OCTOBER, line("Item", "10", ChargeKind.OTHER, quantity=one))
    assert explained(last, bill(NOVEMBER, line("Item", "12", ChargeKind.OTHER, quantity=one))) == [
        ("price_changed", "2")
    ]
    bare = bill(OCTOBER, line("Item", "10", ChargeKind.OTHER))
    assert explained(bare, bill(NOVEMBER, line("Item", "12", ChargeKind.OTHER))) == [(None, "2")]


def test_two_products_of_one_name_are_not_one_that_costs_more() -> None:
    last = bill(OCTOBER, plan("M", "45", OCTOBER, product="a"))
    now = bill(NOVEMBER, plan("M", "47", NOVEMBER, product="b"))
    assert explained(last, now) == [(None, "2")]


def test_a_rate_of_tax_that_one_bill_does_not_say_may_be_what_changed() -> None:
    last = bill(OCTOBER, plan("M", "45", OCTOBER))
    now = bill(NOVEMBER, plan("M", "47", NOVEMBER, tax_rate=Percent(Decimal(20))))
    assert explained(last, now) == [(None, "2")]


def test_a_shorter_period_at_the_same_price_a_day_is_its_length() -> None:
    last, now = bill(JULY, plan("M", "31", JULY)), bill(SHORT, plan("M", "15", SHORT))
    assert explained(last, now) == [("period_length", "-16")]
    assert explained(now, last) == [("period_length", "16")]


def test_a_shorter_period_at_another_price_a_day_has_no_cause() -> None:
    last, now = bill(JULY, plan("M", "31", JULY)), bill(SHORT, plan("M", "16", SHORT))
    assert explained(last, now) == [(None, "-15")]


def test_a_discount_in_a_shorter_period_neither_shrank_nor_grew() -> None:
    last = bill(JULY, plan("M", "31", JULY), discount("Loyal", "-10", JULY))
    now = bill(SHORT, plan("M", "15", SHORT), discount("Loyal", "-4.84", SHORT))
    assert explained(last, now) == [("period_length", "-16"), (None, "5.16")]


def test_two_months_of_different_days_at_one_price_are_no_change() -> None:
    assert explained(bill(OCTOBER, plan("M", "45", OCTOBER)),
                     bill(NOVEMBER, plan("M", "45", NOVEMBER))) == []  # fmt: skip
