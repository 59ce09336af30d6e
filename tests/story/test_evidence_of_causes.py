"""A cause is named with all of its evidence; with a piece of it less, what is still proved is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

import pytest

from renderer.bill.model import Bill, ChargeKind, Line, Reason, TaxItem
from renderer.bill.values import Money, Percent, Period
from renderer.story import explain
from tests.story.telecom import (
    DECEMBER,
    NOVEMBER,
    OCTOBER,
    bill,
    data,
    discount,
    gigabytes,
    line,
    november,
    plan,
    taxed,
)

PLAN = plan("M", "45")


@dataclass(frozen=True)
class Case:
    """Two bills with one cause between them, and what it becomes without a piece of evidence."""

    last: Bill
    now: Bill
    cause: str
    without: dict[str, str | None]


def causes(last: Bill, now: Bill) -> set[str | None]:
    return {change.cause and change.cause.value for change in explain(now, last).changes}


def without(of: Bill, field: str) -> Bill:
    """Take one field from every line, or the usage from the bill."""
    if field == "report":
        return replace(of, usage=())
    return replace(of, lines=tuple(replace(one, **{field: None}) for one in of.lines))


CASES = [
    Case(
        bill(OCTOBER, PLAN, discount("D", "-10", OCTOBER)),
        bill(NOVEMBER, PLAN, discount("D", "-0.67", november(1, 2))),
        "promotion_ended",
        # Without ids its name proves it; without periods it is whole on both, and smaller.
        {"product": "promotion_ended", "period": "promotion_shrank"},
    ),
    Case(
        bill(OCTOBER, plan("A", "20", OCTOBER)),
        bill(NOVEMBER, plan("A", "6.67", november(1, 10)), plan("B", "26.67", november(11, 30))),
        "plan_changed",
        {"product": "plan_changed"},
    ),
    Case(
        bill(OCTOBER, taxed("M", "40", "19")),
        bill(NOVEMBER, taxed("M", "40", "20")),
        "tax_rate",
        # Two rates that are not said leave a price that is another.
        {"tax_rate": "price_changed", "net": None},
    ),
    Case(
        bill(OCTOBER, PLAN),
        bill(
            NOVEMBER,
            PLAN,
            line("D", "6", ChargeKind.USAGE, usage="data", quantity=gigabytes("3")),
            usage=(data("28", "25"),),
        ),
        "overage",
        {"usage": "usage", "report": "usage", "quantity": "overage"},
    ),
    Case(
        bill(OCTOBER, PLAN),
        bill(NOVEMBER, PLAN, line("F", "5", ChargeKind.PENALTY, reason=Reason.LATE_FEE)),
        "late_fee",
        {"reason": None},
    ),
    Case(
        bill(OCTOBER, PLAN),
        bill(NOVEMBER, PLAN, line("C", "-5", ChargeKind.CREDIT, reason=Reason.REFUND)),
        "refund",
        {"reason": "credit"},
    ),
    Case(
        bill(NOVEMBER, plan("T", "15", november(16, 30), price="30")),
        bill(DECEMBER, plan("T", "30", DECEMBER)),
        "proration",
        {"price": "proration", "period": "price_changed"},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.cause)
def test_it_is_named_with_all_of_its_evidence(case: Case) -> None:
    assert causes(case.last, case.now) == {case.cause}


@pytest.mark.parametrize(
    ("case", "field"),
    [(case, field) for case in CASES for field in case.without],
    ids=lambda at: at if isinstance(at, str) else at.cause,
)
def test_without_a_piece_it_is_what_is_still_proved(case: Case, field: str) -> None:
    found = causes(without(case.last, field), without(case.now, field))
    assert found == {case.without[field]}


@pytest.mark.parametrize("kind", [ChargeKind.RECURRING, ChargeKind.DISCOUNT, ChargeKind.DEVICE])
@pytest.mark.parametrize("turned", [False, True], ids=["came", "went"])
def test_what_stands_alone_on_the_other_side_without_an_id_may_be_it(
    kind: ChargeKind, turned: bool
) -> None:
    sign = "-" if kind is ChargeKind.DISCOUNT else ""
    alone, spare = line("X", f"{sign}5", kind), line("Spare", f"{sign}3", kind, product=None)

    def between(other: tuple[Line, ...]) -> set[str | None]:
        last, now = bill(OCTOBER, PLAN, *other), bill(NOVEMBER, PLAN, alone)
        if turned:
            last, now = bill(OCTOBER, *now.lines), bill(NOVEMBER, *last.lines)
        return causes(last, now)

    assert None not in between(())
    assert between((spare,)) == {None}
    assert None not in between((replace(spare, product="P-Spare"),))


JOINED = "A, Option"
"""A line of two products: it has the names of both, and no id."""


@pytest.mark.parametrize("turned", [False, True], ids=["there", "back"])
def test_an_old_plan_in_a_line_with_another_makes_no_new_product_of_the_new_one(
    turned: bool,
) -> None:
    last = bill(OCTOBER, plan("A", "20", OCTOBER), plan("Option", "5", OCTOBER))
    joined = plan(JOINED, "11.67", november(1, 10), product=None)
    now = bill(NOVEMBER, joined, plan("B", "26.67", november(11, 30)))
    assert causes(*((now, last) if turned else (last, now))) == {None}


def test_a_joined_line_that_moved_makes_no_new_product_either() -> None:
    last = bill(OCTOBER, plan(JOINED, "25", product=None), plan("M", "9"))
    new = plan("B", "26.67", november(11, 30))
    as_it_was = bill(NOVEMBER, plan(JOINED, "25", product=None), plan("M", "9"), new)
    moved = bill(NOVEMBER, plan(JOINED, "11.67", product=None), plan("M", "9"), new)
    assert causes(last, as_it_was) == {"product_added"}
    assert causes(last, moved) == {None}


def test_another_line_of_service_casts_no_doubt() -> None:
    last = bill(OCTOBER, plan(JOINED, "25", product=None, subscription="1"), PLAN)
    joined = plan(JOINED, "11.67", product=None, subscription="1")
    other = [replace(one, subscription="2") for one in (PLAN, plan("B", "9"))]
    before = bill(OCTOBER, last.lines[0], other[0])
    assert causes(before, bill(NOVEMBER, joined, *other)) == {None, "product_added"}


@pytest.mark.parametrize("kind", [ChargeKind.RECURRING, ChargeKind.DISCOUNT])
def test_a_name_proves_a_price_only_where_its_kind_has_no_ids(kind: ChargeKind) -> None:
    sign = "-" if kind is ChargeKind.DISCOUNT else ""

    def of(period: Period, price: str, *, ids: bool) -> Bill:
        named = line("A", f"{sign}{price}", kind, product=None)
        return bill(period, named, line("M", f"{sign}9", kind, product="P-M" if ids else None))

    moved = "promotion_grew" if sign else "price_changed"
    assert causes(of(OCTOBER, "20", ids=False), of(NOVEMBER, "25", ids=False)) == {moved}
    assert causes(of(OCTOBER, "20", ids=True), of(NOVEMBER, "25", ids=True)) == {None}


def test_use_without_a_kind_is_doubtful_where_other_lines_say_what_they_are() -> None:
    def use(name: str, cost: str, **more: object) -> Line:
        return line(name, cost, ChargeKind.USAGE, **{"product": None, **more})

    named, bare = plan("M", "45"), plan("M", "45", product=None)
    joined, typed = use("Data, Calls", "9"), use("MMS", "2", usage="messages")
    assert causes(bill(OCTOBER, bare), bill(NOVEMBER, bare, joined)) == {"usage"}
    assert causes(bill(OCTOBER, named), bill(NOVEMBER, named, joined)) == {None}
    more = replace(joined, gross=Money(Decimal(12), "EUR"))
    assert causes(bill(OCTOBER, named, joined), bill(NOVEMBER, named, more)) == {"usage"}
    both = bill(OCTOBER, named, joined, typed), bill(NOVEMBER, named, more, typed)
    assert causes(*both) == {None}


def test_some_of_a_part_may_be_in_a_line_without_an_id_on_the_same_bill() -> None:
    last, part = plan("A", "30", OCTOBER), plan("A", "15", november(16, 30), price="30")
    other = plan("Option, A", "8", product=None)
    assert causes(bill(OCTOBER, last), bill(NOVEMBER, part)) == {"proration"}
    assert causes(bill(OCTOBER, last), bill(NOVEMBER, part, other)) == {None}
    assert causes(bill(OCTOBER, last, other), bill(NOVEMBER, part)) == {"proration", None}


def test_content_by_the_piece_may_be_part_of_a_line_with_other_content() -> None:
    series, film = (line(name, "5", ChargeKind.CONTENT) for name in ("Series", "Film"))
    both = line("Series, Film", "20", ChargeKind.CONTENT, product=None)
    assert causes(bill(OCTOBER, PLAN), bill(NOVEMBER, PLAN, film)) == {"usage"}
    assert causes(bill(OCTOBER, both), bill(NOVEMBER, series, film)) == {None}
    bare = [replace(one, product=None) for one in (series, film)]
    assert causes(bill(OCTOBER, both), bill(NOVEMBER, *bare)) == {"usage"}


def test_a_cause_of_one_charge_does_not_lean_on_another() -> None:
    """Each of many changes has the cause that it has alone."""
    makers: list[Callable[[int], tuple[Bill, Bill]]] = [
        lambda _, case=case: (case.last, case.now)  # type: ignore[misc]
        for case in CASES
        if case.cause not in ("tax_rate", "proration", "plan_changed")
    ]
    last: list[Line] = []
    now: list[Line] = []
    for at, make in enumerate(makers):
        pair = make(at)
        last += [replace(one, subscription=str(at), id=f"{at}{one.id}") for one in pair[0].lines]
        now += [replace(one, subscription=str(at), id=f"{at}{one.id}") for one in pair[1].lines]
    found = causes(bill(OCTOBER, *last), bill(NOVEMBER, *now, usage=(data("28", "25"),)))
    assert found == {"promotion_ended", "overage", "late_fee", "refund"}


def test_a_rate_of_tax_said_on_one_bill_only_is_no_evidence() -> None:
    last, now = bill(OCTOBER, PLAN), bill(NOVEMBER, plan("M", "47"))
    said = replace(now, lines=(replace(now.lines[0], tax_rate=Percent(Decimal(20))),))
    assert causes(last, now) == {"price_changed"}
    assert causes(last, said) == {None}


def test_another_rate_of_the_whole_bill_may_be_why_a_price_is_another() -> None:
    def of(tax: str, last: Bill) -> Bill:
        item = TaxItem(Money(Decimal(1), "EUR"), Percent(Decimal(tax)))
        return replace(last, taxes=(item,))

    last, now = bill(OCTOBER, PLAN), bill(NOVEMBER, plan("M", "47"))
    assert causes(of("19", last), of("19", now)) == {"price_changed"}
    assert causes(of("19", last), of("20", now)) == {None}
    cheaper = bill(OCTOBER, PLAN, discount("D", "-9")), bill(NOVEMBER, PLAN, discount("D", "-10"))
    assert causes(*cheaper) == {"promotion_grew"}
    assert causes(of("19", cheaper[0]), of("20", cheaper[1])) == {None}
