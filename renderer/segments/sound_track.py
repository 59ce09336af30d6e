"""Samples -> one AAC track, encoded once for the whole film."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import cast

import av
import numpy as np
from av.audio.codeccontext import AudioCodecContext
from av.audio.stream import AudioStream
from av.container import OutputContainer
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
    _set_up(context, bit_rate)
    context.open()
    return context


def add_audio_stream(container: OutputContainer, track: AudioTrack) -> AudioStream:
    """Add a stream for a track to a container that is being written, to mux `packets_for` it.

    The stream's own encoder only lends its parameters (priming, profile, extradata): all settings
    are the track's, so they are those it was encoded with.
    """
    stream = container.add_stream("aac", rate=track.rate)
    _set_up(stream.codec_context, track.bit_rate)
    stream.time_base = track.time_base
    return stream


def packets_for(track: AudioTrack, stream: AudioStream) -> Iterator[av.Packet[AudioStream]]:
    """Yield the track's packets for a stream of `add_audio_stream`, in order.

    An MP4 file's edit list hides the priming: sound starts at 0 and lasts `track.samples`.
    Fragmented MP4 needs `movflags=delay_moov` for that.
    """
    for packet in track.packets:
        one = cast("av.Packet[AudioStream]", av.Packet(packet.data))
        one.pts = one.dts = packet.pts
        one.duration = packet.duration
        one.time_base = track.time_base
        one.is_keyframe = True
        one.stream = stream
        yield one


def _set_up(context: AudioCodecContext, bit_rate: int) -> None:
    context.sample_rate = RATE
    context.layout = "mono"
    context.format = "fltp"
    context.bit_rate = bit_rate
    context.time_base = Fraction(1, RATE)
    context.thread_count = 1
    context.options = _CODER
