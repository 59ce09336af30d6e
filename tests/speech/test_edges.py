"""A clip's edges."""

from __future__ import annotations

import numpy as np

from renderer.speech.edges import FADE, TAIL, trim
from renderer.speech.model import Word


def test_silence_goes_and_words_move_along():
    """Silence goes and words move along."""
    samples = np.zeros(10_000, np.float32)
    samples[3000:6000] = 0.5
    clip = trim(samples, (Word(2900, 4000, 0, 1), Word(4000, 9000, 2, 3)))
    assert len(clip.samples) == 3000 + FADE + TAIL
    assert clip.words[0].start == 2900 - (3000 - FADE)
    assert clip.words[0].end == clip.words[1].start == 1000 + FADE
    assert clip.words[1].end == len(clip.samples)


def test_the_sound_itself_is_not_faded_at_its_end():
    """The sound itself is not faded at its end."""
    samples = np.full(5000, 0.5, np.float32)
    samples = np.concatenate([np.zeros(500, np.float32), samples, np.zeros(5000, np.float32)])
    clip = trim(samples, ())
    assert np.all(clip.samples[FADE : FADE + 5000] == 0.5)


def test_ends_are_faded():
    """Ends are faded."""
    clip = trim(np.full(4800, 0.5, np.float32), ())
    assert clip.samples[0] == 0
    assert clip.samples[-1] == 0
    assert np.all(np.diff(clip.samples[:FADE]) > 0)


def test_a_word_ends_where_its_sound_does():
    """A word before a pause does not last through it."""
    samples = np.zeros(48_000, np.float32)
    samples[:10_000] = samples[30_000:48_000] = 0.5
    clip = trim(samples, (Word(0, 30_000, 0, 4), Word(30_000, 48_000, 5, 9)))
    assert clip.words[0].end == 10_000 + TAIL
    assert clip.words[1].start == 30_000


def test_silence_leaves_an_empty_clip():
    """Silence leaves an empty clip."""
    clip = trim(np.zeros(100, np.float32), (Word(0, 100, 0, 1),))
    assert len(clip.samples) == 0
    assert clip.words == (Word(0, 0, 0, 1),)
