"""A rate of tax that moved, and the rest of rounding taxes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from renderer.bill.model import Bill, ChargeKind
from renderer.story import explain
from tests.story.telecom import NOVEMBER, OCTOBER, bill, explained, only, taxed, whole

M, TV = ("M", "40"), ("TV", "10")


def of(period: object, rate: str, *charges: tuple[str, str], net: bool = False) -> Bill:
    lines = [taxed(name, amount, rate) for name, amount in charges]
    if not net:
        return bill(period, *lines)
    tax = sum((one.tax.amount for one in lines if one.tax), Decimal(0))
    bare = [replace(one, gross=None, tax=None) for one in lines]
    return bill(period, *bare, tax=str(tax))


@pytest.mark.parametrize("net", [False, True], ids=["gross", "net"])
def test_a_rate_that_moved_is_one_change_of_all_its_lines(net: bool) -> None:
    last, now = of(OCTOBER, "19", M, TV, net=net), of(NOVEMBER, "20", M, TV, net=net)
    change = only(last, now)
    assert (change.cause, change.charge, str(change.gross.amount)) == ("tax_rate", "tax", "0.50")
    assert (sorted(change.now), sorted(change.last)) == ([0, 1], [0, 1])
    assert change.detail.rates
    assert (change.detail.rates.before.amount, change.detail.rates.after.amount) == (19, 20)
    assert change.net
    assert (change.net.amount, change.tax) == (0, change.gross)


@pytest.mark.parametrize("net", [False, True], ids=["gross", "net"])
def test_what_remains_of_a_line_has_its_own_cause(net: bool) -> None:
    last, now = of(OCTOBER, "19", M, TV, net=net), of(NOVEMBER, "20", ("M", "42"), TV, net=net)
    assert explained(last, now) == [("price_changed", "2.40"), ("tax_rate", "0.50")]
    changes = whole(explain(now, last))
    assert sorted(row for change in changes for row in change.now) == [0, 1]


@pytest.mark.parametrize("net", [False, True], ids=["gross", "net"])
def test_tax_is_reckoned_at_the_net_of_the_lower_rate_there_and_back(net: bool) -> None:
    low, high = of(OCTOBER, "19", M, net=net), of(NOVEMBER, "20", ("M", "42"), net=net)
    assert explained(low, high) == [("price_changed", "2.40"), ("tax_rate", "0.40")]
    assert explained(high, low) == [("price_changed", "-2.40"), ("tax_rate", "-0.40")]


def test_a_rate_that_one_line_does_not_say_moved_nothing() -> None:
    last = of(OCTOBER, "19", M)
    unsaid = replace(last, lines=(replace(last.lines[0], tax_rate=None),))
    assert explained(unsaid, of(NOVEMBER, "20", M)) == [(None, "0.40")]


def test_two_pairs_of_rates_are_two_changes() -> None:
    last = bill(OCTOBER, taxed("M", "100", "19"), taxed("Book", "100", "7", ChargeKind.CONTENT))
    now = bill(NOVEMBER, taxed("M", "100", "20"), taxed("Book", "100", "9", ChargeKind.CONTENT))
    assert explained(last, now) == [("tax_rate", "2.00"), ("tax_rate", "1.00")]


def test_net_lines_without_rates_leave_the_tax_to_stand_alone() -> None:
    def plain(period: object, net: str, tax: str) -> Bill:
        line = replace(taxed("M", net, "20"), gross=None, tax=None, tax_rate=None)
        return bill(period, line, tax=tax)

    changes = whole(explain(plain(NOVEMBER, "50", "10"), plain(OCTOBER, "40", "8")))
    assert [(c.cause, c.charge, str(c.gross.amount)) for c in changes] == [
        ("price_changed", "recurring", "10"),
        (None, "tax", "2"),
    ]


def test_a_rest_of_rounding_is_a_change_of_its_own() -> None:
    last = of(OCTOBER, "20", ("A", "10.02"), ("B", "10.02"), net=True)
    now = of(NOVEMBER, "20", ("A", "10.02"), ("B", "10.02"), net=True)
    assert last.charges_tax
    assert last.charges_tax.amount == Decimal("4.00")
    up = replace(
        now,
        charges_tax=replace(last.charges_tax, amount=Decimal("4.01")),
        charges_total=replace(now.charges_total, amount=Decimal("24.05")),
    )
    change = only(last, up)
    assert (change.cause, change.charge, str(change.gross.amount)) == ("rounding", "tax", "0.01")
    assert (change.now, change.last) == ((), ())


def test_a_tax_that_its_rates_do_not_make_is_not_called_rounding() -> None:
    now = of(NOVEMBER, "20", M, net=True)
    assert now.charges_tax
    off = replace(
        now,
        charges_tax=replace(now.charges_tax, amount=Decimal("8.10")),
        charges_total=replace(now.charges_total, amount=Decimal("48.10")),
    )
    assert explained(of(OCTOBER, "20", M, net=True), off) == [(None, "0.10")]
