"""Script -> Narration: the samples and word times of every line, spoken by one voice."""

from renderer.speech.narrate import speak
from renderer.speech.open import VOICES, OpenVoice, open_voice
from renderer.speech.unavailable import VoiceUnavailableError

__all__ = ["VOICES", "OpenVoice", "VoiceUnavailableError", "open_voice", "speak"]
