"""The silent voice: the right length, and words in their places."""

from __future__ import annotations

from itertools import pairwise

import pytest

from renderer.speech import open_voice
from renderer.speech.words import find_words


def test_it_lasts_about_as_long_as_a_spoken_line(espeak, spoken_line):
    """It lasts about as long as a spoken line."""
    language, text = spoken_line
    with open_voice("silent") as silent:
        clip = silent.speak(text, language, 1.0)
    spoken = espeak.speak(text, language, 1.0)
    assert len(clip.samples) == pytest.approx(len(spoken.samples), rel=0.4)
    assert not clip.samples.any()


def test_words_are_exact_and_in_order(spoken_line):
    """Words are exact and in order."""
    with open_voice("silent") as silent:
        clip = silent.speak(spoken_line[1], spoken_line[0], 1.0)
    assert [(w.start_char, w.end_char) for w in clip.words] == find_words(spoken_line[1])
    assert all(a.end <= b.start for a, b in pairwise(clip.words))
    assert all(w.exact for w in clip.words)
    assert clip.words[-1].end == len(clip.samples)


def test_pace_divides_the_length():
    """Pace divides the length."""
    with open_voice("silent") as silent:
        usual = len(silent.speak("One two, three.", "en", 1.0).samples)
        fast = len(silent.speak("One two, three.", "en", 1.25).samples)
    assert fast == pytest.approx(usual / 1.25, abs=2)


def test_a_sentence_end_is_a_rest():
    """A sentence end is a rest."""
    with open_voice("silent") as silent:
        words = silent.speak("One. Two", "en", 1.0).words
    assert words[1].start - words[0].end == pytest.approx(0.35 * 48_000, abs=2)
