"""Boxes of ISO base media files, as bytes. Source: ISO/IEC 14496-12 (clauses named below)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

_UNITY = struct.pack(">9i", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
"""The matrix that changes nothing."""


def box(kind: str, *parts: bytes) -> bytes:
    """Return a box of a kind around its parts (4.2)."""
    size = 8 + sum(map(len, parts))
    return b"".join((size.to_bytes(4, "big"), kind.encode("ascii"), *parts))


def full_box(kind: str, version: int, flags: int, *parts: bytes) -> bytes:
    """Return a box with a version and flags (4.2)."""
    return box(kind, bytes((version,)) + flags.to_bytes(3, "big"), *parts)


_NO_SAMPLES = b"".join(
    full_box(kind, 0, 0, bytes(size))
    for kind, size in (("stts", 4), ("stsc", 4), ("stsz", 8), ("stco", 4))
)


def file_type(major: bytes = b"iso6", compatible: bytes = b"iso6cmfcmp41") -> bytes:
    """Return the `ftyp` (4.3), as a CMAF header has it (ISO/IEC 23000-19, 7.2) unless told."""
    return box("ftyp", major + bytes(4) + compatible)


def movie(timescale: int, tracks: Sequence[bytes], duration: int | None = None) -> bytes:
    """Return the `moov` of a file's tracks, numbered from 1 (8.2).

    A `duration`, in ticks, is that of tracks whose tables are in them; others come in fragments.
    """
    header = struct.pack(">IIIIIH10x", 0, 0, timescale, duration or 0, 0x10000, 0x100)
    numbers = range(1, len(tracks) + 1)
    extends = [full_box("trex", 0, 0, struct.pack(">5I", number, 1, 0, 0, 0)) for number in numbers]
    return box(
        "moov",
        full_box("mvhd", 0, 0, header, _UNITY, bytes(24), struct.pack(">I", len(tracks) + 1)),
        *tracks,
        *([box("mvex", *extends)] if duration is None else []),
    )


@dataclass(frozen=True, slots=True)
class Times:
    """How long a track lasts: all its samples, in its own ticks; what of them is shown, in the
    movie's; and which tick is shown first.
    """

    media: int = 0
    shown: int = 0
    first: int = 0


def track(
    timescale: int,
    language: str,
    entry: bytes,
    size: tuple[int, int] | None = None,
    *,
    number: int = 1,
    tables: bytes | None = None,
    times: Times | None = None,
) -> bytes:
    """Return a `trak` (8.3 to 8.7).

    Args:
        timescale: ticks a second.
        language: three letters (ISO 639-2/T).
        entry: its sample entry.
        size: of a video in px; a track without one is sound.
        number: of the track.
        tables: of its samples; none for a track in fragments.
        times: of a track with tables.
    """
    width, height = size or (0, 0)
    volume = 0 if size else 0x100
    lasts = times or Times()
    header = struct.pack(">IIIII8xHHHxx", 0, 0, number, 0, lasts.shown, 0, 0, volume)
    letters = [ord(letter) - 0x60 for letter in language]
    packed = letters[0] << 10 | letters[1] << 5 | letters[2]
    handler, name = (b"vide", b"video\0") if size else (b"soun", b"sound\0")
    media = full_box("vmhd", 0, 1, bytes(8)) if size else full_box("smhd", 0, 0, bytes(4))
    here = full_box("dref", 0, 0, struct.pack(">I", 1), full_box("url ", 0, 1))
    edits = struct.pack(">IIiHH", 1, lasts.shown, lasts.first, 1, 0)
    described = full_box("stsd", 0, 0, struct.pack(">I", 1), entry)
    return box(
        "trak",
        full_box("tkhd", 0, 3, header, _UNITY, struct.pack(">II", width << 16, height << 16)),
        *([box("edts", full_box("elst", 0, 0, edits))] if times else []),
        box(
            "mdia",
            full_box("mdhd", 0, 0, struct.pack(">IIIIHH", 0, 0, timescale, lasts.media, packed, 0)),
            full_box("hdlr", 0, 0, bytes(4), handler, bytes(12), name),
            box(
                "minf",
                media,
                box("dinf", here),
                box("stbl", described, _NO_SAMPLES if tables is None else tables),
            ),
        ),
    )


def avc_entry(width: int, height: int, avcc: bytes) -> bytes:
    """Return the sample entry of H.264 in BT.709, limited range (12.1; ISO/IEC 14496-15, 5.4.2)."""
    start = struct.pack(">6xH16xHHIIIH32xHh", 1, width, height, 72 << 16, 72 << 16, 0, 1, 24, -1)
    colour = box("colr", b"nclx", struct.pack(">HHHB", 1, 1, 1, 0))
    return box("avc1", start, box("avcC", avcc), colour, box("pasp", struct.pack(">II", 1, 1)))


def aac_entry(rate: int, channels: int, bit_rate: int, specific: bytes) -> bytes:
    """Return the sample entry of AAC (12.2; ISO/IEC 14496-14, 5.6; 14496-1, 7.2.6)."""
    start = struct.pack(">6xH8xHH4xI", 1, channels, 16, rate << 16)
    decoder = bytes((0x40, 0x15)) + bytes(3) + struct.pack(">II", bit_rate, bit_rate)
    stream = bytes(2) + bytes(1) + _descriptor(4, decoder + _descriptor(5, specific))
    return box(
        "mp4a", start, full_box("esds", 0, 0, _descriptor(3, stream + _descriptor(6, b"\2")))
    )


def _descriptor(tag: int, content: bytes) -> bytes:
    if len(content) > 127:
        raise ValueError("a descriptor of over 127 bytes")
    return bytes((tag, len(content))) + content


def fragment(number: int, start: int, samples: bytes, count: int, data: bytes) -> bytes:
    """Return a movie fragment of track 1 and its data (8.8, 8.1.1).

    Args:
        number: greater than that of any fragment before it.
        start: when it is decoded, in the track's ticks (`tfdt`).
        samples: `count` times duration, size and flags, 32 bits each.
        count: of samples.
        data: of all samples.
    """

    def moof(offset: int) -> bytes:
        run = struct.pack(">Ii", count, offset) + samples
        return box(
            "moof",
            full_box("mfhd", 0, 0, struct.pack(">I", number)),
            box(
                "traf",
                full_box("tfhd", 0, 0x020000, struct.pack(">I", 1)),
                full_box("tfdt", 1, 0, struct.pack(">Q", start)),
                full_box("trun", 0, 0x000701, run),
            ),
        )

    return moof(len(moof(0)) + 8) + box("mdat", data)
