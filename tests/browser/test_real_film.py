"""Films that the renderer made, from bills of the telco pack, opened from disk as customers do."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from renderer.bill import load_bill
from renderer.pipeline import Choice, render

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
Until = Callable[[Any, str], None]
SAMPLES = Path(__file__).parents[2] / "scenes" / "telco" / "samples"
AXE = Path(__file__).parents[2] / "player" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LANGUAGES = ["en", "fr", "de", "id", "ar", "ko"]
LINKED = "id"
ADDRESS = "https://pay.example/b/4711"
SPOT = "bill-player .spot[data-action=pay]"
LISTED = "bill-player .actions .do[data-action=pay]"
REACH = 8
"""CSS px around a hotspot's edge in which the drawn edge is looked for."""
SEEK = """async (at) => {
  const video = document.querySelector('video');
  const shown = new Promise((done) => video.requestVideoFrameCallback(done));
  video.currentTime = at;
  await Promise.race([shown, new Promise((done) => setTimeout(done, 1500))]);
  await new Promise((done) => setTimeout(done, 150));
}"""
FOCUSED = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return [at.dataset.action ?? '', at.className];
}"""


@dataclass
class Films:
    """Packages of the pack's sample bills, each rendered once a session, with no voice."""

    folder: Path
    made: dict[tuple[str, str], Path] = field(default_factory=dict)

    def package(self, sample: str, shape: str = "wide") -> Path:
        """Return the folder of a sample's film; the film of `LINKED` has an address to pay at."""
        key = (sample, shape)
        if key not in self.made:
            source, folder = SAMPLES / sample, self.folder / f"{sample}-{shape}"
            actions = {"pay": ADDRESS} if sample == LINKED else {}
            render(
                load_bill([source / "bill.json"]),
                folder,
                [load_bill([path]) for path in sorted((source / "previous").glob("*.json"))],
                Choice(
                    language=sample.split("-")[0],
                    shape=shape,
                    voice="silent",
                    music=False,
                    actions=actions,
                    workers=2,
                ),
            )
            self.made[key] = folder
        return self.made[key]


@pytest.fixture(scope="session")
def films_made(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Films:
    """Ask for the browser first: without one, nothing is rendered."""
    return Films(tmp_path_factory.mktemp("rendered"))


@pytest.fixture
def film(films_made: Films) -> Callable[..., Path]:
    """Return a film's page: `film("fr")`, `film("en-credit")`, `film("fr", "tall")`."""

    def page_of(sample: str, shape: str = "wide") -> Path:
        return films_made.package(sample, shape) / "index.html"

    return page_of


def hotspots(page: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((page.parent / "hotspots.json").read_text("utf-8"))[
        "hotspots"
    ]
    return found


def hotspot(page: Path, action: str) -> dict[str, Any]:
    return next(spot for spot in hotspots(page) if spot["action"]["type"] == action)


def settled(spot: dict[str, Any]) -> float:
    """Return a time at which a hotspot has arrived and not left."""
    return (float(spot["keys"][-1]["t"]) + float(spot["end"])) / 2


def frame_times(page: Path) -> list[float]:
    """Return when the film's frames are presented, in seconds."""
    with av.open(str(page.parent / "video.mp4")) as video:
        stream = video.streams.video[0]
        return sorted(
            float(packet.pts * packet.time_base)
            for packet in video.demux(stream)
            if packet.pts is not None and packet.time_base is not None
        )


def held_time(page: Path, spot: dict[str, Any]) -> float:
    """Return the middle of the longest frame that a settled hotspot is shown on."""
    first, last = spot["keys"][-1]["t"], spot["end"] - 0.3
    inside = [(a, b) for a, b in pairwise(frame_times(page)) if a >= first and b <= last]
    start, end = max(inside, key=lambda gap: gap[1] - gap[0])
    assert end - start > 5 / 30, "no frame is held while pay is there"
    return (start + end) / 2


def drawn_edges(pixels: np.ndarray, box: tuple[float, ...]) -> list[float]:
    """Find left, top, right and bottom of what is drawn near a box: the steepest change of colour.

    Horizontal edges are read a quarter in, where no word of a button is; vertical ones at half
    height, where a pill is widest.
    """
    left, top, right, bottom = box
    row, column = (top + bottom) / 2, left + (right - left) / 4
    across = pixels[round(row) - 2 : round(row) + 2].mean(axis=0)
    down = pixels[:, round(column) - 2 : round(column) + 2].mean(axis=1)
    found = []
    for line, edge in ((across, left), (down, top), (across, right), (down, bottom)):
        start = max(0, round(edge) - REACH)
        steps = np.abs(np.diff(line[start : round(edge) + REACH], axis=0)).sum(axis=1)
        assert steps.max() > 12, "nothing is drawn there"
        found.append(start + int(steps.argmax()) + 1.0)
    return found


@pytest.mark.parametrize(("sample", "shape"), [("fr", "wide"), ("ar", "wide"), ("fr", "tall")])
def test_pay_lies_on_the_drawn_button(
    film: Callable[..., Path], open_page: Open, sample: str, shape: str
) -> None:
    """While it moves, once it has arrived, and within a held frame: 2 px at most from its edges."""
    path = film(sample, shape)
    spot = hotspot(path, "pay")
    first, last = spot["keys"][0]["t"], spot["keys"][-1]["t"]
    assert spot["keys"][0] != {**spot["keys"][-1], "t": first}, "it does not move"
    moving = round((first + 0.4 * (last - first)) * 30) / 30
    page = open_page(path, 1280, 1000, sample, reduced_motion="reduce")
    page.locator("bill-player [aria-pressed=true]").click()  # captions off: only the film is seen
    for time in (moving, last + 1 / 30, held_time(path, spot)):
        page.evaluate(SEEK, time + 0.005)
        at, stage = page.locator(SPOT).bounding_box(), page.locator("video").bounding_box()
        shot = Image.open(io.BytesIO(page.screenshot(clip=stage))).convert("RGB")
        box = (
            at["x"] - stage["x"],
            at["y"] - stage["y"],
            at["x"] - stage["x"] + at["width"],
            at["y"] - stage["y"] + at["height"],
        )
        assert drawn_edges(np.asarray(shot, np.float32), box) == pytest.approx(box, abs=2), time


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_plays_and_shows_what_is_said(
    film: Callable[..., Path], open_page: Open, until: Until, language: str
) -> None:
    """From the poster, by one click; the first sentence appears as a caption."""
    path = film(language)
    page = open_page(path, lang=language)
    page.locator("bill-player .big").click()
    words = page.locator("bill-player .captions p")
    words.wait_for()
    cues = (path.parent / f"captions.{language}.vtt").read_text("utf-8")
    said = " ".join(cues.split("-->")[1].split("\n\n")[0].split("\n")[1:])
    assert words.inner_text().split() == said.split()
    until(page, "document.querySelector('video').currentTime > 1")
    assert page.locator("html").get_attribute("lang") == language


def axe(page: Any) -> list[str]:
    """Run axe on the page; nothing is injected, so the page's own policy stays as it is."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci in player/")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("(tags) => axe.run({ runOnly: { type: 'tag', values: tags } })", RULES)
    assert len(found["passes"]) > 20
    return [f"{v['id']}: {[n['html'][:120] for n in v['nodes']]}" for v in found["violations"]]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(
    film: Callable[..., Path], open_page: Open, language: str, width: int
) -> None:
    """Hotspots and captions on the film, the bill's lines unfolded; then the payment details."""
    path = film(language)
    page = open_page(path, width, 844, language, reduced_motion="reduce")
    page.evaluate(SEEK, settled(hotspots(path)[-1]))
    page.locator("bill-player .spot:visible").first.wait_for()
    page.locator("bill-player summary").click()
    assert axe(page) == []
    if language not in ("de", LINKED):
        page.locator(LISTED).click()
        page.locator("dialog:modal").wait_for()
        assert axe(page) == []


@pytest.mark.parametrize(
    ("sample", "shape"), [*((language, "wide") for language in LANGUAGES), ("fr", "tall")]
)
def test_nothing_scrolls_sideways_at_320_px(
    film: Callable[..., Path], open_page: Open, sample: str, shape: str
) -> None:
    path = film(sample, shape)
    page = open_page(path, 320, 640, sample)
    page.evaluate(SEEK, settled(hotspots(path)[-1]))
    page.locator("bill-player summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("sample", ["fr", "ar"])
def test_keyboard_alone_reaches_and_opens_pay(
    film: Callable[..., Path], open_page: Open, sample: str
) -> None:
    """Play, go on in steps of five seconds until pay is there, tab to it, Enter."""
    page = open_page(film(sample), lang=sample, reduced_motion="reduce")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)[1] == "big"
    page.keyboard.press("Enter")
    page.keyboard.press("k")
    ends = hotspot(film(sample), "pay")
    for _ in range(60):
        if page.locator(SPOT).is_visible():
            break
        close = ends["start"] - page.evaluate("document.querySelector('video').currentTime") < 5
        if close:  # a bill is shown for less than a step: let it play there
            page.keyboard.press("k")
            page.locator(SPOT).wait_for()
            page.keyboard.press("k")
        else:
            page.keyboard.press("ArrowRight")
            page.wait_for_timeout(60)
    page.locator(SPOT).wait_for()
    page.keyboard.press("Shift+Tab")
    for _ in range(20):
        if page.evaluate(FOCUSED) == ["pay", "spot"]:
            break
        page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == ["pay", "spot"]
    page.keyboard.press("Enter")
    dialog = page.locator("dialog:modal")
    dialog.wait_for()
    amount = page.locator("header .amount").inner_text()
    assert amount in dialog.inner_text()
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    assert page.evaluate(FOCUSED) == ["pay", "spot"]


def test_pay_with_an_address_is_a_link(film: Callable[..., Path], open_page: Open) -> None:
    page = open_page(film(LINKED), lang=LINKED)
    for selector in (SPOT, LISTED):
        link = page.locator(selector)
        assert link.evaluate("(at) => at.tagName") == "A"
        assert link.get_attribute("href") == ADDRESS


@pytest.mark.parametrize(
    ("sample", "scene"),
    [("en", "changed"), ("ar", "overage"), ("de", "roaming"), ("fr", "proration")],
)
def test_what_is_clicked_opens_its_line_of_the_transcript(
    film: Callable[..., Path], open_page: Open, sample: str, scene: str
) -> None:
    """Each step, card and row can be clicked, and focus goes to what says its amount."""
    path = film(sample)
    page = open_page(path, 1280, 1000, sample, reduced_motion="reduce")
    spots = [spot for spot in hotspots(path) if spot["scene"] == scene]
    assert spots
    for spot in spots:
        page.evaluate(SEEK, settled(spot))
        control = page.locator(f'bill-player .spot[data-id="{spot["id"]}"]')
        box = control.bounding_box()
        assert min(box["width"], box["height"]) >= 44
        control.click()
        opened = page.evaluate(
            "(() => { const at = document.activeElement;"
            " return [at.dataset.fact ?? '', at.closest('[data-scene]')?.dataset.scene,"
            " at.textContent]; })()"
        )
        assert spot["action"]["fact"] in opened[0].split(), spot["label"]
        assert opened[1] == scene
        assert any(mark.isdigit() for mark in opened[2])


@pytest.mark.parametrize("sample", ["de", "en-credit"])
def test_a_bill_that_nobody_has_to_pay_has_no_pay(
    film: Callable[..., Path], open_page: Open, sample: str
) -> None:
    """By direct debit it is taken; a credit is owed to the customer."""
    path = film(sample)
    assert "pay" not in {spot["action"]["type"] for spot in hotspots(path)}
    page = open_page(path, lang=sample[:2])
    assert page.locator("bill-player [data-action=pay]").count() == 0
    assert page.locator("bill-player [data-action=details]").count() > 0


def test_an_arabic_page_runs_right_to_left(film: Callable[..., Path], open_page: Open) -> None:
    """The logo, the play button and the film stand right, the amount and the transcript left."""
    page = open_page(film("ar"), lang="ar")
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"

    def middle(selector: str) -> float:
        box = page.locator(selector).bounding_box()
        return float(box["x"] + box["width"] / 2)

    assert middle(".logo") > middle(".glance")
    assert middle("bill-player .big") > middle("video") > middle(".words")


@pytest.mark.parametrize(
    ("sample", "shape", "height"), [("fr", "wide", 664), ("ko", "wide", 664), ("fr", "tall", 844)]
)
def test_on_a_phone_pay_is_in_sight_at_once(
    film: Callable[..., Path], open_page: Open, sample: str, shape: str, height: int
) -> None:
    """The film is as wide as the phone, or as tall as it may be, and pay is under it."""
    page = open_page(film(sample, shape), 390, height, sample)
    video, pay = page.locator("video").bounding_box(), page.locator(LISTED).bounding_box()
    assert video["width"] >= (390 if shape == "wide" else 0.9 * 390)
    assert video["y"] <= 64
    assert pay["y"] + pay["height"] <= height


def test_the_list_has_each_hotspot_and_pay_comes_first(
    film: Callable[..., Path], open_page: Open
) -> None:
    """The lines of the bill are in one fold; each leads into the transcript."""
    path = film("fr")
    page = open_page(path, lang="fr", reduced_motion="reduce")
    controls = page.locator("bill-player .actions .do[data-action]")
    assert controls.first.get_attribute("data-action") == "pay"
    assert sorted(controls.all_text_contents()) == sorted({s["label"] for s in hotspots(path)})
    lines = page.locator("bill-player details .do[data-action=details]")
    assert lines.count() > 1
    assert not lines.first.is_visible()
    page.locator("bill-player summary").click()
    for index in range(lines.count()):
        lines.nth(index).click()
        assert page.evaluate("document.activeElement.closest('#transcript [data-scene]') !== null")
