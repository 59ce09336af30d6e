"""A film's one AAC track through a store: the same lines at the same places are mixed once."""

from __future__ import annotations

import struct
from pathlib import Path

from renderer.plan.model import Plan
from renderer.segments.made_by import sounded_by
from renderer.segments.sound import mix
from renderer.segments.sound_bed import music_hash
from renderer.segments.sound_track import (
    BIT_RATE,
    AudioPacket,
    AudioTrack,
    encode_audio,
)
from renderer.speech.model import Narration
from renderer.store import Shelf

_HEAD = struct.Struct(">BQIBIHI")
"""Version, samples, rate, channels, bit rate, bytes of the extradata, packets."""
_PACKET = struct.Struct(">qHI")
"""Pts, duration, bytes."""
_VERSION = 1


class KeptTrack:
    """The track of one film in a store: named by what is heard, and where.

    Raises:
        SegmentError: `music-unreadable`.
    """

    def __init__(self, plan: Plan, narration: Narration, music: Path | None, shelf: Shelf) -> None:
        lines = []
        for line in plan.lines:
            clip = narration.clips.get((line.scene, line.key))
            lines.append([line.start, line.samples, clip.sha256 if clip else None])
        bed = music_hash(music) if music and plan.music else None
        self._shelf = shelf
        self.key = shelf.key("track", [sounded_by(), BIT_RATE, plan.frames, lines, bed])

    def find(self) -> AudioTrack | None:
        """Return the track, if it was kept."""
        return self._shelf.find(self.key, read_track)

    def keep(self, track: AudioTrack) -> None:
        """Keep the track."""
        self._shelf.put(self.key, track_bytes(track))


def track_through(
    plan: Plan, narration: Narration, music: Path | None, shelf: Shelf | None = None
) -> AudioTrack:
    """Mix and encode a film's sound as `mix` and `encode_audio` do, unless the store has it.

    Raises:
        SegmentError: as `mix`.
    """
    if shelf is None:
        return encode_audio(mix(plan, narration, music))
    kept = KeptTrack(plan, narration, music, shelf)
    track = kept.find()
    if track is None:
        track = encode_audio(mix(plan, narration, music, shelf))
        kept.keep(track)
    return track


def track_bytes(track: AudioTrack) -> bytes:
    """Write a track; `docs/segments.md` has the layout."""
    head = _HEAD.pack(
        _VERSION,
        track.samples,
        track.rate,
        track.channels,
        track.bit_rate,
        len(track.extradata),
        len(track.packets),
    )
    table = b"".join(_PACKET.pack(one.pts, one.duration, len(one.data)) for one in track.packets)
    return b"".join((head, track.extradata, table, *(one.data for one in track.packets)))


def read_track(body: bytes) -> AudioTrack:
    """Read what `track_bytes` wrote.

    Raises:
        ValueError: anything else.
    """
    try:
        version, samples, rate, channels, bit_rate, extra, count = _HEAD.unpack_from(body)
        at = _HEAD.size + extra
        table = list(_PACKET.iter_unpack(body[at : at + count * _PACKET.size]))
    except struct.error as error:
        raise ValueError("a track is cut short") from error
    if version != _VERSION or len(table) != count or not count:
        raise ValueError("a track of another form")
    extradata = body[_HEAD.size : at]
    at += count * _PACKET.size
    packets, heard = [], table[0][0]
    for pts, duration, size in table:
        if pts != heard:
            raise ValueError("a track's packets do not follow one another")
        packets.append(AudioPacket(pts, duration, body[at : at + size]))
        heard, at = pts + duration, at + size
    if heard != samples or at != len(body):
        raise ValueError("a track's packets do not fill it")
    return AudioTrack(tuple(packets), extradata, samples, rate, channels, bit_rate)
