"""A `Segment` as bytes, for stores and between processes; `docs/segments.md` has the layout."""

from __future__ import annotations

import struct

from renderer.segments.settings import LONGEST, TICKS_A_FRAME
from renderer.segments.video import Packet, Segment

_VERSION = 1
_HEAD = struct.Struct(">BHHHHHH")
"""Version, width, height, frames, packets, bytes of the avcC, bytes of the encoder's name."""
_PACKET = struct.Struct(">BBI")
"""First frame, frames shown, bytes."""


def segment_bytes(segment: Segment) -> bytes:
    """Write a segment."""
    encoder = segment.encoder.encode()
    extra = segment.extradata
    head = _HEAD.pack(
        _VERSION,
        segment.width,
        segment.height,
        segment.frames,
        len(segment.packets),
        len(extra),
        len(encoder),
    )
    table = b"".join(
        _PACKET.pack(one.pts // TICKS_A_FRAME, one.duration // TICKS_A_FRAME, len(one.data))
        for one in segment.packets
    )
    return b"".join((head, extra, encoder, table, *(one.data for one in segment.packets)))


def read_segment(data: bytes) -> Segment:
    """Read what `segment_bytes` wrote.

    Raises:
        ValueError: anything else, however little it differs in form.
    """
    try:
        version, width, height, frames, count, extra, name = _HEAD.unpack_from(data)
        at = _HEAD.size + extra + name
        table = list(_PACKET.iter_unpack(data[at : at + count * _PACKET.size]))
    except struct.error as error:
        raise ValueError("a segment is cut short") from error
    if version != _VERSION or not 1 <= frames <= LONGEST or len(table) != count or not count:
        raise ValueError("a segment of another form")
    extradata = data[_HEAD.size : _HEAD.size + extra]
    encoder = data[_HEAD.size + extra : at].decode()
    at += count * _PACKET.size
    packets, shown = [], 0
    for first, lasts, size in table:
        if first != shown or not lasts or not size or at + size > len(data):
            raise ValueError("a segment's packets do not follow one another")
        start, duration = first * TICKS_A_FRAME, lasts * TICKS_A_FRAME
        packets.append(Packet(data[at : at + size], start, duration, first == 0))
        shown, at = first + lasts, at + size
    if shown != frames or at != len(data):
        raise ValueError("a segment's packets do not fill it")
    return Segment(width, height, frames, tuple(packets), extradata, encoder)
