"""Word times for sound that came without any: heard against a reading whose times are known.

Source: Sakoe and Chiba 1978 (dynamic time warping, symmetric steps).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from renderer.speech.mfcc import STEP, measure_mfcc
from renderer.speech.model import Clip, Word
from renderer.speech.words import fill, find_words

LONGEST = 3000
"""Steps (of 10 ms) of either reading; beyond that words are placed by weight."""


def follow(text: str, samples: NDArray[np.float32], reference: Clip | None) -> tuple[Word, ...]:
    """Place the words of `text` in `samples` by the same text in `reference`.

    Args:
        text: what both readings say.
        samples: trimmed, float32 mono at 48 kHz.
        reference: the text read by a voice with word times; without one, words share the time by
            weight.

    Returns:
        Words in order, none `exact`.
    """
    spans = find_words(text)
    starts: list[int | None] = [0] + [None] * (len(spans) - 1) if spans else []
    if reference is not None and [(w.start_char, w.end_char) for w in reference.words] == spans:
        heard, known = measure_mfcc(samples), measure_mfcc(reference.samples)
        if 2 <= len(heard) <= LONGEST and 2 <= len(known) <= LONGEST:
            path = _warp(known, heard)
            latest = 0
            for index, word in enumerate(reference.words):
                at = path[min(word.start // STEP, len(path) - 1)] * STEP
                latest = min(max(latest, at), len(samples))
                starts[index] = latest
            starts[0] = 0
    return tuple(replace(w, exact=False) for w in fill(text, spans, starts, len(samples)))


def _warp(known: NDArray[np.float64], heard: NDArray[np.float64]) -> list[int]:
    """Return for each step of `known` the step of `heard` that matches it, never going back."""
    squares = (known**2).sum(1)[:, None] + (heard**2).sum(1)[None, :] - 2 * known @ heard.T
    cost = np.sqrt(np.maximum(squares, 0))
    rows, columns = cost.shape
    best = np.full((rows + 1, columns + 1), np.inf)
    best[0, 0] = 0
    for diagonal in range(2, rows + columns + 1):
        i = np.arange(max(1, diagonal - columns), min(rows, diagonal - 1) + 1)
        j = diagonal - i
        step = cost[i - 1, j - 1]
        best[i, j] = np.minimum(
            best[i - 1, j - 1] + 2 * step, np.minimum(best[i - 1, j], best[i, j - 1]) + step
        )
    matched = [0] * rows
    i, j = rows, columns
    while i > 0 and j > 0:
        matched[i - 1] = j - 1
        step = cost[i - 1, j - 1]
        options = (
            (best[i - 1, j - 1] + 2 * step, i - 1, j - 1),
            (best[i - 1, j] + step, i - 1, j),
            (best[i, j - 1] + step, i, j - 1),
        )
        _, i, j = min(options, key=lambda option: option[0])
    return matched
