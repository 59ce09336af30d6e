"""One segment: what is in it, and that it is the same every time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

from renderer.errors import SegmentError
from renderer.segments.nal import kind_of, units_of
from renderer.segments.pixels import PictureConverter, planes_of
from renderer.segments.settings import Settings, level_of
from renderer.segments.video import Segment, encode_segment
from tests.segments.annex_b import byte_stream

IDR, SLICE = 5, 1


def film(squares, frames: list[int], length: int, settings: Settings | None = None) -> Segment:
    return encode_segment(frames, map(squares.paint, frames), length, settings)


def test_only_distinct_pictures_are_encoded_and_the_last_is_held(squares) -> None:
    segment = film(squares, [0, 1, 2, 10], 64)
    assert [(packet.pts, packet.duration) for packet in segment.packets] == [
        (0, 3000),
        (3000, 3000),
        (6000, 24000),
        (30000, 162000),
    ]
    assert sum(packet.duration for packet in segment.packets) == segment.duration == 64 * 3000


def test_a_segment_is_one_key_frame_and_what_follows_from_it(squares) -> None:
    segment = film(squares, list(range(64)), 64)
    assert [packet.keyframe for packet in segment.packets] == [True] + [False] * 63
    kinds = [{kind_of(u) for u in units_of(byte_stream(p.data))} for p in segment.packets]
    assert kinds == [{IDR}] + [{SLICE}] * 63


def test_every_picture_comes_back_in_order_at_its_time(squares, decoded) -> None:
    frames = [0, 3, 4, 20]
    pictures = decoded([film(squares, frames, 32)])
    assert [picture.pts for picture in pictures] == [n * 3000 for n in frames]
    for n, picture in zip(frames, pictures, strict=True):
        drawn = planes_of(PictureConverter().convert(squares.paint(n)))[0].astype(int)
        shown = planes_of(picture)[0].astype(int)
        assert np.abs(drawn - shown).mean() < 1


def test_a_brands_colour_comes_back_as_it_was(decoded) -> None:
    for red, green, blue in ((0x43, 0x38, 0xF0), (0xF2, 0x60, 0x2B), (0xF5, 0xF6, 0xFC), (0, 0, 0)):
        flat = np.full((176, 320, 4), 255, np.uint8)
        flat[..., :3] = (blue, green, red)
        (picture,) = decoded([encode_segment([0], [flat], 16)])
        shown = picture.reformat(
            format="rgb24",
            src_colorspace=Colorspace.ITU709,
            dst_colorspace=Colorspace.ITU709,
        ).to_ndarray()
        assert np.abs(shown.astype(int) - (red, green, blue)).max() <= 3


def test_white_and_black_have_the_limits_of_bt709() -> None:
    picture = np.zeros((176, 320, 4), np.uint8)
    picture[:, 160:] = 255
    y, u, v = planes_of(PictureConverter().convert(picture))
    assert (y[0, 0], y[0, -1]) == (16, 235)
    assert (u[0, 0], v[0, -1]) == (128, 128)


def test_pixels_become_yuv_by_the_formula_of_bt709() -> None:
    """Source: ITU-R BT.709-6, 3.2 to 3.4; chroma is the mean of the four pixels it stands for."""
    picture = np.random.default_rng(3).integers(0, 256, (64, 96, 4)).astype(np.uint8)
    blue, green, red = (picture[..., at].astype(float) for at in range(3))
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    expected = [16 + 219 / 255 * luma]
    for difference in ((blue - luma) / 1.8556, (red - luma) / 1.5748):
        chroma = 128 + 224 / 255 * difference
        expected.append(chroma.reshape(32, 2, 48, 2).mean((1, 3)))
    for plane, exact in zip(planes_of(PictureConverter().convert(picture)), expected, strict=True):
        assert np.abs(plane - exact).max() < 0.6


def test_the_picture_says_which_colours_it_means(squares, decoded) -> None:
    (picture,) = decoded([film(squares, [0], 16)])
    assert picture.colorspace == Colorspace.ITU709
    assert picture.color_range == ColorRange.MPEG
    assert picture.color_primaries == ColorPrimaries.BT709
    assert picture.color_trc == ColorTrc.BT709
    assert picture.format.name == "yuv420p"


def test_segments_of_any_content_and_length_share_their_set_up(squares) -> None:
    dark = np.zeros((176, 320, 4), np.uint8)
    segments = [
        film(squares, [0], 1),
        film(squares, list(range(64)), 64),
        encode_segment([0, 5], [dark, dark + 255], 30),
    ]
    assert len({segment.extradata for segment in segments}) == 1
    assert segments[0].extradata[:4] == bytes((1, 100, segments[0].extradata[2], 31))


def test_the_same_pictures_give_the_same_bytes(squares) -> None:
    assert film(squares, list(range(20)), 20) == film(squares, list(range(20)), 20)


def test_planes_and_the_pixels_they_come_from_give_the_same_bytes(squares) -> None:
    pixels = [squares.paint(n) for n in range(4)]
    planes = [planes_of(PictureConverter().convert(picture)) for picture in pixels]
    assert encode_segment(range(4), planes, 8) == encode_segment(range(4), pixels, 8)


def test_a_gradient_keeps_its_steps(decoded) -> None:
    """A dithered ground of 24 levels over 640 px: no block drifts by half a level or more."""
    noise = np.random.default_rng(7).random((352, 640))
    ramp = np.floor(20 + 24 * np.arange(640) / 640 + noise).astype(np.uint8)
    picture = np.dstack([ramp, ramp, ramp, np.full_like(ramp, 255)])
    (shown,) = decoded([encode_segment([0], [picture], 64)])
    drawn = planes_of(PictureConverter().convert(picture))[0]
    blocks = [plane.reshape(22, 16, 40, 16).mean((1, 3)) for plane in (drawn, planes_of(shown)[0])]
    assert np.abs(blocks[0] - blocks[1]).max() < 0.5


@pytest.mark.parametrize("frames", [[], [1], [0, 2, 2], [0, 3, 1], [0, 32], [-1]])
def test_frames_that_do_not_fit_are_refused(squares, frames: list[int]) -> None:
    with pytest.raises(SegmentError) as caught:
        film(squares, frames, 32)
    assert caught.value.code == "segment-frames"


@pytest.mark.parametrize("length", [0, 65, -1])
def test_a_segment_has_at_most_64_frames(squares, length: int) -> None:
    with pytest.raises(SegmentError) as caught:
        film(squares, [0], length)
    assert caught.value.code == "segment-frames"


@pytest.mark.parametrize(
    "picture",
    [
        np.zeros((176, 321, 4), np.uint8),
        np.zeros((175, 320, 4), np.uint8),
        np.zeros((176, 320, 3), np.uint8),
        np.zeros((176, 320, 4), np.float32),
        np.zeros((2160, 3840, 4), np.uint8),
        (np.zeros((8, 8), np.uint8), np.zeros((4, 4), np.uint8), np.zeros((4, 5), np.uint8)),
    ],
)
def test_pictures_that_cannot_be_encoded_are_refused(picture) -> None:
    with pytest.raises(SegmentError) as caught:
        encode_segment([0], [picture], 4)
    assert caught.value.code == "picture-size"


def test_pictures_of_one_segment_have_one_size() -> None:
    pictures = [np.zeros((176, 320, 4), np.uint8), np.zeros((176, 304, 4), np.uint8)]
    with pytest.raises(SegmentError, match="differ in size"):
        encode_segment([0, 1], pictures, 4)


def test_what_rests_is_better_than_what_moves_and_as_good_as_a_key_frame(decoded) -> None:
    noise = np.random.default_rng(5).integers(64, 192, (4, 176, 320, 4)).astype(np.uint8)
    frames = [0, 1, 2, 3]
    shown = [planes_of(one)[0] for one in decoded([encode_segment(frames, noise, 32)])]
    drawn = [planes_of(PictureConverter().convert(one))[0] for one in noise]
    key, *moving, resting = (
        float(np.square(one.astype(int) - other).mean())
        for one, other in zip(shown, drawn, strict=True)
    )
    assert resting == pytest.approx(key, rel=0.2)
    assert min(moving) > 3 * resting


def test_an_encoder_that_refuses_its_options_is_an_error(squares) -> None:
    with pytest.raises(SegmentError) as caught:
        film(squares, [0], 4, replace(Settings(), preset="no-such-preset"))
    assert caught.value.code == "encoder-failed"


@pytest.mark.parametrize(
    ("size", "level"),
    [((1280, 720), "3.1"), ((720, 1280), "3.1"), ((1920, 1080), "4.0"), ((1080, 1920), "4.0")],
)
def test_the_level_fits_the_size(size: tuple[int, int], level: str) -> None:
    assert level_of(*size) == level
