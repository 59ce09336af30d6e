"""Segments -> one video stream of a container, joined without being encoded again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import cast

import av
from av.container import OutputContainer
from av.video.stream import VideoStream

from renderer.errors import SegmentError
from renderer.plan.model import FPS
from renderer.segments.nal import byte_stream
from renderer.segments.settings import TIMESCALE, Settings
from renderer.segments.video import Segment, set_up


def check_joins(segments: Sequence[Segment]) -> None:
    """Check that segments are of one size and set-up, so that they join as they are.

    Raises:
        SegmentError: `segments-differ`.
    """
    if len({(one.extradata, one.width, one.height) for one in segments}) != 1:
        raise SegmentError(
            "segments-differ", "Segments of one film do not join: their set-up differs.", ours=True
        )


def add_video_stream(
    container: OutputContainer, segments: Sequence[Segment], settings: Settings | None = None
) -> VideoStream:
    """Add a stream to a container that is being written, to mux `video_packets` into.

    The stream's own encoder only lends its parameters; `settings` are those of the segments. Of
    their order and times nothing is stored here: any segments of the same kind may follow.

    Raises:
        SegmentError: `segments-differ` when the segments do not join.
    """
    check_joins(segments)
    first = segments[0]
    stream = container.add_stream("libx264", rate=FPS)
    set_up(stream.codec_context, first.width, first.height, settings or Settings())
    stream.time_base = Fraction(1, TIMESCALE)
    return stream


def video_packets(
    segments: Sequence[Segment], stream: VideoStream, start: int = 0
) -> Iterator[av.Packet[VideoStream]]:
    """Yield the packets of segments, one after the other, from `start` (1/90000 s) on."""
    for segment in segments:
        for packet in segment.packets:
            one = cast("av.Packet[VideoStream]", av.Packet(byte_stream(packet.data)))
            one.pts = one.dts = start + packet.pts
            one.duration = packet.duration
            one.time_base = Fraction(1, TIMESCALE)
            one.is_keyframe = packet.keyframe
            one.stream = stream
            yield one
        start += segment.duration
