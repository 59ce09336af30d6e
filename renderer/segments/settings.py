"""How pictures are encoded: one fixed set of x264 options, so that any two segments join."""

from __future__ import annotations

from dataclasses import dataclass

from renderer.errors import SegmentError

TIMESCALE = 90_000
"""Ticks a second of every time in a segment."""
TICKS_A_FRAME = 3_000
"""One frame at 30 frames a second."""
LONGEST = 64
"""Frames between two key frames, at most."""

_BLOCKS_OF_LEVEL = ((3_600, "3.1"), (8_192, "4.0"))
"""Most macroblocks in a picture at 30 frames a second, by level.

Source: ITU-T H.264, table A-1 (MaxMBPS / 30 and MaxFS).
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides the bytes of a segment, besides its pictures.

    Adaptive quantisation is off: it takes bits from the edges of text to spend them on flat ground,
    where this content needs none (measured: 3 to 5 dB better for the same bytes). A constant rate
    factor would spend most on frames in which little changes; a constant quantiser costs nothing
    to decide. Looking ahead, B-frames and scene cuts would tie frames together that a cache has to
    keep apart. Deblocking softens edges that are meant to be sharp. `docs/decisions/009` has the
    figures.

    Args:
        qp: quantiser of x264; less is better and bigger.
        preset: of x264.
        subme: subpixel refinement of x264; 0 spares it interpolating every picture.
    """

    qp: int = 21
    preset: str = "superfast"
    subme: int = 0

    def options(self, width: int, height: int) -> dict[str, str]:
        """List the options of FFmpeg's libx264 for pictures of a size in px.

        Raises:
            SegmentError: `picture-size` for a size that 4:2:0 or the level does not allow.
        """
        params = {
            "threads": 1,
            "cpu-independent": 1,
            "bframes": 0,
            "keyint": LONGEST,
            "min-keyint": LONGEST,
            "open-gop": 0,
            "scenecut": 0,
            "rc-lookahead": 0,
            "sync-lookahead": 0,
            "mbtree": 0,
            "weightp": 0,
            "aq-mode": 0,
            "ref": 1,
            "no-deblock": 1,
            "subme": self.subme,
        }
        return {
            "preset": self.preset,
            "profile": "high",
            "level": level_of(width, height),
            "qp": str(self.qp),
            "x264-params": ":".join(f"{name}={value}" for name, value in params.items()),
        }


def level_of(width: int, height: int) -> str:
    """Choose the H.264 level that holds pictures of a size at 30 frames a second.

    Raises:
        SegmentError: `picture-size`.
    """
    if min(width, height) < 2 or width % 2 or height % 2:
        raise _size(f"Pictures of {width}x{height} px cannot be encoded: sides have to be even.")
    blocks = -(-width // 16) * -(-height // 16)
    for most, level in _BLOCKS_OF_LEVEL:
        if blocks <= most:
            return level
    raise _size(f"Pictures of {width}x{height} px are larger than 1920x1088.")


def _size(message: str) -> SegmentError:
    return SegmentError("picture-size", message, remedy="Render at 720p or 1080p.")
