"""Isolates stay whole when a text is cut."""

from hypothesis import given
from hypothesis import strategies as st

from renderer.text.isolates import depths, piece, well_formed

TEXTS = st.text(alphabet="ab 1\u2066\u2067\u2068\u2069", max_size=24)


def _closed(text):
    depth = 0
    for character in text:
        if character in "\u2066\u2067\u2068":
            depth += 1
        elif character == "\u2069":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0


def test_what_is_open_is_opened_again():
    text = "a \u2067b c\u2069 d"
    assert piece(text, 0, 4) == "a \u2067b\u2069"
    assert piece(text, 4, len(text)) == "\u2067 c\u2069 d"


def test_stray_closings_are_dropped_and_openings_closed():
    assert well_formed("a\u2069b\u2068c") == "ab\u2068c\u2069"


@given(TEXTS, st.integers(0, 24), st.integers(0, 24))
def test_every_piece_is_well_formed_and_keeps_its_letters(text, first, second):
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    cut = piece(text, start, end)
    assert _closed(cut)
    seen = [character for character in cut if character not in "\u2066\u2067\u2068\u2069"]
    assert seen == [
        character for character in text[start:end] if character not in "\u2066\u2067\u2068\u2069"
    ]


@given(TEXTS)
def test_depth_is_never_negative(text):
    assert len(depths(text)) == len(text)
    assert min(depths(text), default=0) >= 0
