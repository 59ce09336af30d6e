"""Use: beyond an allowance, abroad, or simply more or less of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renderer.bill.model import Allowance, ChargeKind, Line
from renderer.bill.values import Quantity
from tests.story.telecom import (
    NOVEMBER,
    OCTOBER,
    bill,
    data,
    explained,
    gigabytes,
    line,
    only,
    plan,
)

PLAN = (plan("M", "45"),)
LAST = bill(OCTOBER, *PLAN)


def used(gross: str, **more: object) -> Line:
    return line("Data beyond", gross, ChargeKind.USAGE, **{"usage": "data", **more})


@pytest.mark.parametrize("quantity", ["2.4", "3", None])
def test_what_goes_beyond_the_allowance_is_overage(quantity: str | None) -> None:
    said = None if quantity is None else gigabytes(quantity)
    now = bill(NOVEMBER, *PLAN, used("6", quantity=said), usage=(data("27.4", "25"),))
    change = only(LAST, now)
    assert change.cause == "overage"
    assert change.detail.used
    assert change.detail.used.allowance == 0


@pytest.mark.parametrize(
    ("line_", "report"),
    [
        (used("6", quantity=gigabytes("2.4")), data("20", "25")),
        (used("6", quantity=gigabytes("5")), data("27.4", "25")),
        (used("6", quantity=gigabytes("2")), data("27.4", "25")),
        (used("6", usage=None), data("27.4", "25")),
        (used("6", usage="voice"), data("27.4", "25")),
        (used("6", quantity=Quantity(Decimal("2.4"), "MB")), data("27.4", "25")),
        (used("6"), data("27.4", "25", unlimited=True)),
        (used("6", subscription="1"), data("27.4", "25", subscription="2")),
        (used("6"), None),
    ],
)
def test_without_all_of_the_evidence_it_is_only_use(line_: Line, report: Allowance | None) -> None:
    now = bill(NOVEMBER, *PLAN, line_, usage=(report,) if report else ())
    assert explained(LAST, now) == [("usage", "6")]


def test_overage_needs_its_proof_on_each_bill_that_charges_it() -> None:
    over, under = data("27", "25"), data("20", "25")
    now = bill(NOVEMBER, *PLAN, used("6"), usage=(over,))
    assert explained(bill(OCTOBER, *PLAN, used("4"), usage=(over,)), now) == [("overage", "2")]
    assert explained(bill(OCTOBER, *PLAN, used("4"), usage=(under,)), now) == [("usage", "2")]


def test_rows_of_one_use_are_one_change() -> None:
    rows = [line("Calls", amount, ChargeKind.USAGE, id=amount) for amount in ("1.10", "2.20")]
    last = bill(OCTOBER, *PLAN, line("Calls", "4", ChargeKind.USAGE))
    assert explained(last, bill(NOVEMBER, *PLAN, *rows)) == [("usage", "-0.70")]


def test_what_was_used_joins_rows_of_several_names() -> None:
    rows = [
        line(name, "2", ChargeKind.USAGE, usage="voice", product=None)
        for name in ("Land", "Mobile")
    ]
    last = bill(OCTOBER, *PLAN, line("Calls", "1", ChargeKind.USAGE, usage="voice"))
    change = only(last, bill(NOVEMBER, *PLAN, *rows))
    assert (change.cause, str(change.gross.amount)) == ("usage", "3")


def test_as_much_use_at_another_price_is_a_price() -> None:
    calls = {"kind": ChargeKind.USAGE, "quantity": Quantity(Decimal(30), "min")}
    last = bill(OCTOBER, *PLAN, line("Calls", "3", **calls))
    assert explained(last, bill(NOVEMBER, *PLAN, line("Calls", "4.5", **calls))) == [
        ("price_changed", "1.5")
    ]


def test_roaming_names_its_countries_where_every_row_does() -> None:
    turkey = line("Turkey", "6", ChargeKind.ROAMING, country="TR")
    spain = line("Spain", "9", ChargeKind.ROAMING, country="ES")
    now = bill(NOVEMBER, *PLAN, turkey, spain)
    change = only(LAST, now)
    assert (change.cause, str(change.gross.amount)) == ("roaming", "15")
    assert [now.lines[row].country for row in change.detail.rows_by_country] == ["ES", "TR"]
    unsaid = bill(NOVEMBER, *PLAN, turkey, line("Sea", "9", ChargeKind.ROAMING))
    assert only(LAST, unsaid).detail.rows_by_country == ()


def test_content_is_bought_by_the_piece_or_by_the_period() -> None:
    film = line("Film", "5", ChargeKind.CONTENT)
    pass_ = line("Sport", "5", ChargeKind.CONTENT, NOVEMBER)
    assert explained(LAST, bill(NOVEMBER, *PLAN, film)) == [("usage", "5")]
    assert explained(LAST, bill(NOVEMBER, *PLAN, pass_)) == [("product_added", "5")]


def test_use_that_may_stand_on_the_other_bill_under_another_name_has_no_cause() -> None:
    calls = line("Calls", "4", ChargeKind.USAGE)
    summary = line("Use, all in one", "9", ChargeKind.USAGE, product=None)
    found = explained(bill(OCTOBER, *PLAN, calls), bill(NOVEMBER, *PLAN, summary))
    assert found == [(None, "9"), (None, "-4")]
    told = line("Data beyond", "9", ChargeKind.USAGE, product=None, usage="data")
    found = explained(bill(OCTOBER, *PLAN, calls), bill(NOVEMBER, *PLAN, told))
    assert found == [("usage", "9"), ("usage", "-4")]
