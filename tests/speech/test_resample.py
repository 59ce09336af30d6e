"""Resampling to 48 kHz: in place, in pitch, and exact."""

from __future__ import annotations

import numpy as np
import pytest

from renderer.speech.resample import to_sample_rate


@pytest.mark.parametrize("rate", [8000, 16_000, 22_050, 24_000, 44_100, 96_000])
def test_a_tone_keeps_its_place_and_pitch(rate):
    """A tone keeps its place and pitch."""
    tone = np.rint(16_000 * np.sin(2 * np.pi * 1000 * np.arange(rate) / rate)).astype(np.int16)
    got = to_sample_rate(tone, rate)
    wanted = 16_000 / 32_768 * np.sin(2 * np.pi * 1000 * np.arange(48_000) / 48_000)
    assert len(got) == 48_000
    assert np.abs(got - wanted)[2000:-2000].max() < 10 ** (-75 / 20)


def test_what_48_khz_cannot_hold_is_gone():
    """What 48 kHz cannot hold is gone."""
    tone = np.rint(16_000 * np.sin(2 * np.pi * 30_000 * np.arange(96_000) / 96_000))
    assert np.abs(to_sample_rate(tone.astype(np.int16), 96_000))[1000:-1000].max() < 1e-3


def test_the_same_sum_in_any_order():
    """Whole numbers below 2**53: BLAS cannot change a bit by adding in another order."""
    noise = np.random.default_rng(1).integers(-32768, 32768, 22_050, dtype=np.int16)
    whole = to_sample_rate(noise, 22_050)
    parts = [to_sample_rate(noise[i : i + 1470], 22_050)[320:2880] for i in range(0, 8820, 1470)]
    for index, part in enumerate(parts):
        assert np.array_equal(part, whole[index * 3200 + 320 : index * 3200 + 2880])


def test_nothing_stays_nothing():
    """Nothing stays nothing."""
    assert len(to_sample_rate(np.zeros(0, np.int16), 22_050)) == 0
    assert to_sample_rate(np.array([16_384], np.int16), 48_000)[0] == 0.5
