"""What a story tells beside its changes: days, countries, allowances, a first bill."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from renderer.bill.model import Bill, ChargeKind, Customer, Line, TaxItem
from renderer.bill.values import Money, Percent, Period, Quantity
from renderer.story import Form, Policy, Story, tell
from tests.story.telecom import (
    DECEMBER,
    JANUARY,
    NOVEMBER,
    OCTOBER,
    bill,
    data,
    discount,
    gigabytes,
    line,
    november,
    october,
    plan,
)
from tests.story.test_tell import prove

M = plan("M", "45", NOVEMBER)


def told(now: Bill, *previous: Bill) -> Story:
    story = tell(now, previous)
    prove(story, now, *previous)
    return story


def amounts(*figures: object) -> list[str | None]:
    return [None if one is None else str(one.number) for one in figures]


def changed_plan(*, ahead: bool) -> tuple[Bill, Bill]:
    if ahead:
        return (
            bill(OCTOBER, plan("Breeze", "20", NOVEMBER)),
            bill(
                NOVEMBER,
                plan("Breeze", "-13.33", november(11, 30)),
                plan("Aurora", "26.67", november(11, 30)),
                plan("Aurora", "40", DECEMBER),
            ),
        )
    return (
        bill(OCTOBER, plan("Breeze", "20", OCTOBER)),
        bill(
            NOVEMBER,
            plan("Breeze", "6.67", november(1, 10)),
            plan("Aurora", "26.67", november(11, 30), price="40"),
        ),
    )


@pytest.mark.parametrize("ahead", [False, True], ids=["arrears", "advance"])
def test_a_change_of_plan_shows_each_day_once(ahead: bool) -> None:
    last, now = changed_plan(ahead=ahead)
    story = told(now, last)
    view = story.proration
    assert view
    assert (view.kind, view.day.value) == ("plan_changed", date(2026, 11, 11))
    assert view.period.value == NOVEMBER
    assert [part.label and part.label.value for part in view.parts] == ["Breeze", "Aurora"]
    assert amounts(*(part.signed for part in view.parts)) == ["6.67", "26.67"]
    assert amounts(*(part.days for part in view.parts)) == ["10", "20"]
    assert amounts(*(part.of_days for part in view.parts)) == ["30", "30"]
    assert amounts(*(part.price for part in view.parts)) == ["20", "40"]
    assert [part.period and part.period.value for part in view.parts] == [
        november(1, 10),
        november(11, 30),
    ]
    assert [cell.part for cell in view.cells] == [0] * 10 + [1] * 20
    assert [cell.day.value for cell in view.cells] == [date(2026, 11, n) for n in range(1, 31)]
    assert [cell.column for cell in view.cells[:3]] == [6, 0, 1], "1 November 2026 is a Sunday"
    assert str(view.total.number) == "33.34"
    (change,) = story.changes
    assert change.cause == "plan_changed"
    assert (change.was and change.was.value, change.label and change.label.value) == (
        "Breeze",
        "Aurora",
    )
    assert amounts(change.days, change.of_days, change.price, change.price_before) == [
        "20",
        "30",
        "40",
        "20",
    ]
    assert change.part_on == "now"


def test_days_without_an_exact_price_are_not_drawn() -> None:
    last, now = changed_plan(ahead=False)
    unpriced = tuple(replace(one, price=None) for one in now.lines)
    assert told(bill(NOVEMBER, *unpriced), last).proration is None


def test_a_product_that_began_is_drawn_from_its_first_day() -> None:
    now = bill(NOVEMBER, M, plan("TV", "4", november(19, 30), price="10"))
    view = told(now, bill(OCTOBER, plan("M", "45", OCTOBER))).proration
    assert view
    assert (view.kind, view.day.value) == ("started", date(2026, 11, 19))
    assert [cell.part for cell in view.cells] == [None] * 18 + [0] * 12


def test_a_product_that_ended_is_drawn_to_its_last_day() -> None:
    last = bill(OCTOBER, plan("M", "45", NOVEMBER), plan("TV", "30", NOVEMBER))
    now = bill(NOVEMBER, plan("M", "45", DECEMBER), plan("TV", "-20", november(11, 30)))
    view = told(now, last).proration
    assert view
    assert (view.kind, view.day.value) == ("ended", date(2026, 11, 10))
    assert amounts(view.parts[0].signed, view.parts[0].days) == ["10", "10"]


def test_a_bill_of_whole_periods_has_no_days_to_draw() -> None:
    assert told(bill(NOVEMBER, M), bill(OCTOBER, plan("M", "40", OCTOBER))).proration is None


def abroad(country: str | None, amount: str) -> Line:
    return line(
        f"In {country}", amount, ChargeKind.ROAMING, country=country, id=f"{country}{amount}"
    )


def test_roaming_is_told_by_country_heaviest_first() -> None:
    now = bill(NOVEMBER, M, abroad("TR", "4"), abroad("ES", "9"), abroad("TR", "2"))
    last = bill(OCTOBER, plan("M", "45", OCTOBER), abroad("FR", "3"))
    story = told(now, last)
    assert story.roaming
    rows = [(row.country and row.country.value, str(row.amount.number)) for row in
            story.roaming.rows]  # fmt: skip
    assert rows == [("ES", "9"), ("TR", "6")]
    assert amounts(story.roaming.total, story.roaming.previous) == ["15", "3"]
    assert story.roaming.countries == 2
    (change,) = story.changes
    assert [one.value for one in change.countries] == ["ES", "TR"]


def test_more_countries_than_there_is_room_for_are_joined() -> None:
    rows = [abroad(code, amount) for code, amount in
            (("ES", "9"), ("TR", "8"), ("FR", "7"), ("IT", "6"), ("PT", "5"))]  # fmt: skip
    view = told(bill(NOVEMBER, M, *rows)).roaming
    assert view
    assert amounts(*(row.amount for row in view.rows)) == ["9", "8", "7", "11"]
    assert view.rows[-1].country is None
    assert view.countries == 5


def test_a_country_that_is_not_said_is_not_counted() -> None:
    view = told(bill(NOVEMBER, M, abroad(None, "9"), abroad("ES", "1"))).roaming
    assert view
    assert view.countries is None
    assert [row.country and row.country.value for row in view.rows] == ["ES", None]


def test_overage_is_told_where_the_allowance_proves_it() -> None:
    beyond = line("Data beyond", "6", ChargeKind.USAGE, usage="data", quantity=gigabytes("3"))
    now = bill(NOVEMBER, M, beyond, usage=(data("27.4", "25"),))
    story = told(now, bill(OCTOBER, plan("M", "45", OCTOBER)))
    (view,) = story.overage
    assert (view.usage, view.over.value) == ("data", Quantity(Decimal("2.4"), "GB"))
    assert str(view.amount.number) == "6"
    (change,) = story.changes
    assert (change.cause, change.usage) == ("overage", "data")
    assert amounts(change.used, change.over) == ["3", "2.4"]
    within = bill(NOVEMBER, M, beyond, usage=(data("20", "25"),))
    assert told(within).overage == ()


def first_in_advance(**more: object) -> Bill:
    return bill(
        NOVEMBER,
        plan("M", "30", november(11, 30)),
        plan("M", "45", DECEMBER),
        discount("Welcome", "-10", DECEMBER),
        line("Start", "25", ChargeKind.ONE_TIME),
        line("Calls", "2.50", ChargeKind.USAGE),
        **more,
    )


def test_a_first_bill_says_what_it_contains_and_what_a_month_costs() -> None:
    view = told(first_in_advance()).first
    assert view
    assert view.day.value == date(2026, 11, 11)
    assert view.part
    assert amounts(view.part.signed, view.part.days, view.part.of_days) == ["30", "20", "30"]
    assert view.advance
    assert amounts(view.advance.signed, view.one_time, view.other) == ["35", "25", "2.50"]
    assert view.one_time_label
    assert view.one_time_label.value == "Start"
    assert (str(view.regular.number), view.higher) == ("35", True)


def test_a_first_bill_in_arrears_knows_a_month_from_the_stated_price() -> None:
    part = plan("M", "30", november(11, 30), price="45")
    view = told(bill(NOVEMBER, part, line("Start", "25", ChargeKind.ONE_TIME))).first
    assert view
    assert (str(view.regular.number), view.higher, view.advance) == ("45", True, None)
    assert told(bill(NOVEMBER, replace(part, price=None))).first is None


def test_a_first_bill_on_the_day_the_customer_came_needs_no_part() -> None:
    came = Customer(account="A-1", since=date(2026, 11, 1))
    view = told(bill(NOVEMBER, M, line("Start", "25", ChargeKind.ONE_TIME), customer=came)).first
    assert view
    assert view.day.value == date(2026, 11, 1)
    assert view.part is None
    assert view.advance


@pytest.mark.parametrize(
    "lines",
    [
        (M,),
        (M, plan("TV", "4", november(19, 30), price="10")),
        (plan("M", "15", november(1, 10), price="45"),),
    ],
    ids=["whole", "an extra began", "something ended"],
)
def test_a_bill_that_shows_no_beginning_is_no_first_bill(lines: tuple[Line, ...]) -> None:
    assert told(bill(NOVEMBER, *lines)).first is None


def test_an_old_customer_or_an_earlier_bill_makes_no_first_bill() -> None:
    old = Customer(account="A-1", since=date(2019, 3, 1))
    assert told(first_in_advance(customer=old)).first is None
    assert told(first_in_advance(), bill(OCTOBER, plan("M", "1", OCTOBER))).first is None


def test_a_net_bill_of_one_rate_tells_a_month_with_its_tax() -> None:
    lines = (plan("M", "30", november(11, 30)), plan("M", "45", DECEMBER))
    net = tuple(replace(one, net=one.gross, gross=None) for one in lines)
    won = bill(
        NOVEMBER,
        *net,
        tax="7.50",
        charges_net=Money(Decimal(75), "EUR"),
        taxes=(TaxItem(Money(Decimal("7.50"), "EUR"), Percent(Decimal(10))),),
    )
    view = told(won).first
    assert view
    assert str(view.regular.number) == "49.50"
    assert view.other
    assert str(view.other.number) == "7.50"


def test_nothing_changed_is_all_good() -> None:
    story = told(bill(NOVEMBER, M), bill(OCTOBER, plan("M", "45", OCTOBER)))
    assert story.all_good
    assert story.form is Form.FULL


def test_changes_that_cancel_out_are_not_all_good() -> None:
    now = bill(NOVEMBER, plan("M", "46", NOVEMBER), plan("TV", "9", NOVEMBER))
    last = bill(OCTOBER, plan("M", "45", OCTOBER), plan("TV", "10", OCTOBER))
    assert not told(now, last).all_good


def test_no_earlier_bill_is_neither_good_nor_unexplained() -> None:
    story = told(bill(NOVEMBER, M))
    assert (story.all_good, story.unexplained, story.form) == (False, None, Form.FULL)


def test_a_difference_that_no_line_accounts_for_gives_the_short_film() -> None:
    last = bill(OCTOBER, total="40")
    story = told(bill(NOVEMBER, M), last)
    assert (story.form, story.problem) == (Form.SHORT, "unexplained")
    assert story.unexplained
    assert str(story.unexplained.number) == "5"
    lenient = tell(bill(NOVEMBER, M), [last], Policy(unexplained=Decimal(5)))
    assert (lenient.form, lenient.problem) == (Form.FULL, None)


def test_equal_totals_without_lines_leave_nothing_unexplained_but_are_not_good() -> None:
    story = told(bill(NOVEMBER, M), bill(OCTOBER, total="45"))
    assert (story.form, story.unexplained, story.all_good) == (Form.FULL, None, False)


def test_the_last_bill_in_another_currency_is_an_obstacle() -> None:
    pounds = replace(bill(OCTOBER, total="40"), currency="GBP",
                     charges_total=Money(Decimal(40), "GBP"))  # fmt: skip
    september = bill(Period(date(2026, 9, 1), date(2026, 9, 30)), plan("M", "45"))
    story = told(bill(NOVEMBER, M), pounds, september)
    assert (story.obstacle, story.difference, story.changes) == ("currency", None, ())
    assert story.form is Form.FULL
    older = replace(pounds, period=Period(date(2026, 8, 1), date(2026, 8, 31)))
    assert told(bill(NOVEMBER, M), older, september).obstacle == ""


def test_a_change_names_its_line_where_the_account_has_several() -> None:
    both = [replace(M, subscription=number) for number in ("0612345647", "0698765432")]
    dearer = replace(both[1], gross=Money(Decimal(47), "EUR"))
    (change,) = told(bill(NOVEMBER, both[0], dearer), bill(OCTOBER, *both)).changes
    assert change.line
    assert change.line.value == "06 •• •• •• 32"
    alone = told(bill(NOVEMBER, dearer), bill(OCTOBER, both[1])).changes
    assert alone[0].line is None


def test_a_moved_rate_tells_both_rates() -> None:
    def of(period: Period, rate: str, gross: str) -> Bill:
        rated = line("M", gross, period=period, net="40", tax_rate=Percent(Decimal(rate)))
        return bill(period, rated)

    (change,) = told(of(NOVEMBER, "20", "48"), of(OCTOBER, "19", "47.60")).changes
    assert (change.cause, change.charge, change.label) == ("tax_rate", "tax", None)
    assert amounts(change.rate, change.rate_before) == ["20", "19"]


def test_a_promotion_tells_the_day_it_ended_and_what_it_gave() -> None:
    last = bill(OCTOBER, plan("M", "45", OCTOBER), discount("Welcome", "-10", OCTOBER))
    now = bill(NOVEMBER, M, discount("Welcome", "-0.67", november(1, 2)))
    (change,) = told(now, last).changes
    assert change.day
    assert change.day.value == date(2026, 11, 2)
    assert amounts(change.days, change.of_days, change.price_before) == ["2", "30", "10"]


def test_days_of_an_advance_are_of_the_month_they_are_in() -> None:
    last = bill(NOVEMBER, plan("M", "45", DECEMBER))
    now = bill(DECEMBER, plan("M", "45", JANUARY), plan("TV", "5", Period(date(2027, 1, 17),
               date(2027, 1, 31)), price="10.33"))  # fmt: skip
    (change,) = told(now, last).changes
    assert amounts(change.days, change.of_days) == ["15", "31"]
    short = bill(OCTOBER, plan("M", "15", october(17, 31), price="31"))
    (change,) = told(bill(NOVEMBER, plan("M", "31", NOVEMBER)), short).changes
    assert (change.cause, change.part_on) == ("proration", "last")
