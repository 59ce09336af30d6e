"""Names and notes from a bill: shown clean, said without signs."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Data 25 GB (5G)", "Data 25 gigabytes, 5G"),
        ("TV+ & Music", "TV plus and Music"),
        ("Roaming – Zone 1", "Roaming, Zone 1"),
        ("Save 10%", "Save 10 percent"),
        ("06 •• •• •• 47", "06 47"),
        ("Plan M / L", "Plan M, L"),
        ("O’Neil: Sons", "O’Neil: Sons"),
        ("1,5 GB", "1.5 gigabytes"),
        ("***", ""),
    ],
)
def test_text_is_said_without_signs(word, text, spoken):
    words = word(text, "text", "en")
    assert (words.seen, words.spoken) == (text, spoken)


def test_text_loses_what_could_break_the_line_or_its_order(word):
    words = word("A\u202eB\ufdd0\x00C\nD\u00adE", "text", "en")
    assert words.seen == "AB C DE"


def test_units_in_text_are_said_in_the_language(word):
    assert word("Option 5 Go", "text", "fr").spoken == "Option 5 gigaoctets"
    assert word("데이터 5GB", "text", "ko").spoken == "데이터 5기가바이트"
