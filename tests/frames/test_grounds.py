"""Grounds: added up in float, rounded once, dithered so that nothing bands."""

import numpy as np
import pytest

from renderer.frames.grounds import Passages, ground
from tests.frames.lists import linear, listed, painted, radial, rect, solid

PAPER = (solid("#f5f6fcff"), radial((1220, 20), 620, "#8a5cf630", "#8a5cf600"))
SHALLOW = (linear((0, 0), (640, 0), "#202020ff", "#282828ff"),)
"""Eight 8-bit steps over 640 px: 80 px a step, bands if anything does."""


def _ideal(width):
    at = (np.arange(width) + 0.5) / width
    return 0x20 + (0x28 - 0x20) * at


def test_local_means_follow_the_ideal():
    picture = ground(SHALLOW, 640, 360, 1.0)[..., :3].astype(float)
    means = picture.reshape(45, 8, 80, 8, 3).mean(axis=(1, 3))
    ideal = _ideal(640).reshape(80, 8).mean(axis=1)
    assert np.abs(means - ideal[None, :, None]).max() < 0.25


def test_no_step_is_an_edge():
    """In no column does every row change at once: a band's edge would."""
    picture = ground(SHALLOW, 640, 360, 1.0)[..., 0].astype(int)
    changed = (np.diff(picture, axis=1) != 0).mean(axis=0)
    assert changed.max() < 0.9
    runs = [
        np.ptp(picture[row, start : start + 40])
        for row in range(0, 360, 40)
        for start in range(0, 600, 40)
    ]
    assert min(runs) == 1


def test_a_solid_ground_is_exactly_its_colour():
    frame = painted(listed(ground=(solid("#f5f6fcff"),)))
    assert (frame == np.array([0xFC, 0xF6, 0xF5, 0xFF])).all()


def test_layers_are_not_rounded_one_by_one():
    """Forty lights, each under half a step: rounded one by one they would all be lost."""
    lights = tuple(solid("#ffffff01") for _ in range(40))
    total = 255 * (1 - (1 - 1 / 255) ** 40)
    mean = ground((solid("#000000ff"), *lights), 64, 64, 1.0)[..., :3].mean()
    assert mean == pytest.approx(total, abs=0.3)


def test_a_light_has_no_ring_at_its_edge_and_no_point_at_its_middle():
    light = ground(
        (solid("#000000ff"), radial((320, 180), 150, "#ffffffff", "#ffffff00")), 640, 360, 1.0
    )
    profile = light[176:184, 320:520, 0].mean(axis=0)
    slope = np.diff(np.convolve(profile, np.ones(9) / 9, "valid"))
    assert abs(slope[0]) < 0.6
    assert abs(slope[140]) < 0.6
    assert slope.min() > -3


@pytest.mark.parametrize(
    ("centre", "radius", "scale"),
    [((320, 180), 150, 1.0), ((0, 360), 90, 1.5), ((641, -20), 77, 0.5), ((30, 31), 3, 1.0)],
)
def test_a_light_that_fades_shows_within_its_radius_and_nowhere_else(centre, radius, scale):
    width, height = int(640 * scale), int(360 * scale)
    dark = (solid("#000000ff"),)
    lit = ground((*dark, radial(centre, radius, "#ffffffff", "#ffffff00")), width, height, scale)
    x = (np.arange(width) + 0.5) / scale - centre[0]
    y = (np.arange(height)[:, None] + 0.5) / scale - centre[1]
    away = np.hypot(x, y) / radius
    shown = lit[..., :3].max(axis=2) > 0
    assert shown[away < 0.9].all()
    assert not shown[away > 1].any()


def test_a_light_that_does_not_fade_goes_on_beyond_its_radius():
    lit = ground((radial((320, 180), 50, "#ffffffff", "#404040ff"),), 640, 360, 1.0)
    assert (lit[0, 0] == (0x40, 0x40, 0x40, 0xFF)).all()


def test_a_passage_goes_from_one_ground_to_the_other():
    dark = (solid("#1a1170ff"),)
    size = (64, 36, 1.0)
    passages = Passages()
    assert np.array_equal(passages.picture(PAPER, dark, 1024, *size), ground(dark, *size))
    middle = passages.picture(PAPER[:1], dark, 512, *size)[..., :3].astype(float).mean(axis=(0, 1))
    ends = [
        ground(paints, *size)[..., :3].astype(float).mean(axis=(0, 1))
        for paints in (PAPER[:1], dark)
    ]
    assert middle == pytest.approx((ends[0] + ends[1]) / 2, abs=0.3)


def test_a_list_with_a_mix_is_painted_as_a_passage():
    frame = painted(listed(ground=(solid("#000000ff"),), ground_to=(solid("#ffffffff"),), mix=512))
    assert abs(frame[..., :3].mean() - 127.5) < 0.5


def test_gradients_of_shapes_are_dithered_too():
    paint = linear((0, 0), (320, 0), "#202020ff", "#242424ff")
    frame = painted(listed(rect(0, 0, 320, 80, fill=paint), width=320, height=80))
    means = frame[..., 0].astype(float).reshape(10, 8, 40, 8).mean(axis=(1, 3))
    ideal = (0x20 + 4 * (np.arange(320) + 0.5) / 320).reshape(40, 8).mean(axis=1)
    assert np.abs(means - ideal).max() < 0.3
