"""What is true of two bills, by the events between them (docs/changes.md names the causes)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from api.cohort.cycles import moved
from api.cohort.events import Change, End, Moved, NewRate, Once, Pause, Reprice, Use
from tests.cohort.ledgers import NUMBER, begun, causes_of, ledger_of, service, truths_of

PLANS = [service("SMALL"), service("LARGE")]
SMALL = begun("SMALL", "31.00")
FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)


def october(day):
    return date(2026, 10, day)


def test_nothing_happened_and_nothing_changed():
    assert causes_of(ledger_of(PLANS[:1], [SMALL])) == [[], []]


def test_what_begins_is_added_and_its_part_is_a_proration_on_the_next_bill():
    for ahead, rest in ((False, "11.00"), (True, "-20.00")):
        ledger = ledger_of(PLANS[:1], [begun("SMALL", "31.00", october(12))], ahead=ahead)
        added = "51.00" if ahead else "20.00"
        assert causes_of(ledger) == [[("product_added", added)], [("proration", rest)]]


def test_what_begins_at_the_edge_is_only_added():
    ledger = ledger_of(PLANS[:1], [begun("SMALL", "31.00", FIRST)])
    assert causes_of(ledger) == [[("product_added", "31.00")], []]


def test_what_ends_inside_a_period_is_prorated_in_arrears():
    ledger = ledger_of(PLANS[:1], [SMALL, End("SMALL", october(10), october(10))])
    assert causes_of(ledger) == [[("proration", "-21.00")], [("proration", "-10.00")]]


def test_what_ends_inside_a_period_is_removed_in_advance_with_what_is_given_back():
    ledger = ledger_of(PLANS[:1], [SMALL, End("SMALL", october(10), october(10))], ahead=True)
    assert causes_of(ledger) == [[("product_removed", "-52.00")], [("proration", "21.00")]]


def test_a_plan_change_is_one_change_of_all_lines_of_both_plans():
    change = Change("SMALL", october(11), "LARGE", Decimal("62.00"), october(11))
    arrears = ledger_of(PLANS, [SMALL, change])
    changed, after = causes_of(arrears)
    assert changed == [("plan_changed", "21.00")]
    assert sorted(after) == [("proration", "-10.00"), ("proration", "20.00")]
    advance = ledger_of(PLANS, [SMALL, change], ahead=True)
    changed, after = causes_of(advance)
    assert changed == [("plan_changed", "52.00")]
    assert sorted(after) == [("proration", "-42.00"), ("proration", "21.00")]
    (one,) = truths_of(advance)[0]
    assert (one.products, one.days) == (("SMALL", "LARGE"), (october(11),))
    assert (one.lines, one.lines_before) == ((0, 1, 2), (0,))


def test_a_plan_change_at_the_edge_is_one_plan_gone_and_another_new():
    change = Change("SMALL", FIRST, "LARGE", Decimal("62.00"), date(2026, 9, 20))
    found = causes_of(ledger_of(PLANS, [SMALL, change]))
    assert sorted(found[0]) == [("product_added", "62.00"), ("product_removed", "-31.00")]
    assert found[1] == []


def test_a_pause_is_a_proration_there_and_back():
    ledger = ledger_of(PLANS[:1], [SMALL, Pause("SMALL", october(6), october(10))])
    assert causes_of(ledger) == [[("proration", "-5.00")], [("proration", "5.00")]]


def test_a_price_changes_at_the_edge_of_a_period():
    ledger = ledger_of(PLANS[:1], [SMALL, Reprice("SMALL", FIRST, Decimal("33.00"))])
    assert causes_of(ledger) == [[("price_changed", "2.00")], []]


def test_a_price_that_changes_inside_a_period_has_no_one_cause():
    ledger = ledger_of(PLANS[:1], [SMALL, Reprice("SMALL", october(11), Decimal("62.00"))])
    assert causes_of(ledger) == [[(None, "21.00")], [(None, "10.00")]]


def test_two_things_at_once_have_no_one_cause():
    reprice = Reprice("SMALL", FIRST, Decimal("62.00"))
    ledger = ledger_of(PLANS[:1], [SMALL, Pause("SMALL", october(6), october(10)), reprice])
    assert causes_of(ledger)[0] == [(None, "21.00")]


def test_a_promotion_starts_grows_shrinks_and_ends():
    off = [service("OFF", "discount")]
    start = begun("OFF", "-31.00", october(12))
    assert causes_of(ledger_of(off, [start])) == [
        [("promotion_started", "-20.00")],
        [("promotion_started", "-11.00")],
    ]
    steps = [begun("OFF", "-10.00"), Reprice("OFF", FIRST, Decimal("-5.00"))]
    steps.append(Reprice("OFF", date(2026, 11, 1), Decimal("-8.00")))
    assert causes_of(ledger_of(off, steps)) == [
        [("promotion_shrank", "5.00")],
        [("promotion_grew", "-3.00")],
    ]
    end = [begun("OFF", "-31.00"), End("OFF", october(10), date(2026, 1, 1))]
    assert causes_of(ledger_of(off, end)) == [
        [("promotion_ended", "21.00")],
        [("promotion_ended", "10.00")],
    ]


def test_a_period_of_another_length_changes_what_plans_cost():
    ledger = ledger_of(PLANS[:1], [SMALL, Moved(date(2026, 8, 1), 2)], cycles=moved(6))
    assert causes_of(ledger)[1:3] == [[("period_length", "-16.00")], [("period_length", "16.00")]]


def use(bill, what, amount, *, over=False, usage="data"):
    return Use(bill, NUMBER, what, what, what, "usage", usage, Decimal(amount), over=over)


def test_use_beyond_the_allowance_is_overage_and_other_use_is_use():
    ledger = ledger_of(PLANS[:1], [SMALL])
    ledger.uses += [use(1, "over", "5.00", over=True), use(0, "calls", "1.00", usage="voice")]
    assert causes_of(ledger) == [
        [("overage", "5.00"), ("usage", "-1.00")],
        [("overage", "-5.00")],
    ]


def test_what_comes_once_goes_again():
    ledger = ledger_of(PLANS[:1], [SMALL])
    for product, kind, amount, reason in (
        ("F-SIM", "one_time", "10.00", None),
        ("CR-A", "credit", "-4.00", "goodwill"),
        ("CR-B", "credit", "-3.00", "dispute"),
        ("LATE", "penalty", "7.50", "late_fee"),
    ):
        once = Once(1, october(5), product, product, kind, Decimal(amount), None, reason)
        ledger.onces.append(once)
    come, gone = causes_of(ledger)
    assert come == [
        ("one_time", "10.00"),
        ("credit", "-4.00"),
        ("refund", "-3.00"),
        ("late_fee", "7.50"),
    ]
    assert [(cause, str(-Decimal(amount))) for cause, amount in gone] == come


def test_a_new_tax_rate_is_one_change_of_all_charges_and_the_rest_has_its_own_cause():
    rate = NewRate(FIRST, 1, Decimal("17.5"))
    ledger = ledger_of(
        PLANS, [begun("SMALL", "30.00"), begun("LARGE", "50.00"), rate], fixed_net=True
    )
    assert causes_of(ledger) == [[("tax_rate", "-2.00")], []]
    ledger.events.append(Reprice("LARGE", FIRST, Decimal("60.00")))
    assert causes_of(ledger) == [[("price_changed", "12.00"), ("tax_rate", "-2.25")], []]
