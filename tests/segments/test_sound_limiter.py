"""The limiter, and the meter it trusts."""

from __future__ import annotations

import numpy as np
import pytest

from renderer.segments.loudness import measure_loudness
from renderer.segments.sound_limiter import _released, limit
from renderer.segments.true_peak import find_peaks, measure_true_peak

SECOND = 48_000
CEILING = 10 ** (-2 / 20)


def _tone(hertz: float, amplitude: float, phase: float = 0.0) -> np.ndarray:
    time = np.arange(10 * SECOND) / SECOND
    return (amplitude * np.sin(2 * np.pi * hertz * time + phase)).astype(np.float32)


def test_a_full_tone_in_one_channel_measures_minus_3():
    """The calibration point of BS.1770."""
    assert measure_loudness(_tone(997, 1.0)) == pytest.approx(-3.01, abs=0.05)


def test_silence_and_blinks_have_no_loudness():
    """Silence and blinks have no loudness."""
    assert measure_loudness(np.zeros(SECOND, np.float32)) is None
    assert measure_loudness(_tone(997, 1.0)[:1000]) is None
    assert measure_loudness(np.zeros(0, np.float32)) is None
    assert measure_true_peak(np.zeros(100, np.float32)) is None


def test_peaks_between_samples_are_found():
    """A quarter of the rate at 45 degrees: no sample comes within 3 dB of the peak."""
    tone = _tone(12_000, 0.5, np.pi / 4)
    assert np.abs(tone).max() == pytest.approx(0.3536, abs=1e-3)
    assert measure_true_peak(tone) == pytest.approx(-6.02, abs=0.15)


def test_blocks_look_beyond_their_edges():
    """Blocks look beyond their edges."""
    tone = _tone(12_000, 0.5, np.pi / 4)[: 48 * 100]
    assert find_peaks(tone, 48, 0.0)[1:-1].min() > 0.48


def test_sound_below_the_ceiling_is_left_alone():
    """Sound below the ceiling is left alone."""
    quiet = _tone(440, 0.5)
    assert limit(quiet, CEILING) is quiet


@pytest.mark.parametrize("kind", ["tone", "noise", "clicks", "step"])
def test_no_true_peak_passes_the_ceiling(kind):
    """No true peak passes the ceiling."""
    noise = np.random.default_rng(3).standard_normal(4 * SECOND)
    sounds = {
        "tone": _tone(11_000, 2.5, 0.3),
        "noise": noise * 0.7,
        "clicks": np.where(np.arange(4 * SECOND) % 7001 == 0, 3.0, noise * 0.05),
        "step": np.where(np.arange(4 * SECOND) > SECOND, 2.0, 0.1) * np.sin(np.arange(4 * SECOND)),
    }
    limited = limit(sounds[kind].astype(np.float32), CEILING)
    assert limited.shape == sounds[kind].shape
    assert measure_true_peak(limited) <= -2 + 0.1


def test_what_is_far_from_a_peak_is_not_touched():
    """What is far from a peak is not touched."""
    sound = _tone(440, 0.3)
    sound[5 * SECOND] = 3.0
    limited = limit(sound, CEILING)
    changed = np.flatnonzero(np.abs(limited - sound) > 0.01 * 0.3)
    assert changed.min() > 5 * SECOND - 0.02 * SECOND
    assert changed.max() < 5 * SECOND + 0.5 * SECOND


def test_the_gain_comes_down_without_a_step():
    """Ahead of a peak the gain falls over milliseconds, not within a sample."""
    sound = np.full(SECOND, 0.5, np.float32)
    sound[SECOND // 2] = 2.0
    limited = limit(sound, CEILING)
    steps = np.abs(np.diff(np.delete(limited, SECOND // 2)))
    assert steps.max() < 0.01


def test_gain_comes_back_by_the_same_share_every_half_millisecond():
    """Gain comes back by the same share every half millisecond."""
    falls = np.ones(4_000)
    falls[[0, 10, 11, 400, 1900]] = 0.5, 0.9, 0.2, 0.0, 0.999
    gain, gains = 1.0, []
    for fall in falls:
        gain = min(fall, 1 - (1 - gain) * np.exp(-1 / 30))
        gains.append(gain)
    assert _released(falls) == pytest.approx(gains, abs=1e-9)
