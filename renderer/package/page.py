"""`index.html`: the page that plays a film from disk, with everything it needs inside it.

A browser refuses external modules, tracks and `fetch` from `file://`, so the player's modules stand
in an import map of `data:` URLs and captions, chapters and hotspots inline; video and poster are
siblings. `player/README.md` tells the template's variables.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from renderer.assets import data_root
from renderer.package.captions import chapters
from renderer.package.transcript import plain
from renderer.plan.model import FPS, Plan


@lru_cache(maxsize=1)
def _player() -> Path:
    return data_root() / "player"


@lru_cache(maxsize=1)
def _template() -> Any:
    environment = Environment(
        loader=FileSystemLoader(_player()), autoescape=True, undefined=StrictUndefined
    )
    # The player's modules are the same in every page.
    environment.filters["urlencode"] = lru_cache(maxsize=64)(environment.filters["urlencode"])
    return environment.get_template("page.html.j2")


@lru_cache(maxsize=1)
def _modules() -> dict[str, str]:
    """Return the player's modules by the name they import each other with."""
    return {
        f"billreel/{path.name}": path.read_text(encoding="utf-8")
        for path in sorted(_player().glob("*.js"))
    }


@lru_cache(maxsize=1)
def _css() -> str:
    return (_player() / "page.css").read_text(encoding="utf-8")


@lru_cache(maxsize=16)
def _strings(language: str) -> dict[str, str]:
    folder = _player() / "strings"
    path = folder / f"{language.split('-')[0]}.json"
    strings: dict[str, str] = json.loads(
        (path if path.is_file() else folder / "en.json").read_text(encoding="utf-8")
    )
    return strings


def data_url(svg: bytes) -> str:
    """Return an SVG as a `data:` URL."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg).decode("ascii")


def page(
    plan: Plan,
    hotspots: Mapping[str, Any],
    transcript: str,
    brand: Mapping[str, Any],
    payment: Mapping[str, str | None] | None,
    actions: Mapping[str, str],
    captions_on: bool = False,
) -> str:
    """Write the page of a film.

    Args:
        transcript: HTML of `transcript_body`.
        brand: name, logo (a `data:` URL), scheme and colours, as `player/README.md` has it.
        payment: formatted strings amount, due, payee, iban, reference and method; None where there
            is nothing to pay.
        actions: URL by action type.
    """
    variables: dict[str, Any] = {
        "title": plain(plan.title),
        "language": plan.language,
        "direction": plan.direction,
        "brand": brand,
        "video": {**hotspots["video"], "src": "video.mp4", "poster": "poster.jpg"},
        "captions": [
            {"start": cue.start / FPS, "end": cue.end / FPS, "lines": list(cue.lines)}
            for cue in plan.captions
        ],
        "captions_on": captions_on,
        "chapters": [{"start": start / FPS, "title": title} for start, _, title in chapters(plan)],
        "hotspots": hotspots,
        "transcript_html": transcript,
        "payment": payment,
        "actions": dict(actions),
        "strings": _strings(plan.language),
        "modules": _modules(),
        "css": _css(),
    }
    # Whoever writes a bill's texts cannot foresee a hash over all that the page holds.
    whole = json.dumps(variables, sort_keys=True).encode()
    return str(_template().render(**variables, nonce=sha256(whole).hexdigest()[:32]))
