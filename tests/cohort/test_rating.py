"""What bills charge, by the events of a ledger: September, October and November 2026."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from api.cohort.cycles import moved
from api.cohort.events import Change, End, NewRate, Pause, Reprice
from tests.cohort.ledgers import begun, gross_of, ledger_of, lines_of, service

OCTOBER = 10
PLANS = [service("SMALL"), service("LARGE")]


def october(day):
    return date(2026, OCTOBER, day)


def test_in_arrears_a_plan_is_charged_for_the_period_that_ended():
    ledger = ledger_of([service("SMALL")], [begun("SMALL", "31.00")])
    assert gross_of(ledger) == [["31.00"]] * 3
    assert lines_of(ledger)[1][0].period == (october(1), october(31))


def test_in_advance_a_plan_is_charged_for_the_period_to_come():
    ledger = ledger_of([service("SMALL")], [begun("SMALL", "31.00")], ahead=True)
    assert gross_of(ledger) == [["31.00"]] * 3
    assert lines_of(ledger)[0][0].period == (october(1), october(31))


def test_a_plan_that_begins_inside_a_period_costs_its_share_of_the_days():
    ledger = ledger_of([service("SMALL")], [begun("SMALL", "31.00", october(12))])
    assert gross_of(ledger) == [[], ["20.00"], ["31.00"]]


def test_in_advance_a_first_bill_has_a_part_and_the_whole_period_to_come():
    ledger = ledger_of([service("SMALL")], [begun("SMALL", "31.00", october(12))], ahead=True)
    assert gross_of(ledger) == [[], ["20.00", "31.00"], ["31.00"]]


def test_in_arrears_a_plan_change_makes_two_parts():
    change = Change("SMALL", october(11), "LARGE", Decimal("62.00"), october(11))
    ledger = ledger_of(PLANS, [begun("SMALL", "31.00"), change])
    assert gross_of(ledger) == [["31.00"], ["10.00", "42.00"], ["62.00"]]


def test_in_advance_a_plan_change_gives_back_what_was_not_used_of_the_old_plan():
    change = Change("SMALL", october(11), "LARGE", Decimal("62.00"), october(11))
    ledger = ledger_of(PLANS, [begun("SMALL", "31.00"), change], ahead=True)
    assert gross_of(ledger) == [["31.00"], ["-21.00", "42.00", "62.00"], ["62.00"]]
    back = lines_of(ledger)[1][0]
    assert (back.product, back.period) == ("SMALL", (october(11), october(31)))


def test_in_advance_what_ends_is_given_back_and_not_charged_again():
    ledger = ledger_of(
        [service("SMALL")],
        [begun("SMALL", "31.00"), End("SMALL", october(10), october(10))],
        ahead=True,
    )
    assert gross_of(ledger) == [["31.00"], ["-21.00"], []]


def test_in_advance_a_promotion_whose_end_is_known_is_charged_in_part_before_it_ends():
    ledger = ledger_of(
        [service("OFF", "discount")],
        [begun("OFF", "-31.00"), End("OFF", october(10), date(2026, 1, 1))],
        ahead=True,
    )
    assert gross_of(ledger) == [["-10.00"], [], []]


def test_a_pause_in_arrears_leaves_two_parts_around_it():
    ledger = ledger_of(
        [service("SMALL")], [begun("SMALL", "31.00"), Pause("SMALL", october(6), october(10))]
    )
    assert gross_of(ledger) == [["31.00"], ["5.00", "21.00"], ["31.00"]]


def test_a_price_that_changes_inside_a_period_makes_two_parts():
    ledger = ledger_of(
        [service("SMALL")],
        [begun("SMALL", "31.00"), Reprice("SMALL", october(11), Decimal("62.00"))],
    )
    assert gross_of(ledger) == [["31.00"], ["10.00", "42.00"], ["62.00"]]


def test_parts_are_rounded_half_up():
    ledger = ledger_of([service("SMALL")], [begun("SMALL", "0.31", october(17))])
    assert gross_of(ledger)[1] == ["0.15"]
    ledger = ledger_of([service("SMALL")], [begun("SMALL", "3.15", date(2026, 9, 28))])
    assert gross_of(ledger)[0] == ["0.32"]


def test_a_short_period_costs_its_share_of_a_usual_one_and_only_for_plans():
    ledger = ledger_of(
        [service("SMALL"), service("PHONE", "device")],
        [begun("SMALL", "31.00"), begun("PHONE", "20.00")],
        cycles=moved(6),
    )
    short = ledger.cycles[2]
    assert (short.start, short.end) == (date(2026, 8, 1), date(2026, 8, 15))
    assert (
        gross_of(ledger)
        == [["31.00", "20.00"]] * 2 + [["15.00", "20.00"]] + [["31.00", "20.00"]] * 3
    )


def test_a_new_tax_rate_leaves_net_prices_as_they_are():
    ledger = ledger_of(
        [service("SMALL")],
        [begun("SMALL", "30.00"), NewRate(october(1), 1, Decimal("17.5"))],
        fixed_net=True,
    )
    assert gross_of(ledger) == [["36.00"], ["35.25"], ["35.25"]]
