"""Name -> voice."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from renderer.errors import SpeechError
from renderer.speech.fallback import VoiceWithFallback
from renderer.speech.model import OpenVoice
from renderer.store import Shelf

VOICES = ("espeak", "gtts", "silent")


def open_voice(
    name: str,
    *,
    fallback: str | None = None,
    variant: str | None = None,
    endpoint: str | None = None,
    ca_file: Path | None = None,
    shelf: Shelf | None = None,
    at_once: int = 1,
) -> OpenVoice:
    """Open a voice by name; nothing runs and nothing is sent before the first line.

    Args:
        name: one of `VOICES`.
        fallback: voice that speaks the whole film where this one cannot serve.
        variant: `espeak` only: a variant of every language's voice ("f2").
        endpoint: `gtts` only: URL of another service that answers like Google's.
        ca_file: `gtts` only: certificates to trust instead of the usual ones (PEM).
        shelf: where what was spoken is kept, to be spoken once.
        at_once: `espeak` only: programs that speak at the same time.

    Raises:
        SpeechError: `voice-unknown`.
    """
    if fallback is not None and fallback != name:
        both = partial(open_voice, variant=variant, endpoint=endpoint, ca_file=ca_file, shelf=shelf)
        return VoiceWithFallback(both(name), both(fallback))
    if name == "espeak":
        from renderer.speech.espeak import EspeakVoice

        return EspeakVoice(variant=variant, shelf=shelf, at_once=at_once)
    if name == "gtts":
        from renderer.speech.gtts_voice import ENDPOINT, GttsVoice

        return GttsVoice(endpoint=endpoint or ENDPOINT, ca_file=ca_file, shelf=shelf)
    if name == "silent":
        from renderer.speech.silent import SilentVoice

        return SilentVoice()
    raise SpeechError(
        "voice-unknown",
        f"there is no voice {name!r}",
        remedy=f"Choose one of: {', '.join(VOICES)}.",
    )
