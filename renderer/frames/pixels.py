"""Pixels between Skia's own order of channels and the one that frames are handed on in."""

from __future__ import annotations

import numpy as np
import skia
from numpy.typing import NDArray

from renderer.text.sprites import NATIVE

IS_BGRA = NATIVE["colorType"] == skia.kBGRA_8888_ColorType
"""Whether this platform's Skia keeps blue first; most builds keep red first."""


def as_bgra(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a picture in Skia's own order, shape (height, width, 4), as BGRA."""
    if IS_BGRA:
        return pixels
    height, width, _ = pixels.shape
    swapped = np.empty_like(pixels)
    information = skia.ImageInfo.Make(
        width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType
    )
    picture = skia.Image.fromarray(pixels, **NATIVE, copy=False)
    picture.readPixels(information, swapped, swapped.strides[0])
    return swapped
