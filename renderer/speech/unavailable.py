"""What a voice raises when it cannot serve now: the one error that another voice can mend."""

from __future__ import annotations

from renderer.errors import SpeechError


class VoiceUnavailableError(SpeechError):
    """The voice's service is out of reach, refuses, or answers with no usable sound."""
