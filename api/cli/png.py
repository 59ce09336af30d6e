"""Pixels -> PNG, for one picture in a hurry: Pillow alone takes longer to load than this to run."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB, _BITS = 2, 8
_LEVEL = 1


def png(pixels: NDArray[np.uint8]) -> bytes:
    """Return a picture, (height, width, 4) in BGRA and opaque, as a PNG of 24 bits a pixel.

    Rows are left unfiltered: flat areas and a repeating dither compress better so.

    Source: PNG Specification, W3C Recommendation, third edition, 5.3 and 11.2.
    """
    height, width, _ = pixels.shape
    rows = np.zeros((height, 1 + 3 * width), np.uint8)  # a row begins with its filter: 0, none
    for channel in range(3):
        rows[:, 1 + channel :: 3] = pixels[:, :, 2 - channel]
    header = struct.pack(">IIBBBBB", width, height, _BITS, _RGB, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows.data, _LEVEL)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
