"""A clip's edges: silence trimmed, both ends faded, words moved along."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from renderer.speech.model import SAMPLE_RATE, Clip, Word

AUDIBLE = 10 ** (-50 / 20)
"""-50 dBFS: what is below counts as silence."""
FADE = SAMPLE_RATE * 5 // 1000
TAIL = SAMPLE_RATE * 20 // 1000


def trim(samples: NDArray[np.float32], words: tuple[Word, ...]) -> Clip:
    """Cut silence off both ends (20 ms stay at the end), fade 5 ms, and move the words along.

    A word also ends where its sound does: it does not last through the pause that follows.
    A clip without any sound comes back empty, its words at 0.
    """
    loud = np.abs(samples) >= AUDIBLE
    if not loud.any():
        return Clip(np.zeros(0, np.float32), tuple(replace(w, start=0, end=0) for w in words))
    first = max(0, int(loud.argmax()) - FADE)
    last = min(len(samples), _after_last(loud) + TAIL)
    kept = samples[first:last].copy()
    ramp = np.linspace(0, 1, FADE, endpoint=False, dtype=np.float32)
    edge = min(FADE, len(kept) // 2)
    kept[:edge] *= ramp[:edge]
    kept[len(kept) - edge :] *= ramp[:edge][::-1]
    return Clip(kept, tuple(_moved(word, loud, first, len(kept)) for word in words))


def _after_last(loud: NDArray[np.bool_]) -> int:
    """Return the place after the last one that is true, 0 for none."""
    back = loud[::-1]
    return len(loud) - int(back.argmax()) if len(loud) and loud.any() else 0


def _moved(word: Word, loud: NDArray[np.bool_], first: int, length: int) -> Word:
    end = word.end
    if heard := _after_last(loud[word.start : end]):
        end = min(end, word.start + heard + TAIL)
    start = min(max(word.start - first, 0), length)
    return replace(word, start=start, end=min(max(end - first, start), length))
