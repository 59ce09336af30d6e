"""Planes that follow a standing picture, against converting every picture whole."""

from __future__ import annotations

import numpy as np
import pytest
from av import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter

from renderer.frames import Repaint
from renderer.segments.pixels import PictureConverter, planes_of
from renderer.segments.video import encode_segment

WIDTH = 160


class Noise:
    """A standing picture in which noise comes up in boxes."""

    def __init__(self, order: str = "rgba", height: int = 88) -> None:
        self.random = np.random.default_rng(17)
        self.order = order
        self.height = height
        self.pixels = np.full((height, WIDTH, 4), 255, np.uint8)
        self.count = 0

    def repaint(self, *boxes: tuple[int, int, int, int]) -> Repaint:
        """Fill boxes with noise; the first time, all."""
        boxes = boxes if self.count else ((0, 0, WIDTH, self.height),)
        for left, top, right, bottom in boxes:
            part = self.pixels[top:bottom, left:right, :3]
            part[:] = self.random.integers(0, 256, part.shape)
        self.count += 1
        return Repaint(self.pixels, self.order, boxes, self.count - 1)

    def some(self) -> Repaint:
        """Fill two boxes of even sides, which may overlap."""
        boxes = []
        for _ in range(2):
            left, top = (
                self.random.integers(0, WIDTH // 2),
                self.random.integers(0, self.height // 2),
            )
            right = self.random.integers(left + 1, WIDTH // 2 + 1)
            bottom = self.random.integers(top + 1, self.height // 2 + 1)
            boxes.append((int(left) * 2, int(top) * 2, int(right) * 2, int(bottom) * 2))
        return self.repaint(*boxes)


def whole(repaint: Repaint) -> tuple[np.ndarray, ...]:
    """Convert a picture as if it were the first."""
    pixels = repaint.pixels if repaint.order == "bgra" else repaint.pixels[..., [2, 1, 0, 3]]
    return planes_of(PictureConverter().convert(np.ascontiguousarray(pixels)))


def same(one: tuple[np.ndarray, ...], other: tuple[np.ndarray, ...]) -> bool:
    """Tell whether planes are equal."""
    return all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("order", ["rgba", "bgra"])
@pytest.mark.parametrize("height", [88, 90])
def test_planes_that_follow_a_picture_are_those_of_the_whole_picture(
    order: str, height: int
) -> None:
    noise, converter = Noise(order, height), PictureConverter()
    for _ in range(40):
        repaint = noise.some()
        assert same(planes_of(converter.convert(repaint)), whole(repaint))


def test_a_picture_that_was_repainted_unseen_is_converted_whole() -> None:
    noise, converter = Noise(), PictureConverter()
    converter.convert(noise.some())
    noise.some()
    repaint = noise.some()
    assert same(planes_of(converter.convert(repaint)), whole(repaint))


def test_another_picture_in_between_is_no_part_of_the_standing_one() -> None:
    noise, converter = Noise(), PictureConverter()
    converter.convert(noise.some())
    converter.convert(np.zeros((88, WIDTH, 4), np.uint8))
    repaint = noise.some()
    assert same(planes_of(converter.convert(repaint)), whole(repaint))
    other = Noise().repaint()
    assert same(planes_of(converter.convert(other)), whole(other))


def test_rounding_is_the_same_as_that_of_the_accurate_converter() -> None:
    repaint = Noise("bgra").repaint()
    accurate = VideoReformatter().reformat(
        VideoFrame.from_numpy_buffer(repaint.pixels, format="bgra"),
        format="yuv420p",
        src_colorspace=Colorspace.ITU709,
        dst_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.JPEG,
        dst_color_range=ColorRange.MPEG,
        interpolation=Interpolation.AREA
        | Interpolation.ACCURATE_RND
        | Interpolation.BITEXACT
        | Interpolation.FULL_CHR_H_INP,
    )
    assert same(planes_of(accurate), planes_of(PictureConverter().convert(repaint)))


@pytest.mark.parametrize("height", [88, 90])
def test_the_encoder_does_not_look_back_at_planes_it_was_given(height: int) -> None:
    """They are shared with the encoder, and the next picture overwrites them."""
    noise, kept = Noise(height=height), []

    def standing():
        for _ in range(24):
            repaint = noise.some()
            kept.append(repaint.pixels[..., [2, 1, 0, 3]].copy())
            yield repaint

    followed = encode_segment(range(24), standing(), 24)
    assert followed == encode_segment(range(24), kept, 24)
