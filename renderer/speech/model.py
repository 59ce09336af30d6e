"""`Narration`: the samples and word times of every line of a script, and what a voice is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from types import TracebackType
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 48_000
"""Of every clip inside Billreel, Hz."""


@dataclass(frozen=True, slots=True)
class Word:
    """One spoken word.

    Args:
        start, end: samples from the clip's start.
        start_char, end_char: code points of the spoken text, half open.
        exact: false where the time was filled in between two measured ones.
    """

    start: int
    end: int
    start_char: int
    end_char: int
    exact: bool = True


@dataclass(frozen=True)
class Clip:
    """One line, spoken.

    Args:
        samples: float32 mono at 48 kHz, -1..1, edges trimmed and faded.
        origin: names what the samples were made of, where that is quicker read than they are:
            equal ones mean equal samples.
        kept: keys of what was kept of it in a store.
    """

    samples: NDArray[np.float32]
    words: tuple[Word, ...]
    origin: str = ""
    kept: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """Return a hash that only the same samples have, in hex."""
        return self.origin or sha256(self.samples.tobytes()).hexdigest()


class Voice(Protocol):
    """Something that speaks. One voice a film, never mixed."""

    @property
    def id(self) -> str:
        """Name and version, for the manifest and cache keys ("espeak-1.52.0")."""
        ...

    @property
    def third_party(self) -> bool:
        """Whether the text leaves the house."""
        ...

    def speak(self, text: str, language: str, pace: float) -> Clip:
        """Speak one line of spoken text. Raises `SpeechError`."""
        ...


class OpenVoice(Voice, Protocol):
    """A voice that is open: a context manager, whose `close` ends what it started.

    `at_once` lines may be spoken at a time, from as many threads.
    """

    at_once: int

    @property
    def cpu_s(self) -> float:
        """Return what programs it runs have taken so far, in seconds of CPU time."""
        ...

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


@dataclass(frozen=True)
class Narration:
    """Every line of a script, spoken, by (scene id, line key)."""

    voice: str
    clips: Mapping[tuple[str, str], Clip]
