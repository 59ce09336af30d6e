"""Packets are AAC: a decoder hears what was written, and the sound that was meant."""

from __future__ import annotations

import numpy as np
import pytest

from renderer.segments.aac import encode as encoding
from renderer.segments.aac import packets
from renderer.segments.aac.bands import EDGES
from renderer.segments.aac.packing import pack
from renderer.segments.aac.spectrum import spectra
from renderer.segments.aac.tokens import Tokens, tokens
from tests.segments.aac.decoding import Decoder, heard

SECOND = 48_000
RATE = 96_000
LONGEST = 768


def tone(hertz: float, amplitude: float = 0.5, seconds: float = 1.0) -> np.ndarray:
    time = np.arange(int(seconds * SECOND)) / SECOND
    return (amplitude * np.sin(2 * np.pi * hertz * time)).astype(np.float32)


def noise(amplitude: float = 0.1, seconds: float = 2.0, seed: int = 3) -> np.ndarray:
    samples = np.random.default_rng(seed).standard_normal(int(seconds * SECOND))
    return (samples * amplitude).astype(np.float32)


def decibels(sound: np.ndarray, off: np.ndarray) -> float:
    return float(10 * np.log10((sound**2).sum() / ((off - sound) ** 2).sum()))


def quantised(magnitudes: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Make packets of bands whose lines are up to a magnitude, with signs and scale factors."""
    chance = np.random.default_rng(seed)
    widths = np.diff(EDGES)
    most = magnitudes.repeat(widths, axis=1)
    lines = np.rint(chance.random(most.shape) * most).astype(np.int16)
    minus = chance.random(most.shape) < 0.5
    factors = chance.integers(90, 150, magnitudes.shape).astype(np.int16)
    return lines, minus, factors


@pytest.mark.parametrize("seed", range(12))
def test_a_decoder_hears_every_line_as_it_was_quantised(seed: int) -> None:
    """All books, escapes, signs, runs of bands long and short, bands of zeros at any place."""
    chance = np.random.default_rng(seed)
    kinds = np.array([0, 0, 1, 2, 4, 7, 12, 15, 16, 40, 600, 8191])
    bands = len(EDGES) - 1
    magnitudes = kinds[chance.integers(0, len(kinds), (24, bands))]
    magnitudes[0], magnitudes[1], magnitudes[2] = 0, kinds[seed], kinds[-1 - seed]
    magnitudes[3, chance.integers(1, bands) :] = 0
    magnitudes[4, : chance.integers(1, bands)] = 0
    lines, minus, factors = quantised(magnitudes, seed)
    decoder, silence = Decoder(), packets(np.zeros(0, np.float32), RATE)
    silent = next(silence)
    decoder.hear(silent)
    tops = np.maximum.reduceat(lines, EDGES[:-1], axis=1)
    for index, packet in enumerate(pack(tokens(lines, minus, factors))):
        both = np.concatenate([decoder.hear(packet), decoder.hear(silent)]).astype(np.float32)
        found = spectra(both.reshape(2, 1024))[0, : EDGES[-1]]
        wanted = lines[index] ** (4 / 3) * np.where(minus[index], -1, 1)
        steps = 2.0 ** ((factors[index] - 100) / 4)
        wanted = wanted * steps.repeat(np.diff(EDGES))
        loudest = np.abs(wanted).max(initial=1e-9)
        assert np.abs(found - wanted).max() < 2e-4 * loudest, index
        assert (tops[index] == 0).all() or len(packet) > 8


def test_bits_are_packed_first_to_last_whatever_their_sizes() -> None:
    chance = np.random.default_rng(1)
    sizes = chance.integers(0, 57, (40, 30)).astype(np.uint8)
    bits = np.array(
        [[int(chance.integers(0, 1 << int(size))) for size in row] for row in sizes], np.uint64
    )
    rows = pack(Tokens(bits, sizes))
    for row, some, long in zip(rows, bits.tolist(), sizes.tolist(), strict=True):
        tokens_of_row = zip(some, long, strict=True)
        written = "".join(format(one, f"0{size}b") for one, size in tokens_of_row if size)
        written += "0" * (-len(written) % 8)
        assert row == int(written, 2).to_bytes(len(written) // 8, "big")


@pytest.mark.parametrize("hertz", [40, 220, 997, 3_000, 7_777, 12_000, 18_000])
@pytest.mark.parametrize("amplitude", [1.0, 0.1, 0.003])
def test_a_sine_comes_back_in_place_and_whole(hertz: float, amplitude: float) -> None:
    """No gap, no click, no shift: whatever is missing is far below it, everywhere."""
    sound = tone(hertz, amplitude)
    back = heard(packets(sound, RATE), len(sound))
    settled = slice(2048, -2048)
    assert decibels(sound[settled], back[settled]) > (45 if amplitude > 0.01 else 25)
    assert np.abs(back - sound)[settled].max() < 0.01 * amplitude + 0.0005


@pytest.mark.parametrize(
    "sound",
    [
        noise(1.0),
        np.sign(tone(100, 1.0)).astype(np.float32),
        np.where(np.arange(SECOND) % 3000 == 0, 1.0, 0.0).astype(np.float32),
        np.full(SECOND, 1.0, np.float32),
        sum(tone(hertz, 0.2) for hertz in range(100, 20_000, 100)).astype(np.float32),
        np.concatenate([np.zeros(SECOND // 2, np.float32), noise(0.9, 0.5)]),
    ],
    ids=["noise", "square", "clicks", "constant", "comb", "burst"],
)
@pytest.mark.parametrize("rate", [64_000, 96_000, 256_000])
def test_no_packet_is_longer_than_the_standard_allows(sound: np.ndarray, rate: int) -> None:
    made = list(packets(sound, rate))
    assert max(map(len, made)) <= LONGEST
    assert decibels(sound, heard(made, len(sound))) > 3


@pytest.mark.parametrize("rate", [64_000, 96_000, 128_000])
@pytest.mark.parametrize("kind", ["noise", "tone", "swelling"])
def test_the_rate_is_about_what_was_asked_for(rate: int, kind: str) -> None:
    sound = {
        "noise": noise(0.1, 6),
        "tone": tone(500, 0.5, 6) + noise(0.01, 6),
        "swelling": noise(0.1, 6) * np.linspace(0.01, 1, 6 * SECOND, dtype=np.float32),
    }[kind]
    size = sum(map(len, packets(sound, rate)))
    assert size * 8 / 6 == pytest.approx(rate, rel=0.15)


def test_silence_takes_next_to_nothing() -> None:
    made = list(packets(np.zeros(10 * SECOND, np.float32), RATE))
    assert max(map(len, made)) <= 5
    assert not heard(made, 10 * SECOND).any()


def test_how_many_are_encoded_together_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = noise(0.1, 3) + tone(300, 0.3, 3)[: 3 * SECOND]
    wanted = list(packets(sound[:-100], RATE))
    for at_once in (1, 7, 1000):
        monkeypatch.setattr(encoding, "_AT_ONCE", at_once)
        assert list(packets(sound[:-100], RATE)) == wanted


def test_a_packet_knows_only_its_window_and_the_one_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With the same noise allowed, sounds that are alike for a while have the same packets."""
    monkeypatch.setattr(encoding, "find_offset", lambda _known, _bits: 10.0)
    sound = noise(0.1, 2)
    other = sound.copy()
    other[:SECOND] = tone(440, 0.9)
    one, two = list(packets(sound, RATE)), list(packets(other, RATE))
    alike = SECOND // 1024 + 3
    assert one[alike:] == two[alike:]
    assert one[alike - 4] != two[alike - 4]


@pytest.mark.parametrize("length", [0, 1, 1023, 1024, 1025, 5000])
def test_every_sample_is_in_two_windows(length: int) -> None:
    sound = tone(440, 0.4)[1:][:length]
    made = list(packets(sound, RATE))
    assert len(made) == -(-length // 1024) + 1
    if length > 1:
        assert decibels(sound, heard(made, length)) > 20
