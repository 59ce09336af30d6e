"""A film with its frame's number burnt in, as MP4 and as HLS: every seam in Chromium."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from renderer.frames import Painter
from renderer.package import hls
from renderer.package.mp4 import mp4
from renderer.plan.model import UNIT, Plan, PlanKey, PlanNode, PlanPaint, PlanScene, RectShape
from renderer.segments import encode_audio, encode_film, segment_ranges

pytestmark = pytest.mark.browser

WIDTH, HEIGHT, BITS = 640, 360, 9
SCENES = (80, 16, 101, 16, 70)
HELD = range(110, 142)
"""Frames that all show the number of the first of them."""
FRAMES = sum(SCENES)
PAGE = """<!doctype html><meta charset=utf-8><title>seams</title><body>
<video muted playsinline width=640 height=360></video><canvas width=640 height=360></canvas>
<script>
const video = document.querySelector('video');
const pen = document.querySelector('canvas').getContext('2d', { willReadFrequently: true });
const seen = [];
function read() {
  pen.drawImage(video, 0, 0, 640, 360);
  let number = 0;
  for (let bit = 0; bit < 9; bit += 1) {
    if (pen.getImageData(20 + 64 * bit + 24, 180, 1, 1).data[0] < 128) number |= 1 << bit;
  }
  return number;
}
function note(_now, { mediaTime }) {
  seen.push([mediaTime, read()]);
  video.requestVideoFrameCallback(note);
}
async function watch(source) {
  // A server without ranges: a file is fetched whole, and sought in memory.
  const file = source.endsWith('.mp4');
  const url = file ? URL.createObjectURL(await (await fetch(source)).blob()) : source;
  return new Promise((done, failed) => {
    video.onloadeddata = () => done(video.duration);
    video.onerror = () => failed(new Error(video.error.message));
    video.src = url;
  });
}
async function seek(at) {
  const there = new Promise((done) => { video.onseeked = done; });
  const shown = new Promise((done) => { video.requestVideoFrameCallback(done); });
  video.currentTime = at;
  await there;
  await Promise.race([shown, new Promise((done) => setTimeout(done, 1500))]);
  return read();
}
async function play(from, rate) {
  seen.length = 0;
  await seek(from);
  video.playbackRate = rate;
  video.requestVideoFrameCallback(note);
  const ended = new Promise((done) => { video.onended = done; });
  await video.play();
  await ended;
  return seen;
}
</script>"""


def number_at(frame: int) -> int:
    return HELD.start if frame in HELD else frame


def bit_node(bit: int, start: int, frames: int) -> PlanNode:
    """Return a square that is on screen in the frames whose number has a bit."""
    rect = ((20 + 64 * bit) * UNIT, 130 * UNIT, 48 * UNIT, 100 * UNIT)
    keys, last = [], None
    for at in range(frames):
        y = 0 if number_at(start + at) >> bit & 1 else -300 * UNIT
        if y != last:
            keys.append(PlanKey(at, y, "step"))
        last = y
    fill = PlanPaint("solid", ((0, "#101030ff"),))
    return PlanNode(
        f"bit{bit}",
        rect,
        (0, 0),
        (0, frames),
        RectShape(rect, fill=fill),
        tracks={"y": tuple(keys)},
    )


def counted_film() -> Plan:
    scenes, start = [], 0
    for index, frames in enumerate(SCENES):
        ground = (PlanPaint("solid", ((0, ("#f5f6fcff", "#fff0e0ff")[index % 2]),)),)
        nodes = tuple(bit_node(bit, start, frames) for bit in range(BITS))
        scenes.append(PlanScene(f"s{index}", "", start, frames, ground, nodes))
        start += frames
    return Plan(
        "en", "ltr", ("p", "1", "0"), "b", "wide", WIDTH, HEIGHT, FRAMES, tuple(scenes), (), (),
        (), (), {}, {}, "Seams", music=False,
    )  # fmt: skip


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files, with the types that HLS has, and says nothing."""

    extensions_map = {  # noqa: RUF012  (the base class's own way)
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".m3u8": "application/vnd.apple.mpegurl",
        ".m4s": "video/mp4",
    }

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the film as MP4 and as HLS, on this machine only."""
    folder: Path = tmp_path_factory.mktemp("seams")
    plan = counted_film()
    segments = encode_film(plan, partial(Painter, plan, lambda digest: digest.encode(), HEIGHT))
    track = encode_audio((np.sin(np.arange(FRAMES * 1600) / 20) * 0.1).astype(np.float32))
    (folder / "film.mp4").write_bytes(mp4(segments, track, "en"))
    for name, data in hls(plan, segments, track).items():
        (folder / name).write_bytes(data)
    (folder / "index.html").write_text(PAGE)
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture(params=["film.mp4", "film.m3u8"])
def watching(request: pytest.FixtureRequest, browser: Any, address: str) -> Iterator[Any]:
    """Open the film on a page of its own."""
    page = browser.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{address}/index.html")
    if request.param.endswith("m3u8") and not page.evaluate(
        "document.createElement('video').canPlayType('application/vnd.apple.mpegurl')"
    ):
        pytest.skip("this Chromium does not play HLS by itself")
    length = page.evaluate("(source) => watch(source)", request.param)
    assert abs(length - FRAMES / 30) < 0.05
    yield page
    page.close()


def test_seeking_lands_on_the_right_frame_on_both_sides_of_every_seam(watching: Any) -> None:
    seams = [place.start for place in segment_ranges(counted_film())]
    assert len(seams) > len(SCENES)
    frames = {frame for seam in seams for frame in (seam - 2, seam - 1, seam, seam + 1)}
    asked = sorted(frames & set(range(FRAMES)) | {HELD.start, HELD.start + 20, HELD.stop})
    # Backwards and forwards, so that each is reached from elsewhere.
    for frame in [*asked[::2], *asked[1::2][::-1]]:
        assert watching.evaluate("(at) => seek(at)", (frame + 0.5) / 30) == number_at(frame)


def test_playing_shows_every_number_at_its_time_over_all_seams(watching: Any) -> None:
    seen = watching.evaluate("() => play(0, 0.5)")
    numbers = [number for _, number in seen]
    assert numbers == sorted(numbers)
    for time, number in seen:
        assert number == number_at(round(time * 30))
    # A busy machine drops frames; nothing else may be missing, least of all around a seam.
    assert len(set(numbers)) > len(set(map(number_at, range(FRAMES)))) // 2
    assert numbers[-1] == FRAMES - 1
    assert watching.evaluate("video.currentTime") == pytest.approx(FRAMES / 30, abs=0.05)
