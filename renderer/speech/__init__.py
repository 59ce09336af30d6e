"""Script -> Narration: the samples and word times of every line, spoken by one voice."""

from renderer.speech.model import SAMPLE_RATE, Clip, Narration, OpenVoice, Voice, Word
from renderer.speech.narrate import speak
from renderer.speech.open import VOICES, open_voice
from renderer.speech.unavailable import VoiceUnavailableError

__all__ = [
    "SAMPLE_RATE",
    "VOICES",
    "Clip",
    "Narration",
    "OpenVoice",
    "Voice",
    "VoiceUnavailableError",
    "Word",
    "open_voice",
    "speak",
]
