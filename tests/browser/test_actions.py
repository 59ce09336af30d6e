"""What can be done about the bill: in the film, in the list, by keyboard, with a link or none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Package = Callable[..., Path]
Open = Callable[..., Any]
Until = Callable[[Any, str], None]
FOCUSED = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return [at.dataset.action ?? '', at.className, at.textContent.trim()];
}"""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_list_under_the_film_holds_the_hotspots_actions(
    package: Package, open_page: Open, language: str
) -> None:
    page = open_page(package(language), lang=language)
    listed = page.locator("bill-player .actions .do").all_text_contents()
    labels = page.evaluate(
        "JSON.parse(document.querySelector('bill-player script').textContent)"
        ".hotspots.hotspots.map(({label}) => label)"
    )
    assert listed == labels


def test_keyboard_alone_reaches_and_opens_pay(
    package: Package, open_page: Open, until: Until
) -> None:
    """From the top of the page: play, tab to the hotspot, Enter, and the details are there."""
    page = open_page(package())
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)[1] == "big"
    page.keyboard.press("Enter")
    until(page, "document.querySelector('video').currentTime > 0.7")
    page.evaluate("document.querySelector('video').pause()")
    page.keyboard.press("Shift+Tab")
    for _ in range(12):
        if page.evaluate(FOCUSED)[:2] == ["pay", "spot"]:
            break
        page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == ["pay", "spot", "Pay £87.42"]
    page.keyboard.press("Enter")
    dialog = page.locator("dialog:modal")
    dialog.wait_for()
    assert "GB33 BUKB 2020 1555 5555 55" in dialog.inner_text()
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    assert page.evaluate(FOCUSED)[:2] == ["pay", "spot"]


def test_keyboard_alone_reaches_pay_in_the_list(package: Package, open_page: Open) -> None:
    page = open_page(package())
    for _ in range(14):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED)[:2] == ["pay", "do"]:
            break
    page.keyboard.press("Space")
    assert page.locator("dialog:modal").count() == 1


def test_pay_with_an_address_is_a_link(package: Package, open_page: Open) -> None:
    page = open_page(package(actions={"pay": "https://pay.example/b/abc"}))
    link = page.locator("bill-player .do[data-action=pay]")
    assert link.get_attribute("href") == "https://pay.example/b/abc"
    assert link.evaluate("(at) => at.tagName") == "A"
    assert page.locator("bill-player .spot[data-action=pay]").get_attribute("href") is not None


def test_an_address_that_would_run_here_is_not_taken(package: Package, open_page: Open) -> None:
    page = open_page(package(actions={"pay": "javascript:alert(1)"}))
    assert page.locator("bill-player a").count() == 0


def test_details_lead_to_their_fact_in_the_transcript(package: Package, open_page: Open) -> None:
    page = open_page(package())
    page.locator("bill-player .do[data-action=details]").click()
    assert page.evaluate("document.activeElement.dataset.fact") == "bill.total"


def test_the_film_waits_at_pay(package: Package, open_page: Open, until: Until) -> None:
    """It does not run past the hotspot's end, says so, and goes on when asked; then it ends."""
    page = open_page(package())
    page.evaluate("document.querySelector('video').currentTime = 2.7")
    page.locator("bill-player .speed").select_option("0.75")
    page.locator("bill-player .play").click()
    resume = page.get_by_role("button", name="Continue")
    resume.wait_for()
    assert page.evaluate("document.querySelector('video').paused")
    assert 3.2 <= page.evaluate("document.querySelector('video').currentTime") < 3.5
    assert page.locator("bill-player .spot[data-action=pay]").is_visible()
    assert (
        page.locator("bill-player [role=status]").text_content() == "The film is waiting for you."
    )
    resume.click()
    until(page, "document.querySelector('video').ended")
    assert "Watch again" in page.locator("bill-player .big").inner_text()


def test_a_hotspot_is_announced_once(package: Package, open_page: Open) -> None:
    page = open_page(package())
    told = page.evaluate("""async () => {
      const player = document.querySelector('bill-player');
      const video = player.querySelector('video');
      const region = player.shadowRoot.querySelector('[role=status]');
      const told = [];
      new MutationObserver(() => told.push(region.textContent))
        .observe(region, { childList: true, characterData: true, subtree: true });
      await video.play();
      while (video.currentTime < 2) await new Promise((done) => setTimeout(done, 20));
      video.currentTime = 0.2;
      const between = () => video.currentTime > 0.8 && video.currentTime < 1.5;
      while (!between()) await new Promise((done) => setTimeout(done, 20));
      return told;
    }""")
    assert told == [
        "Available now: Pay £87.42",
        "Available now: See every line of your bill",
    ]


def test_the_iban_is_copied_without_its_spaces(package: Package, open_page: Open) -> None:
    page = open_page(package(), permissions=["clipboard-read", "clipboard-write"])
    page.locator("bill-player .do[data-action=pay]").click()
    page.get_by_role("button", name="Copy IBAN").click()
    page.get_by_text("IBAN copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "GB33BUKB20201555555555"


def test_payment_opens_above_full_screen(package: Package, open_page: Open) -> None:
    page = open_page(package())
    page.evaluate("document.querySelector('video').currentTime = 2")
    page.get_by_role("button", name="Full screen").click()
    page.locator("bill-player .spot[data-action=pay]").click()
    page.get_by_role("button", name="Close").click()
    assert page.locator("dialog:modal").count() == 0
    assert page.locator("bill-player").get_attribute("full") is not None
