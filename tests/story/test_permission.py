"""Who may be made an offer: both consents, no debt, no dispute. Each rule is taken away here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from renderer.bill.model import BillKind, Mismatch
from renderer.bill.values import Money
from renderer.story.permission import withheld
from tests.script.offer_customers import BOTH, Rate, bills, traveller, use

MARKETING, USAGE = BOTH


def reason(day: date | None = None, **changes: object) -> str:
    bill, _ = bills(traveller(**changes))
    return withheld(bill, day)


def test_a_customer_who_agreed_and_owes_nothing_may_be_made_an_offer() -> None:
    assert reason() == ""


@pytest.mark.parametrize(
    ("consents", "expected"),
    [
        ((), "consent"),
        ((MARKETING,), "consent"),
        ((USAGE,), "consent"),
        ((("marketing", False, "2026-03-01"), USAGE), "consent"),
        ((MARKETING, ("usage_data", False, "2026-03-01")), "consent"),
        # the day of issue is 2026-12-01
        ((MARKETING, ("usage_data", True, "2026-12-01")), ""),
        ((MARKETING, ("usage_data", True, "2026-12-02")), "consent"),
        # the latest record counts, wherever it stands
        ((MARKETING, USAGE, ("marketing", False, "2026-03-02")), "consent"),
        ((("marketing", False, "2026-03-02"), MARKETING, USAGE), "consent"),
        ((("marketing", False, "2026-02-28"), MARKETING, USAGE), ""),
        ((MARKETING, USAGE, ("usage_data", False, "2026-12-24")), "consent"),
        # of one day the withdrawal wins
        ((MARKETING, ("marketing", False, "2026-03-01"), USAGE), "consent"),
        # other purposes have no say; a hyphen is an underscore
        ((MARKETING, USAGE, ("bill-video", False, "2026-11-01")), ""),
        ((MARKETING, ("usage-data", True, "2026-03-01")), ""),
        ((MARKETING, USAGE, ("usage-data", False, "2026-04-01")), "consent"),
    ],
)
def test_both_consents_have_to_be_given_by_the_day_of_issue(
    consents: tuple[tuple[str, bool, str], ...], expected: str
) -> None:
    assert reason(consents=consents) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"carried": "12.00"}, "overdue"),
        ({"carried": "12.00", "paid": "11.99"}, "overdue"),
        ({"carried": "12.00", "paid": "12.00"}, ""),
        ({"carried": "-3.00"}, ""),
        ({"more": {"paymentDueDate": "2026-11-30"}}, "overdue"),
        ({"more": {"paymentDueDate": "2026-12-01"}}, ""),
        ({"preferences": {"disputing": True}}, "disputing"),
        ({"preferences": {"disputing": False}}, ""),
        ({"more": {"billDate": None}}, "undated"),
    ],
)
def test_debts_disputes_and_bills_without_a_day_withhold_offers(
    changes: dict[str, object], expected: str
) -> None:
    assert reason(**changes) == expected


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        (Rate("Credit", "-5.00", "productAlteration", "P-1", {"reason": "dispute"}), "disputing"),
        (Rate("Fee", "5.00", "oneTimeCharge", "P-1", {"reason": "late_fee"}), "overdue"),
        (Rate("Credit", "-5.00", "productAlteration", "P-1", {"reason": "goodwill"}), ""),
    ],
)
def test_lines_tell_of_disputes_and_late_fees(rate: Rate, expected: str) -> None:
    assert reason(uses=((use("roaming", "14.40"), rate), (), ())) == expected


def test_the_day_of_the_film_decides_what_is_past() -> None:
    assert reason(day=date(2026, 12, 15)) == ""
    assert reason(day=date(2026, 12, 16)) == "overdue"
    assert reason(day=date(2026, 2, 28)) == "consent"
    assert reason(day=date(2026, 12, 5), more={"billDate": None}) == ""


def test_a_bill_that_is_paid_is_not_overdue_however_late() -> None:
    bill, _ = bills(traveller())
    paid = replace(bill, amount_due=Money(Decimal(0), "GBP"), due=date(2026, 1, 1))
    assert withheld(paid) == ""


def test_no_offer_stands_beside_a_credit_note_or_lines_in_doubt() -> None:
    bill, _ = bills(traveller())
    assert withheld(replace(bill, kind=BillKind.CREDIT_NOTE)) == "credit-note"
    assert withheld(replace(bill, breakdown=Mismatch("lines", ()))) == "breakdown"
