"""Where lines may end."""

from itertools import pairwise

import pytest

from renderer.text.breaking import Strength, breaks


def _marked(text, weakest=Strength.WORD):
    """Write a text with `|` where a line may end."""
    places = [0, *sorted(at for at, how in breaks(text).items() if how <= weakest), len(text)]
    return "|".join(text[start:end] for start, end in pairwise(places))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("your November bill", "your |November |bill"),
        ("pay-as-you-go", "pay-|as-|you-|go"),
        ("from -3 until 2024-11", "from |-3 |until |2024-11"),
        ("12,40\u00a0€ mehr", "12,40\u00a0€ |mehr"),
        ("12,40 € mehr", "12,40 € |mehr"),
        ("1er–30 nov.", "1er–30 nov."),
        ("Aktionsrabatt endete am 2. Nov.", "Aktionsrabatt |endete |am |2. Nov."),
        ("Montant : 3 €", "Montant : |3 €"),
        ("« facture »", "« facture »"),
        ("데이터 추가 이용료", "데이터 |추가 |이용료"),
        (
            "\u2068Roaming in der Türkei\u2069 kostet",
            "\u2068Roaming |in |der |Türkei\u2069 |kostet",
        ),
        ("am \u206815. Dezember 2026\u2069 fällig", "am |\u206815. Dezember 2026\u2069 |fällig"),
        ("請求書です。今月", "請|求|書|で|す。|今|月"),
    ],
)
def test_lines_end_between_words_and_never_in_a_figure(text, marked):
    assert _marked(text) == marked


def test_weaker_breaks_are_there_when_nothing_else_helps():
    assert _marked("am \u206815. Dezember 2026\u2069", Strength.FIGURE) == (
        "am |\u206815. |Dezember |2026\u2069"
    )
    assert _marked("이용료", Strength.SYLLABLE) == "이|용|료"


def test_latin_words_are_never_cut():
    assert breaks("Donaudampfschifffahrtsgesellschaft") == {}
