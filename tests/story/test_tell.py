"""A bill told whole: what is there is proved, what is absent is absent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from renderer.bill import load_bill
from renderer.bill.model import (
    Bill,
    BillKind,
    ChargeKind,
    Computed,
    Customer,
    Line,
    Mismatch,
    Payment,
    PaymentMethod,
    Preferences,
    Source,
)
from renderer.bill.values import Money, Period
from renderer.errors import StoryError
from renderer.story import Form, Policy, Story, recompute, tell
from renderer.story.facts import Figure

BillOf = Callable[..., Bill]
LineOf = Callable[..., Line]
Before = Callable[..., Period]


def figures(at: object) -> list[Figure]:
    """Collect every figure that a template can reach."""
    if isinstance(at, Figure):
        return [at]
    if isinstance(at, tuple):
        return [figure for one in at for figure in figures(one)]
    if is_dataclass(at) and not isinstance(at, type):
        return [figure for field in fields(at) for figure in figures(getattr(at, field.name))]
    return []


def prove(story: Story, *bills: Bill) -> None:
    """Assert that every figure is a fact, and every fact is in a document or recomputes."""
    documents = {sha for bill in bills for sha in bill.documents}
    for figure in figures(story):
        assert story.facts[figure.fact].value == figure.value
    for fact in story.facts.values():
        assert (fact.source is None) != (fact.derived is None)
        assert recompute(fact, story.facts) == fact.value
        if fact.source:
            assert fact.source.document in documents


@pytest.fixture
def full(bill_of: BillOf, line_of: LineOf) -> Bill:
    return bill_of(
        (
            line_of("Mobile M", "49.90", product="plan-m"),
            line_of("Roaming", "6.15", ChargeKind.ROAMING),
            line_of("Phone", "31.37", ChargeKind.DEVICE),
        ),
        due="82.42",
        number="2026-11",
        issued=date(2026, 12, 1),
        carried_over=Money(Decimal("5.00"), "EUR"),
        paid=Money(Decimal("10.00"), "EUR"),
        payment=Payment(PaymentMethod.TRANSFER, iban="DE00", payee="Nordlys"),
        customer=Customer("Zoé Martin", "Zoé", "A-1", "0612345647"),
        preferences=Preferences(note="Thank you for ten years."),
    )


def test_every_figure_is_a_fact_and_every_fact_recomputes(
    full: Bill, bill_of: BillOf, line_of: LineOf, before: Before
) -> None:
    last = bill_of(
        (line_of("Mobile M", "49.90", product="plan-m"), line_of("Phone", "25.12")),
        id="B-10",
        period=before(full.period),
    )
    story = tell(full, [last])
    prove(story, full, last)
    assert story.form is Form.FULL
    assert story.documents == full.documents + last.documents


def test_the_same_bills_tell_the_same_story(full: Bill) -> None:
    assert tell(full) == tell(full)
    assert list(tell(full).facts) == list(tell(full).facts)


def test_facts_of_an_earlier_bill_point_into_its_own_document(
    full: Bill, bill_of: BillOf, before: Before
) -> None:
    last = bill_of(id="B-10", total="75.02", period=before(full.period))
    fact = tell(full, [last]).facts["previous.0.charges_total"]
    assert fact.source == Source(last.documents[0], "/charges_total", fact.source.raw)


def test_steps_lead_from_charges_to_what_is_due(full: Bill) -> None:
    story = tell(full)
    assert [step.kind for step in story.steps] == ["carried_over", "paid"]
    reached = story.bill.charges_total.number + sum(step.signed.number for step in story.steps)
    assert reached == story.bill.amount_due.number


def test_steps_that_lead_elsewhere_are_refused(bill_of: BillOf) -> None:
    with pytest.raises(StoryError) as caught:
        tell(bill_of(total="80", due="85"))
    assert caught.value.code == "due-not-reached"


@pytest.mark.parametrize(
    ("due", "state"), [("87.42", "due"), ("0.00", "nothing_due"), ("-12.40", "credit")]
)
def test_a_bill_is_due_or_settled_or_a_credit(bill_of: BillOf, due: str, state: str) -> None:
    view = tell(bill_of(total=due)).bill
    assert view.state == state
    assert view.amount_due_abs == abs(Decimal(due))


def test_a_credit_note_is_a_credit_and_compares_with_nothing(
    bill_of: BillOf, line_of: LineOf, before: Before
) -> None:
    note = bill_of((line_of("Refund", "-20", ChargeKind.CREDIT),), kind=BillKind.CREDIT_NOTE)
    story = tell(note, [bill_of(id="B-10", total="50", period=before(note.period))])
    assert (story.bill.kind, story.bill.state) == ("credit_note", "credit")
    assert story.difference is None
    assert story.left_out[0].reason == "credit-note"


def test_a_bare_bill_still_has_a_story(bill_of: BillOf) -> None:
    bare = bill_of(total="42.00", period=None, customer=Customer())
    story = tell(bare)
    prove(story, bare)
    assert story.bill.month is None
    assert story.bill.due is None
    assert story.charges is None
    assert story.history is None
    assert story.customer.greeting_name is None
    assert (story.changes, story.usage, story.steps) == ((), (), ())


def test_a_breakdown_that_does_not_add_up_gives_the_short_form(full: Bill) -> None:
    broken = replace(full, breakdown=Mismatch("lines", ("#/a",)))
    story = tell(broken)
    assert (story.form, story.problem) == (Form.SHORT, "lines")
    assert story.charges is None
    assert story.changes == ()
    assert story.bill.amount_due == Decimal("82.42")


def test_a_value_without_a_source_is_never_told(full: Bill) -> None:
    sources = {path: source for path, source in full.sources.items() if path != "issued"}
    with pytest.raises(StoryError) as caught:
        tell(replace(full, sources=sources))
    assert caught.value.code == "fact-without-proof"
    assert "issued" in str(caught.value)


def test_a_computed_value_is_computed_anew(full: Bill) -> None:
    paths = ("lines.0.gross", "lines.1.gross", "lines.2.gross")
    right = replace(full, sources={**full.sources, "charges_total": Computed("sum", paths)})
    assert tell(right).facts["bill.charges_total"].derived is not None
    wrong = replace(full, sources={**full.sources, "charges_total": Computed("sum", paths[:2])})
    with pytest.raises(StoryError) as caught:
        tell(wrong)
    assert caught.value.code == "fact-without-proof"


def test_a_value_computed_from_itself_is_refused(full: Bill) -> None:
    circle = replace(full, sources={**full.sources, "issued": Computed("same", ("issued",))})
    with pytest.raises(StoryError, match="has no proof"):
        tell(circle)


def test_a_period_may_be_known_by_its_two_ends(full: Bill) -> None:
    sources = {path: source for path, source in full.sources.items() if path != "period"}
    for side in ("start", "end"):
        sources[f"period.{side}"] = Source(full.documents[0], f"/period/{side}", "2026-11")
    derived = tell(replace(full, sources=sources)).facts["bill.period"].derived
    assert derived is not None
    assert derived.operands == ("bill.period.start", "bill.period.end")


def test_the_greeting_uses_the_given_name_or_the_whole_name(full: Bill) -> None:
    assert tell(full).customer.greeting_name == "Zoé"
    unnamed = replace(full, customer=replace(full.customer, given_name=None))
    assert tell(unnamed).customer.greeting_name == "Zoé Martin"


def test_the_phone_number_is_masked(full: Bill) -> None:
    assert tell(full).customer.line == "06 •• •• •• 47"


def test_a_quarter_is_not_called_by_one_month(bill_of: BillOf) -> None:
    quarter = bill_of(total="90", period=Period(date(2026, 7, 1), date(2026, 9, 30)))
    assert tell(quarter).bill.month is None


def test_a_policy_tells_at_least_one_of_each() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Policy(changes=0)


ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "scenes" / "telco" / "samples").glob("*/bill.json"))
INVOICES = sorted((ROOT.parent / "shared" / "inputs" / "en16931-ubl").glob("*.[xX][mM][lL]"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_sample_customers_have_proved_stories(path: Path) -> None:
    bill = load_bill(path)
    earlier = [load_bill(one) for one in sorted(path.parent.glob("previous/*.json"))]
    story = tell(bill, earlier)
    prove(story, bill, *earlier)
    assert story.left_out == ()
    assert (story.form is Form.SHORT) == (bill.breakdown is not None)
    if story.changes and story.difference:
        moved = sum(change.signed.number for change in story.changes)
        assert moved == story.difference.signed.number


@pytest.mark.inputs
@pytest.mark.skipif(not INVOICES, reason="the third-party bills of ../shared/inputs are not here")
@pytest.mark.parametrize("path", INVOICES, ids=lambda path: path.stem)
def test_invoices_of_the_standard_have_proved_stories(path: Path) -> None:
    bill = load_bill(path)
    story = tell(bill)
    prove(story, bill)
    assert story.charges
    amounts = [group.amount.number for group in story.charges.groups]
    assert sum(amounts) == bill.charges_total.amount
