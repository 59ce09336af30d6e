"""Pictures -> one segment of video that joins any other of the same settings and size.

A segment knows nothing of its place in the film: its times start at 0. A picture that is held is
encoded once and lasts until the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import av
from av import VideoFrame
from av.video.codeccontext import VideoCodecContext
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

from renderer.errors import SegmentError
from renderer.plan.model import FPS
from renderer.segments.nal import avcc_of, encoder_of, picture_bytes
from renderer.segments.pixels import Picture, PictureConverter
from renderer.segments.settings import LONGEST, TICKS_A_FRAME, Settings

_GLOBAL_HEADER = 1 << 22
"""AV_CODEC_FLAG_GLOBAL_HEADER: parameter sets go to the extradata, not into the stream."""


@dataclass(frozen=True, slots=True)
class Packet:
    """One encoded picture.

    Args:
        data: NAL units, each behind its length in four bytes.
        pts: when it is shown, from the segment's start; it is decoded in the same order.
        duration: how long it is shown. Both in 1/90000 s.
    """

    data: bytes
    pts: int
    duration: int
    keyframe: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A closed group of pictures, independent of its place in the film.

    Args:
        frames: length in frames of the film.
        packets: the distinct pictures, a key frame first; their durations sum to the length.
        extradata: avcC, the same in every segment of a film.
        encoder: what made it ("x264 core 165 …").
    """

    width: int
    height: int
    frames: int
    packets: tuple[Packet, ...]
    extradata: bytes
    encoder: str

    @property
    def duration(self) -> int:
        """Return the length in 1/90000 s."""
        return self.frames * TICKS_A_FRAME

    @property
    def size(self) -> int:
        """Return the bytes of all pictures."""
        return sum(len(packet.data) for packet in self.packets)


def encode_segment(
    frames: Sequence[int],
    pictures: Iterable[Picture],
    length: int,
    settings: Settings | None = None,
    converter: PictureConverter | None = None,
) -> Segment:
    """Encode the distinct pictures of a stretch of film, `length` frames (at most 64) long.

    `frames` are when each picture appears, counted from the segment's start, ascending, 0 first.
    `converter` is one that followed the pictures so far, where they are a standing one.

    Raises:
        SegmentError: `segment-frames` for frames that do not fit the length, `picture-size` for
            pictures that cannot be encoded, `encoder-failed` when x264 gives up.
    """
    if not 1 <= length <= LONGEST:
        raise _frames(f"A segment has 1 to {LONGEST} frames, not {length}.")
    ends = [*frames[1:], length]
    if not frames or frames[0] or any(end <= at for at, end in zip(frames, ends, strict=True)):
        raise _frames("The frames of a segment start at 0, ascend and end before it does.")
    durations = [end - at for at, end in zip(frames, ends, strict=True)]
    settings = settings or Settings()
    converter = converter or PictureConverter()
    context: VideoCodecContext | None = None
    streams: list[bytes] = []
    try:
        for frame, picture in zip(frames, pictures, strict=True):
            converted = converter.convert(picture)
            if context is None:
                context = VideoCodecContext.create("libx264", "w")
                _set_up(context, converted, settings, durations)
            converted.pts, converted.time_base = frame, Fraction(1, FPS)
            streams += [bytes(packet) for packet in context.encode(converted)]
        if context is None:
            raise _frames("A segment has at least one picture.")
        streams += [bytes(packet) for packet in context.encode(None)]
    except av.FFmpegError as cause:
        raise _failed() from cause
    parameters = context.extradata or b""
    if len(streams) != len(frames):
        raise _failed()
    return Segment(
        width=context.width,
        height=context.height,
        frames=length,
        packets=tuple(
            Packet(picture_bytes(stream), at * TICKS_A_FRAME, lasts * TICKS_A_FRAME, at == 0)
            for stream, at, lasts in zip(streams, frames, durations, strict=True)
        ),
        extradata=avcc_of(parameters),
        encoder=encoder_of(parameters) or encoder_of(streams[0]) or "x264",
    )


def _set_up(
    context: VideoCodecContext, first: VideoFrame, settings: Settings, durations: Sequence[int]
) -> None:
    """Give a libx264 context, not yet open, all that decides a segment's bytes."""
    context.width, context.height = first.width, first.height
    context.pix_fmt = "yuv420p"
    context.time_base = Fraction(1, FPS)
    context.framerate = Fraction(FPS)
    context.thread_count = 1
    context.flags |= _GLOBAL_HEADER
    context.colorspace, context.color_range = Colorspace.ITU709, ColorRange.MPEG
    context.color_trc, context.color_primaries = ColorTrc.BT709, ColorPrimaries.BT709
    context.options = settings.options(first.width, first.height, durations)


def _frames(message: str) -> SegmentError:
    return SegmentError("segment-frames", message, ours=True)


def _failed() -> SegmentError:
    return SegmentError("encoder-failed", "The video encoder gave up on a segment.", ours=True)
