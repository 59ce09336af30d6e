"""An offer is chosen by its own conditions, labelled as one, and shown in one scene only."""

# ruff: noqa: E501  (one case a line reads better)
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from renderer.errors import ScriptError
from renderer.planning import Choice, draft
from renderer.script import Pack, Script, bind, check_pack, load_pack
from renderer.script.offers.address import addressed, require_address
from renderer.story import Story, tell
from tests.script.offer_customers import Customer, Rate, bills, traveller, use

OFFERS = """\
schema: 1
scene: offer
label: offer-label
offers:
  - id: world
    name: offer-world
    includes: offer-world-includes
    instead: offer-instead
    price: {GBP: "5.00"}
    replaces: [{kinds: [roaming]}]
  - id: talk
    name: offer-talk
    includes: offer-talk-includes
    instead: offer-instead
    price: {GBP: "2.00"}
    replaces: [{kinds: [usage], usage: voice}]
    included: {amount: "500", unit: min, usage: voice}
    when: "{{ bill.state == 'due' }}"
"""
SCENE = """\
scene: offer
chapter: offer-label
ground: page
let: {included: "{{ offer.included }}", saving: "{{ offer.saving }}"}
narration: [offer-intro, {message: "{{ offer.name }}", key: name}]
layout:
  stack: {direction: column}
  children:
    - text: {message: offer-label, style: label}
    - text: {message: "{{ offer.name }}", style: body}
    - text: {message: "{{ offer.includes }}", style: body}
    - text: {message: "{{ offer.instead }}", style: body}
    - button: {message: offer-details}
      id: details
      hotspot: {action: offer, fact: "{{ offer.saving }}"}
"""
WORDS = """
offer-label = Offer
offer-intro = Here is an offer: { MONEY($saving) } less.
offer-world = Roaming Everywhere
offer-world-includes = Calls abroad
offer-talk = More Calls
offer-talk-includes = { QUANTITY($included) } of calls
offer-instead = Instead
offer-details = See details
"""
TALK = use("usage", "9.00", "Talk", usageType="voice", quantity={"amount": "90", "units": "min"})
BOTH = Customer("en", ((use("roaming", "30.00"), TALK), (TALK,), (TALK,)))
"""Would have saved 15.00 at home in the world, and 21.00 on calls."""

Edit = Callable[[str, str, str], Path]


@pytest.fixture
def offering(edit: Edit) -> Path:
    """The small pack, with two offers."""
    folder = edit("pack.yaml", "scenes: [total, changes]", "scenes: [total, changes, offer]")
    (folder / "offers.yaml").write_text(OFFERS)
    (folder / "scenes/offer.yaml").write_text(SCENE)
    for name in ("en", "ar"):
        path = folder / f"locale/{name}.ftl"
        path.write_text(path.read_text() + WORDS)
    return folder


def story_of(pack: Pack, customer: Customer) -> Story:
    bill, earlier = bills(customer)
    offers = pack.offers.terms if pack.offers else ()
    return tell(bill, earlier, replace(pack.policy, offers=offers))


def film(folder: Path, customer: Customer = BOTH, **more: str) -> Script:
    pack = load_pack(folder)
    return bind(story_of(pack, customer), pack, "en", **more)


def scenes(script: Script) -> list[str]:
    return [scene.id for scene in script.scenes]


def test_the_small_pack_with_offers_is_right(offering: Path) -> None:
    assert check_pack(offering) == []


def test_offers_are_off_unless_asked_for(offering: Path) -> None:
    bill, earlier = bills(BOTH)
    choice = Choice(language="en", pack=offering, voice="silent")
    assert scenes(draft(bill, earlier, choice).script) == ["total", "changes"]
    shown = draft(bill, earlier, replace(choice, offers=True)).script
    assert scenes(shown) == ["total", "changes", "offer"]


def test_of_several_the_one_that_saves_most_a_month_is_shown(offering: Path, edit: Edit) -> None:
    assert film(offering).offer == "talk"
    edit("offers.yaml", 'when: "{{ bill.state', 'bills: 1\n    when: "{{ bill.state')
    assert film(offering).offer == "talk"  # 7.00 on one bill, 5.00 a month on three
    edit("offers.yaml", '{GBP: "2.00"}', '{GBP: "5.00"}')
    assert film(offering).offer == "world"


def test_of_equal_savings_the_first_in_the_file_is_shown(offering: Path, edit: Edit) -> None:
    edit("offers.yaml", '{GBP: "2.00"}', '{GBP: "4.00"}')
    assert film(offering).offer == "world"


def test_an_offer_is_made_only_where_its_condition_holds(offering: Path, edit: Edit) -> None:
    edit("offers.yaml", "bill.state == 'due'", "bill.state == 'credit'")
    assert film(offering).offer == "world"


@pytest.mark.parametrize(
    ("condition", "shown"),
    [
        ("offer.saving >= 21", "talk"),
        ("offer.saving > 21", "world"),
        ("difference.direction == 'higher'", "talk"),
        ("usage | selectattr('kind', 'eq', 'voice') | list", "world"),
    ],
)
def test_conditions_are_expressions_over_bill_story_and_offer(
    offering: Path, edit: Edit, condition: str, shown: str
) -> None:
    edit("offers.yaml", "bill.state == 'due'", condition)
    assert film(offering).offer == shown


def test_a_condition_runs_in_the_sandbox_of_templates(offering: Path, edit: Edit) -> None:
    edit("offers.yaml", "bill.state == 'due'", "''.__class__")
    with pytest.raises(ScriptError, match=r"offers.yaml:18:11") as caught:
        film(offering)
    assert caught.value.code == "script-template"


@pytest.mark.parametrize(
    "changes",
    [
        {"consents": ()},
        {"carried": "5.00"},
        {"preferences": {"disputing": True}},
        {"more": {"paymentDueDate": "2026-11-30"}},
        {"uses": BOTH.uses[:2]},
        {"uses": ((use("roaming", "1.00"),), (), ())},
    ],
    ids=["consent", "debt", "dispute", "late", "two bills", "no saving"],
)
def test_without_any_one_of_the_rules_no_offer_is_shown(
    offering: Path, changes: dict[str, object]
) -> None:
    script = film(offering, replace(BOTH, **changes))
    assert script.offer is None
    assert "offer" not in scenes(script)


def test_the_scene_of_an_offer_that_is_not_made_cannot_be_drawn(offering: Path) -> None:
    with pytest.raises(ScriptError) as caught:
        film(offering, replace(BOTH, consents=()), only="offer")
    assert caught.value.code == "script-no-scenes"


def test_a_click_opens_the_details_of_the_saving(offering: Path) -> None:
    scene = film(offering).scenes[-1]
    (spot,) = [node.hotspot for node in scene.layout.children if node.hotspot]
    assert (spot.action, spot.fact, spot.label.seen) == (
        "offer",
        "offers.talk.saving",
        "See details",
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("scenes/offer.yaml", "text: {message: offer-label", "text: {message: offer-instead", "offer-not-labelled"),
        ("scenes/offer.yaml", "narration: [offer-intro, ", "narration: [", "offer-not-labelled"),
        ("locale/en.ftl", "Here is an offer", "Here it is", "offer-not-labelled"),
        ("scenes/offer.yaml", "action: offer, fact", "action: pay, fact", "offer-action"),
    ],
)  # fmt: skip
def test_an_offer_is_labelled_and_orders_nothing(
    offering: Path, edit: Edit, file: str, old: str, new: str, code: str
) -> None:
    edit(file, old, new)
    with pytest.raises(ScriptError) as caught:
        film(offering)
    assert caught.value.code == code
    assert (caught.value.where or "").startswith("scenes/offer.yaml:")


def test_a_chart_in_the_scene_orders_nothing_either(offering: Path, edit: Edit) -> None:
    chart = """\
    - chart:
        {type: bar, each: "{{ [offer.spent] }}", as: one, value: "{{ one }}", style: label,
         label: {message: offer-label}, item_hotspot: {action: portal, label: offer-details}}
      alt: offer-label
"""
    edit("scenes/offer.yaml", "    - button:", chart + "    - button:")
    assert "offer-action" in {one.code for one in check_pack(offering)}
    with pytest.raises(ScriptError, match="portal"):
        film(offering)


def test_no_action_of_a_pack_concludes_a_contract(offering: Path, edit: Edit) -> None:
    edit("scenes/offer.yaml", "action: offer, fact", "action: buy, fact")
    assert "script-value" in {one.code for one in check_pack(offering)}


def test_a_scene_that_is_not_the_offers_does_not_see_it(offering: Path, edit: Edit) -> None:
    edit(
        "scenes/total.yaml",
        "  - total-intro\n",
        "  - {message: total-intro, when: '{{ offer }}'}\n",
    )
    assert ("script-undefined", "scenes/total.yaml") in {
        (one.code, one.file) for one in check_pack(offering)
    }
    with pytest.raises(ScriptError) as caught:
        film(offering)
    assert caught.value.code == "script-undefined"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("scenes: [total, changes, offer]", "scenes: [total, changes, offer, offer]"),
        ("scenes: [total, changes, offer]", "scenes: [total, changes]"),
        ("short: [total]", "short: [total, offer]"),
    ],
)
def test_a_film_has_one_place_for_one_offer(offering: Path, edit: Edit, old: str, new: str) -> None:
    edit("pack.yaml", old, new)
    assert ("offer-scene", "offers.yaml:2:8") in {
        (one.code, f"{one.file}:{one.line}:{one.column}") for one in check_pack(offering)
    }
    with pytest.raises(ScriptError) as caught:
        load_pack(offering)
    assert caught.value.code == "offer-scene"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "place"),
    [
        ("offers.yaml", "replaces: [{kinds: [roaming]}]", "replace: [{kinds: [roaming]}]", "script-key", "offers.yaml:10:5"),
        ("offers.yaml", "label: offer-label\n", "", "script-key", "offers.yaml:1:1"),
        ("offers.yaml", 'price: {GBP: "5.00"}', "price: {GBP: 5.00}", "script-value", "offers.yaml:9:18"),
        ("offers.yaml", 'price: {GBP: "5.00"}', 'price: {GBP: "5.001"}', "script-value", "offers.yaml:5:5"),
        ("offers.yaml", 'price: {GBP: "5.00"}', 'price: {GPB: "5.00"}', "script-value", "offers.yaml:5:5"),
        ("offers.yaml", 'price: {GBP: "5.00"}', 'price: {GBP: "-5.00"}', "script-value", "offers.yaml:9:18"),
        ("offers.yaml", "kinds: [roaming]", "kinds: [roamng]", "script-value", "offers.yaml:10:25"),
        ("offers.yaml", "replaces: [{kinds: [roaming]}]", "replaces: [{countries: [TR]}]", "script-value", "offers.yaml:10:16"),
        ("offers.yaml", "- id: talk", "- id: world", "script-value", "offers.yaml:1:1"),
        ("offers.yaml", "name: offer-talk\n", "name: offer-tlak\n", "message-missing", "offers.yaml:12:11"),
        ("offers.yaml", "label: offer-label", "label: offer-labl", "message-missing", "offers.yaml:3:8"),
        ("offers.yaml", "bill.state", "bill.sate", "script-undefined", "offers.yaml:18:11"),
        ("offers.yaml", "bill.state ==", "shape ==", "script-undefined", "offers.yaml:18:11"),
        ("scenes/offer.yaml", "offer.saving }}\"}\nn", "offer.savng }}\"}\nn", "script-undefined", "scenes/offer.yaml:4:49"),
        ("scenes/offer.yaml", "included: \"{{ offer.included }}\", ", "", "variable-missing", "scenes/offer.yaml:11:23"),
        ("scenes/offer.yaml", "{message: offer-label, style: label}", "{message: offer-details, style: label}", "offer-not-labelled", "scenes/offer.yaml:7:3"),
        ("scenes/offer.yaml", "action: offer", "action: pay", "offer-action", "scenes/offer.yaml:7:3"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(
    offering: Path, edit: Edit, file: str, old: str, new: str, code: str, place: str
) -> None:
    edit(file, old, new)
    found = {(one.code, f"{one.file}:{one.line}:{one.column}") for one in check_pack(offering)}
    assert (code, place) in found


def test_a_message_that_one_language_lacks_is_told_at_the_offer(offering: Path, edit: Edit) -> None:
    edit("locale/ar.ftl", "offer-talk = More Calls\n", "")
    found = {(one.code, one.message) for one in check_pack(offering)}
    assert ("message-missing", "the message 'offer-talk' is missing in ar.") in found


def test_offers_that_are_no_yaml_or_no_file_are_refused(offering: Path) -> None:
    (offering / "offers.yaml").write_text("schema: 1: 2")
    assert {one.code for one in check_pack(offering)} >= {"pack-yaml"}
    (offering / "offers.yaml").unlink()
    (offering / "offers.yaml").symlink_to(offering / "pack.yaml")
    assert {one.code for one in check_pack(offering)} >= {"asset-outside"}


def test_who_has_an_offer_is_shown_another(offering: Path, edit: Edit) -> None:
    edit("offers.yaml", "    when:", "    product: P-TALK-MORE\n    when:")
    assert film(offering).offer == "talk"
    has = Rate("More Calls", "2.00", "recurringCharge", "P-TALK-MORE")
    uses = ((*BOTH.uses[0], has), *BOTH.uses[1:])
    assert film(offering, replace(BOTH, uses=uses)).offer == "world"


def test_offers_without_an_address_are_refused_before_anything_is_made() -> None:
    with pytest.raises(ScriptError) as caught:
        require_address({"pay": "https://pay.example/"})
    assert caught.value.code == "offer-without-address"


def test_the_address_holds_the_id_of_the_offer_shown() -> None:
    actions = {"offer": "https://shop.example/o/{id}?from=film", "pay": "https://pay.example/{id}"}
    assert addressed(actions, "talk") == {
        "offer": "https://shop.example/o/talk?from=film",
        "pay": "https://pay.example/{id}",
    }
    assert addressed(actions, None) == {"pay": "https://pay.example/{id}"}


def test_a_traveller_is_offered_the_world(offering: Path) -> None:
    assert film(offering, traveller()).offer == "world"
