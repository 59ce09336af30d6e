"""The pictures of a package: the poster, and the teaser for an e-mail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]
"""Height x width x 4, BGRA, opaque sRGB."""

TEASER_PX = 480
"""Longer side of the teaser."""


def teaser_height(width: int, height: int) -> int:
    """Return how high to draw a film of a size for its teaser, in px."""
    return height * TEASER_PX // max(width, height)


def picture(pixels: Pixels) -> Image.Image:
    """Return a frame as a picture."""
    height, width, _ = pixels.shape
    rows = np.ascontiguousarray(pixels)
    return Image.frombuffer("RGB", (width, height), rows, "raw", "BGRX", 0, 1)


def poster_jpg(frames: Sequence[Pixels]) -> bytes:
    """Return a frame, the only one, as the JPEG that stands where the film will play."""
    (pixels,) = frames
    out = BytesIO()
    picture(pixels).save(out, "JPEG", quality=86, optimize=True, progressive=True)
    return out.getvalue()


def teaser_gif(frames: Iterable[Pixels], seconds_a_frame: float) -> bytes:
    """Return frames as a small looping GIF; the first says all, for clients that show only it.

    One palette, taken from the first and last frame, serves every frame, so that nothing flickers.
    """
    small = []
    for frame in frames:
        image = picture(frame)
        image.thumbnail((TEASER_PX, TEASER_PX), Image.Resampling.LANCZOS)
        small.append(image)
    both = Image.new("RGB", (small[0].width, small[0].height * 2))
    both.paste(small[0], (0, 0))
    both.paste(small[-1], (0, small[0].height))
    palette = both.quantize(255, method=Image.Quantize.MEDIANCUT)
    indexed = [image.quantize(palette=palette, dither=Image.Dither.NONE) for image in small]
    out = BytesIO()
    indexed[0].save(
        out,
        "GIF",
        save_all=True,
        append_images=indexed[1:],
        duration=round(seconds_a_frame * 1000),
        loop=0,
        optimize=False,
    )
    return out.getvalue()
