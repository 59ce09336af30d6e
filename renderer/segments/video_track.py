"""Segments -> one video stream of a container, joined without being encoded again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from io import BytesIO
from typing import cast

import av
from av.container import OutputContainer
from av.video.stream import VideoStream

from renderer.errors import SegmentError
from renderer.segments.nal import byte_stream, parameter_stream
from renderer.segments.settings import TIMESCALE
from renderer.segments.video import Segment


def check_joins(segments: Sequence[Segment]) -> None:
    """Check that segments are of one size and set-up, so that they join as they are.

    Raises:
        SegmentError: `segments-differ`.
    """
    if len({(one.extradata, one.width, one.height) for one in segments}) != 1:
        raise SegmentError(
            "segments-differ", "Segments of one film do not join: their set-up differs.", ours=True
        )


def add_video_stream(container: OutputContainer, segments: Sequence[Segment]) -> VideoStream:
    """Add a stream to a container that is being written, to mux `video_packets` into.

    Its parameters are read from the segments themselves, whatever settings made them.

    Raises:
        SegmentError: `segments-differ` when the segments do not join.
    """
    check_joins(segments)
    first = segments[0]
    start = parameter_stream(first.extradata) + byte_stream(first.packets[0].data)
    with av.open(BytesIO(start), format="h264") as source:
        stream = container.add_stream_from_template(source.streams.video[0])
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
