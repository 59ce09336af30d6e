"""Whole films through a store: the same package, and only what is one's own is drawn."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from renderer.bill import Document, load_bill, parse_bill
from renderer.pipeline import Choice, Draft, draft, film
from renderer.segments import Census, segment_keys
from renderer.segments.film import segment_tasks
from renderer.segments.sharing import LENGTH
from renderer.segments.subplan import SubPlans
from renderer.store import Keyring, Shelf, open_store
from tests.film.films import customer_files, nodes_of, text_of

NAMES = {"en": ("Grace", "Joan"), "fr": ("Zoé", "Max"), "ko": ("서연", "지우")}
CHOICE = Choice(voice="silent", workers=2)


def draft_named(language: str, name: str) -> Draft:
    """Draft the sample customer's film as somebody else's, who differs in name only."""
    path, *earlier = customer_files(language)
    text = path.read_text("utf-8")
    old = NAMES[language][0]
    assert old in text
    bill = parse_bill([Document("bill.json", text.replace(old, name).encode())])
    choice = replace(CHOICE, language=language)
    return draft(bill, [load_bill([one]) for one in earlier], choice)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return open_store(tmp_path / "store", environment={})


def test_a_package_is_the_same_bytes_with_any_store(shelf: Shelf) -> None:
    path, *earlier = customer_files("en-short")
    bill, previous = load_bill([path]), [load_bill([one]) for one in earlier]

    def made(choice: Choice) -> dict[str, bytes]:
        package = film(draft(bill, previous, choice), choice)
        drawn.append(package.segments[1])
        return dict(package.files)

    drawn: list[int] = []
    choice = Choice(language="en", hls=True, workers=2)
    plain = made(choice)
    kept = replace(choice, shelf=shelf)
    assert made(kept) == plain
    assert made(replace(kept, workers=1)) == plain
    assert drawn[1] > 0
    assert drawn[2] == 0
    assert {name for name in plain if name.startswith("hls/")} == {
        name for name in json.loads(plain["manifest.json"])["files"] if name.startswith("hls/")
    }


@pytest.mark.parametrize("language", NAMES)
def test_two_customers_who_differ_in_name_share_all_that_does_not_show_it(language: str) -> None:
    old, new = NAMES[language]
    one, other = (draft_named(language, name).plan for name in (old, new))
    keyring = Keyring(bytes(32))
    known = set(segment_keys(one, 720, keyring))
    keys = segment_keys(other, 720, keyring)
    census = Census()
    for plan in (one, other):
        census.add(plan)
    own = {scene.scene: {node.id for node in scene.own} for scene in census.scenes()}
    plans = SubPlans(other, 720)
    showing = {
        scene.id: {node.id for node in nodes_of(scene) if new in (text_of(node) or "")}
        for scene in other.scenes
    }
    shared = 0
    for key, task in zip(keys, segment_tasks(other), strict=True):
        scene = task.range.scene
        nodes = {node.id for node in plans.shown(task.range, task.frames)}
        if nodes & showing[scene]:
            assert key not in known
        elif LENGTH not in own[scene]:
            assert key in known
        shared += key in known
    assert shared > len(keys) * 2 // 3
    for scene, nodes in own.items():
        if LENGTH not in nodes:
            assert nodes <= showing[scene]


def test_a_film_of_a_name_that_is_new_draws_what_shows_it_and_no_more(shelf: Shelf) -> None:
    choice = replace(CHOICE, shelf=shelf, language="en")
    first = film(draft_named("en", "Grace"), choice)
    second = film(draft_named("en", "Joan"), choice)
    again = film(draft_named("en", "Joan"), choice)
    assert 0 < second.segments[1] < first.segments[1] // 3
    assert again.segments[1] == 0
    assert dict(again.files) == dict(
        film(draft_named("en", "Joan"), replace(choice, shelf=None)).files
    )


def test_no_figure_or_name_of_a_customer_stands_in_a_stores_names(
    shelf: Shelf, tmp_path: Path
) -> None:
    choice = replace(CHOICE, shelf=shelf, language="en")
    film(draft_named("en", "Grace"), choice)
    names = [path.name for path in (tmp_path / "store" / "entries").rglob("*") if path.is_file()]
    assert names
    assert all(len(name) == 62 and set(name) <= set("0123456789abcdef") for name in names)
