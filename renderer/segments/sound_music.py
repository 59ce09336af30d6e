"""The music bed: looped to the film's length, low under speech, a little higher between."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import av
import av.error
import numpy as np
from numpy.typing import NDArray

from renderer.errors import SegmentError
from renderer.segments.loudness import RATE

UNDER_DB = -15.0
"""Of music while somebody speaks, against the loudness of speech."""
BETWEEN_DB = -9.0
"""Of music where nobody speaks."""
FALL_S, RISE_S = 0.45, 1.2
"""Music is down when a line begins; it rises this slowly after one."""
FADE_IN_S, FADE_OUT_S = 0.5, 2.0
_CONTROL = RATE // 100
_LONGEST_S = 600


def read_music(path: Path) -> NDArray[np.float32]:
    """Read a music file as float32 mono at 48 kHz.

    Raises:
        SegmentError: `music-unreadable`.
    """
    parts: list[NDArray[np.float32]] = []
    size = 0
    try:
        with av.open(str(path), "r") as container:
            resampler = av.AudioResampler("flt", "mono", RATE)
            for frame in container.decode(audio=0):
                parts += [_floats(f) for f in resampler.resample(frame)]
                size += frame.samples
                if size > _LONGEST_S * frame.sample_rate:
                    raise ValueError
            parts += [_floats(f) for f in resampler.resample(None)]
    except (av.error.FFmpegError, OSError, IndexError, ValueError) as error:
        raise SegmentError(
            "music-unreadable",
            "the music bed cannot be read as sound of at most ten minutes",
            where=path.name,
            remedy="Give a FLAC, WAV, Ogg or MP3 file, or switch music off.",
        ) from error
    if not size:
        raise SegmentError("music-unreadable", "the music bed holds no sound", where=path.name)
    return np.concatenate(parts)


def _floats(frame: av.AudioFrame) -> NDArray[np.float32]:
    return frame.to_ndarray().reshape(-1).astype(np.float32)


def lay_music(
    bed: NDArray[np.float32],
    length: int,
    speech: Iterable[tuple[int, int]],
    gain: float = 1.0,
    whole: int = 1,
) -> NDArray[np.float32]:
    """Loop a bed to `length` samples, duck it under speech and fade its ends.

    Args:
        bed: the loop.
        length: of the film, in samples.
        speech: [start, end) of each spoken line, in samples.
        gain: of the bed, to be as loud as speech.
        whole: silence follows up to a multiple of that many samples.
    """
    padded = -(-length // whole) * whole
    laid = _gain(padded, sorted(speech), gain)
    laid[length:] = 0.0
    for start in range(0, length, len(bed)):
        end = min(start + len(bed), length)
        laid[start:end] *= bed[: end - start]
    fade_in = min(int(FADE_IN_S * RATE), length // 4)
    fade_out = min(int(FADE_OUT_S * RATE), length // 4)
    laid[:fade_in] *= _smooth(np.arange(fade_in) / max(fade_in, 1)).astype(np.float32)
    fading = _smooth(np.arange(fade_out)[::-1] / max(fade_out, 1)).astype(np.float32)
    laid[length - fade_out : length] *= fading
    return laid


def _gain(length: int, speech: list[tuple[int, int]], whole: float) -> NDArray[np.float32]:
    at = np.arange(0, length + _CONTROL, _CONTROL, dtype=np.float64)
    down = np.zeros(len(at))
    for start, end in speech:
        before = _smooth(1 - (start - at) / (FALL_S * RATE))
        after = _smooth(1 - (at - end) / (RISE_S * RATE))
        np.maximum(down, np.where(at < start, before, np.where(at > end, after, 1.0)), out=down)
    gains = whole * 10 ** ((BETWEEN_DB + (UNDER_DB - BETWEEN_DB) * down) / 20)
    # Straight lines from one control point to the next.
    along = np.arange(_CONTROL, dtype=np.float32) / np.float32(_CONTROL)
    starts, rises = gains[:-1].astype(np.float32), np.diff(gains).astype(np.float32)
    lines: NDArray[np.float32] = np.multiply.outer(rises, along)
    lines += starts[:, None]
    return lines.reshape(-1)[:length]


def _smooth(x: NDArray[np.float64]) -> NDArray[np.float64]:
    inside = np.clip(x, 0.0, 1.0)
    return inside * inside * (3 - 2 * inside)
