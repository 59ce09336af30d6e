"""A still as PNG: what any reader makes of it is what was painted."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from api.cli.png import png


@pytest.mark.parametrize(("height", "width"), [(1, 1), (3, 2), (7, 64)])
def test_a_reader_gets_the_pixels_that_were_written(height: int, width: int) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (height, width, 4), np.uint8)
    with Image.open(BytesIO(png(pixels))) as image:
        image.load()  # checks sums
        assert (image.format, image.mode, image.size) == ("PNG", "RGB", (width, height))
        assert np.array_equal(np.asarray(image), pixels[:, :, 2::-1])


def test_the_same_pixels_are_the_same_bytes() -> None:
    pixels = np.full((9, 16, 4), 200, np.uint8)
    assert png(pixels) == png(pixels.copy())
