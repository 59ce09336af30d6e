"""Segments and sound as fragments of MP4: any demuxer reads them, and only their place moves."""

from __future__ import annotations

import io
from functools import partial

import av
import numpy as np
import pytest

from renderer.frames import Painter
from renderer.plan.model import Plan
from renderer.segments import Segment, encode_audio, encode_film, segment_ranges
from renderer.segments.fragments import (
    audio_fragment,
    audio_header,
    audio_spans,
    codec_of,
    video_fragment,
    video_header,
)
from renderer.segments.made_by import blank_segment


@pytest.fixture(scope="module")
def segments(plan: Plan) -> list[Segment]:
    return encode_film(plan, partial(Painter, plan, lambda digest: digest.encode(), 176))


def boxes(data: bytes) -> list[tuple[bytes, bytes]]:
    """Split a file into its boxes."""
    found, at = [], 0
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        found.append((data[at + 4 : at + 8], data[at + 8 : at + size]))
        at += size
    assert at == len(data)
    return found


def test_video_reads_back_with_every_packet_in_its_place(
    plan: Plan, segments: list[Segment]
) -> None:
    places = [place.start for place in segment_ranges(plan)]
    parts = map(video_fragment, segments, places)
    with av.open(io.BytesIO(video_header(segments[0], "fra") + b"".join(parts))) as file:
        stream = file.streams.video[0]
        assert (stream.codec_context.width, stream.codec_context.height) == (320, 176)
        assert stream.codec_context.extradata == segments[0].extradata
        assert stream.language == "fra"
        packets = [packet for packet in file.demux(stream) if packet.size]
    expected = [
        (place * 3000 + packet.pts, packet.duration, packet.keyframe, packet.data)
        for place, segment in zip(places, segments, strict=True)
        for packet in segment.packets
    ]
    assert [(p.pts, p.duration, p.is_keyframe, bytes(p)) for p in packets] == expected


def test_a_fragment_plays_alone_from_any_place(segments: list[Segment]) -> None:
    file = video_header(segments[0], "eng") + video_fragment(segments[2], 100_000)
    with av.open(io.BytesIO(file)) as container:
        frames = list(container.decode(video=0))
    assert len(frames) == len(segments[2].packets)
    assert frames[0].pts == 100_000 * 3000


def test_only_number_and_time_of_a_fragment_depend_on_its_place(segments: list[Segment]) -> None:
    here, there = video_fragment(segments[2], 64), video_fragment(segments[2], 90_000)
    differ = np.flatnonzero(np.frombuffer(here, "u1") != np.frombuffer(there, "u1"))
    number = range(here.index(b"mfhd") + 8, here.index(b"mfhd") + 12)
    time = range(here.index(b"tfdt") + 8, here.index(b"tfdt") + 16)
    assert len(here) == len(there)
    assert set(differ.tolist()) <= {*number, *time}
    assert [kind for kind, _ in boxes(here)] == [b"moof", b"mdat"]


def test_a_header_is_known_before_a_pixel_is_drawn(segments: list[Segment]) -> None:
    setup = blank_segment(320, 176)
    assert video_header(setup, "eng") == video_header(segments[3], "eng")
    assert [kind for kind, _ in boxes(video_header(setup, "eng"))] == [b"ftyp", b"moov"]
    assert codec_of(setup.extradata) == "avc1.64001f"


def test_sound_is_cut_between_packets_and_none_is_lost(plan: Plan) -> None:
    tone = np.sin(np.arange(plan.frames * 1600) / 20).astype(np.float32) * 0.3
    track = encode_audio(tone)
    spans = audio_spans(segment_ranges(plan))
    assert [span[0] for span in spans] == [place.start * 1600 for place in segment_ranges(plan)]
    file = audio_header(track, "kor") + b"".join(audio_fragment(track, span) for span in spans)
    with av.open(io.BytesIO(file)) as container:
        stream = container.streams.audio[0]
        assert (stream.codec_context.sample_rate, stream.codec_context.channels) == (48_000, 1)
        packets = [packet for packet in container.demux(stream) if packet.size]
    kept = [one for one in track.packets if one.pts >= 0]
    assert [(p.pts, bytes(p)) for p in packets] == [(one.pts, one.data) for one in kept]
    assert packets[0].pts == 0
    assert spans[-1][1] == plan.frames * 1600
    with av.open(io.BytesIO(file)) as container:
        heard = np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])
    assert len(heard) - len(tone) in range(1024)
    assert np.abs(heard[1024 : len(tone)] - tone[1024:]).max() < 0.05


def test_scenes_off_the_grid_of_packets_leave_no_hole(plan: Plan) -> None:
    ranges = segment_ranges(plan)
    shifted = [
        type(one)(one.scene, one.start + 5 * (at > 0), one.frames) for at, one in enumerate(ranges)
    ]
    spans = audio_spans(shifted)
    assert all(start % 1024 == 0 for start, _ in spans)
    assert [end for _, end in spans[:-1]] == [start for start, _ in spans[1:]]
    for place, (start, _) in zip(shifted, spans, strict=True):
        assert 0 <= start - place.start * 1600 < 1024
