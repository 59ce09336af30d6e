"""Shorthands: a value in one language, and a translator over a few lines of Fluent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from renderer.bill.values import Value
from renderer.script.wording import Words
from renderer.script.words import Translator, format_value
from renderer.story.facts import Figure

LOCALES = {
    "en": "en_GB",
    "fr": "fr_FR",
    "de": "de_DE",
    "id": "id_ID",
    "ar": "ar_AE",
    "ko": "ko_KR",
}
PACK = Path(__file__).parents[3] / "scenes" / "telco"


@dataclass(frozen=True)
class Telco:
    """The telco pack's words and its scenes' text."""

    translators: Mapping[str, Translator]
    scenes: str


@pytest.fixture(scope="session")
def word() -> Callable[[Value, str, str], Words]:
    return lambda value, name, language: format_value(
        Figure("fact", value), name, language, LOCALES[language]
    )


@pytest.fixture(scope="session")
def translate() -> Callable[..., Translator]:
    def make(source: str, language: str = "en") -> Translator:
        return Translator(language, LOCALES[language], source, f"locale/{language}.ftl")

    return make


@pytest.fixture(scope="session")
def telco() -> Telco:
    translators = {}
    for language, locale in LOCALES.items():
        file = PACK / "locale" / f"{language}.ftl"
        text = file.read_text(encoding="utf-8")
        translators[language] = Translator(language, locale, text, f"locale/{language}.ftl")
    scenes = [path.read_text(encoding="utf-8") for path in sorted(PACK.rglob("*.yaml"))]
    return Telco(translators, "\n".join(scenes))
