"""Six languages on phones and desks, checked by axe-core; right to left; no sideways scroll."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Package = Callable[..., Path]
Open = Callable[..., Any]
LANGUAGES = ["en", "fr", "de", "id", "ar", "ko"]
AXE = Path(__file__).parents[2] / "player" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Any) -> list[str]:
    """Run axe on the page; nothing is injected, so the page's own policy stays as it is."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci in player/")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("(tags) => axe.run({ runOnly: { type: 'tag', values: tags } })", RULES)
    assert len(found["passes"]) > 20
    return [f"{v['id']}: {[n['html'][:120] for n in v['nodes']]}" for v in found["violations"]]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(package: Package, open_page: Open, language: str, width: int) -> None:
    """Hotspots and captions on the film, then the payment details."""
    page = open_page(package(language), width, 844, language, reduced_motion="reduce")
    page.evaluate("document.querySelector('video').currentTime = 2")
    page.locator("bill-player .spot").nth(1).wait_for()
    assert violations(page) == []
    page.locator("bill-player .do[data-action=pay]").click()
    page.locator("dialog:modal").wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_axe_finds_nothing_with_menu_open_in_either_scheme(
    package: Package, open_page: Open, scheme: str
) -> None:
    page = open_page(package("de"), 1280, 800, "de", color_scheme=scheme, reduced_motion="reduce")
    page.locator("bill-player .opener").click()
    assert violations(page) == []


@pytest.mark.parametrize("shape", ["wide", "tall"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_scrolls_sideways_at_320_px(
    package: Package, open_page: Open, language: str, shape: str
) -> None:
    page = open_page(package(language, shape), 320, 640, language)
    page.evaluate("document.querySelector('video').currentTime = 2")
    page.locator("bill-player .spot").nth(1).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    bar = page.locator("bill-player .row").bounding_box()
    assert bar["height"] <= 2 * 48, "the buttons and the chapters take a line each"


def test_an_arabic_page_runs_right_to_left_and_its_controls_left_to_right(
    package: Package, open_page: Open
) -> None:
    page = open_page(package("ar"), lang="ar")
    page.evaluate("document.querySelector('video').currentTime = 1")
    page.get_by_text("0:01 / 0:04").wait_for()
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    play = page.locator("bill-player .play").bounding_box()
    full = page.get_by_role("button", name="ملء الشاشة").bounding_box()
    assert play["x"] < full["x"]
    line = page.locator("bill-player .seek")
    assert line.evaluate("(at) => getComputedStyle(at).direction") == "ltr"
    dots = page.locator("bill-player .dots i")
    assert dots.nth(0).bounding_box()["x"] > dots.nth(2).bounding_box()["x"]
    player, words = (
        page.locator("bill-player").bounding_box(),
        page.locator(".words").bounding_box(),
    )
    assert player["x"] > words["x"]


def test_a_tall_film_fills_a_phone_held_upright(package: Package, open_page: Open) -> None:
    """The picture takes most of the screen, and the bar is on it too."""
    page = open_page(package("ko", "tall"), 390, 844, "ko")
    video = page.locator("video").bounding_box()
    assert video["width"] >= 0.9 * 390
    row = page.locator("bill-player .line").bounding_box()
    assert row["y"] + row["height"] <= 844


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_target_is_large_enough(package: Package, open_page: Open, language: str) -> None:
    page = open_page(package(language), 390, 844, language)
    sizes = page.evaluate("""() => [...document.querySelector('bill-player').shadowRoot
      .querySelectorAll('button, a, select, input')]
      .map((at) => [at.className, at.getBoundingClientRect()])
      .filter(([, box]) => box.width)
      .map(([name, { width, height }]) => [name, width, height])""")
    assert len(sizes) >= 9
    assert [entry for entry in sizes if entry[1] < 44 or entry[2] < 44] == []
