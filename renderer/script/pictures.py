"""Pictures of a pack, opened by Pillow to tell what they are; nothing is decoded here."""

from __future__ import annotations

import io
import warnings

from PIL import Image, UnidentifiedImageError

from renderer.errors import RenderError

KINDS = ("PNG", "JPEG", "WEBP")
MAX_PIXELS = 40_000_000


def measure(name: str, data: bytes) -> tuple[str, tuple[float, float]]:
    """Return a picture's kind, one of `KINDS`, and its (width, height) in px.

    Raises:
        RenderError: `asset-kind` when it is none of them, broken, or too large.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            with Image.open(io.BytesIO(data), formats=list(KINDS)) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise RenderError("asset-kind", f"{name} has more than {MAX_PIXELS} pixels")
                found = str(image.format), (float(image.width), float(image.height))
                image.verify()
        except (
            UnidentifiedImageError,
            OSError,
            SyntaxError,
            ValueError,
            Warning,
            Image.DecompressionBombError,
        ) as cause:
            raise RenderError(
                "asset-kind",
                f"{name} is no picture that can be read",
                remedy="PNG, JPEG and WebP are.",
            ) from cause
    return found
