"""The telco pack's offers: in six languages, labelled, proved to the cent, and never by default."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from api.cli import main
from renderer.package.manifest import manifest
from renderer.plan import problems
from renderer.planning import Choice, Draft, draft
from tests.film.proof import wrong_derivations, wrong_sources, wrong_texts
from tests.film.readback import plain
from tests.script.offer_customers import Customer, bills, documents, traveller, use, write

OFFERS = Path(__file__).parents[2] / "scenes/telco/offers.yaml"
LABEL = {
    "en": "Offer",
    "fr": "Offre",
    "de": "Angebot",
    "id": "Penawaran",
    "ar": "عرض",
    "ko": "혜택 안내",
}
SAID = {
    "en": "On your last 3 bills, you would have paid £9.25 less.",
    "fr": "Sur vos 3 dernières factures, vous auriez payé 6,28 € de moins.",
    "de": "Auf Ihren letzten 3 Rechnungen hätten Sie 6,28 € weniger bezahlt.",
    "id": "Pada 3 tagihan terakhir, Anda bisa membayar Rp125.500 lebih sedikit.",
    "ar": "في آخر 3 فواتير، كنت ستدفع أقل بمقدار 34.25 درهم.",
    "ko": "최근 청구서 3건에서 16,720원을 덜 내셨을 것입니다.",
}


def drafted(customer: Customer, *, offers: bool = True, only: str | None = "offer") -> Draft:
    bill, earlier = bills(customer)
    choice = Choice(language=customer.language, voice="silent", offers=offers)
    return draft(bill, earlier, choice, only=only)


def told(made: Draft) -> Mapping[str, Any]:
    return manifest(made.plan, made.script, made.story, "silent", {}, {})


def stated(pointer: str) -> str:
    """Look up a pointer of offers.yaml with a parser that knows nothing of packs."""
    found = YAML(typ="safe", pure=True).load(OFFERS.read_bytes())
    for step in pointer.split("/")[1:]:
        found = found[int(step) if isinstance(found, list) else step]
    return str(found)


@pytest.mark.parametrize("language", LABEL)
def test_an_offer_is_labelled_on_screen_and_in_speech(language: str) -> None:
    made = drafted(traveller(language))
    (scene,) = made.script.scenes
    label = LABEL[language]
    texts = [child.spec.words.seen for child in _nodes(scene.layout) if child.kind == "text"]
    assert label in texts
    assert label.casefold() in scene.lines[0].words.spoken.casefold()
    lines = {line.key: plain(line.words.seen) for line in scene.lines}
    assert lines["offer-saving-line"] == SAID[language]


def _nodes(node: Any) -> list[Any]:
    return [node, *(one for child in node.children for one in _nodes(child))]


@pytest.mark.parametrize("language", LABEL)
@pytest.mark.parametrize("brand", ["nordlys", "fjell"])
@pytest.mark.parametrize("shape", ["wide", "tall"])
def test_an_offer_fits_in_every_language_brand_and_shape(
    language: str, brand: str, shape: str
) -> None:
    bill, earlier = bills(traveller(language))
    choice = Choice(language=language, brand=brand, shape=shape, voice="silent", offers=True)
    made = draft(bill, earlier, choice, only="offer")
    assert problems(made.script) == []


@pytest.mark.parametrize("language", LABEL)
def test_every_figure_of_an_offer_is_walked_back_to_the_bills_and_the_price(language: str) -> None:
    customer = traveller(language)
    found = told(drafted(customer))
    sha = sha256(OFFERS.read_bytes()).hexdigest()
    assert sha in found["inputs"]
    prices = [fact for fact in found["facts"] if fact.get("source", {}).get("document") == sha]
    assert [fact["source"]["raw"] for fact in prices] == [
        fact["value"]["amount"] for fact in prices
    ]
    assert [stated(fact["source"]["pointer"]) for fact in prices] == [
        fact["source"]["raw"] for fact in prices
    ]
    assert [fact["id"] for fact in prices] == ["offers.roaming-everywhere.price"]
    rest = {**found, "facts": [fact for fact in found["facts"] if fact not in prices]}
    assert wrong_sources(rest, documents(customer)) == []
    assert wrong_derivations(found) == []
    assert wrong_texts(found) == []
    shown = {fact["id"].rpartition(".")[2] for fact in found["facts"] if "appearances" in fact}
    assert {"price", "spent", "cost", "saving", "bills"} <= shown


def test_an_allowance_that_an_offer_includes_is_stated_there_too() -> None:
    extra = tuple(
        (use("usage", "9.00", usageType="data", quantity={"amount": "4", "units": "GB"}),)
        for _ in range(3)
    )
    customer = Customer("en", extra, allowance=("29", "-4"))
    bill, earlier = bills(customer)
    choice = Choice(language="en", voice="silent", offers=True)
    assert draft(replace(bill, usage=()), earlier, choice).script.offer is None
    made = drafted(customer)
    assert made.script.offer == "more-data"
    lines = [fact for fact in told(made)["facts"] if fact["id"] == "offers.more-data.included"]
    assert [stated(fact["source"]["pointer"]) for fact in lines] == ["50"]


def test_nothing_is_offered_by_default() -> None:
    made = drafted(traveller(), offers=False, only=None)
    assert "offer" not in [scene.id for scene in made.plan.scenes]
    assert (made.script.offer, made.story.savings) == (None, ())
    assert not [spot for spot in made.plan.hotspots if spot.action == "offer"]


def test_an_offer_comes_after_what_is_due_and_does_not_change_it() -> None:
    bill, earlier = bills(traveller())
    choice = Choice(language="en", voice="silent")
    without = draft(bill, earlier, choice)
    shown = draft(bill, earlier, replace(choice, offers=True))
    names = [scene.id for scene in shown.script.scenes]
    assert names[-3:] == ["due", "offer", "closing"]
    assert [one for one in shown.script.scenes if one.id != "offer"] == list(without.script.scenes)
    (spot,) = [spot for spot in shown.plan.hotspots if spot.scene == "offer"]
    assert (spot.action, spot.pause) == ("offer", False)


def render(monkeypatch: pytest.MonkeyPatch, folder: Path, *options: str) -> int:
    """Run `billreel render` for a traveller in this process; return its status."""
    customer = write(traveller(), folder / "customer")
    arguments = [str(customer / "bill.json"), "--previous", str(customer / "previous")]
    arguments += ["--lang", "en", "--voice", "silent", "-o", str(folder / "out"), *options]
    monkeypatch.setattr(sys, "argv", ["billreel", "render", *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    return int(left.value.code or 0)


def test_a_film_with_an_offer_leads_to_its_details(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    address = "https://shop.example/offers/{id}?film"
    assert render(monkeypatch, tmp_path, "--offers", "--action", f"offer={address}") == 0
    spots = json.loads((tmp_path / "out/hotspots.json").read_text())["hotspots"]
    (action,) = [spot["action"] for spot in spots if spot["scene"] == "offer"]
    assert action == {"type": "offer", "fact": "offers.roaming-everywhere.saving"}
    page = (tmp_path / "out/index.html").read_text()
    assert "https://shop.example/offers/roaming-everywhere?film" in page
    schema = json.loads(
        (Path(__file__).parents[2] / "player/hotspots.schema.json").read_text(encoding="utf-8")
    )
    assert (
        "offer" in schema["$defs"]["hotspot"]["properties"]["action"]["properties"]["type"]["enum"]
    )


def test_a_film_made_when_the_bill_is_overdue_has_no_offer() -> None:
    bill, earlier = bills(traveller())
    choice = Choice(language="en", voice="silent", offers=True)
    late = bill.due
    assert late is not None
    on_time = draft(bill, earlier, replace(choice, day=late))
    too_late = draft(bill, earlier, replace(choice, day=late.replace(day=late.day + 1)))
    assert (on_time.script.offer, too_late.script.offer) == ("roaming-everywhere", None)
    assert too_late.story.withheld == "overdue"


def test_offers_without_an_address_stop_before_anything_is_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert render(monkeypatch, tmp_path, "--offers") == 2
    assert "offer-without-address" in "".join(capsys.readouterr())
    assert not (tmp_path / "out").exists()
