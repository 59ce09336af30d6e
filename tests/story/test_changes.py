"""Steps from the last bill's charges to this one's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from renderer.bill.model import Bill, ChargeKind, Line, Mismatch
from renderer.bill.values import Money, Period
from renderer.story import Policy, Story, recompute, tell
from renderer.story.amounts import compare_amounts
from renderer.story.matching import pair_charges

BillOf = Callable[..., Bill]
LineOf = Callable[..., Line]
Before = Callable[..., Period]


def told(story: Story) -> list[tuple[str, str, str]]:
    return [(c.kind, str(c.label and c.label.value), str(c.signed.number)) for c in story.changes]


def test_each_changed_line_is_a_step_heaviest_first(
    bill_of: BillOf, line_of: LineOf, before: Before
) -> None:
    now = bill_of(
        (
            line_of("Mobile M", "49.90", product="m"),
            line_of("Roaming", "6.15", ChargeKind.ROAMING),
            line_of("Calls", "1.02", ChargeKind.USAGE),
        )
    )
    last = bill_of(
        (
            line_of("Mobile M", "49.90", product="m"),
            line_of("Promotion", "-9.33", ChargeKind.DISCOUNT),
            line_of("Calls", "4.10", ChargeKind.USAGE),
        ),
        id="B-10",
        period=before(now.period),
    )
    story = tell(now, [last])
    assert told(story) == [
        ("removed", "Promotion", "9.33"),
        ("added", "Roaming", "6.15"),
        ("less", "Calls", "-3.08"),
    ]
    assert [change.lines for change in story.changes] == [1, 1, 1]
    assert story.difference
    assert story.difference.direction == "higher"
    assert story.difference.amount == Decimal("12.40")
    assert story.changes[0].before == story.difference.previous
    assert story.changes[-1].after == story.difference.current


def test_the_rest_is_joined_and_the_sum_stays_exact(
    bill_of: BillOf, line_of: LineOf, before: Before
) -> None:
    now = bill_of(tuple(line_of(f"Item {n}", f"{n}.01") for n in range(1, 8)))
    last = bill_of(total="0.00", lines=(line_of("Nothing", "0.00"),), id="B-10")
    last = replace(last, period=before(now.period))
    story = tell(now, [last], Policy(changes=3))
    assert told(story) == [
        ("added", "Item 7", "7.01"),
        ("added", "Item 6", "6.01"),
        ("other", "None", "15.05"),
    ]
    assert story.changes[-1].lines == 5


def test_a_small_rest_that_cancels_out_is_not_told(
    bill_of: BillOf, line_of: LineOf, before: Before
) -> None:
    now = bill_of((line_of("A", "30"), line_of("B", "2"), line_of("C", "1")))
    last = bill_of(
        (line_of("A", "20"), line_of("B", "1"), line_of("C", "2")),
        id="B-10",
        period=before(now.period),
    )
    assert told(tell(now, [last], Policy(changes=2))) == [("more", "A", "10")]


def test_products_match_before_names(bill_of: BillOf, line_of: LineOf, before: Before) -> None:
    now = bill_of((line_of("Mobile L", "30", product="p"), line_of("Mobile M", "5", product="q")))
    last = bill_of((line_of("Mobile M", "20", product="p"),), id="B-10", period=before(now.period))
    assert told(tell(now, [last])) == [("more", "Mobile L", "10"), ("added", "Mobile M", "5")]


def test_the_same_product_on_two_numbers_stays_apart(
    bill_of: BillOf, line_of: LineOf, before: Before
) -> None:
    def two(first: str, second: str, **more: object) -> Bill:
        return bill_of(
            (
                line_of("Mobile", first, product="p", subscription="1", id="a"),
                line_of("Mobile", second, product="p", subscription="2", id="b"),
            ),
            **more,
        )

    now = two("10", "25")
    last = two("15", "10", id="B-10", period=before(now.period))
    assert told(tell(now, [last])) == [("more", "Mobile", "15"), ("less", "Mobile", "-5")]


def test_rows_of_one_usage_join(bill_of: BillOf, line_of: LineOf, before: Before) -> None:
    rows = tuple(
        line_of("Calls", amount, ChargeKind.USAGE, id=str(at))
        for at, amount in enumerate(("1.10", "2.20", "0.70"))
    )
    now = bill_of(rows)
    last = bill_of((line_of("calls ", "3.00", ChargeKind.USAGE),), id="B-10")
    last = replace(last, period=before(now.period))
    assert told(tell(now, [last])) == [("more", "Calls", "1.00")]


def test_net_lines_bring_their_tax_as_a_step(
    bill_of: BillOf, line_of: LineOf, before: Before
) -> None:
    now = bill_of((line_of("Mobile", net="50"),), tax="10")
    last = bill_of((line_of("Mobile", net="40"),), tax="8", id="B-10", period=before(now.period))
    story = tell(now, [last])
    assert [(c.kind, c.charge, c.signed.number) for c in story.changes] == [
        ("more", "recurring", 10),
        ("more", "tax", 2),
    ]


def test_lines_that_do_not_make_a_total_explain_nothing(
    bill_of: BillOf, line_of: LineOf, before: Before
) -> None:
    now = bill_of((line_of("Mobile", "50"),))
    last = bill_of((line_of("Mobile", "40"),), total="45", id="B-10", period=before(now.period))
    short = replace(last, breakdown=Mismatch("lines", ()))
    for earlier in (last, short):
        story = tell(now, [earlier])
        assert story.changes == ()
        assert story.difference
        assert story.difference.signed == 5


def test_nothing_changed(bill_of: BillOf, line_of: LineOf, before: Before) -> None:
    now = bill_of((line_of("Mobile", "50"),))
    last = bill_of((line_of("Mobile", "50"),), id="B-10", period=before(now.period))
    story = tell(now, [last])
    assert story.changes == ()
    assert story.difference
    assert story.difference.direction == "same"


KINDS = st.sampled_from([ChargeKind.RECURRING, ChargeKind.USAGE, ChargeKind.DISCOUNT])
ROWS = st.lists(
    st.tuples(
        st.sampled_from("ABCDE"),
        KINDS,
        st.integers(-20_000, 20_000),
        st.sampled_from([None, "p", "q"]),
        st.sampled_from([None, "1", "2"]),
    ),
    min_size=1,
    max_size=12,
)


def lines_of(line_of: LineOf, rows: list[tuple[str, ChargeKind, int, str | None, str | None]]):
    return tuple(
        line_of(
            name,
            str(Decimal(cents).scaleb(-2)),
            kind,
            id=str(at),
            product=product,
            subscription=number,
        )
        for at, (name, kind, cents, product, number) in enumerate(rows)
    )


@given(now=ROWS, last=ROWS, most=st.integers(1, 6))
def test_changes_always_sum_to_the_difference(
    bill_of: BillOf, line_of: LineOf, before: Before, now: list, last: list, most: int
) -> None:
    bill = bill_of(lines_of(line_of, now))
    earlier = bill_of(lines_of(line_of, last), id="B-10", period=before(bill.period))
    story = tell(bill, [earlier], Policy(changes=most))
    assert story.difference
    assert len(story.changes) <= most
    moved = sum((change.signed.number for change in story.changes), Decimal(0))
    assert moved == story.difference.signed.number
    at = story.difference.previous
    for change in story.changes:
        assert change.before == at
        at = change.after
    assert at == story.difference.current
    assert all(recompute(fact, story.facts) == fact.value for fact in story.facts.values())


@given(now=ROWS, last=ROWS)
def test_matching_is_a_partition(
    bill_of: BillOf, line_of: LineOf, before: Before, now: list, last: list
) -> None:
    bill = bill_of(lines_of(line_of, now))
    earlier = bill_of(lines_of(line_of, last), id="B-10", period=before(bill.period))
    amounts = compare_amounts(bill, earlier)
    assert amounts
    pairs = pair_charges(*amounts)
    for side, lines in (("last", earlier.lines), ("now", bill.lines)):
        used = [row for pair in pairs if (c := getattr(pair, side)) for row in c.rows]
        assert sorted(used) == list(range(len(lines)))


@given(now=ROWS, last=ROWS, shuffle=st.randoms())
def test_the_order_of_lines_does_not_matter(
    bill_of: BillOf, line_of: LineOf, before: Before, now: list, last: list, shuffle: Random
) -> None:
    ordered, earlier_lines = lines_of(line_of, now), lines_of(line_of, last)
    shuffled = list(ordered)
    shuffle.shuffle(shuffled)
    bill = bill_of(ordered)
    earlier = bill_of(earlier_lines, id="B-10", period=before(bill.period))
    assert told(tell(bill, [earlier])) == told(tell(bill_of(tuple(shuffled)), [earlier]))


@given(rows=ROWS)
def test_a_bill_against_itself_has_no_changes(
    bill_of: BillOf, line_of: LineOf, before: Before, rows: list
) -> None:
    bill = bill_of(lines_of(line_of, rows))
    earlier = bill_of(lines_of(line_of, rows), id="B-10", period=before(bill.period))
    assert tell(bill, [earlier]).changes == ()


@given(now=ROWS, last=ROWS)
def test_there_and_back_are_opposite(
    bill_of: BillOf, line_of: LineOf, before: Before, now: list, last: list
) -> None:
    later = bill_of(lines_of(line_of, now)).period
    sooner = before(later)

    def moves(first: list, second: list) -> list[Decimal]:
        bill = bill_of(lines_of(line_of, second), period=later)
        earlier = bill_of(lines_of(line_of, first), id="B-10", period=sooner)
        return sorted(c.signed.number for c in tell(bill, [earlier], Policy(changes=99)).changes)

    assert moves(last, now) == sorted(-amount for amount in moves(now, last))


def test_amounts_of_a_joined_step_are_money(
    bill_of: BillOf, line_of: LineOf, before: Before
) -> None:
    now = bill_of((line_of("A", "1"), line_of("B", "2")))
    last = bill_of((line_of("Z", "0"),), id="B-10", period=before(now.period))
    (other,) = tell(now, [last], Policy(changes=1)).changes
    assert other.signed.value == Money(Decimal(3), "EUR")
