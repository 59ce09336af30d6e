"""Painted pixels -> the YUV pictures that are encoded."""

from __future__ import annotations

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

Bytes = NDArray[np.uint8]
Planes = tuple[Bytes, Bytes, Bytes]
"""Y (h, w), U and V (h/2, w/2), BT.709, limited range."""
Picture = Bytes | Planes
"""BGRA (h, w, 4), opaque sRGB, or the planes it becomes."""

_EXACT = (
    Interpolation.AREA
    | Interpolation.ACCURATE_RND
    | Interpolation.BITEXACT
    | Interpolation.FULL_CHR_H_INP
)
"""The same on every processor, and correctly rounded: chroma is the mean of its four pixels."""


class PictureConverter:
    """Turns pictures of one size into frames of 8-bit 4:2:0, BT.709, limited range.

    Source: ITU-R BT.709-6, with the ranges of 8-bit coding (Y 16..235, C 16..240).
    """

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()
        self._size: tuple[int, int] | None = None

    def convert(self, picture: Picture) -> VideoFrame:
        """Convert one picture.

        Raises:
            SegmentError: `picture-size` when it is not a picture of the size of the first.
        """
        size = _size_of(picture)
        if self._size not in (None, size):
            raise _wrong("Pictures of one segment differ in size.")
        self._size = size
        if isinstance(picture, tuple):
            return _from_planes(picture)
        whole = np.ascontiguousarray(picture)
        return self._reformatter.reformat(
            VideoFrame.from_numpy_buffer(whole, format="bgra"),
            format="yuv420p",
            src_colorspace=Colorspace.ITU709,
            dst_colorspace=Colorspace.ITU709,
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
            dst_color_trc=ColorTrc.BT709,
            dst_color_primaries=ColorPrimaries.BT709,
            interpolation=_EXACT,
            threads=1,
        )


def planes_of(frame: VideoFrame) -> Planes:
    """Copy the planes of a 4:2:0 frame."""
    y, u, v = (
        np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)[
            : plane.height, : plane.width
        ]
        for plane in frame.planes
    )
    return y.copy(), u.copy(), v.copy()


def _from_planes(planes: Planes) -> VideoFrame:
    height, width = planes[0].shape
    frame = VideoFrame(width, height, "yuv420p")
    for plane, pixels in zip(frame.planes, planes, strict=True):
        rows = np.zeros((plane.buffer_size // plane.line_size, plane.line_size), np.uint8)
        rows[: plane.height, : plane.width] = pixels
        plane.update(rows.tobytes())
    frame.colorspace, frame.color_range = Colorspace.ITU709, ColorRange.MPEG
    frame.color_trc, frame.color_primaries = ColorTrc.BT709, ColorPrimaries.BT709
    return frame


def _size_of(picture: Picture) -> tuple[int, int]:
    """Check a picture's form and return its width and height in px."""
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
