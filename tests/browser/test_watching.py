"""Watching: it plays, says what it says in words, and obeys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Package = Callable[..., Path]
Open = Callable[..., Any]
Until = Callable[[Any, str], None]
TIME = "document.querySelector('video').currentTime"
PAUSED = "document.querySelector('video').paused"


def seek(page: Any, until: Until, at: float) -> None:
    page.evaluate(f"{TIME} = {at}")
    until(page, "!document.querySelector('video').seeking")


def test_it_plays_from_disk_with_sound(package: Package, open_page: Open, until: Until) -> None:
    page = open_page(package())
    assert page.evaluate(PAUSED)
    page.get_by_role("button", name="Play").first.click()
    until(page, f"{TIME} > 0.5")
    assert page.evaluate("document.querySelector('video').error") is None
    assert page.evaluate("document.querySelector('video').webkitAudioDecodedByteCount") > 0
    assert page.evaluate("document.querySelector('video').controls") is False


def test_captions_are_shown_while_their_words_are_said(
    package: Package, open_page: Open, until: Until
) -> None:
    page = open_page(package())
    caption = page.locator("bill-player .captions p")
    expected = {0.1: "", 0.7: "Hello Zoé. This is", 1.35: "", 2.0: "It comes to", 3.7: ""}
    for at, words in expected.items():
        seek(page, until, at)
        if words:
            caption.filter(has_text=words).wait_for()
        else:
            caption.wait_for(state="hidden")
    seek(page, until, 2.0)
    switch = page.get_by_role("button", name="Captions")
    assert switch.get_attribute("aria-pressed") == "true"
    switch.click()
    assert not caption.is_visible()
    assert switch.get_attribute("aria-pressed") == "false"


def test_captions_may_come_as_webvtt(package: Package, open_page: Open, until: Until) -> None:
    vtt = (
        "WEBVTT\n\nNOTE not said\n\n"
        "1\n00:00.200 --> 00:01.300 align:start\n<v Zo&eacute;>R&amp;B\nline two\n\n"
        "00:00:01.400 --> 00:00:02.600\nnext\n"
    )
    page = open_page(package(captions=vtt))
    seek(page, until, 0.5)
    page.locator("bill-player .captions p span").nth(1).wait_for()
    assert [t.strip() for t in page.locator("bill-player .captions span").all_text_contents()] == [
        "R&B",
        "line two",
    ]
    seek(page, until, 2.0)
    page.get_by_text("next", exact=True).wait_for()


def test_captions_leave_a_focused_hotspot_uncovered(
    package: Package, open_page: Open, until: Until
) -> None:
    """A hotspot at the bottom of the frame takes focus, and the captions go to the top."""
    path = package()
    page = open_page(path)
    film = page.evaluate("JSON.parse(document.querySelector('bill-player script').textContent)")
    film["hotspots"]["hotspots"][0]["keys"] = [{"t": 0, "x": 0.3, "y": 0.8, "w": 0.4, "h": 0.18}]
    page.evaluate("(film) => { document.querySelector('bill-player').data = film; }", film)
    seek(page, until, 2.0)
    spot, words = (
        page.locator("bill-player .spot[data-action=pay]"),
        page.locator("bill-player .captions p"),
    )
    words.wait_for()
    assert words.bounding_box()["y"] > spot.bounding_box()["y"]
    spot.focus()
    below = words.bounding_box()
    assert below["y"] + below["height"] <= spot.bounding_box()["y"]


def test_a_sentence_of_the_transcript_leads_to_its_moment(
    package: Package, open_page: Open, until: Until
) -> None:
    page = open_page(package())
    sentence = page.get_by_role("button", name="It comes to £87.42")
    sentence.click()
    until(page, f"Math.abs({TIME} - 1.4) < 0.01")
    page.locator("#transcript [aria-current]", has_text="It comes to £87.42").wait_for()
    sentence.press("ArrowDown")
    page.keyboard.press("Enter")
    until(page, f"Math.abs({TIME} - 2.8) < 0.01")
    page.locator("#transcript [aria-current]", has_text="The amount is due").wait_for()
    assert sentence.get_attribute("aria-current") is None


def test_chapters_show_where_we_are_and_lead_elsewhere(package: Package, open_page: Open) -> None:
    page = open_page(package())
    opener = page.get_by_role("button", name="Chapters: Your total")
    opener.click()
    page.locator("bill-player #chapters button").nth(1).click()
    page.get_by_role("button", name="Chapters: What changed").wait_for()
    assert page.evaluate(TIME) == pytest.approx(1.35, abs=0.01)
    assert page.locator("bill-player #chapters").is_hidden()
    assert page.locator("bill-player .dots [data-now]").count() == 1


def test_keys_work_inside_the_player_only(package: Package, open_page: Open, until: Until) -> None:
    page = open_page(package())
    page.keyboard.press("k")
    assert page.evaluate(PAUSED)
    page.locator("bill-player .stage").focus()
    page.keyboard.press("k")
    until(page, f"!{PAUSED}")
    page.keyboard.press(" ")
    until(page, PAUSED)
    page.keyboard.press("End")
    until(page, f"{TIME} > 3.9")
    page.keyboard.press("Home")
    until(page, f"{TIME} === 0")
    page.keyboard.press("m")
    assert page.evaluate("document.querySelector('video').muted")
    page.keyboard.press("c")
    assert page.get_by_role("button", name="Captions").get_attribute("aria-pressed") == "false"
    page.keyboard.press("f")
    assert page.locator("bill-player").get_attribute("full") is not None
    assert page.evaluate("document.querySelector('.words').inert")
    page.keyboard.press("f")
    assert not page.evaluate("document.querySelector('.words').inert")


def test_space_on_a_control_is_that_controls_own(package: Package, open_page: Open) -> None:
    page = open_page(package())
    page.get_by_role("button", name="Mute").focus()
    page.keyboard.press(" ")
    assert page.evaluate("document.querySelector('video').muted")
    assert page.evaluate(PAUSED)


def test_the_line_of_time_seeks_and_says_where(
    package: Package, open_page: Open, until: Until
) -> None:
    page = open_page(package())
    line = page.get_by_role("slider", name="Position in the film")
    line.focus()
    page.keyboard.press("End")
    until(page, f"{TIME} > 3.9")
    page.keyboard.press("ArrowLeft")
    until(page, f"{TIME} === 0")
    until(
        page,
        "document.querySelector('bill-player').shadowRoot.querySelector('.seek').value === '0'",
    )
    assert line.get_attribute("aria-valuetext") == "0:00 of 0:04"


def test_without_scripts_film_words_and_payment_are_there(
    package: Package, open_page: Open
) -> None:
    page = open_page(package("de"), lang="de", java_script_enabled=False)
    assert page.locator("video").get_attribute("controls") is not None
    assert page.locator("video").is_visible()
    assert page.get_by_text("DE89 3704 0044 0532 0130 00").is_visible()
    assert page.get_by_text("Guten Tag, Zoé.").is_visible()
    assert page.get_by_role("button").count() == 0


def test_what_a_bill_says_is_never_markup(package: Package, open_page: Open) -> None:
    """A payee may be called anything; it is shown, never run."""
    name = "</script><img src=x onerror=document.title='run'>"
    payment = {
        "amount": "1 €",
        "due": None,
        "payee": name,
        "iban": None,
        "reference": None,
        "method": "card",
    }
    page = open_page(package(title=name, payment=payment))
    assert page.get_by_role("heading", level=1).text_content() == name
    page.locator("bill-player .do[data-action=pay]").click()
    assert name in page.locator("dialog").inner_text()
    assert page.evaluate("document.title") != "run"


def test_reduced_motion_stills_the_hotspots(
    package: Package, open_page: Open, until: Until
) -> None:
    page = open_page(package(), reduced_motion="reduce")
    seek(page, until, 2.0)
    spot = page.locator("bill-player .spot[data-action=pay]")
    spot.wait_for()
    assert spot.evaluate("(at) => getComputedStyle(at).animationName") == "none"
    assert spot.evaluate("(at) => at.getAnimations().length") == 0


def test_a_film_that_cannot_be_played_says_where_its_words_are(
    package: Package, browser: Any
) -> None:
    path = package("fr")
    path.with_name("video.mp4").write_bytes(b"not a film")
    context = browser.new_context(locale="fr")
    page = context.new_page()
    page.goto(path.as_uri())
    page.get_by_role("alert").filter(has_text="La vidéo ne peut pas être lue ici.").wait_for()
    assert page.locator("bill-player .big").is_hidden()
    assert page.get_by_text("Bonjour Zoé.").is_visible()
    context.close()
