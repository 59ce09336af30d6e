"""Coverage: a missing glyph is an error before anything is drawn."""

import pytest

from renderer.errors import TextError
from renderer.text import missing, require_glyphs

CHAIN = ("Inter", "Noto Sans Arabic", "Noto Sans KR")


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour Zoé, 1er–30 nov. : 87,42\u202f€",
        "Ihre Rechnung für November: 12,40\u00a0€ − 3,08 €",
        "2026년 11월 청구서 76,890원",
        "تاريخ الاستحقاق: \u206815 ديسمبر 2026\u2069",
        "\u2067\u2068\u2069\u200f\u200d\n\t\ufe0f",
        "e\u0301",
    ],
)
def test_our_languages_are_covered(text):
    assert missing(text, CHAIN) == ()


def test_missing_characters_are_told_once_and_in_order():
    assert missing("a😀漢b😀", ("Inter",)) == ("😀", "漢")


def test_the_chain_decides():
    assert missing("월", ("Inter",)) == ("월",)
    assert missing("월", ("Inter", "Noto Sans KR")) == ()


def test_the_error_names_code_points_and_not_the_text():
    with pytest.raises(TextError) as caught:
        require_glyphs("Zoé 😀", ("Inter",))
    assert caught.value.code == "missing-glyph"
    assert "U+1F600" in str(caught.value)
    assert "Zoé" not in str(caught.value)
