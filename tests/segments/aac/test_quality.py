"""Speech over music at the rate of films: as near to the sound as FFmpeg's encoder comes."""

from __future__ import annotations

from fractions import Fraction

import av
import numpy as np
import pytest

from renderer.segments.aac import packets
from renderer.segments.sound import mix
from renderer.speech import open_voice
from tests.segments.aac.decoding import heard
from tests.segments.test_sound import BED, spoken_film

RATE = 96_000
WINDOW = 2048


def by_ffmpeg(sound: np.ndarray) -> list[bytes]:
    """Encode with FFmpeg's encoder as films had it: its fast coder, at the same rate."""
    encoder = av.AudioCodecContext.create("aac", "w")
    encoder.sample_rate, encoder.layout, encoder.format = 48_000, "mono", "fltp"
    encoder.bit_rate, encoder.time_base = RATE, Fraction(1, 48_000)
    encoder.options = {"aac_coder": "fast"}
    frame = av.AudioFrame.from_ndarray(sound.reshape(1, -1), format="fltp", layout="mono")
    frame.sample_rate = 48_000
    fifo = av.AudioFifo()
    fifo.write(frame)
    made = []
    while block := fifo.read(1024, partial=True):
        made += encoder.encode(block)
    return [bytes(packet) for packet in [*made, *encoder.encode(None)]]


def spectra(sound: np.ndarray) -> np.ndarray:
    windows = np.lib.stride_tricks.sliding_window_view(sound, WINDOW)[:: WINDOW // 2]
    return np.abs(np.fft.rfft(windows * np.hanning(WINDOW))) ** 2


def barks() -> np.ndarray:
    """Return the critical band of each line. Source: E. Zwicker, E. Terhardt, 1980."""
    hertz = np.fft.rfftfreq(WINDOW, 1 / 48_000)
    return (13 * np.arctan(0.00076 * hertz) + 3.5 * np.arctan((hertz / 7500) ** 2)).astype(int)


def measures(sound: np.ndarray, coded: np.ndarray) -> dict[str, float]:
    """Measure a coded sound.

    Returns:
        `snr`: dB; `distance`: of log spectra, dB, below 16 kHz; `audible`: share of critical bands
        whose noise is above what the sound masks: 14 dB below it, falling 10 dB a band upwards and
        25 downwards.
    """
    power, noise = spectra(sound), spectra(coded - sound)
    band = barks()
    bands = np.arange(band.max() + 1)
    inside = (band[:, None] == bands).astype(float)
    apart = bands[:, None] - bands
    spread = 10 ** (np.where(apart >= 0, -10.0 * apart, 25.0 * apart) / 10)
    mask = (power @ inside) @ spread.T * 10**-1.4 + 1e-4
    loud = power.sum(axis=1) > 1e-3
    low = slice(0, WINDOW // 3)
    ratio = (spectra(coded)[:, low] + 1e-6) / (power[:, low] + 1e-6)
    return {
        "snr": 10 * np.log10((sound**2).sum() / ((coded - sound) ** 2).sum()),
        "distance": float(np.sqrt((10 * np.log10(ratio)) ** 2).mean()),
        "audible": float(((noise @ inside) > mask)[loud].mean()),
    }


@pytest.mark.parametrize("language", ["en", "ko", "ar", "de"])
def test_it_is_nearer_to_the_sound_than_ffmpegs_at_no_more_bits(language: str) -> None:
    with open_voice("espeak") as voice:
        sound = mix(*spoken_film(voice, language), BED)
    ours, theirs = list(packets(sound, RATE)), by_ffmpeg(sound)
    assert sum(map(len, ours)) <= 1.05 * sum(map(len, theirs))
    own, other = (measures(sound, heard(made, len(sound))) for made in (ours, theirs))
    assert own["snr"] > other["snr"]
    assert own["distance"] < other["distance"]
    assert own["audible"] < other["audible"]
