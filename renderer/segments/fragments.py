"""Segments and sound -> the files that HLS plays: headers, and fragments of fragmented MP4.

A fragment holds a segment as it is; its place in the film is written into two numbers of it.
Source: ISO/IEC 23000-19 (CMAF); RFC 8216, 3.3.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from renderer.plan.model import SAMPLES_A_FRAME
from renderer.segments.boxes import aac_entry, avc_entry, file_type, fragment, movie, track
from renderer.segments.ranges import SegmentRange
from renderer.segments.settings import TICKS_A_FRAME, TIMESCALE
from renderer.segments.sound_track import FRAME, AudioPacket, AudioTrack
from renderer.segments.video import Segment

_SAMPLE = struct.Struct(">III")
_KEY_FRAME, _DIFFERENCE = 0x02000000, 0x01010000
"""A sample that depends on no other, and one that does. Source: ISO/IEC 14496-12, 8.8.3.1."""


def video_header(setup: Segment, language: str) -> bytes:
    """Return the header (init segment) of all segments that are set up as `setup` is.

    `language`: three letters (ISO 639-2/T).
    """
    entry = avc_entry(setup.width, setup.height, setup.extradata)
    size = (setup.width, setup.height)
    return file_type() + movie(TIMESCALE, [track(TIMESCALE, language, entry, size)])


def video_fragment(segment: Segment, start: int) -> bytes:
    """Return a segment that is shown from film frame `start` on."""
    samples = b"".join(
        _SAMPLE.pack(one.duration, len(one.data), _KEY_FRAME if one.keyframe else _DIFFERENCE)
        for one in segment.packets
    )
    data = b"".join(one.data for one in segment.packets)
    return fragment(start + 1, start * TICKS_A_FRAME, samples, len(segment.packets), data)


def codec_of(avcc: bytes) -> str:
    """Return how a playlist names H.264 of a set-up ("avc1.64001f"). Source: RFC 6381, 3.3."""
    return f"avc1.{avcc[1:4].hex()}"


AAC_LC = "mp4a.40.2"
"""How a playlist names AAC-LC. Source: RFC 6381, 3.3."""


def audio_header(sound: AudioTrack, language: str) -> bytes:
    """Return the header (init segment) of a track; see `video_header`."""
    entry = aac_entry(sound.rate, sound.channels, sound.bit_rate, sound.extradata)
    return file_type() + movie(sound.rate, [track(sound.rate, language, entry)])


def audio_spans(ranges: Sequence[SegmentRange]) -> tuple[tuple[int, int], ...]:
    """Return which samples of the film the sound beside each segment of video is, [from, to).

    Sound is cut between AAC packets, at or after where video is; the last ends with the film. The
    packet before the film's start (priming) is left out: players of fragments would not hide it. A
    decoder then begins 1024 samples of fade-in without their first half.
    """
    if not ranges:
        return ()
    starts = [-(-one.start * SAMPLES_A_FRAME // FRAME) * FRAME for one in ranges]
    ends = [*starts[1:], ranges[-1].end * SAMPLES_A_FRAME]
    return tuple(zip(starts, ends, strict=True))


def audio_fragment(sound: AudioTrack, span: tuple[int, int]) -> bytes:
    """Return the packets of a track that start in a span of `audio_spans`."""
    packets: list[AudioPacket] = [one for one in sound.packets if span[0] <= one.pts < span[1]]
    samples = b"".join(_SAMPLE.pack(one.duration, len(one.data), _KEY_FRAME) for one in packets)
    data = b"".join(one.data for one in packets)
    return fragment(span[0] // FRAME + 1, span[0], samples, len(packets), data)
