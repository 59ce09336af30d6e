"""Makes `bed.flac`: a calm 32-second loop in D major, 90 beats a minute, for speech to stand on.

    python assets/sound/make_bed.py

A warm pad on twelve bars of harmony, a felt-like plucked figure above it and a soft bass below.
Every note is written into a ring of exactly 48 beats, its tail running on past the end into the
beginning, and the room is a circular convolution: the loop has no seam because it has no ends.
"""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

RATE = 48_000
BEAT = 32_000
"""Samples: 90 beats a minute exactly."""
BARS = 12
LENGTH = BARS * 4 * BEAT
PEAK = 0.5

Sound = NDArray[np.float64]

# One chord a bar: bass note, pad voicing, and the plucked figure's notes (MIDI numbers).
CHORDS = (
    (38, (57, 62, 66, 69), (74, 78, 81, 85)),  # D major 7
    (35, (57, 62, 66, 71), (74, 78, 83, 81)),  # B minor 7
    (43, (59, 62, 66, 69), (74, 79, 83, 81)),  # G major 7, 9
    (45, (57, 61, 64, 71), (73, 76, 81, 83)),  # A, 9
    (38, (57, 62, 66, 69), (78, 81, 86, 81)),  # D
    (42, (57, 61, 66, 69), (73, 78, 81, 76)),  # F sharp minor 7
    (43, (59, 62, 67, 71), (79, 83, 78, 74)),  # G
    (45, (59, 62, 64, 69), (76, 81, 74, 76)),  # A suspended
    (35, (54, 59, 62, 69), (74, 78, 81, 83)),  # B minor 7
    (43, (55, 59, 62, 69), (74, 79, 83, 86)),  # G, 9
    (40, (55, 59, 62, 66), (78, 79, 83, 78)),  # E minor 9
    (45, (57, 61, 64, 71), (76, 81, 83, 76)),  # A, 9
)
# Where in a bar the plucked notes fall (beats), and how hard; every third bar leaves more room.
FIGURES = (
    ((0.0, 0, 0.9), (1.0, 1, 0.55), (1.5, 2, 0.7), (2.5, 3, 0.6), (3.0, 1, 0.5)),
    ((0.0, 0, 0.8), (1.5, 2, 0.65), (2.0, 1, 0.5), (3.0, 3, 0.6), (3.5, 2, 0.4)),
    ((0.5, 0, 0.7), (1.5, 1, 0.6), (2.5, 2, 0.75)),
)


def pitch(note: int) -> float:
    """Return the frequency of a MIDI note in Hz."""
    return float(440.0 * 2 ** ((note - 69) / 12))


def add(ring: Sound, at: float, sound: Sound) -> None:
    """Add a sound to the ring at a sample, running on into its beginning."""
    places = (round(at) + np.arange(len(sound))) % len(ring)
    np.add.at(ring, places, sound)


def pad(note: int, seconds: float) -> Sound:
    """Three slightly detuned voices with few, soft harmonics, swelling in and out."""
    rise, fall = 1.1, 1.8
    t = np.arange(int((seconds + fall) * RATE)) / RATE
    sound = np.zeros(len(t))
    for cents, phase in ((-5, 0.0), (0, 1.9), (6, 4.1)):
        hertz = pitch(note) * 2 ** (cents / 1200)
        for harmonic, level in ((1, 1.0), (2, 0.32), (3, 0.12), (4, 0.05)):
            sound += level * np.sin(2 * np.pi * hertz * harmonic * t + phase * harmonic)
    swell = np.clip(t / rise, 0, 1) * np.clip((seconds + fall - t) / fall, 0, 1)
    return sound * (0.5 - 0.5 * np.cos(np.pi * swell)) * (1 + 0.06 * np.sin(2 * np.pi * 0.23 * t))


def pluck(note: int, strength: float) -> Sound:
    """A felt-damped string: upper partials die first, the attack is rounded off."""
    t = np.arange(int(2.6 * RATE)) / RATE
    sound = np.zeros(len(t))
    partials = ((1, 1.0, 1.9), (2, 0.46, 3.2), (3, 0.26, 5.0), (4, 0.13, 7.5), (6, 0.06, 11.0))
    for harmonic, level, decay in partials:
        hertz = pitch(note) * harmonic * (1 + 0.0002 * harmonic * harmonic)
        sound += level * np.sin(2 * np.pi * hertz * t) * np.exp(-decay * t)
    rounded = np.clip(t / 0.008, 0, 1) ** 2
    return strength * sound * rounded * np.clip((2.6 - t) / 0.2, 0, 1)


def bass(note: int) -> Sound:
    """A round low note of almost two beats."""
    t = np.arange(int(1.5 * RATE)) / RATE
    sound = np.sin(2 * np.pi * pitch(note) * t) + 0.35 * np.sin(4 * np.pi * pitch(note) * t)
    shape = np.clip(t / 0.03, 0, 1) * np.exp(-1.4 * t) * np.clip((1.5 - t) / 0.25, 0, 1)
    return np.asarray(sound * shape)


def room(dry: Sound) -> Sound:
    """Put the ring into a dark, medium room: seeded noise that decays, convolved around it."""
    t = np.arange(int(2.4 * RATE)) / RATE
    noise = np.random.default_rng(90).standard_normal(len(t)) * np.exp(-3.0 * t)
    noise *= np.clip(t / 0.02, 0, 1)
    impulse = np.zeros(len(dry))
    impulse[: len(t)] = noise / np.sqrt((noise**2).sum())
    hertz = np.fft.rfftfreq(len(dry), 1 / RATE)
    dark = 1 / (1 + (hertz / 3000) ** 2) / (1 + (120 / np.maximum(hertz, 1)) ** 2)
    return np.fft.irfft(np.fft.rfft(dry) * np.fft.rfft(impulse) * dark, len(dry))


def shape(sound: Sound) -> Sound:
    """Roll off below 45 Hz and above 9 kHz, around the ring."""
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    low = 1 / (1 + (45 / np.maximum(hertz, 0.1)) ** 4)
    high = 1 / (1 + (hertz / 9000) ** 4)
    return np.fft.irfft(np.fft.rfft(sound) * low * high, len(sound))


def render() -> NDArray[np.int16]:
    """Return the loop: 32 s of 16-bit mono at 48 kHz."""
    pads, plucks, basses = (np.zeros(LENGTH) for _ in range(3))
    for bar, (low, voicing, melody) in enumerate(CHORDS):
        start = bar * 4 * BEAT
        for note in voicing:
            add(pads, start - 0.5 * RATE, pad(note, 4 * BEAT / RATE))
        for beats, index, strength in FIGURES[bar % len(FIGURES)]:
            add(plucks, start + beats * BEAT, pluck(melody[index], strength))
        add(basses, start, bass(low))
        add(basses, start + 2 * BEAT, 0.7 * bass(low + 12 if low < 40 else low))
    dry = 0.055 * pads + 0.2 * plucks + 0.2 * basses
    sound = shape(dry + 0.8 * room(0.055 * pads + 0.22 * plucks))
    sound *= PEAK / np.abs(sound).max()
    return np.rint(sound * 32767).astype(np.int16)


def write(samples: NDArray[np.int16], path: Path) -> None:
    """Write mono samples as FLAC, the same bytes every time."""
    with av.open(str(path), "w", format="flac", options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream("flac", rate=RATE)
        stream.codec_context.layout = "mono"
        stream.codec_context.format = "s16"
        stream.codec_context.options = {"compression_level": "8"}
        stream.codec_context.flags |= 1 << 23  # bit exact: no version of the writer inside
        for start in range(0, len(samples), 4096):
            chunk = samples[start : start + 4096].reshape(1, -1)
            frame = av.AudioFrame.from_ndarray(chunk, format="s16", layout="mono")
            frame.sample_rate, frame.pts = RATE, start
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


if __name__ == "__main__":
    write(render(), Path(__file__).with_name("bed.flac"))
