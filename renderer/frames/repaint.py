"""Repaint: a frame as one standing picture and the places in it that are new."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Repaint:
    """A frame of a painter that keeps its picture.

    Args:
        pixels: (height, width, 4), opaque sRGB; the painter's own, until it repaints again.
        order: of the channels, "rgba" or "bgra".
        changed: boxes (left, top, right, bottom) in px outside of which the picture is the one of
            the repaint before; sides are even, or the picture's own.
        count: how many repaints there were of this picture before; 0 has changed as a whole.
    """

    pixels: NDArray[np.uint8]
    order: str
    changed: tuple[tuple[int, int, int, int], ...]
    count: int
