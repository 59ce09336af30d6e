"""The voice `silent`: no sound, but the time that the words would take."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from renderer.speech.closing import Closing
from renderer.speech.model import SAMPLE_RATE, Clip, Word
from renderer.speech.speakable import check_pace, check_speakable
from renderer.speech.words import find_words, weigh

WEIGHT_A_SECOND: Mapping[str, float] = {
    "en": 14.5,
    "fr": 14.5,
    "de": 13.0,
    "id": 11.3,
    "ar": 7.0,
    "ko": 10.5,
}
"""Letters (`words.weigh`) said in a second at pace 1, by primary language."""
_USUAL = 13.0
_PAUSES = ((re.compile(r"[.!?؟。…][\"'»”)\]]*$"), 0.35), (re.compile(r"[,;:،؛、]$"), 0.2))
"""Seconds of rest after a word that ends so."""


class SilentVoice(Closing):
    """Gives every line the length of its words, and every word its exact place."""

    third_party = False
    id = "silent-1"

    def speak(self, text: str, language: str, pace: float) -> Clip:
        """Return silence as long as the line would be; see `Voice.speak`."""
        check_speakable(text, language)
        check_pace(pace)
        rate = WEIGHT_A_SECOND.get(language.replace("_", "-").split("-")[0].lower(), _USUAL)
        words: list[Word] = []
        now = 0.0
        spans = find_words(text)
        for index, (start, end) in enumerate(spans):
            said = text[start:end]
            lasts = weigh(said) / rate / pace
            words.append(Word(_samples(now), _samples(now + lasts), start, end))
            now += lasts
            if index + 1 < len(spans):
                now += next((s for ends, s in _PAUSES if ends.search(said)), 0.0) / pace
        return Clip(np.zeros(_samples(now), np.float32), tuple(words))


def _samples(seconds: float) -> int:
    return round(seconds * SAMPLE_RATE)
