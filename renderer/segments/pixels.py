"""Painted pixels -> the YUV pictures that are encoded."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np
from av import VideoFrame
from av.video.reformatter import (
    ColorPrimaries,
    ColorRange,
    Colorspace,
    ColorTrc,
    Interpolation,
    VideoReformatter,
)
from numpy.typing import NDArray

from renderer.errors import SegmentError
from renderer.frames import Repaint

Bytes = NDArray[np.uint8]
Planes = tuple[Bytes, Bytes, Bytes]
"""Y (h, w), U and V (h/2, w/2), BT.709, limited range."""
Picture = Bytes | Planes | Repaint
"""BGRA (h, w, 4), opaque sRGB, or the planes it becomes, or a painter's standing picture."""

_EXACT = Interpolation.AREA | Interpolation.BITEXACT | Interpolation.FULL_CHR_H_INP
"""The same on every processor, and correctly rounded: chroma is the mean of its four pixels."""
_LEAST_SIDE = 4
"""px; below, swscale takes chroma as unscaled and rounds it in another way."""
_MOST_SIZES = 64


class PictureConverter:
    """Turns pictures of one size into frames of 8-bit 4:2:0, BT.709, limited range.

    It keeps the planes of the picture it converted last: of a standing picture only what changed
    is converted again. A frame shares them, so it is good until the next picture is converted.

    Source: ITU-R BT.709-6, with the ranges of 8-bit coding (Y 16..235, C 16..240).
    """

    def __init__(self) -> None:
        self._planes: Bytes | None = None
        self._standing: tuple[int, int] | None = None
        self._reformatters: OrderedDict[tuple[int, int], VideoReformatter] = OrderedDict()

    def convert(self, picture: Picture) -> VideoFrame:
        """Convert one picture.

        Raises:
            SegmentError: `picture-size` when it is not a picture of the size of the first.
        """
        width, height = _size_of(picture)
        if self._planes is None:
            if width % 2 or height % 2:
                raise _wrong("A picture's sides are not even.")
            self._planes = np.empty((height * 3 // 2, width), np.uint8)
        if self._planes.shape != (height * 3 // 2, width):
            raise _wrong("Pictures of one segment differ in size.")
        planes = split(self._planes)
        if isinstance(picture, tuple):
            for plane, pixels in zip(planes, picture, strict=True):
                plane[:] = pixels
        elif isinstance(picture, Repaint):
            self._follow(picture, planes)
        else:
            self._convert(picture, "bgra", planes)
        if not isinstance(picture, Repaint):
            self._standing = None
        return _frame_of(self._planes)

    def _follow(self, picture: Repaint, planes: Planes) -> None:
        """Convert of a standing picture what changed since it was seen last."""
        standing = (id(picture.pixels), picture.count)
        known = self._standing == standing
        height, width, _ = picture.pixels.shape
        y, u, v = planes
        for left, top, right, bottom in picture.changed if known else ((0, 0, width, height),):
            left, right = _widened(left, right, width)
            top, bottom = _widened(top, bottom, height)
            half = np.s_[top // 2 : bottom // 2, left // 2 : right // 2]
            part = (y[top:bottom, left:right], u[half], v[half])
            self._convert(picture.pixels[top:bottom, left:right], picture.order, part)
        self._standing = (id(picture.pixels), picture.count + 1)

    def _convert(self, pixels: Bytes, order: str, planes: Planes) -> None:
        """Convert pixels of even sides into planes, or parts of planes."""
        height, width, _ = pixels.shape
        if pixels.strides[1:] != (4, 1):
            pixels = np.ascontiguousarray(pixels)
        converted = self._reformatter(width, height).reformat(
            VideoFrame.from_numpy_buffer(pixels, format=order),
            format="yuv420p",
            src_colorspace=Colorspace.ITU709,
            dst_colorspace=Colorspace.ITU709,
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
            interpolation=_EXACT,
            threads=1,
        )
        for plane, pixels in zip(planes, _views(converted), strict=True):
            plane[:] = pixels

    def _reformatter(self, width: int, height: int) -> VideoReformatter:
        """Return the converter of a size: setting one up costs as much as a small picture."""
        size = (width, height)
        if size not in self._reformatters:
            self._reformatters[size] = VideoReformatter()
            if len(self._reformatters) > _MOST_SIZES:
                self._reformatters.popitem(last=False)
        self._reformatters.move_to_end(size)
        return self._reformatters[size]


def _widened(start: int, end: int, most: int) -> tuple[int, int]:
    """Make a side of a box as long as it must be for swscale to round it as it does a picture's."""
    end = min(most, max(end, start + _LEAST_SIDE))
    return max(0, min(start, end - _LEAST_SIDE)), end


def split(planes: Bytes) -> Planes:
    """Return Y, U and V of planes that stand below one another, (h * 3 / 2, w), without a copy."""
    height, width = planes.shape[0] * 2 // 3, planes.shape[1]
    quarter = height * width // 4
    flat = planes.reshape(-1)[height * width :]
    u, v = flat[:quarter], flat[quarter:]
    half = (height // 2, width // 2)
    return planes[:height], u.reshape(half), v.reshape(half)


def planes_of(frame: VideoFrame) -> Planes:
    """Copy the planes of a 4:2:0 frame."""
    y, u, v = _views(frame)
    return y.copy(), u.copy(), v.copy()


def _views(frame: VideoFrame) -> Planes:
    y, u, v = (
        np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)[
            : plane.height, : plane.width
        ]
        for plane in frame.planes
    )
    return y, u, v


def _frame_of(planes: Bytes) -> VideoFrame:
    """Return planes that stand below one another as a frame that shares them, if it can."""
    height, width = planes.shape[0] * 2 // 3, planes.shape[1]
    if height % 4:  # PyAV takes such a buffer for two rows less
        frame = VideoFrame(width, height, "yuv420p")
        for plane, pixels in zip(frame.planes, split(planes), strict=True):
            rows = np.zeros((plane.buffer_size // plane.line_size, plane.line_size), np.uint8)
            rows[: plane.height, : plane.width] = pixels
            plane.update(rows.tobytes())
    else:
        frame = VideoFrame.from_numpy_buffer(planes, format="yuv420p")
    frame.colorspace, frame.color_range = Colorspace.ITU709, ColorRange.MPEG
    frame.color_trc, frame.color_primaries = ColorTrc.BT709, ColorPrimaries.BT709
    return frame


def _size_of(picture: Picture) -> tuple[int, int]:
    """Check a picture's form and return its width and height in px."""
    if isinstance(picture, Repaint):
        picture = picture.pixels
    pixels = picture if isinstance(picture, tuple) else (picture,)
    if any(not isinstance(one, np.ndarray) or one.dtype != np.uint8 for one in pixels):
        raise _wrong("A picture is not made of bytes.")
    if isinstance(picture, tuple):
        height, width = picture[0].shape
        if [one.shape for one in picture[1:]] != [(height // 2, width // 2)] * 2:
            raise _wrong("A picture's planes do not fit together.")
    elif picture.ndim == 3 and picture.shape[2] == 4:
        height, width = picture.shape[:2]
    else:
        raise _wrong("A picture is not an array of BGRA pixels.")
    return width, height


def _wrong(message: str) -> SegmentError:
    return SegmentError("picture-size", message, ours=True)
