"""(Plan, Narration, music) -> the film's sound: speech where the plan has it, over a quiet bed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderer.errors import SegmentError
from renderer.plan.model import SAMPLES_A_FRAME, Plan
from renderer.segments.loudness import measure_loudness
from renderer.segments.sound_limiter import limit
from renderer.segments.sound_music import BETWEEN_DB, lay_music, read_music
from renderer.speech.model import Clip, Narration

TARGET_LUFS = -16.0
CEILING_DBTP = -2.0
"""Before AAC, which adds up to 0.6 dB at 96 kbit/s and more; -1 dBTP is what must hold after."""
_MUSIC_ALONE_LUFS = -25.0
"""Of the bed at full height in a film without speech."""
_MOST_GAIN_DB = 30.0
_CLOSE_ENOUGH_LU = 0.15
_MOST_TRIES = 5
_GAIN_THAT_ARRIVES = 0.6
"""Of a further decibel of gain, into a limiter already at work."""


def mix(plan: Plan, narration: Narration, music: Path | None) -> NDArray[np.float32]:
    """Mix a film's sound: float32 mono at 48 kHz, exactly `plan.frames * 1600` samples.

    One gain over the whole film brings speech to -16 LUFS under a limiter, the bed is laid that
    much lower than speech as `sound_music` says, and both together are brought to -16 LUFS with
    true peaks at or below -2 dBTP. A film in which nobody is heard is not made louder: it keeps
    the bed, low.

    `music` is a bed that loops without a seam; left out when `None` or when the plan has no music.

    Raises:
        SegmentError: a line has no clip or ends after the film, or the music cannot be read.
    """
    length = plan.frames * SAMPLES_A_FRAME
    speech = np.zeros(length, np.float32)
    for line in plan.lines:
        clip = _clip(narration.clips, line.scene, line.key)
        if line.start < 0 or line.start + len(clip.samples) > length:
            raise SegmentError(
                "line-past-end",
                "a spoken line does not end before the film does",
                where=f"{line.scene}/{line.key}",
                ours=True,
            )
        speech[line.start : line.start + len(clip.samples)] += clip.samples
    heard = measure_loudness(speech) is not None
    if heard:
        speech = _bring_to_target(speech)
    if music is None or not plan.music:
        return speech
    bed = read_music(music)
    played = measure_loudness(bed)
    if played is None:
        return speech
    level = TARGET_LUFS if heard else _MUSIC_ALONE_LUFS - BETWEEN_DB
    spoken = [(line.start, line.start + line.samples) for line in plan.lines] if heard else []
    both: NDArray[np.float32] = speech + lay_music(bed * _factor(level - played), length, spoken)
    return _bring_to_target(both) if heard else limit(both, _factor(CEILING_DBTP))


def _clip(clips: Mapping[tuple[str, str], Clip], scene: str, key: str) -> Clip:
    clip = clips.get((scene, key))
    if clip is None:
        raise SegmentError(
            "line-without-sound", "a line of the plan was not spoken", f"{scene}/{key}", ours=True
        )
    return clip


def _bring_to_target(sound: NDArray[np.float32]) -> NDArray[np.float32]:
    """Apply one gain and the limiter, with more gain where limiting took loudness away."""
    loudness = measure_loudness(sound)
    if loudness is None:
        return sound
    gain = TARGET_LUFS - loudness
    limited = sound
    for _ in range(_MOST_TRIES):
        gain = min(gain, _MOST_GAIN_DB)
        limited = limit(sound * _factor(gain), _factor(CEILING_DBTP))
        missing = TARGET_LUFS - (measure_loudness(limited) or loudness + gain)
        if abs(missing) <= _CLOSE_ENOUGH_LU:
            break
        gain += missing / _GAIN_THAT_ARRIVES
    return limited


def _factor(decibels: float) -> float:
    return float(10 ** (decibels / 20))
