"""Two voices of which the second speaks a film when the first cannot."""

from __future__ import annotations

from renderer.speech.closing import Closing
from renderer.speech.model import Clip, OpenVoice


class VoiceWithFallback(Closing):
    """The first voice, with a second one at hand that `speak` gives the whole film if need be."""

    def __init__(self, first: OpenVoice, second: OpenVoice) -> None:
        self.first, self.second = first, second
        self.at_once = first.at_once

    @property
    def id(self) -> str:
        """Return the first voice's id; `Narration.voice` names the one that spoke."""
        return self.first.id

    @property
    def third_party(self) -> bool:
        """Whether the first voice is a third party."""
        return self.first.third_party

    def speak(self, text: str, language: str, pace: float) -> Clip:
        """Speak one line with the first voice."""
        return self.first.speak(text, language, pace)

    @property
    def cpu_s(self) -> float:
        """Return what programs of both have taken, in seconds of CPU time."""
        return self.first.cpu_s + self.second.cpu_s

    def close(self) -> None:
        """Close both voices."""
        self.first.close()
        self.second.close()
