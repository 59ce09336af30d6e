"""Countries, from the ISO 3166-1 codes that bills hold to the names that people use."""

from __future__ import annotations

import re

from renderer.script.words.form import Form
from renderer.script.words.free_text import shown, speakable
from renderer.script.words.tongue import Speaker

COUNTRY_FORMS = ("name", "in")
_CODE = re.compile(r"[A-Z]{2}")
_ASIDE = re.compile(r"\s*\([^)]*\)")


def country_form(speaker: Speaker, code: str, form: str = "name") -> Form:
    """Write and say a country.

    Args:
        speaker: in which language.
        code: ISO 3166-1 alpha-2; anything else is written as it stands.
        form: "name" ("Türkei"), or "in" for where one is ("in der Türkei", "aux États-Unis").

    Source: CLDR's territory names without what stands in brackets, and the language's own table.
    """
    name = _name(speaker, code)
    text = speaker.tongue.abroad(code, name) if form == "in" else name
    return Form(text, speakable(text, speaker))


def _name(speaker: Speaker, code: str) -> str:
    own = speaker.tongue.countries.get(code)
    cldr = str(speaker.locale.territories.get(code, "")) if _CODE.fullmatch(code) else ""
    return own or _ASIDE.sub("", cldr) or shown(code)
