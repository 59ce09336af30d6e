"""Samples -> one AAC track, encoded once for the whole film."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from renderer.segments.aac import PACKET, packets
from renderer.segments.loudness import RATE

FRAME = PACKET
"""Samples in an AAC packet; the first packet is priming and stands before the film's start."""
BIT_RATE = 96_000
_CONFIG = bytes.fromhex("118856e500")
"""AudioSpecificConfig: AAC-LC at 48 kHz, mono, and nothing that widens its band.

Source: ISO/IEC 14496-3, 1.6.2.1.
"""


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
    made = tuple(audio_packets(samples, bit_rate))
    return AudioTrack(made, _CONFIG, len(samples), bit_rate=bit_rate)


def empty_track(bit_rate: int = BIT_RATE) -> AudioTrack:
    """Return a track set up as all of its bit rate are, without any sound."""
    return AudioTrack((), _CONFIG, 0, bit_rate=bit_rate)


def audio_packets(samples: NDArray[np.float32], bit_rate: int = BIT_RATE) -> Iterator[AudioPacket]:
    """Encode mono sound at 48 kHz, and yield packets as they are made."""
    length = len(samples)
    for index, data in enumerate(packets(samples, bit_rate)):
        start = (index - 1) * FRAME
        yield AudioPacket(start, min(FRAME, length - start), data)
