"""What a speech program or service answered, kept: the same line is asked for once.

Answers are kept as they came (espeak's own 22 kHz, a service's MP3), a quarter of the size of what
they become. Texts hold customers' figures, so keys are HMACs as everywhere.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

from renderer.store import Shelf, source_of

_COUNT = struct.Struct(">I")
_MOST_PARTS = 10_000


class KeptAnswers:
    """Answers of one speaker.

    Args:
        shelf: where they stand; None keeps nothing.
        speaker: what decides answers besides the request, as plain JSON.
    """

    def __init__(self, shelf: Shelf | None, speaker: Sequence[str]) -> None:
        self._shelf = shelf
        self._speaker = list(speaker)

    def find(self, request: Any) -> tuple[bytes, ...] | None:
        """Return the parts of the answer to a request (plain JSON), or None."""
        if self._shelf is None:
            return None
        return self._shelf.find(self._key(self._shelf, request), _split)

    def keys(self, request: Any) -> tuple[str, ...]:
        """Return the keys under which the answer to a request is kept: one, or none."""
        return () if self._shelf is None else (self._key(self._shelf, request),)

    def keep(self, request: Any, answer: Sequence[bytes]) -> None:
        """Keep the parts of an answer."""
        if self._shelf is not None:
            self._shelf.put(self._key(self._shelf, request), _joined(answer))

    def _key(self, shelf: Shelf, request: Any) -> str:
        return shelf.key("speech", [self._speaker, source_of("speech"), request])


def _joined(parts: Sequence[bytes]) -> bytes:
    sizes = b"".join(_COUNT.pack(len(part)) for part in parts)
    return b"".join((_COUNT.pack(len(parts)), sizes, *parts))


def _split(body: bytes) -> tuple[bytes, ...]:
    try:
        (count,) = _COUNT.unpack_from(body)
        if count > _MOST_PARTS:
            raise ValueError("an answer of another form")
        sizes = [_COUNT.unpack_from(body, _COUNT.size * (1 + at))[0] for at in range(count)]
    except struct.error as error:
        raise ValueError("an answer is cut short") from error
    at, parts = _COUNT.size * (1 + count), []
    for size in sizes:
        parts.append(body[at : at + size])
        at += size
    if at != len(body):
        raise ValueError("an answer's parts do not fill it")
    return tuple(parts)
