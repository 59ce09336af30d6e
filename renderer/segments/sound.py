"""(Plan, Narration, music) -> the film's sound: speech where the plan has it, over a quiet bed."""

from __future__ import annotations

from collections.abc import Mapping
from math import log10
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderer.errors import SegmentError
from renderer.plan.model import SAMPLES_A_FRAME, Plan
from renderer.segments.loudness import measure_loudness
from renderer.segments.sound_bed import read_bed
from renderer.segments.sound_limiter import limit
from renderer.segments.sound_music import BETWEEN_DB, lay_music
from renderer.speech.model import Clip, Narration
from renderer.store import Shelf

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


def mix(
    plan: Plan, narration: Narration, music: Path | None, shelf: Shelf | None = None
) -> NDArray[np.float32]:
    """Mix a film's sound: float32 mono at 48 kHz, exactly `plan.frames * 1600` samples.

    One gain over the whole film brings speech to -16 LUFS under a limiter, the bed is laid that
    much lower than speech as `sound_music` says, and both together are brought to -16 LUFS with
    true peaks at or below -2 dBTP. A film in which nobody is heard is not made louder: it keeps
    the bed, low.

    `music` is a bed that loops without a seam; left out when `None` or when the plan has no music.
    What is made of its file is kept on `shelf`.

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
    spoken = measure_loudness(speech)
    if spoken is not None:
        speech = _bring_to_target(speech, spoken)
    if music is None or not plan.music:
        return speech
    loop = read_bed(music, shelf)
    bed, played = loop.samples, loop.loudness
    if played is None:
        return speech
    if spoken is None:
        level = _MUSIC_ALONE_LUFS - BETWEEN_DB
        return limit(lay_music(bed * _factor(level - played), length, ()), _factor(CEILING_DBTP))
    lines = [(line.start, line.start + line.samples) for line in plan.lines]
    both = lay_music(bed * _factor(TARGET_LUFS - played), length, lines)
    both += speech
    loudness = measure_loudness(both)
    return both if loudness is None else _bring_to_target(both, loudness)


def _clip(clips: Mapping[tuple[str, str], Clip], scene: str, key: str) -> Clip:
    clip = clips.get((scene, key))
    if clip is None:
        raise SegmentError(
            "line-without-sound", "a line of the plan was not spoken", f"{scene}/{key}", ours=True
        )
    return clip


def _bring_to_target(sound: NDArray[np.float32], loudness: float) -> NDArray[np.float32]:
    """Apply one gain and the limiter, with more gain where limiting took loudness away.

    The meter is slow: gains are tried by the energy that limiting takes, and the meter then says
    how far off that was.
    """
    gain = min(TARGET_LUFS - loudness, _MOST_GAIN_DB)
    unheard = 0.0
    limited = sound
    for _ in range(_MOST_TRIES):
        limited, gain = _limited(sound, gain, TARGET_LUFS - loudness - unheard)
        missing = TARGET_LUFS - (measure_loudness(limited) or TARGET_LUFS)
        if abs(missing) <= _CLOSE_ENOUGH_LU or gain >= _MOST_GAIN_DB:
            break
        unheard -= missing
    return limited


def _limited(
    sound: NDArray[np.float32], gain: float, wanted: float
) -> tuple[NDArray[np.float32], float]:
    """Find the gain whose limited sound has `wanted` dB more energy than the sound has.

    Args:
        sound: not silent.
        gain: in dB, to begin with.
        wanted: dB.
    """
    energy = _energy(sound)
    limited = sound
    for _ in range(_MOST_TRIES):
        limited = limit(sound * _factor(gain), _factor(CEILING_DBTP))
        missing = wanted - 10 * log10(_energy(limited) / energy)
        if abs(missing) <= _CLOSE_ENOUGH_LU / 3 or gain >= _MOST_GAIN_DB:
            break
        # Rounded, so that no processor's way of adding up shows in the sound.
        gain = round(min(gain + missing / _GAIN_THAT_ARRIVES, _MOST_GAIN_DB), 3)
    return limited, gain


def _energy(sound: NDArray[np.float32]) -> float:
    return float(np.vdot(sound, sound))


def _factor(decibels: float) -> float:
    return float(10 ** (decibels / 20))
