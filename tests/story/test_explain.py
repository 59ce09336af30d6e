"""What holds of every explanation, of any two bills."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renderer.bill.model import Bill, BillKind, Mismatch
from renderer.bill.values import Money
from renderer.story import Explanation, Policy, explain, recompute, tell
from renderer.story.explanation import On, Term
from tests.story.histories import bills, two_bills
from tests.story.telecom import DECEMBER, NOVEMBER, OCTOBER, bill, plan, taxed
from tests.story.test_tell import prove

EXAMPLES = settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])


def shape(explained: Explanation, now: Bill, last: Bill) -> Counter[tuple[object, ...]]:
    """Describe changes by what they say, whatever row the lines stand in."""

    def said(of: Bill, rows: tuple[int, ...]) -> tuple[object, ...]:
        return tuple(sorted(str(replace(of.lines[row], id="")) for row in rows))

    return Counter(
        (c.cause, c.kind, c.charge, c.gross, c.net, said(now, c.now), said(last, c.last))
        for c in explained.changes
    )


@EXAMPLES
@given(two_bills())
def test_changes_and_what_is_unexplained_sum_to_the_difference(both: tuple[Bill, Bill]) -> None:
    last, now = both
    explained = explain(now, last)
    assert explained.difference
    assert explained.unexplained
    told = sum((change.gross.amount for change in explained.changes), Decimal(0))
    difference = now.charges_total.amount - last.charges_total.amount
    assert explained.difference.amount == difference == told + explained.unexplained.amount
    assert (explained.basis is not None) <= (explained.unexplained.amount == 0)
    for change in explained.changes:
        if change.net is not None and change.tax is not None:
            assert change.net.amount + change.tax.amount == change.gross.amount


@EXAMPLES
@given(two_bills())
def test_a_row_stands_in_one_change_at_most_and_the_unchanged_in_none(
    both: tuple[Bill, Bill],
) -> None:
    last, now = both
    explained = explain(now, last)
    for side, lines in (("now", now.lines), ("last", last.lines)):
        rows = [row for change in explained.changes for row in getattr(change, side)]
        assert len(set(rows)) == len(rows)
        assert set(rows) <= set(range(len(lines)))
    if explained.basis == "gross":
        rest = [
            sum(
                (line.gross.amount for row, line in enumerate(of.lines) if line.gross
                 and not any(row in getattr(change, side) for change in explained.changes)),
                Decimal(0),
            )
            for of, side in ((now, "now"), (last, "last"))
        ]  # fmt: skip
        assert rest[0] == rest[1]


@EXAMPLES
@given(two_bills())
def test_the_terms_of_a_change_make_its_amount(both: tuple[Bill, Bill]) -> None:
    last, now = both
    explained = explain(now, last)
    if explained.basis != "gross":
        return

    def of(term: Term) -> Decimal:
        line = (now if term.on is On.NOW else last).lines[term.row or 0]
        if term.rate_of is None:
            assert line.gross
            return line.gross.amount
        other = last if term.on is On.NOW else now
        rate = other.lines[term.rate_of].tax_rate
        assert rate
        assert line.net
        return line.net.amount + (line.net.amount * rate.amount / 100).quantize(
            Decimal("0.01"), "ROUND_HALF_UP"
        )

    for change in explained.changes:
        assert change.gross.amount == sum(map(of, change.plus)) - sum(map(of, change.minus))


@EXAMPLES
@given(two_bills(), st.randoms())
def test_the_order_of_lines_does_not_matter(both: tuple[Bill, Bill], shuffle: Random) -> None:
    last, now = both
    mixed = [replace(one, lines=tuple(shuffle.sample(one.lines, len(one.lines)))) for one in both]
    again = explain(mixed[1], mixed[0])
    assert shape(explain(now, last), now, last) == shape(again, mixed[1], mixed[0])
    assert [c.gross for c in again.changes] == [c.gross for c in explain(now, last).changes]


@EXAMPLES
@given(bills())
def test_a_bill_against_itself_gives_nothing(of: Bill) -> None:
    explained = explain(of, of)
    assert explained.changes == ()
    assert explained.unexplained
    assert explained.unexplained.amount == 0


@EXAMPLES
@given(two_bills())
def test_there_and_back_are_opposite(both: tuple[Bill, Bill]) -> None:
    last, now = both
    there, back = explain(now, last), explain(last, now)
    assert there.basis == back.basis
    forth = Counter((c.charge, c.gross.amount, c.net and c.net.amount) for c in there.changes
                    if c.cause != "plan_changed")  # fmt: skip
    if not any(change.cause == "plan_changed" for change in (*there.changes, *back.changes)):
        assert forth == Counter(
            (c.charge, -c.gross.amount, c.net and -c.net.amount) for c in back.changes
        )


@EXAMPLES
@given(two_bills(), st.integers(1, 5))
def test_every_figure_of_a_story_is_a_fact_that_recomputes(
    both: tuple[Bill, Bill], most: int
) -> None:
    last, now = (
        bill(
            period,
            *one.lines,
            id=f"B-{period.start}",
            tax=str(one.charges_tax.amount) if one.charges_tax else None,
            usage=one.usage,
        )
        for one, period in zip(both, (OCTOBER, NOVEMBER), strict=True)
    )
    story = tell(now, [last], Policy(changes=most))
    prove(story, now, last)
    assert story.difference
    told = sum((change.signed.number for change in story.changes), Decimal(0))
    left = story.unexplained.number if story.unexplained else Decimal(0)
    assert told + left == story.difference.signed.number
    assert len(story.changes) <= most
    assert all(recompute(fact, story.facts) == fact.value for fact in story.facts.values())


def test_two_currencies_are_not_compared() -> None:
    now = bill(NOVEMBER, plan("M", "45"))
    last = replace(now, currency="GBP", charges_total=Money(Decimal(40), "GBP"))
    explained = explain(now, last)
    assert (explained.obstacle, explained.changes) == ("currency", ())
    assert (explained.difference, explained.unexplained) == (None, None)


def test_lines_that_make_no_total_leave_all_unexplained() -> None:
    now, last = bill(NOVEMBER, plan("M", "45")), bill(OCTOBER, plan("M", "40"), total="42")
    explained = explain(now, last)
    assert (explained.basis, explained.changes) == (None, ())
    assert explained.unexplained == explained.difference == Money(Decimal(3), "EUR")


def test_a_credit_note_and_a_negative_bill_are_explained_like_any() -> None:
    note = bill(OCTOBER, plan("M", "-40"), kind=BillKind.CREDIT_NOTE)
    explained = explain(bill(NOVEMBER, plan("M", "45")), note)
    assert [str(change.gross.amount) for change in explained.changes] == ["85"]


def test_a_bill_of_another_month_two_months_ago_is_explained_too() -> None:
    explained = explain(bill(DECEMBER, plan("M", "45")), bill(OCTOBER, plan("M", "40")))
    assert [change.cause for change in explained.changes] == ["price_changed"]


def test_whole_rupiah_have_whole_taxes() -> None:
    def of(period: object, rate: str) -> Bill:
        line = replace(taxed("M", "1005", rate), gross=None, tax=None)
        idr = replace(line, net=Money(Decimal(1005), "IDR"))
        tax = {"10": "101", "11": "111"}[rate]
        return bill(period, idr, tax=tax, currency="IDR")

    explained = explain(of(NOVEMBER, "11"), of(OCTOBER, "10"))
    assert explained.basis == "rated"
    assert [(c.cause, str(c.gross.amount)) for c in explained.changes] == [("tax_rate", "10")]


def test_a_bill_whose_own_breakdown_failed_is_explained_by_its_lines_alone() -> None:
    last = replace(bill(OCTOBER, plan("M", "40")), breakdown=Mismatch("tax", ()))
    assert explain(bill(NOVEMBER, plan("M", "45")), last).changes
    story = tell(bill(NOVEMBER, plan("M", "45")), [last])
    assert story.changes == ()
    assert story.problem == "unexplained"
