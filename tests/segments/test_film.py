"""A whole film: where it is cut, that its parts join, and that workers change nothing."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from renderer.errors import SegmentError
from renderer.frames import Painter, Repaint
from renderer.plan.held import distinct_frames
from renderer.plan.model import Plan
from renderer.segments import (
    SegmentRange,
    Settings,
    add_video_stream,
    encode_film,
    encode_segment,
    segment_ranges,
    video_packets,
)
from renderer.segments.pixels import PictureConverter, planes_of


def no_asset(digest: str) -> bytes:
    raise KeyError(digest)


def painter_of(plan: Plan, height: int = 176) -> partial[Painter]:
    return partial(Painter, plan, no_asset, height)


class Refuses:
    """A painter that cannot draw."""

    def repaint(self, n: int, /) -> Repaint:
        """Refuse the first frame."""
        raise SegmentError("picture-size", "Refused.", f"frame {n - n}")


class Exits:
    """A painter that takes its process with it."""

    def repaint(self, n: int, /) -> Repaint:
        """End the process."""
        os._exit(n % 2 + 3)


def test_a_film_is_cut_at_scenes_and_every_64_frames_and_its_first_segment_is_short(
    plan: Plan,
) -> None:
    assert segment_ranges(plan) == (
        SegmentRange("one", 0, 16),
        SegmentRange("one", 16, 48),
        SegmentRange("two", 64, 64),
        SegmentRange("two", 128, 64),
        SegmentRange("two", 192, 32),
        SegmentRange("three", 224, 16),
    )


def test_each_segment_holds_its_first_and_its_distinct_frames(plan: Plan) -> None:
    segments = encode_film(plan, painter_of(plan))
    distinct = set(distinct_frames(plan))
    for cut, segment in zip(segment_ranges(plan), segments, strict=True):
        shown = [cut.start + packet.pts // 3000 for packet in segment.packets]
        expected = {n for n in range(cut.start, cut.end) if n in distinct} | {cut.start}
        assert shown == sorted(expected)
        assert sum(packet.duration for packet in segment.packets) == cut.frames * 3000


def test_workers_change_nothing(plan: Plan) -> None:
    painter = painter_of(plan)
    assert encode_film(plan, painter, workers=2) == encode_film(plan, painter, workers=1)


def test_a_segment_does_not_depend_on_its_place(plan: Plan) -> None:
    _, second, third = plan.scenes
    scenes = (replace(third, start=0), replace(second, start=16))
    later = replace(plan, scenes=scenes, frames=176)
    assert encode_film(later, painter_of(later))[1:] == encode_film(plan, painter_of(plan))[2:5]


def test_every_frame_is_heard_of(plan: Plan) -> None:
    heard: list[int] = []
    encode_film(plan, painter_of(plan), listen=heard.append)
    assert heard == [16, 48, 64, 64, 32, 16]


@pytest.mark.parametrize("qp", [21, 30])
def test_segments_join_to_one_stream_without_encoding(plan: Plan, tmp_path: Path, qp: int) -> None:
    segments = encode_film(plan, painter_of(plan), settings=Settings(qp=qp))
    path = tmp_path / "film.mp4"
    with av.open(str(path), "w") as container:
        stream = add_video_stream(container, segments)
        for packet in video_packets(segments, stream):
            container.mux(packet)
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        assert stream.codec_context.extradata == segments[0].extradata
        assert stream.duration * stream.time_base == plan.frames / 30
        pictures = list(container.decode(stream))
    assert pictures[0].pts == 0
    assert [picture.key_frame for picture in pictures].count(True) == len(segments)
    assert not any(picture.is_corrupt for picture in pictures)
    drawn = planes_of(PictureConverter().convert(painter_of(plan)().paint(plan.frames - 1)))[0]
    assert np.abs(planes_of(pictures[-1])[0].astype(int) - drawn).mean() < 1
    for before, after in pairwise(pictures):
        assert before.pts + before.duration == after.pts
    assert pictures[-1].pts + pictures[-1].duration == plan.frames * 3000


def test_segments_of_two_sizes_do_not_join(plan: Plan) -> None:
    small = encode_segment([0], [np.zeros((176, 320, 4), np.uint8)], 4)
    large = encode_segment([0], [np.zeros((352, 640, 4), np.uint8)], 4)
    with av.open("/dev/null", "w", format="mp4") as container, pytest.raises(SegmentError) as error:
        add_video_stream(container, [small, large])
    assert error.value.code == "segments-differ"


def test_a_refusal_keeps_its_code_and_place_across_processes(plan: Plan) -> None:
    for workers in (1, 2):
        with pytest.raises(SegmentError) as caught:
            encode_film(plan, Refuses, workers)
        assert (caught.value.code, caught.value.where) == ("picture-size", "frame 0")


def test_a_dead_worker_is_an_error(plan: Plan) -> None:
    with pytest.raises(SegmentError) as caught:
        encode_film(plan, Exits, workers=2)
    assert caught.value.code == "worker-died"


def test_a_film_without_frames_is_refused(plan: Plan) -> None:
    with pytest.raises(SegmentError) as caught:
        encode_film(replace(plan, scenes=(), frames=0), painter_of(plan))
    assert caught.value.code == "segment-frames"
