"""How pictures are encoded: one fixed set of x264 options, so that any two segments join."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from renderer.errors import SegmentError

TIMESCALE = 90_000
"""Ticks a second of every time in a segment."""
TICKS_A_FRAME = 3_000
"""One frame at 30 frames a second."""
LONGEST = 64
"""Frames between two key frames, at most."""
RESTS = 3
"""Frames from which on a picture counts as resting: people see it, not the movement."""

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

    A picture that moves on at once need not be as good as one that rests: the last of a movement,
    which stays, is coded finely whatever went before.

    Args:
        qp: quantiser of x264 for key frames and pictures that rest; less is better and bigger.
        moving_qp: that of pictures which the next soon replaces; never finer.
        preset: of x264.
        subme: subpixel refinement of x264; 0 spares it interpolating every picture.
    """

    qp: int = 18
    moving_qp: int = 28
    preset: str = "superfast"
    subme: int = 0

    def options(self, width: int, height: int, durations: Sequence[int]) -> dict[str, str]:
        """List the options of FFmpeg's libx264 for pictures of a size in px.

        `durations`: of every picture of the segment, in frames.

        Raises:
            SegmentError: `picture-size` for a size that 4:2:0 or the level does not allow.
        """
        moving = max(self.qp, self.moving_qp)
        resting = [at for at, frames in enumerate(durations) if at and frames >= RESTS]
        params: dict[str, int | float | str] = {
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
            # Key frames are better than others by just the difference; it bounds all quantisers.
            "ipratio": round(2 ** ((moving - self.qp) / 6), 6),
        }
        if resting:
            params["zones"] = "/".join(f"{at},{at},q={self.qp}" for at in resting)
        return {
            "preset": self.preset,
            "profile": "high",
            "level": level_of(width, height),
            "qp": str(moving),
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
