"""Hotspots lie on what the film draws: while it moves, while it rests, and after seeks."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

pytestmark = pytest.mark.browser

PAY = "bill-player .spot[data-action=pay]"
DETAILS = "bill-player .spot[data-action=details]"
SEEK = """async (at) => {
  const video = document.querySelector('video');
  const shown = new Promise((done) => video.requestVideoFrameCallback(done));
  video.currentTime = at;
  await shown;
  await new Promise((done) => setTimeout(done, 100));
}"""
FOLLOW = """async () => {
  const player = document.querySelector('bill-player');
  const video = player.querySelector('video');
  const spot = player.shadowRoot.querySelector('.spot[data-action=pay]');
  const seen = [];
  const note = (_, { mediaTime }) => {
    const box = video.getBoundingClientRect(), at = spot.getBoundingClientRect();
    if (!spot.hidden) seen.push([mediaTime, at.x - box.x, at.y - box.y, box.width]);
    video.requestVideoFrameCallback(note);
  };
  video.requestVideoFrameCallback(note);
  video.currentTime = 0;
  video.playbackRate = 0.25;
  await video.play();
  while (video.currentTime < 1.1) await new Promise((done) => setTimeout(done, 20));
  return seen;
}"""


def drawn_box(page: Any) -> tuple[float, float, float, float]:
    """Return the box as it stands on the screen: edges in CSS px."""
    stage = page.locator("bill-player video").bounding_box()
    shot = Image.open(io.BytesIO(page.screenshot(clip=stage))).convert("RGB")
    pixels = np.asarray(shot, np.int16)
    blue = (pixels[..., 2] - pixels[..., 0] > 90) & (pixels[..., 2] > 170)
    rows = np.flatnonzero(blue.mean(axis=1) > 0.1)
    columns = np.flatnonzero(blue.mean(axis=0) > 0.05)
    return (
        stage["x"] + columns[0],
        stage["y"] + rows[0],
        stage["x"] + columns[-1] + 1,
        stage["y"] + rows[-1] + 1,
    )


def edges(page: Any, selector: str) -> tuple[float, float, float, float]:
    box = page.locator(selector).bounding_box()
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


@pytest.mark.parametrize("shape", ["wide", "tall"])
def test_a_hotspot_lies_on_its_node_within_two_pixels(
    package: Callable[..., Path], open_page: Callable[..., Any], shape: str
) -> None:
    """While the node moves, in the held frame, and after it has moved on; seeks go both ways."""
    page = open_page(package("en", shape), reduced_motion="reduce")
    for at in (0.7, 2.0, 3.3, 1.9, 0.6):
        page.evaluate(SEEK, at)
        assert edges(page, PAY) == pytest.approx(drawn_box(page), abs=2), at


def test_a_hotspot_follows_its_node_while_the_film_plays(
    package: Callable[..., Path], open_page: Callable[..., Any]
) -> None:
    page = open_page(package())
    seen = page.evaluate(FOLLOW)
    moving = [entry for entry in seen if 0.5 <= entry[0] < 0.99]
    assert len(moving) >= 3
    for time, x, y, width in moving:
        frame, scale = round(time * 30), width / 640
        assert x == pytest.approx((64 + frame * 5) * scale, abs=2)
        assert y == pytest.approx((90 + frame * 2) * scale, abs=2)


def test_hotspots_come_and_go_inside_a_held_frame(
    package: Callable[..., Path], open_page: Callable[..., Any]
) -> None:
    """No frame is presented from 1 s to 3 s; the details are there from 1.5 s to 2.5 s."""
    page = open_page(package())
    seen = page.evaluate("""async () => {
      const player = document.querySelector('bill-player');
      const video = player.querySelector('video');
      const spot = player.shadowRoot.querySelector('.spot[data-action=details]');
      const changes = [];
      new MutationObserver(() => changes.push([spot.hidden, video.currentTime]))
        .observe(spot, { attributes: true, attributeFilter: ['hidden'] });
      video.currentTime = 1.1;
      video.playbackRate = 0.5;
      await video.play();
      while (video.currentTime < 2.8) await new Promise((done) => setTimeout(done, 20));
      return changes;
    }""")
    assert [hidden for hidden, _ in seen] == [False, True]
    assert 1.5 <= seen[0][1] < 2.5
    assert 2.5 <= seen[1][1] < 3


def test_a_hotspot_is_never_smaller_than_a_finger(
    package: Callable[..., Path], open_page: Callable[..., Any]
) -> None:
    """2 x 3 % of the frame become 44 x 44 px, inside the frame, on the narrowest phone."""
    page = open_page(package(), 320, 640)
    page.evaluate(SEEK, 2.0)
    video = page.locator("video").bounding_box()
    for selector in (PAY, DETAILS):
        left, top, right, bottom = edges(page, selector)
        assert right - left >= 44
        assert bottom - top >= 44
        assert left >= video["x"] - 0.01
        assert top >= video["y"] - 0.01
        assert right <= video["x"] + video["width"] + 0.01
        assert bottom <= video["y"] + video["height"] + 0.01


def test_in_full_screen_a_hotspot_keeps_to_the_picture(
    package: Callable[..., Path], open_page: Callable[..., Any]
) -> None:
    """The picture is letterboxed there; the frame counts, not the element."""
    page = open_page(package(), 1000, 700, reduced_motion="reduce")
    page.evaluate(SEEK, 2.0)
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_timeout(400)
    left, top, right, bottom = edges(page, PAY)
    stage = page.locator("video").bounding_box()
    scale = min(stage["width"] / 640, stage["height"] / 360)
    x0 = stage["x"] + (stage["width"] - 640 * scale) / 2
    y0 = stage["y"] + (stage["height"] - 360 * scale) / 2
    assert stage["width"] / stage["height"] != pytest.approx(640 / 360, abs=0.05)
    expected = (x0 + 214 * scale, y0 + 150 * scale, x0 + 427 * scale, y0 + 210 * scale)
    assert (left, top, right, bottom) == pytest.approx(expected, abs=2)
    page.keyboard.press("Escape")
    assert page.locator("bill-player").get_attribute("full") is None


def test_a_focused_hotspot_stays_until_focus_leaves_it(
    package: Callable[..., Path], open_page: Callable[..., Any]
) -> None:
    page = open_page(package())
    page.evaluate(SEEK, 2.0)
    page.locator(DETAILS).focus()
    page.evaluate(SEEK, 2.8)
    assert page.locator(DETAILS).is_visible()
    page.locator(PAY).focus()
    page.locator(DETAILS).wait_for(state="hidden")


def test_no_hotspot_is_there_before_the_film_has_started(
    package: Callable[..., Path], open_page: Callable[..., Any]
) -> None:
    page = open_page(package())
    assert page.locator("bill-player .spot:visible").count() == 0


def test_a_hotspot_that_leads_nowhere_is_left_out(
    package: Callable[..., Path], open_page: Callable[..., Any]
) -> None:
    """Nothing to pay and no address for it: neither on the film nor in the list."""
    page = open_page(package(payment=None))
    assert page.locator("bill-player [data-action=pay]").count() == 0
    assert page.locator("bill-player [data-action=details]").count() == 2
