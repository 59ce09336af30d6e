"""Every figure seen, captioned or spoken is a fact, and every fact is recomputed from the bill."""

from __future__ import annotations

import copy
import json
import re
from dataclasses import replace

import pytest
from lxml import html

from renderer.package.manifest import value_json
from renderer.plan.model import TextShape
from tests.film.films import RealFilm, nodes_of
from tests.film.proof import (
    DIGIT,
    left_over,
    loose_in_captions,
    loose_in_voice,
    loose_on_screen,
    wrong_derivations,
    wrong_sources,
    wrong_texts,
)
from tests.film.readback import plain, says

HEADLINE = {
    "en": ("£87.42", "87 pounds and 42 pence"),
    "fr": ("87,42 €", "87 euros et 42 centimes"),
    "de": ("87,42 €", "87 Euro und 42 Cent"),
    "id": ("Rp196.500", "196500 rupiah"),
    "ar": ("321.50 درهم", "321 درهما و50 فلسا"),
    "ko": ("76,890원", "76890원"),
}


def test_every_source_fact_is_what_its_document_says(film: RealFilm) -> None:
    assert wrong_sources(film.manifest, film.documents) == []
    assert sum("source" in fact for fact in film.manifest["facts"]) > 10


def test_every_derived_fact_is_recomputed(film: RealFilm) -> None:
    assert wrong_derivations(film.manifest) == []
    assert sum("derived" in fact for fact in film.manifest["facts"]) > 10


def test_every_text_says_its_fact(film: RealFilm) -> None:
    assert wrong_texts(film.manifest) == []


@pytest.mark.parametrize("medium", ["screen", "caption", "voice"])
def test_facts_appear_in_every_medium(film: RealFilm, medium: str) -> None:
    shown = [
        seen
        for fact in film.manifest["facts"]
        for seen in fact.get("appearances", ())
        if seen["medium"] == medium
    ]
    assert len(shown) > 5
    assert all(0 <= seen["start"] < seen["end"] <= film.plan.frames / 30 + 0.001 for seen in shown)


def test_no_digit_on_screen_stands_outside_a_fact(film: RealFilm) -> None:
    assert loose_on_screen(film) == []
    assert sum(bool(DIGIT.search(text)) for text in film.texts("screen")) > 10


def test_no_digit_in_a_caption_stands_outside_a_fact(film: RealFilm) -> None:
    assert loose_in_captions(film) == []
    assert sum(bool(DIGIT.search(text)) for text in film.texts("caption")) > 5


def test_no_digit_that_is_spoken_stands_outside_a_fact(film: RealFilm) -> None:
    assert loose_in_voice(film) == []
    assert sum(bool(DIGIT.search(text)) for text in film.texts("voice")) > 5


def test_the_voice_was_given_a_clip_for_every_line(film: RealFilm) -> None:
    assert set(film.draft.narration.clips) == set(film.spoken)
    assert [(line.scene, line.key) for line in film.plan.lines] == list(film.spoken)


def test_the_amount_due_is_seen_and_said_as_its_language_does(film: RealFilm) -> None:
    seen, said = HEADLINE[film.language]
    assert seen in [plain(text) for text in film.texts("screen")]
    assert any(seen in plain(text) for text in film.texts("caption"))
    assert any(said in plain(text) for text in film.texts("voice"))
    bill = json.loads(film.documents[0])["customerBill"]
    written = str(bill["amountDue"]["value"])
    amount = {"kind": "money", "amount": written, "currency": bill["amountDue"]["unit"]}
    assert says(amount, seen, film.language)
    assert says(amount, said, film.language)


def test_every_figure_of_the_transcript_is_a_fact_it_names(film: RealFilm) -> None:
    """Alternatives of charts stand only there."""
    values = {one.id: value_json(one.value) for one in film.script.facts.values()}
    root = html.fromstring(film.files["transcript.html"])
    figures = root.findall(".//bdi")
    assert len(figures) > 30
    for figure in figures:
        holder = figure.xpath("ancestor::*[@data-fact][1]")
        ids = holder[0].get("data-fact").split() if holder else list(values)
        text = figure.text_content()
        assert any(says(values[one], text, film.language) for one in ids), (ids, text)
        figure.text = ""
        for child in figure:
            figure.remove(child)
    rest = "".join(section.text_content() for section in root.iter("section"))
    assert not DIGIT.search(rest), re.findall(r".{0,30}\d.{0,30}", rest)


def test_titles_and_labels_hold_no_figure_but_facts(film: RealFilm) -> None:
    dates = {
        seen["text"]
        for fact in film.manifest["facts"]
        if fact["value"]["kind"] == "date"
        for seen in fact.get("appearances", ())
    }
    assert not DIGIT.search(left_over(film.plan.title, dates))
    labels = [spot["label"] for spot in json.loads(film.files["hotspots.json"])["hotspots"]]
    chapters = [scene.chapter for scene in film.plan.scenes]
    shown = {
        seen["text"] for fact in film.manifest["facts"] for seen in fact.get("appearances", ())
    }
    loose = [text for text in labels if DIGIT.search(left_over(text, shown))]
    assert loose + [text for text in chapters if DIGIT.search(text)] == []


def test_the_page_shows_the_payment_that_the_film_shows(film: RealFilm) -> None:
    page = film.files["index.html"].decode()
    assert plain(HEADLINE[film.language][0]) in plain(html.fromstring(page).text_content())


# A checker that cannot fail proves nothing: each is shown a figure that somebody made up. ---------


def one_fact(manifest: dict, proof: str, kind: str = "money") -> dict:
    return next(
        fact
        for fact in manifest["facts"]
        if proof in fact and fact["value"]["kind"] == kind and fact.get("appearances")
    )


def test_a_source_that_does_not_hold_is_caught(film: RealFilm) -> None:
    manifest = copy.deepcopy(film.manifest)
    fact = one_fact(manifest, "source")
    fact["value"]["amount"] = str(float(fact["value"]["amount"]) + 1)
    assert [one.partition(":")[0] for one in wrong_sources(manifest, film.documents)] == [
        fact["id"]
    ]


def test_a_sum_that_does_not_hold_is_caught(film: RealFilm) -> None:
    manifest = copy.deepcopy(film.manifest)
    fact = one_fact(manifest, "derived")
    fact["value"]["amount"] = str(float(fact["value"]["amount"]) + 1)
    assert fact["id"] in [one.partition(":")[0] for one in wrong_derivations(manifest)]


def test_an_operation_that_nobody_knows_is_caught(film: RealFilm) -> None:
    manifest = copy.deepcopy(film.manifest)
    one_fact(manifest, "derived")["derived"]["operation"] = "guess"
    assert "nobody knows the operation guess" in wrong_derivations(manifest)[0]


def test_a_text_that_says_another_figure_is_caught(film: RealFilm) -> None:
    """One digit more, in every text of every kind, is one wrong text each."""
    tried = 0
    for at, fact in enumerate(film.manifest["facts"]):
        for place, seen in enumerate(fact.get("appearances", ())):
            digit = DIGIT.search(seen["text"])
            if digit is None or fact["value"]["kind"] == "text":
                continue
            manifest = {"language": film.language, "facts": [copy.deepcopy(fact)]}
            other = str((int(digit.group()) + 1) % 10)
            changed = seen["text"][: digit.start()] + other + seen["text"][digit.end() :]
            manifest["facts"][0]["appearances"][place]["text"] = changed
            assert len(wrong_texts(manifest)) == 1, (at, seen["text"], changed)
            tried += 1
    assert tried > 30


def test_a_figure_on_screen_that_is_no_fact_is_caught(film: RealFilm) -> None:
    scene, node = next(
        (scene, node)
        for scene in film.plan.scenes
        for node in nodes_of(scene)
        if isinstance(node.shape, TextShape) and not node.seen
    )
    line = replace(node.shape.lines[0], text=node.shape.lines[0].text + " 7")
    forged = replace(node, shape=replace(node.shape, lines=(line, *node.shape.lines[1:])))

    def put(one):
        if one is node:
            return forged
        return replace(one, children=tuple(map(put, one.children)))

    nodes = tuple(map(put, scene.nodes))
    scenes = tuple(replace(one, nodes=nodes) if one is scene else one for one in film.plan.scenes)
    plan = replace(film.plan, scenes=scenes)
    assert len(loose_on_screen(replace(film, draft=replace(film.draft, plan=plan)))) == 1


def test_a_figure_in_a_caption_that_is_no_fact_is_caught(film: RealFilm) -> None:
    name = f"captions.{film.language}.vtt"
    first = film.plan.captions[0].lines[0]
    forged = film.captions.replace(first, first + " 7", 1).encode()
    assert len(loose_in_captions(replace(film, files={**film.files, name: forged}))) == 1


def test_a_figure_spoken_that_is_no_fact_is_caught(film: RealFilm) -> None:
    scene = film.script.scenes[0]
    words = replace(scene.lines[0].words, spoken=scene.lines[0].words.spoken + " 7")
    line = replace(scene.lines[0], words=words)
    scenes = (replace(scene, lines=(line, *scene.lines[1:])), *film.script.scenes[1:])
    script = replace(film.script, scenes=scenes)
    assert len(loose_in_voice(replace(film, draft=replace(film.draft, script=script)))) == 1
