"""H.264's units back as the byte stream that FFmpeg's parsers and muxers take.

Source: ITU-T H.264, annex B; ISO/IEC 14496-15, 5.3.3.
"""

from __future__ import annotations

_START = b"\x00\x00\x01"


def byte_stream(data: bytes) -> bytes:
    """Turn length-prefixed units back into a byte stream, unit after unit."""
    units: list[bytes] = []
    at = 0
    while at < len(data):
        end = at + 4 + int.from_bytes(data[at : at + 4], "big")
        units += (_START, data[at + 4 : end])
        at = end
    return b"".join(units)


def parameter_stream(avcc: bytes) -> bytes:
    """Turn an avcC of `avcc_of` back into a byte stream of its SPS and PPS."""
    sps_end = 8 + int.from_bytes(avcc[6:8], "big")
    pps = sps_end + 3
    pps_end = pps + int.from_bytes(avcc[pps - 2 : pps], "big")
    return b"".join((b"\x00", _START, avcc[8:sps_end], _START, avcc[pps:pps_end]))
