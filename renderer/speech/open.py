"""Name -> voice."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Protocol

from renderer.errors import SpeechError
from renderer.speech.model import Voice

VOICES = ("espeak", "gtts", "silent")


class OpenVoice(Voice, Protocol):
    """A voice that is open: a context manager, whose `close` ends what it started."""

    def close(self) -> None:
        """End programs and connections."""
        ...

    def __enter__(self) -> OpenVoice:
        """Return the voice itself."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        ...


def open_voice(
    name: str,
    *,
    variant: str | None = None,
    endpoint: str | None = None,
    ca_file: Path | None = None,
) -> OpenVoice:
    """Open a voice by name; nothing runs and nothing is sent before the first line.

    Args:
        name: one of `VOICES`.
        variant: `espeak` only: a variant of every language's voice ("f2").
        endpoint: `gtts` only: URL of another service that answers like Google's.
        ca_file: `gtts` only: certificates to trust instead of the usual ones (PEM).

    Raises:
        SpeechError: `voice-unknown`.
    """
    if name == "espeak":
        from renderer.speech.espeak import EspeakVoice

        return EspeakVoice(variant=variant)
    if name == "gtts":
        from renderer.speech.gtts_voice import ENDPOINT, GttsVoice

        return GttsVoice(endpoint=endpoint or ENDPOINT, ca_file=ca_file)
    if name == "silent":
        from renderer.speech.silent import SilentVoice

        return SilentVoice()
    raise SpeechError(
        "voice-unknown",
        f"there is no voice {name!r}",
        remedy=f"Choose one of: {', '.join(VOICES)}.",
    )
