"""One AAC track: in an MP4 file it starts at 0 and is exactly as long as the film."""

from __future__ import annotations

import io
from dataclasses import replace
from fractions import Fraction

import av
import numpy as np
import pytest

from renderer.package.mp4 import mp4
from renderer.segments.fragments import audio_fragment, audio_header
from renderer.segments.made_by import blank_segment
from renderer.segments.sound_track import BIT_RATE, FRAME, AudioTrack, encode_audio

BURST = 20_000


def _burst(frames: int) -> np.ndarray:
    samples = np.zeros(frames * 1600, np.float32)
    samples[BURST : BURST + 480] = 0.5 * np.sin(np.arange(480) * 0.3)
    return samples


def _mp4(track: AudioTrack) -> bytes:
    """Put sound beside as much black video."""
    black = blank_segment(64, 64)
    frames = track.samples // 1600
    lengths = [64] * (frames // 64) + ([frames % 64] if frames % 64 else [])
    held = [
        replace(black, frames=length, packets=(replace(black.packets[0], duration=length * 3000),))
        for length in lengths
    ]
    return mp4(held, track, "en")


def _fragments(track: AudioTrack) -> bytes:
    return audio_header(track, "eng") + audio_fragment(track, (0, track.samples))


def test_packets_follow_each_other_from_the_priming_to_the_end():
    """Packets follow each other from the priming to the end."""
    track = encode_audio(_burst(96))
    assert track.packets[0].pts == -FRAME
    ends = [p.pts + p.duration for p in track.packets]
    assert [p.pts for p in track.packets[1:]] == ends[:-1]
    assert ends[-1] == track.samples == 96 * 1600
    assert all(p.duration == FRAME for p in track.packets)


def test_a_film_that_is_no_multiple_of_16_frames_ends_within_a_packet():
    """A film that is no multiple of 16 frames ends within a packet."""
    track = encode_audio(_burst(37))
    assert track.packets[-1].duration < FRAME
    assert track.packets[-1].pts + track.packets[-1].duration == 37 * 1600


@pytest.mark.parametrize("frames", [96, 37])
@pytest.mark.parametrize("write", [_mp4, _fragments], ids=["faststart", "fragments"])
def test_in_a_file_sound_stands_where_it_was_mixed(write, frames):
    """In a file sound stands where it was mixed."""
    samples = _burst(frames)
    with av.open(io.BytesIO(write(encode_audio(samples)))) as container:
        stream = container.streams.audio[0]
        assert stream.start_time == 0
        assert stream.codec_context.profile == "LC"
        assert (stream.rate, stream.layout.name) == (48_000, "mono")
        if write is _mp4:
            assert stream.duration * stream.time_base == Fraction(frames, 30)
        decoded = np.concatenate([f.to_ndarray().reshape(-1) for f in container.decode(audio=0)])
    match = np.correlate(decoded, samples[BURST : BURST + 480], "valid")
    assert np.argmax(match) == BURST


def test_the_stream_says_what_the_packets_are():
    """The stream says what the packets are."""
    track = encode_audio(_burst(96))
    with av.open(io.BytesIO(_mp4(track))) as container:
        assert container.streams.audio[0].codec_context.extradata == track.extradata
        copied = [bytes(p) for p in container.demux(audio=0) if p.size]
    assert copied == [p.data for p in track.packets]


def test_the_same_samples_give_the_same_file():
    """The same samples give the same file."""
    noise = np.random.default_rng(5).standard_normal(160_000).astype(np.float32) * 0.1
    assert _mp4(encode_audio(noise)) == _mp4(encode_audio(noise))


def test_it_has_at_least_96_kbit_a_second_for_speech():
    """Below that, AAC overshoots by more than the limiter leaves room for."""
    assert BIT_RATE >= 96_000
    noise = np.random.default_rng(5).standard_normal(480_000).astype(np.float32) * 0.1
    size = sum(len(p.data) for p in encode_audio(noise).packets)
    assert size * 8 / 10 == pytest.approx(BIT_RATE, rel=0.15)


def test_no_samples_give_no_packets_after_the_start():
    """No samples give no packets after the start."""
    track = encode_audio(np.zeros(0, np.float32))
    assert track.samples == 0
    assert all(p.pts < 0 for p in track.packets)
    assert io.BytesIO(track.extradata).read()
