"""What decides a segment's bytes besides what it shows: the programs that draw and encode it.

The painter's own version is the hash of its source: nobody has to remember to raise a number.
"""

from __future__ import annotations

import platform
from functools import lru_cache
from importlib.metadata import version
from typing import Any

import av
import numpy as np

from renderer.segments.settings import Settings
from renderer.segments.video import Segment, encode_segment
from renderer.store import source_of

_DRAWING = ("frames", "text", "plan/display.py", "plan/easing.py", "plan/held.py", "segments")
_SOUNDING = ("segments",)
_PROGRAMS = ("skia-python", "pillow", "numpy", "av")
"""Pillow decodes pictures, numpy adds up grounds."""


@lru_cache(maxsize=1)
def drawn_by() -> dict[str, Any]:
    """Return the versions of all that turns a plan into a segment."""
    return {
        "programs": {name: version(name) for name in _PROGRAMS},
        "libraries": {name: list(number) for name, number in sorted(av.library_versions.items())},
        "x264": blank_segment(16, 16).encoder,
        "machine": platform.machine(),
        "source": source_of(*_DRAWING),
    }


@lru_cache(maxsize=1)
def sounded_by() -> dict[str, Any]:
    """Return the versions of all that turns speech and music into a track."""
    return {
        "programs": {name: version(name) for name in ("numpy", "av")},
        "libraries": {name: list(number) for name, number in sorted(av.library_versions.items())},
        "machine": platform.machine(),
        "source": source_of(*_SOUNDING),
    }


@lru_cache(maxsize=8)
def blank_segment(width: int, height: int, settings: Settings | None = None) -> Segment:
    """Encode one black picture: its set-up (avcC) is that of any segment of this size.

    Raises:
        SegmentError: `picture-size`.
    """
    black = np.full((height, width), 16, np.uint8)
    grey = np.full((height // 2, width // 2), 128, np.uint8)
    return encode_segment([0], [(black, grey, grey)], 1, settings)
