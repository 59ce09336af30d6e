"""H.264's units, from the stream form that x264 writes to the form that MP4 and HLS hold.

Source: ITU-T H.264, annex B (byte stream); ISO/IEC 14496-15, 5.3.3 (avcC, length-prefixed units).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SEI, SPS, PPS = 6, 7, 8
_START = b"\x00\x00\x01"
_NAMED = re.compile(rb"x264 - core (\d+)( r\d+ \w+)?")
_CHROMA_420 = 0xFC | 1
_EIGHT_BITS = 0xF8


def units_of(stream: bytes) -> Iterator[bytes]:
    """Split a byte stream at its start codes."""
    at = stream.find(_START)
    while at >= 0:
        begin = at + len(_START)
        at = stream.find(_START, begin)
        unit = stream[begin : at if at >= 0 else None].rstrip(b"\x00")
        if unit:
            yield unit


def kind_of(unit: bytes) -> int:
    """Return a unit's type (nal_unit_type)."""
    return unit[0] & 0x1F


def picture_bytes(stream: bytes) -> bytes:
    """Keep a packet's units of picture data, each behind its length in four bytes.

    Parameter sets are in the avcC; x264's description of itself is no part of a picture.
    """
    return b"".join(
        len(unit).to_bytes(4, "big") + unit
        for unit in units_of(stream)
        if kind_of(unit) not in (SEI, SPS, PPS)
    )


def avcc_of(parameters: bytes) -> bytes:
    """Write a decoder configuration record (avcC) from one SPS and one PPS of High profile.

    Raises:
        ValueError: there is not exactly one of each.
    """
    units = list(units_of(parameters))
    (sps,) = [unit for unit in units if kind_of(unit) == SPS]
    (pps,) = [unit for unit in units if kind_of(unit) == PPS]
    return b"".join(
        (
            bytes((1, sps[1], sps[2], sps[3], 0xFC | 3, 0xE0 | 1)),
            len(sps).to_bytes(2, "big"),
            sps,
            bytes((1,)),
            len(pps).to_bytes(2, "big"),
            pps,
            bytes((_CHROMA_420, _EIGHT_BITS, _EIGHT_BITS, 0)),
        )
    )


def encoder_of(stream: bytes) -> str | None:
    """Find what x264 calls itself ("x264 core 165 r3222 b35605a"), where a stream says it."""
    for unit in units_of(stream):
        if kind_of(unit) == SEI and (found := _NAMED.search(unit)):
            core, revision = found.groups(b"")
            return f"x264 core {core.decode()}{revision.decode()}"
    return None
