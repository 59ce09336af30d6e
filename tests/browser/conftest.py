"""A real browser, and packages made of the player's own template around a film that is known.

The film lasts four seconds: a box moves for one, rests for two in a single long frame, moves on.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from html import escape
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from jinja2 import Environment, StrictUndefined

PLAYER = Path(__file__).parents[2] / "player"
SAMPLES = json.loads(Path(__file__).with_name("samples.json").read_text("utf-8"))
FPS = 30
MOVING, HELD, AFTER = 30, 60, 30
FRAMES = MOVING + HELD + AFTER
SIZES = {"wide": (640, 360), "tall": (360, 640)}
CUES = [(0.2, 1.3), (1.4, 2.6), (2.8, 3.6)]


def box_at(frame: int, width: int, height: int) -> tuple[int, int, int, int]:
    """Return x, y, width and height of the drawn box, px of the frame."""
    travel = min(frame, MOVING) + max(0, frame - MOVING - HELD)
    return (
        width // 10 + travel * (width // 120),
        height // 4 + travel * 2,
        width // 3,
        height // 6,
    )


def write_film(path: Path, width: int, height: int) -> None:
    """Write H.264 and AAC; frames 30 to 89 are one long frame."""
    with av.open(str(path), "w", options={"movflags": "+faststart"}) as out:
        video = out.add_stream("libx264", rate=FPS, options={"bf": "0", "crf": "16", "g": "15"})
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        video.codec_context.time_base = Fraction(1, FPS)
        sound = out.add_stream("aac", rate=48_000, layout="mono")
        for number in [*range(MOVING + 1), *range(MOVING + HELD, FRAMES)]:
            pixels = np.empty((height, width, 3), np.uint8)
            pixels[:] = (245, 246, 252)
            x, y, w, h = box_at(number, width, height)
            pixels[y : y + h, x : x + w] = (67, 56, 240)
            frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, FPS)
            out.mux(video.encode(frame))
        out.mux(video.encode(None))
        tone = 0.05 * np.sin(np.arange(48_000 * FRAMES // FPS) * 2 * np.pi * 220 / 48_000)
        samples = tone.astype(np.float32)[None, :]
        wave = av.AudioFrame.from_ndarray(samples, format="fltp", layout="mono")
        wave.sample_rate, wave.pts = 48_000, 0
        out.mux(sound.encode(wave))
        out.mux(sound.encode(None))


def box_keys(width: int, height: int, *frames: int) -> list[dict[str, float]]:
    keys = []
    for frame in frames:
        x, y, w, h = box_at(frame, width, height)
        keys.append(
            {"t": frame / FPS, "x": x / width, "y": y / height, "w": w / width, "h": h / height}
        )
    return keys


def hotspots(language: str, width: int, height: int) -> dict[str, Any]:
    """Return hotspots.json: pay on the box, details in a corner, within the held frame only."""
    words = SAMPLES[language]
    small = {"t": 1.5, "x": 0.97, "y": 0.01, "w": 0.02, "h": 0.03}
    return {
        "version": 1,
        "video": {
            "width": width,
            "height": height,
            "fps": FPS,
            "duration": FRAMES / FPS,
            "frames": FRAMES,
        },
        "language": language,
        "direction": "rtl" if language == "ar" else "ltr",
        "hotspots": [
            {
                "id": "due.pay",
                "scene": "due",
                "action": {"type": "pay"},
                "label": words["pay"],
                "start": 0.5,
                "end": 3.5,
                "pause": True,
                "priority": 10,
                "keys": box_keys(width, height, 0, 30, 90, 120),
            },
            {
                "id": "changed.details",
                "scene": "changed",
                "action": {"type": "details", "fact": "bill.total"},
                "label": words["details"],
                "start": 1.5,
                "end": 2.5,
                "pause": False,
                "priority": 0,
                "keys": [small],
            },
        ],
    }


def transcript(language: str) -> str:
    """Return a transcript in the form that `renderer.package` writes."""
    words = SAMPLES[language]
    parts = []
    for index, scene in enumerate(["total", "changed", "due"]):
        table = ""
        if scene == "changed":
            rows = "".join(
                f'<tr><th scope="row">{escape(name)}</th><td><bdi>{escape(value)}</bdi></td></tr>'
                for name, value in words["rows"]
            )
            table = f'<table data-fact="bill.total"><tbody>{rows}</tbody></table>'
        parts.append(
            f'<section data-scene="{scene}"><h3>{escape(words["chapters"][index])}</h3>'
            f'<p data-start="{CUES[index][0]:.3f}">{escape(words["sentences"][index])}</p>{table}'
            "</section>"
        )
    return "\n".join(parts)


def caption_lines(sentence: str) -> list[str]:
    """Break a sentence into two lines near its middle."""
    if len(sentence) < 30:
        return [sentence]
    middle = min(
        (i for i, c in enumerate(sentence) if c == " "), key=lambda i: abs(i - len(sentence) // 2)
    )
    return [sentence[:middle], sentence[middle + 1 :]]


def write_page(folder: Path, language: str, shape: str, **changes: Any) -> Path:
    """Write index.html as `player/README.md` says, and return it."""
    words, (width, height) = SAMPLES[language], SIZES[shape]
    values: dict[str, Any] = {
        "title": words["title"],
        "language": language,
        "direction": "rtl" if language == "ar" else "ltr",
        "brand": {"name": words["operator"], "logo": None, "scheme": "auto", "colors": {}},
        "video": {
            "src": "video.mp4",
            "width": width,
            "height": height,
            "duration": FRAMES / FPS,
            "poster": None,
        },
        "captions": [
            {"start": start, "end": end, "lines": caption_lines(sentence)}
            for (start, end), sentence in zip(CUES, words["sentences"], strict=True)
        ],
        "captions_on": True,
        "chapters": [
            {"start": start, "title": title}
            for start, title in zip([0, 1.35, 2.7], words["chapters"], strict=True)
        ],
        "hotspots": hotspots(language, width, height),
        "transcript_html": transcript(language),
        "payment": {
            **{key: words[key] for key in ("amount", "due", "payee", "iban", "reference")},
            "method": "transfer",
        },
        "actions": {},
        "strings": json.loads((PLAYER / "strings" / f"{language}.json").read_text("utf-8")),
        "modules": {
            f"billreel/{path.name}": path.read_text("utf-8") for path in PLAYER.glob("*.js")
        },
        "css": (PLAYER / "page.css").read_text("utf-8"),
        **changes,
    }
    values["nonce"] = hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
    page = Environment(autoescape=True, undefined=StrictUndefined).from_string(
        (PLAYER / "page.html.j2").read_text("utf-8")
    )
    target = folder / "index.html"
    target.write_text(page.render(values), "utf-8")
    return target


@dataclass
class Films:
    """The test films, each encoded once a session."""

    folder: Path

    def path(self, shape: str) -> Path:
        path = self.folder / f"{shape}.mp4"
        if not path.exists():
            write_film(path, *SIZES[shape])
        return path


@pytest.fixture(scope="session")
def films(tmp_path_factory: pytest.TempPathFactory) -> Films:
    return Films(tmp_path_factory.mktemp("films"))


@pytest.fixture
def package(films: Films, tmp_path: Path) -> Callable[..., Path]:
    """Make a package folder and return its index.html: `package("fr", "wide", actions={…})`."""

    def make(language: str = "en", shape: str = "wide", **changes: Any) -> Path:
        folder = tmp_path / f"{language}-{shape}"
        folder.mkdir(exist_ok=True)
        shutil.copyfile(films.path(shape), folder / "video.mp4")
        return write_page(folder, language, shape, **changes)

    return make


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium, once a session (Playwright's own has no H.264)."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("chromium is not installed: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--autoplay-policy=no-user-gesture-required",
            ],
        )
        yield running
        running.close()


def wait_until(page: Any, expression: str) -> None:
    """Wait until an expression is true on the page, 15 s at most.

    Playwright's own waiting evaluates strings on the page, which our policy forbids.
    """
    for _ in range(600):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(25)
    pytest.fail(f"never came true: {expression}")


@pytest.fixture
def until() -> Callable[[Any, str], None]:
    """Wait until an expression is true: `until(page, "document.title === 'x'")`."""
    return wait_until


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open a file in a fresh context: `open_page(path, 1280, 800, "en")`.

    A page error, or an error on its console (a blocked script, say), fails the test at its end.
    """
    contexts, problems = [], []

    def open_file(
        path: Path, width: int = 1280, height: int = 800, lang: str = "en", **context: Any
    ) -> Any:
        contexts.append(
            browser.new_context(viewport={"width": width, "height": height}, locale=lang, **context)
        )
        page = contexts[-1].new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on(
            "console",
            lambda said: problems.append(said.text) if said.type in ("error", "warning") else None,
        )
        page.goto(path.as_uri())
        if context.get("java_script_enabled", True):
            wait_until(page, "document.querySelector('video')?.readyState >= 2")
        return page

    yield open_file
    for context in contexts:
        context.close()
    assert problems == []
