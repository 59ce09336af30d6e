"""`video.mp4`: ready segments and one ready audio track joined as they are, index first.

Source: ISO/IEC 14496-12; 14496-15, 5 (H.264 in it); 14496-14 (AAC in it).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from renderer.package.languages import three_letters
from renderer.package.sample_tables import Samples, in_turns, places, sample_tables
from renderer.plan.model import SAMPLES_A_FRAME, SLOT
from renderer.segments import (
    TICKS_A_FRAME,
    TIMESCALE,
    AudioTrack,
    Segment,
    Times,
    aac_entry,
    avc_entry,
    box,
    check_joins,
    file_type,
    movie,
    track,
)

_TURN = SLOT * TICKS_A_FRAME
"""Ticks of video, then as much sound: a player that reads on has both."""
_SOUND_TURN = SLOT * SAMPLES_A_FRAME


def mp4(segments: Sequence[Segment], sound: AudioTrack, language: str) -> bytes:
    """Join a film's segments and sound as a faststart MP4, without encoding anything again.

    Raises:
        SegmentError: `segments-differ` when the segments do not join.
    """
    check_joins(segments)
    first = segments[0]
    lasts = sum(segment.duration for segment in segments)
    tracks = _video(segments, lasts), _sound(sound, lasts)
    letters = three_letters(language)
    heard = sound.samples - (sound.packets[0].pts if sound.packets else 0)
    head = file_type(b"isom", b"isomiso2avc1mp41")

    def index(begin: int) -> bytes:
        chunks = zip(tracks, places(tracks, begin), strict=True)
        pictures, voice = (sample_tables(samples, where) for samples, where in chunks)
        return movie(
            TIMESCALE,
            [
                track(
                    TIMESCALE,
                    letters,
                    avc_entry(first.width, first.height, first.extradata),
                    (first.width, first.height),
                    tables=pictures,
                    times=Times(lasts, lasts),
                ),
                track(
                    sound.rate,
                    letters,
                    aac_entry(sound.rate, sound.channels, sound.bit_rate, sound.extradata),
                    number=2,
                    tables=voice,
                    times=Times(heard, lasts, heard - sound.samples),
                ),
            ],
            lasts,
        )

    # The index is as long wherever it says that the data begin: behind it, and a head of 8 bytes.
    behind = index(len(head) + len(index(0)) + 8)
    return b"".join((head, behind, box("mdat", in_turns(tracks))))


def _video(segments: Sequence[Segment], lasts: int) -> Samples:
    durations: list[int] = []
    data: list[bytes] = []
    starts: list[int] = []
    keys: list[int] = []
    start = 0
    for segment in segments:
        for packet in segment.packets:
            if packet.keyframe:
                keys.append(len(data))
            starts.append(start + packet.pts)
            durations.append(packet.duration)
            data.append(packet.data)
        start += segment.duration
    return Samples(durations, _turns(data, starts, lasts, _TURN), keys)


def _sound(sound: AudioTrack, lasts: int) -> Samples:
    """Take the track's packets; each stands in the turn of the video that it begins beside."""
    packets = sound.packets
    chunks = _turns(
        [one.data for one in packets],
        [max(one.pts, 0) for one in packets],
        lasts // TICKS_A_FRAME * SAMPLES_A_FRAME,
        _SOUND_TURN,
    )
    return Samples([one.duration for one in packets], chunks)


def _turns(data: list[bytes], starts: list[int], lasts: int, turn: int) -> list[list[bytes]]:
    """Cut samples into turns by when they start, ascending."""
    cuts = [0, *(bisect_left(starts, at) for at in range(turn, lasts, turn)), len(data)]
    return [data[begin:end] for begin, end in pairwise(cuts)]
