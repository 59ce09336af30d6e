"""The bed under speech, and the bed itself."""

from __future__ import annotations

import hashlib
import importlib.util
import tomllib
from pathlib import Path

import numpy as np
import pytest

from renderer.segments.sound_music import BETWEEN_DB, UNDER_DB, lay_music, read_music

SOUND = Path(__file__).parents[2] / "assets" / "sound"
BED = SOUND / "bed.flac"
SECOND = 48_000


def _gain(length: int, speech: list[tuple[int, int]]) -> np.ndarray:
    """Return the gain in dB that a constant bed shows."""
    laid = lay_music(np.ones(SECOND, np.float32), length, speech)
    return 20 * np.log10(np.maximum(laid, 1e-6))


def test_music_is_down_while_somebody_speaks_and_up_where_nobody_does():
    """Music is down while somebody speaks and up where nobody does."""
    gain = _gain(20 * SECOND, [(4 * SECOND, 6 * SECOND), (10 * SECOND, 12 * SECOND)])
    assert np.allclose(gain[4 * SECOND : 6 * SECOND], UNDER_DB, atol=0.01)
    assert np.allclose(gain[10 * SECOND : 12 * SECOND], UNDER_DB, atol=0.01)
    assert gain[2 * SECOND] == pytest.approx(BETWEEN_DB, abs=0.01)
    assert gain[8 * SECOND] == pytest.approx(BETWEEN_DB, abs=0.01)


def test_music_never_jumps():
    """Music never jumps."""
    speech = [(3 * SECOND, 5 * SECOND), (int(5.3 * SECOND), 8 * SECOND)]
    gain = _gain(12 * SECOND, speech)[SECOND : 9 * SECOND]
    assert np.abs(gain[480:] - gain[:-480]).max() < 0.5


def test_a_short_pause_lets_it_rise_only_a_little():
    """A short pause lets it rise only a little."""
    gain = _gain(12 * SECOND, [(3 * SECOND, 5 * SECOND), (int(5.4 * SECOND), 8 * SECOND)])
    pause = gain[5 * SECOND : int(5.4 * SECOND)]
    assert UNDER_DB <= pause.max() < UNDER_DB + 2.5


def test_it_loops_to_any_length_and_fades_at_both_ends():
    """It loops to any length and fades at both ends."""
    bed = np.linspace(0.1, 0.9, 1000, dtype=np.float32)
    laid = lay_music(bed, 10 * SECOND, [])
    assert len(laid) == 10 * SECOND
    assert laid[0] == laid[-1] == 0
    middle = laid[4 * SECOND : 4 * SECOND + 2000]
    assert np.array_equal(middle[:1000], middle[1000:])


def test_a_film_shorter_than_the_fades_still_fades():
    """A film shorter than the fades still fades."""
    laid = lay_music(np.ones(1000, np.float32), 4800, [])
    assert laid[0] == laid[-1] == 0
    assert laid.max() > 0.2


class TestTheBed:
    """What a machine can tell of whether it is pleasant."""

    bed = read_music(BED)

    def test_it_lasts_32_seconds_and_48_beats(self):
        """It lasts 32 seconds and 48 beats."""
        assert len(self.bed) == 32 * SECOND

    def test_it_does_not_clip(self):
        """It does not clip."""
        assert 0.3 < np.abs(self.bed).max() <= 0.51
        assert abs(self.bed.mean()) < 1e-4

    def test_its_seam_is_like_any_other_place(self):
        """Its seam is like any other place."""
        ring = np.concatenate([self.bed[-SECOND:], self.bed[:SECOND]])
        steps = np.abs(np.diff(ring, n=2))
        assert steps[SECOND - 3 : SECOND + 3].max() <= np.percentile(steps, 99.9)

    def test_it_is_even(self):
        """It is even."""
        seconds = np.sqrt((self.bed.reshape(32, -1) ** 2).mean(axis=1))
        assert 20 * np.log10(seconds.max() / seconds.min()) < 5

    def test_it_is_warm_not_harsh_and_does_not_rumble(self):
        """It is warm not harsh and does not rumble."""
        hertz = np.fft.rfftfreq(len(self.bed), 1 / SECOND)
        power = np.abs(np.fft.rfft(self.bed)) ** 2
        assert 250 < (hertz * power).sum() / power.sum() < 1200
        assert power[hertz > 5000].sum() < power.sum() * 1e-3
        assert power[hertz < 40].sum() < power.sum() * 1e-2

    def test_its_script_makes_it(self):
        """Its script makes it."""
        spec = importlib.util.spec_from_file_location("make_bed", SOUND / "make_bed.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        made = module.render() / 32768
        assert np.abs(made - self.bed).max() <= 2 / 32768

    def test_its_origin_is_on_record(self):
        """Its origin is on record."""
        sources = tomllib.loads((SOUND.parent / "SOURCES.toml").read_text())
        entry = next(a for a in sources["asset"] if a["path"] == "sound/bed.flac")
        assert entry["sha256"] == hashlib.sha256(BED.read_bytes()).hexdigest()
        assert entry["licence"] == "Apache-2.0"
        assert BED.stat().st_size < 3_000_000
