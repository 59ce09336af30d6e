"""Pictures and SVG: drawn where they belong, refused when they are not sound."""

import io

import numpy as np
import pytest
from PIL import Image

from renderer.errors import FrameError
from renderer.frames import artwork
from renderer.plan.model import UNIT, Draw, ImageShape, Layer, SvgShape, Transform
from tests.frames.lists import listed, painted, units

SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    b'<path fill="#00ff00" d="M0 0h5v10H0z"/></svg>'
)


def _picture(kind="PNG", size=(40, 20)):
    """Make a picture, red at its left half, blue at its right one."""
    picture = Image.new("RGB", size, "#ff0000")
    picture.paste("#0000ff", (size[0] // 2, 0, *size))
    data = io.BytesIO()
    picture.save(data, kind, **({"lossless": True} if kind == "WEBP" else {}))
    return data.getvalue()


def _draw(shape, data, **more):
    return painted(listed(Draw(shape), **more), {"a": data})


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_fills_its_rectangle(kind):
    frame = _draw(ImageShape("a", units(20, 10, 80, 40), (0, 0, 40, 20)), _picture(kind))
    assert frame[30, 30, :3] == pytest.approx([0, 0, 255], abs=4)
    assert frame[30, 90, :3] == pytest.approx([255, 0, 0], abs=4)
    assert frame[30, 15].tolist() == [255] * 4


def test_a_part_of_a_picture_is_cut_without_its_neighbour():
    frame = _draw(ImageShape("a", units(20, 10, 80, 40), (20, 0, 20, 20)), _picture())
    assert frame[12:48, 22:98, :3].reshape(-1, 3).tolist() == [[255, 0, 0]] * (36 * 76)


def test_corners_of_a_picture_are_round():
    frame = _draw(ImageShape("a", units(20, 10, 40, 40), (0, 0, 20, 20), 20 * UNIT), _picture())
    assert frame[11, 21].tolist() == [255] * 4


def test_svg_keeps_its_proportions_in_the_middle():
    frame = _draw(SvgShape("a", units(20, 10, 80, 40)), SQUARE)
    green = (frame[..., :3] == [0, 255, 0]).all(axis=2)
    columns = np.flatnonzero(green.any(axis=0))
    assert (columns[0], columns[-1] + 1) == (40, 60)


def test_svg_with_a_size_of_its_own_is_scaled():
    sized = SQUARE.replace(b"viewBox", b'width="10" height="10" viewBox')
    assert np.array_equal(
        _draw(SvgShape("a", units(20, 10, 80, 40)), sized),
        _draw(SvgShape("a", units(20, 10, 80, 40)), SQUARE),
    )


def test_a_tint_replaces_every_colour():
    frame = _draw(SvgShape("a", units(20, 10, 40, 40), "#ff0000ff"), SQUARE)
    assert frame[30, 30].tolist() == [0, 0, 255, 255]


def test_mirroring_flips_it_in_its_place():
    frame = _draw(SvgShape("a", units(20, 10, 40, 40), mirror=True), SQUARE)
    assert frame[30, 30].tolist() == [255] * 4
    assert frame[30, 50].tolist() == [0, 255, 0, 255]


def test_artwork_fades():
    layer = Layer(Transform(opacity=512), (Draw(SvgShape("a", units(20, 10, 40, 40))),))
    frame = painted(listed(layer), {"a": SQUARE})
    assert abs(int(frame[30, 30, 0]) - 127) <= 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg",
        b"<html/>",
        _picture(),
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg">' + b" " * artwork.MOST_SVG_BYTES + b"</svg>",
    ],
)
def test_bad_svg_is_refused(data):
    with pytest.raises(FrameError) as caught:
        _draw(SvgShape("a", units(0, 0, 40, 40)), data)
    assert caught.value.code == "bad-svg"


@pytest.mark.parametrize("data", [b"", b"GIF89a", SQUARE, _picture()[:60], _picture("JPEG")[:200]])
def test_bad_pictures_are_refused(data):
    with pytest.raises(FrameError) as caught:
        _draw(ImageShape("a", units(0, 0, 40, 40), (0, 0, 40, 20)), data)
    assert caught.value.code == "bad-picture"


def test_a_picture_bomb_is_refused_before_it_is_decoded():
    data = io.BytesIO()
    Image.new("1", (10_000, 5_000)).save(data, "PNG")
    with pytest.raises(FrameError) as caught:
        _draw(ImageShape("a", units(0, 0, 40, 40), (0, 0, 40, 20)), data.getvalue())
    assert caught.value.code == "picture-too-large"


def test_an_asset_that_is_not_there_is_an_error_of_its_own():
    with pytest.raises(FrameError) as caught:
        painted(listed(Draw(SvgShape("b" * 64, units(0, 0, 40, 40)))), {})
    assert caught.value.code == "asset-missing"
