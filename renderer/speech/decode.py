"""Compressed sound -> samples. The only file of this stage that imports `av`."""

from __future__ import annotations

import io
from typing import cast

import av
import av.error
import av.filter
import numpy as np
from numpy.typing import NDArray

from renderer.speech.model import SAMPLE_RATE
from renderer.speech.unavailable import VoiceUnavailableError

LONGEST_S = 300
"""Most sound one piece may hold, seconds: a small file can hold hours of silence."""


def decode(data: bytes) -> tuple[NDArray[np.int16], int]:
    """Decode an audio file held in memory to 16-bit mono PCM and its rate in Hz.

    Raises:
        VoiceUnavailableError: `voice-broken-audio`.
    """
    parts: list[NDArray[np.int16]] = []
    try:
        with av.open(io.BytesIO(data), "r") as container:
            rate = int(container.streams.audio[0].rate)
            resampler = av.AudioResampler("s16", "mono", rate)
            size = 0
            for frame in container.decode(audio=0):
                for mono in resampler.resample(frame):
                    parts.append(mono.to_ndarray().reshape(-1).astype(np.int16))
                    size += len(parts[-1])
                if size > LONGEST_S * rate:
                    raise broken_audio("lasts longer than any line")
            parts += [m.to_ndarray().reshape(-1).astype(np.int16) for m in resampler.resample(None)]
    except (av.error.FFmpegError, IndexError, ValueError) as error:
        raise broken_audio("cannot be decoded") from error
    return (np.concatenate(parts) if parts else np.zeros(0, np.int16)), rate


def change_tempo(samples: NDArray[np.float32], pace: float) -> NDArray[np.float32]:
    """Speed sound at 48 kHz up or down without changing its pitch; `pace` is 0.5 to 2."""
    if pace == 1:
        return samples
    graph = av.filter.Graph()
    source = graph.add_abuffer(format="flt", sample_rate=SAMPLE_RATE, layout="mono")
    tempo = graph.add("atempo", str(pace))
    sink = graph.add("abuffersink")
    source.link_to(tempo)
    tempo.link_to(sink)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="flt", layout="mono")
    frame.sample_rate = SAMPLE_RATE
    graph.push(frame)
    graph.push(None)
    parts: list[NDArray[np.float32]] = []
    while True:
        try:
            parts.append(
                cast("av.AudioFrame", graph.pull()).to_ndarray().reshape(-1).astype(np.float32)
            )
        except (av.error.EOFError, av.error.BlockingIOError):
            break
    return np.concatenate(parts) if parts else samples[:0]


def broken_audio(how: str) -> VoiceUnavailableError:
    """Return the error for sound that a voice sent and nobody can use."""
    return VoiceUnavailableError(
        "voice-broken-audio", f"the sound that came back {how}", remedy="Try again."
    )
