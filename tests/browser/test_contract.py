"""What the player promises without a browser: its words, its data, its weight."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

PLAYER = Path(__file__).parents[2] / "player"
LANGUAGES = ["ar", "de", "en", "fr", "id", "ko"]
SCHEMA = json.loads((PLAYER / "hotspots.schema.json").read_text("utf-8"))


def strings(language: str) -> dict[str, str]:
    loaded: dict[str, str] = json.loads((PLAYER / "strings" / f"{language}.json").read_text())
    return loaded


@pytest.fixture
def film(package: Callable[..., Path]) -> dict[str, Any]:
    """The data that a page hands to its player."""
    text = package("fr").read_text("utf-8")
    found = re.search(r'<script type="application/json">(.*?)</script>', text, re.DOTALL)
    assert found
    loaded: dict[str, Any] = json.loads(found[1])
    return loaded


def test_every_language_has_every_word_and_its_places() -> None:
    assert sorted(path.stem for path in (PLAYER / "strings").glob("*.json")) == LANGUAGES
    english = strings("en")
    for language in LANGUAGES:
        words = strings(language)
        assert words.keys() == english.keys(), language
        for key, text in words.items():
            assert text.strip(), (language, key)
            places = re.findall(r"\{\w+\}", text)
            assert sorted(places) == sorted(re.findall(r"\{\w+\}", english[key])), (language, key)


def test_every_word_asked_for_is_there() -> None:
    asked = set()
    for path in PLAYER.glob("*.js"):
        asked |= set(re.findall(r"\btext\('(\w+)'", path.read_text("utf-8")))
    page = (PLAYER / "page.html.j2").read_text("utf-8")
    asked |= set(re.findall(r"\bstrings\.(\w+)", page))
    assert asked
    assert asked <= strings("en").keys()


def test_the_schema_takes_what_the_player_plays(film: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(film["hotspots"])


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("hotspots", 0, "action", "url"), "https://pay.example"),
        (("hotspots", 0, "href"), "https://pay.example"),
        (("hotspots", 0, "action", "type"), "buy"),
        (("hotspots", 0, "keys", 0, "x"), 1.2),
        (("hotspots", 0, "keys"), []),
        (("version",), 2),
        (("direction",), "auto"),
    ],
)
def test_the_schema_refuses_addresses_and_wrong_values(
    film: dict[str, Any], path: tuple[Any, ...], value: Any
) -> None:
    at: Any = film["hotspots"]
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(film["hotspots"])


def test_the_page_is_the_same_bytes_for_the_same_film(package: Callable[..., Path]) -> None:
    first = package("ar").read_bytes()
    assert package("ar").read_bytes() == first


def test_the_page_allows_no_script_or_style_without_its_nonce(
    package: Callable[..., Path],
) -> None:
    text = package("en", payment=None).read_text("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    assert "unsafe" not in policy[1]
    assert "data:" not in policy[1].split("script-src")[1].split(";")[0]
    nonce = re.search(r"script-src 'nonce-([^']+)'", policy[1])
    assert nonce
    for tag in re.findall(r"<(?:script|style)\b[^>]*>", text):
        assert nonce[1] in tag or "application/json" in tag
    assert not re.search(r"<[^>]+\s(?:style|on\w+)=", text)


def test_modules_reach_nothing_outside_and_parse_no_markup() -> None:
    for path in PLAYER.glob("*.js"):
        text = path.read_text("utf-8")
        assert all(
            name.startswith("billreel/") for name in re.findall(r"^import .*?'([^']+)'", text, re.M)
        ), path.name
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|fetch\(|localStorage",
            text,
        ), path.name
        assert "webkitEnterFullscreen" not in text


def test_the_element_stays_small() -> None:
    """14.5 kB gzipped without its comments; minified too, that is 12 KiB with all its styles."""
    text = "".join(
        path.read_text("utf-8") for path in sorted(PLAYER.glob("*.js")) if path.stem != "page"
    )
    code = re.sub(r"(?ms)^\s*/\*\*.*?\*/\s*?\n", "", text)
    code = re.sub(r"(?m)^\s*//.*\n|^\s+", "", code)
    assert len(gzip.compress(code.encode(), 9)) <= 14_500
