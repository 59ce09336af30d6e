"""Samples -> one AAC track, encoded once for the whole film."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

import av
import numpy as np
from av.audio.codeccontext import AudioCodecContext
from av.audio.stream import AudioStream
from numpy.typing import NDArray

from renderer.segments.loudness import RATE

FRAME = 1024
"""Samples in an AAC packet; the first packet is priming and stands before the film's start."""
BIT_RATE = 96_000
_CODER = {"aac_coder": "fast"}
"""Half the time of the default coder, nearer to the sound at this rate, and less overshoot."""


@dataclass(frozen=True, slots=True)
class AudioPacket:
    """One AAC-LC frame. `pts` and `duration` in samples; the first pts is -1024."""

    pts: int
    duration: int
    data: bytes


@dataclass(frozen=True)
class AudioTrack:
    """An encoded track.

    Args:
        packets: in order, without gaps, from -1024 to `samples`; the last one may be cut short.
        extradata: AudioSpecificConfig.
        samples: length of the film's sound; what the packets hold beyond it is padding.
    """

    packets: tuple[AudioPacket, ...]
    extradata: bytes
    samples: int
    rate: int = RATE
    channels: int = 1
    bit_rate: int = BIT_RATE

    @property
    def time_base(self) -> Fraction:
        """Return the unit of pts and duration, in seconds."""
        return Fraction(1, self.rate)


def encode_audio(samples: NDArray[np.float32], bit_rate: int = BIT_RATE) -> AudioTrack:
    """Encode mono sound at 48 kHz as AAC-LC. The same samples give the same packets."""
    packets = tuple(audio_packets(samples, bit_rate))
    return replace(empty_track(bit_rate), packets=packets, samples=len(samples))


def empty_track(bit_rate: int = BIT_RATE) -> AudioTrack:
    """Return a track set up as all of its bit rate are, without any sound."""
    context = _encoder(bit_rate)
    return AudioTrack((), bytes(context.extradata or b""), 0, bit_rate=bit_rate)


def audio_packets(samples: NDArray[np.float32], bit_rate: int = BIT_RATE) -> Iterator[AudioPacket]:
    """Encode mono sound at 48 kHz, and yield packets as the encoder gives them."""
    context = _encoder(bit_rate)
    whole = -(-len(samples) // FRAME) * FRAME
    padded = np.zeros(whole, np.float32)
    padded[: len(samples)] = samples
    for start in range(0, whole, FRAME):
        frame = av.AudioFrame.from_ndarray(
            padded[start : start + FRAME].reshape(1, -1), format="fltp", layout="mono"
        )
        frame.sample_rate = RATE
        frame.time_base = Fraction(1, RATE)
        frame.pts = start
        yield from _packets(context.encode(frame), len(samples))
    yield from _packets(context.encode(None), len(samples))


def _packets(encoded: Iterable[av.Packet[AudioStream]], length: int) -> Iterator[AudioPacket]:
    for packet in encoded:
        if packet.pts is not None and packet.pts < length:
            yield AudioPacket(packet.pts, min(FRAME, length - packet.pts), bytes(packet))


def _encoder(bit_rate: int) -> AudioCodecContext:
    context = av.AudioCodecContext.create("aac", "w")
    context.sample_rate = RATE
    context.layout = "mono"
    context.format = "fltp"
    context.bit_rate = bit_rate
    context.time_base = Fraction(1, RATE)
    context.thread_count = 1
    context.options = _CODER
    context.open()
    return context
