"""(Plan, Narration, music) -> the film's sound: speech where the plan has it, over a quiet bed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderer.errors import SegmentError
from renderer.plan.model import SAMPLES_A_FRAME, Plan
from renderer.segments.loudness import HOP
from renderer.segments.sound_balance import CEILING, TARGET_LUFS, Under, balance, factor, weigh
from renderer.segments.sound_bed import Bed, read_bed
from renderer.segments.sound_limiter import limit
from renderer.segments.sound_music import BETWEEN_DB, lay_music
from renderer.speech.model import Clip, Narration
from renderer.store import Shelf

_MUSIC_ALONE_LUFS = -25.0
"""Of the bed at full height in a film without speech."""


def mix(
    plan: Plan, narration: Narration, music: Path | None, shelf: Shelf | None = None
) -> NDArray[np.float32]:
    """Mix a film's sound: float32 mono at 48 kHz, exactly `plan.frames * 1600` samples.

    The bed is laid as much lower than -16 LUFS as `sound_music` says. One gain over the whole film
    brings speech to where both together, under a limiter, are at -16 LUFS with true peaks at or
    below -2 dBTP. A film in which nobody is heard is not made louder: it keeps the bed, low.

    `music` is a bed that loops without a seam; left out when `None` or when the plan has no music.
    What is made of its file is kept on `shelf`.

    Raises:
        SegmentError: a line has no clip or ends after the film, or the music cannot be read.
    """
    length = plan.frames * SAMPLES_A_FRAME
    speech = _speech(plan, narration, length)
    heard = weigh(speech)
    bed = read_bed(music, shelf) if music is not None and plan.music else None
    if bed is None or bed.loudness is None:
        return speech[:length] if heard is None else balance(speech, heard)[:length]
    if heard is None:
        alone = _laid(bed, plan, _MUSIC_ALONE_LUFS - BETWEEN_DB, length, under_speech=False)
        return limit(alone[:length], CEILING)
    laid = _laid(bed, plan, TARGET_LUFS, length, under_speech=True)
    return balance(speech, heard, Under.of(laid, bed.weight))[:length]


def _speech(plan: Plan, narration: Narration, length: int) -> NDArray[np.float32]:
    """Lay all lines, in silence that fills the last tenth of a second."""
    speech = np.zeros(-(-length // HOP) * HOP, np.float32)
    for line in plan.lines:
        clip = _clip(narration.clips, line.scene, line.key)
        end = line.start + len(clip.samples)
        if line.start < 0 or end > length:
            raise SegmentError(
                "line-past-end",
                "a spoken line does not end before the film does",
                where=f"{line.scene}/{line.key}",
                ours=True,
            )
        speech[line.start : end] += clip.samples
    return speech


def _clip(clips: Mapping[tuple[str, str], Clip], scene: str, key: str) -> Clip:
    clip = clips.get((scene, key))
    if clip is None:
        raise SegmentError(
            "line-without-sound", "a line of the plan was not spoken", f"{scene}/{key}", ours=True
        )
    return clip


def _laid(
    bed: Bed, plan: Plan, lufs: float, length: int, *, under_speech: bool
) -> NDArray[np.float32]:
    """Lay the bed under a film, as it would be at `lufs` without the gain of `lay_music`."""
    lines = [(line.start, line.start + line.samples) for line in plan.lines if under_speech]
    gain = factor(lufs - (bed.loudness or 0.0))
    return lay_music(bed.samples, length, lines, gain, HOP)
