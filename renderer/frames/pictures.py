"""Pictures, decoded by Pillow within bounds, as Skia's."""

from __future__ import annotations

import io
import warnings

import numpy as np
import skia
from PIL import Image, UnidentifiedImageError

from renderer.errors import FrameError

MOST_PIXELS = 40_000_000
_FORMATS = ("PNG", "JPEG", "WEBP")


def decode(data: bytes, where: str) -> skia.Image:
    """Return a PNG, JPEG or WebP picture as Skia's; raises `FrameError` for anything else."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise FrameError(
                        "picture-too-large",
                        f"a picture has over {MOST_PIXELS // 1_000_000} million pixels",
                        where=where[:12],
                        remedy="Scale it down; a frame has two million at most.",
                    )
                pixels = np.asarray(picture.convert("RGBA"))
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
        OSError,
        ValueError,
        SyntaxError,
    ) as error:
        raise FrameError(
            "bad-picture",
            "a picture cannot be decoded",
            where=where[:12],
            remedy="Give a sound PNG, JPEG or WebP file.",
        ) from error
    image = skia.Image.fromarray(np.ascontiguousarray(pixels), colorType=skia.kRGBA_8888_ColorType)
    return image.withDefaultMipmaps()
