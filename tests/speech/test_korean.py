"""Long Korean clauses are cut, at spaces, into pieces that are spoken whole."""

from __future__ import annotations

import re

import pytest

from renderer.speech.korean import MOST_SYLLABLES, break_clauses, count_syllables, say_points

WORD = "데이터를"


@pytest.mark.parametrize("words", [10, 23, 24, 60, 200])
def test_no_piece_is_longer_than_90_syllables(words):
    """No piece is longer than 90 syllables."""
    text = " ".join([WORD] * words) + "."
    broken, _ = break_clauses(text)
    assert max(count_syllables(piece) for piece in re.split("[,.]", broken)) <= MOST_SYLLABLES


def test_short_clauses_stay_as_they_are():
    """Short clauses stay as they are."""
    text = "요금은 87420원입니다, 감사합니다. " * 10
    assert break_clauses(text) == (text, list(range(len(text))))


def test_cuts_fall_between_words_and_the_map_leads_back():
    """Cuts fall between words and the map leads back."""
    text = " ".join([WORD] * 50)
    broken, places = break_clauses(text)
    assert broken.replace(",", "") == text
    assert len(places) == len(broken)
    assert all(b == "," or text[p] == b for b, p in zip(broken, places, strict=True))
    assert places == sorted(places)


def test_a_single_endless_word_is_cut_inside():
    """A single endless word is cut inside."""
    broken, places = break_clauses("가" * 200)
    pieces = broken.split(", ")
    assert len(pieces) > 2
    assert max(map(len, pieces)) <= MOST_SYLLABLES
    assert places[-1] == 199


def test_digits_count_twice():
    """A digit is read with its place: 팔만 칠천."""
    assert count_syllables("12가a.") == 6


def test_the_point_of_a_decimal_is_a_word():
    """espeak-ng drops the fraction of a decimal in digits."""
    assert say_points("3.2 기가. 1,234.56원") == "3점2 기가. 1,234점56원"


def test_the_voice_says_the_point(espeak):
    """A decimal in digits sounds as with the word for its point, and stays one word."""
    digits, word = (espeak.speak(text, "ko", 1.0) for text in ("3.2 기가", "3점2 기가"))
    assert digits.samples.tobytes() == word.samples.tobytes()
    assert [(w.start_char, w.end_char) for w in digits.words] == [(0, 3), (4, 6)]
