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
_FIRST_GUESS_DB = 0.8
"""What the limiter usually takes away from speech."""
_GAIN_THAT_ARRIVES = 0.6
"""Of a further decibel of gain, into a limiter already at work."""


def mix(plan: Plan, narration: Narration, music: Path | None) -> NDArray[np.float32]:
    """Mix a film's sound: float32 mono at 48 kHz, exactly `plan.frames * 1600` samples.

    One gain over the whole film brings speech and music together to -16 LUFS; a limiter keeps true
    peaks at -2 dBTP. A film in which nobody is heard is not made louder: it keeps the bed, low.

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
    said = measure_loudness(speech)
    bed = np.zeros(0, np.float32)
    if music is not None and plan.music:
        bed = read_music(music)
    played = measure_loudness(bed)
    if played is not None:
        level = said if said is not None else _MUSIC_ALONE_LUFS - BETWEEN_DB
        spoken = [(x.start, x.start + x.samples) for x in plan.lines] if said is not None else []
        speech += lay_music(bed * _factor(level - played), length, spoken)
    return _bring_to_target(speech) if said is not None else limit(speech, _factor(CEILING_DBTP))


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
    gain = TARGET_LUFS - loudness + _FIRST_GUESS_DB
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
