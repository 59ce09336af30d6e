"""The voice `gtts`: Google Translate's, over the network. Its text leaves the house."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import gtts
import numpy as np

from renderer.errors import SpeechError
from renderer.speech.closing import Closing
from renderer.speech.decode import broken_audio, change_tempo, decode
from renderer.speech.edges import trim
from renderer.speech.espeak import EspeakVoice
from renderer.speech.follow import follow
from renderer.speech.gtts_client import ENDPOINT, GttsClient, Patience
from renderer.speech.kept import KeptAnswers
from renderer.speech.model import SAMPLE_RATE, Clip
from renderer.speech.resample import to_sample_rate
from renderer.speech.speakable import check_pace, check_speakable
from renderer.store import Shelf

_JOIN = SAMPLE_RATE * 15 // 100
"""Rest between the pieces that a long line is fetched in."""
_SHORTEST = SAMPLE_RATE // 20


class GttsVoice(Closing):
    """Speaks through Google's service; words are placed by listening against espeak.

    Args:
        endpoint, ca_file, patience, sleep: see `GttsClient`.
        shelf: where lines that were fetched are kept; they are not sent again.
    """

    third_party = True
    id = f"gtts-{gtts.__version__}"

    def __init__(
        self,
        *,
        endpoint: str = ENDPOINT,
        ca_file: Path | None = None,
        patience: Patience | None = None,
        sleep: Callable[[float], None] = time.sleep,
        shelf: Shelf | None = None,
    ) -> None:
        self._client = GttsClient(
            endpoint, ca_file=ca_file, patience=patience or Patience(), sleep=sleep
        )
        self._reference = EspeakVoice(shelf=shelf)
        self._kept = KeptAnswers(shelf, [self.id, endpoint])

    def speak(self, text: str, language: str, pace: float) -> Clip:
        """Speak one line; see `Voice.speak`.

        Raises:
            VoiceUnavailableError: the service cannot serve now (another voice could).
        """
        check_speakable(text, language)
        check_pace(pace)
        pieces = []
        spoken = language.replace("_", "-").split("-")[0].lower()
        for mp3 in self._fetched(text, spoken):
            pcm, rate = decode(mp3)
            piece = trim(change_tempo(to_sample_rate(pcm, rate), pace), ()).samples
            pieces += [piece, np.zeros(_JOIN, np.float32)]
        samples = np.concatenate(pieces[:-1])
        if len(samples) < _SHORTEST:
            raise broken_audio("is silent")
        read = self._read(text, language, pace)
        kept = (*self._kept.keys([text, spoken]), *(read.kept if read else ()))
        return Clip(samples, follow(text, samples, read), kept=kept)

    def _fetched(self, text: str, language: str) -> Sequence[bytes]:
        kept = self._kept.find([text, language])
        if kept is None:
            kept = tuple(self._client.fetch(text, language))
            self._kept.keep([text, language], kept)
        return kept

    def _read(self, text: str, language: str, pace: float) -> Clip | None:
        try:
            return self._reference.speak(text, language, pace)
        except SpeechError:
            return None  # a language that only the service speaks: words are placed by weight

    def close(self) -> None:
        """End the program that words are placed by."""
        self._reference.close()


__all__ = ["ENDPOINT", "GttsVoice", "Patience"]
