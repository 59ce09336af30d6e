"""Word times by listening: another reading of the text, at another speed and pitch."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

import numpy as np
import pytest

from renderer.speech.espeak import EspeakVoice
from renderer.speech.follow import follow
from renderer.speech.words import fill, find_words


@pytest.mark.parametrize("language", ["en", "fr", "de", "id", "ar", "ko"])
def test_words_are_found_far_better_than_by_weight(espeak, language):
    """Words are found far better than by weight."""
    from_tests = {
        "en": "Here is what you are paying for this month. Nothing changed since your last bill.",
        "fr": "Voici ce que vous payez ce mois. Rien n'a changé depuis votre dernière facture.",
        "de": "Das bezahlen Sie in diesem Monat. Seit der letzten Rechnung ist nichts neu.",
        "id": "Inilah yang Anda bayar bulan ini. Tidak ada yang berubah sejak tagihan terakhir.",
        "ar": "هذا ما تدفعه هذا الشهر. لم يتغير شيء منذ فاتورتك السابقة.",
        "ko": "이번 달에 내시는 요금입니다. 지난달과 달라진 것이 없습니다.",
    }
    text = from_tests[language]
    with EspeakVoice(variant="f2") as other:
        truth = other.speak(text, language, 0.85)
    heard = follow(text, truth.samples, espeak.speak(text, language, 1.0))
    spans = find_words(text)
    guess = fill(text, spans, [0] + [None] * (len(spans) - 1), len(truth.samples))
    timed = [i for i, w in enumerate(truth.words) if w.exact]

    def off(words):
        return median(abs(words[i].start - truth.words[i].start) for i in timed) / 48

    assert off(heard) <= 40
    assert off(heard) < off(guess)
    assert all(a.start <= b.start for a, b in pairwise(heard))
    assert not any(w.exact for w in heard)


def test_without_a_reference_words_share_the_time_by_weight():
    """Without a reference words share the time by weight."""
    words = follow("ab abcd", np.ones(6000, np.float32), None)
    assert [(w.start, w.end) for w in words] == [(0, 2000), (2000, 6000)]


def test_very_long_sound_is_not_compared(espeak):
    """Bounded in memory: an hour against a word is placed by weight."""
    reference = espeak.speak("One two.", "en", 1.0)
    words = follow("One two.", np.zeros(48_000 * 40, np.float32), reference)
    assert words[1].start == 48_000 * 20
