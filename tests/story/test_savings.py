"""What an offer would have saved: told to the cent from the customer's own bills, or not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from renderer.bill.model import ChargeKind, Mismatch, Source
from renderer.bill.values import Money, Quantity
from renderer.story import Policy, Story, recompute, tell
from renderer.story.model import Saving
from renderer.story.offer_terms import Included, OfferTerms, Replaced
from tests.script.offer_customers import Customer, Rate, bills, traveller, use

STATED = Source("f" * 64, "/offers/0/price/GBP", "5.00")
ROAMING = Replaced(frozenset({ChargeKind.ROAMING}))
DATA = Replaced(frozenset({ChargeKind.USAGE}), usage="data")


def offer(amount: str = "5.00", currency: str = "GBP", **more: object) -> OfferTerms:
    prices = {currency: (Money(Decimal(amount), currency), replace(STATED, raw=amount))}
    return OfferTerms(**{"id": "one", "prices": prices, "replaces": (ROAMING,), **more})


def included(amount: str, *, on_top: bool = True, unit: str = "GB") -> Included:
    source = Source("f" * 64, "/offers/0/included/amount", amount)
    return Included(Quantity(Decimal(amount), unit), source, "data", on_top)


def story_of(customer: Customer, *offers: OfferTerms) -> Story:
    bill, earlier = bills(customer)
    return tell(bill, earlier, Policy(offers=offers))


def saving_of(customer: Customer, terms: OfferTerms) -> Saving | None:
    found = story_of(customer, terms).savings
    assert len(found) < 2
    return found[0] if found else None


def data_user(*quantities: str | None, units: str = "GB", **changes: object) -> Customer:
    """Make a customer who paid 9.00 a month for data beyond the plan."""
    uses = tuple(
        (
            use(
                "usage",
                "9.00",
                usageType="data",
                quantity=None if one is None else {"amount": one, "units": units},
            ),
        )
        for one in quantities
    )
    return Customer("en", uses, **changes)


def test_a_saving_is_the_charges_replaced_less_the_price_of_as_many_months() -> None:
    saving = saving_of(traveller(), offer())
    assert saving is not None
    assert (saving.spent, saving.cost, saving.amount) == (24.25, 15, 9.25)
    assert (saving.price, saving.bills) == (5, 3)
    assert saving.seller is not None
    assert saving.seller.value == "nordlys"


def test_every_figure_of_a_saving_recomputes_from_lines_and_the_stated_price() -> None:
    story = story_of(traveller(), offer())
    (saving,) = story.savings
    facts = story.facts
    assert facts[saving.price.fact].source == STATED
    assert all(recompute(fact, facts) == fact.value for fact in facts.values())
    charged = facts[saving.spent.fact].derived
    assert charged is not None
    assert charged.operands == ("bill.lines.1.gross", "previous.1.lines.1.gross")


def test_the_file_of_the_price_is_a_document_of_the_story_only_when_it_was_used() -> None:
    told = story_of(traveller(), offer())
    assert told.documents[-1] == STATED.document
    assert len(told.documents) == 4
    assert STATED.document not in story_of(traveller(), offer("50.00")).documents


def test_without_offers_nothing_is_judged_or_told() -> None:
    story = story_of(traveller(consents=()))
    assert (story.savings, story.withheld) == ((), "")


def test_nothing_is_reckoned_of_who_may_not_be_made_an_offer() -> None:
    story = story_of(traveller(consents=()), offer())
    assert (story.savings, story.withheld) == ((), "consent")
    assert not [name for name in story.facts if name.startswith("offers.")]


@pytest.mark.parametrize(("price", "told"), [("8.08", True), ("8.09", False), ("9.00", False)])
def test_only_what_saves_something_is_told(price: str, told: bool) -> None:
    """24.25 were charged: at 8.08 a month a cent is saved."""
    story = story_of(traveller(), offer(price))
    assert bool(story.savings) is told
    assert any(name.startswith("offers.") for name in story.facts) is told


def test_nothing_is_saved_on_charges_that_are_not_there() -> None:
    assert saving_of(traveller(), offer("0.01", replaces=(DATA,))) is None


@pytest.mark.parametrize(("bills_asked", "spent"), [(1, "14.40"), (2, "14.40"), (3, "24.25")])
def test_as_many_bills_are_looked_at_as_the_offer_says(bills_asked: int, spent: str) -> None:
    saving = saving_of(traveller(), offer(bills=bills_asked))
    assert saving is not None
    assert (saving.spent, saving.bills) == (Decimal(spent), bills_asked)


def test_a_month_that_is_not_there_leaves_no_saving() -> None:
    assert saving_of(traveller(), offer(bills=4)) is None
    bill, (last, before) = bills(traveller())
    policy = Policy(offers=(offer(bills=2),))
    assert tell(bill, [last], policy).savings
    assert not tell(bill, [before], policy).savings


def test_bills_that_are_not_of_a_month_leave_no_saving() -> None:
    days = {"startDateTime": "2026-10-20", "endDateTime": "2026-11-30"}
    assert saving_of(traveller(more={"billingPeriod": days}), offer(bills=1)) is None


def test_an_earlier_bill_in_doubt_leaves_no_saving() -> None:
    bill, (last, before) = bills(traveller())
    doubtful = replace(last, breakdown=Mismatch("lines", ()))
    assert not tell(bill, [doubtful, before], Policy(offers=(offer(),))).savings


def test_an_offer_without_a_price_in_the_currency_is_not_made() -> None:
    assert saving_of(traveller(), offer("5.00", "EUR")) is None
    assert saving_of(traveller("fr"), offer("5.00", "EUR")) is not None


def test_charges_of_two_subscriptions_are_no_saving_of_one_offer() -> None:
    both = (
        use("roaming", "9.00"),
        use("roaming", "9.00", msisdn="07700 900238"),
    )
    one = (use("roaming", "9.00"), use("usage", "9.00", msisdn="07700 900238"))
    unsaid = (use("roaming", "9.00", msisdn=None), use("usage", "9.00", msisdn="07700 900238"))
    assert saving_of(traveller(uses=(both,)), offer(bills=1)) is None
    assert saving_of(traveller(uses=(one,)), offer(bills=1)) is not None
    assert saving_of(traveller(uses=(unsaid,)), offer(bills=1)) is None


@pytest.mark.parametrize(
    ("credit", "told"),
    [
        (Rate("Back", "-1.00", "productAlteration", "P-ROAMING", {"chargeKind": "credit"}), False),
        (Rate("Back", "-1.00", "productAlteration", "", {"chargeKind": "credit"}), False),
        (Rate("Back", "-1.00", "productAlteration", "P-ELSE", {"chargeKind": "credit"}), True),
    ],
)
def test_a_credit_that_may_have_given_charges_back_leaves_no_saving(
    credit: Rate, told: bool
) -> None:
    roamed = use("roaming", "20.00", product="P-ROAMING")
    found = saving_of(traveller(uses=((roamed, credit), (), ())), offer())
    assert (found is not None) is told


def test_who_has_the_offer_already_is_not_offered_it() -> None:
    terms = offer(product="P-WORLD")
    has = Rate("World", "5.00", "recurringCharge", "P-WORLD")
    assert saving_of(traveller(), terms) is not None
    customer = traveller(uses=((use("roaming", "30.00"), has), (), ()))
    assert saving_of(customer, terms) is None


@pytest.mark.parametrize(
    ("customer", "told"),
    [
        (data_user("40", "50", "1"), True),
        (data_user("40", "51", "1"), False),
        (data_user("40", None, "1"), False),
        (data_user("40", "50", "1", units="MB"), False),
    ],
)
def test_what_the_offer_includes_has_to_hold_what_was_charged(
    customer: Customer, told: bool
) -> None:
    terms = offer(replaces=(DATA,), included=included("50"))
    assert (saving_of(customer, terms) is not None) is told


def test_use_of_an_unknown_kind_may_not_fit_what_the_offer_includes() -> None:
    terms = offer(replaces=(Replaced(frozenset({ChargeKind.USAGE})),), included=included("50"))
    customer = traveller(uses=((use("usage", "30.00", quantity={"amount": "1", "units": "GB"}),),))
    assert saving_of(customer, replace(terms, bills=1)) is None


@pytest.mark.parametrize(
    ("allowance", "told"),
    [(("30", "20"), True), (("50.1", "0"), False), (None, False)],
)
def test_an_offer_in_the_plans_place_has_to_hold_all_that_was_used(
    allowance: tuple[str, str] | None, told: bool
) -> None:
    plan = Replaced(products=frozenset({"P-PLAN"}))
    terms = offer("25.00", replaces=(plan,), included=included("50", on_top=False))
    customer = traveller(allowance=allowance)
    saving = saving_of(customer, terms)
    assert (saving is not None) is told
    if saving:
        assert (saving.spent, saving.amount) == (90, 15)


def test_net_lines_are_set_against_the_price_with_their_tax() -> None:
    """Korean bills have net lines, and ten per cent on all of them."""
    saving = saving_of(traveller("ko"), offer("6600", "KRW"))
    assert saving is not None
    assert (saving.spent, saving.cost, saving.amount) == (36520, 19800, 16720)


def test_net_lines_whose_tax_nobody_states_leave_no_saving() -> None:
    bill, earlier = bills(traveller("ko"))
    policy = Policy(offers=(offer("6600", "KRW"),))
    (tax,) = bill.taxes
    assert not tell(replace(bill, taxes=(replace(tax, rate=None),)), earlier, policy).savings
