"""HLS: playlists known from the plan alone, exact to the tick, and the same film as the MP4."""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import partial

import av
import numpy as np
import pytest

from renderer.errors import PackageError
from renderer.frames import Painter
from renderer.package import hls
from renderer.package.hls import Playlists
from renderer.package.hls_in_time import HlsInTime
from renderer.package.mp4 import mp4
from renderer.plan.model import Caption, Plan
from renderer.segments import (
    AudioTrack,
    DrawingPool,
    JustInTime,
    Segment,
    SoundInTime,
    encode_audio,
    encode_film,
)
from renderer.segments.made_by import blank_segment
from renderer.store import Keyring, MemoryStore, Shelf
from tests.own_loop import run_in_own_loop
from tests.segments.conftest import plan as squares_plan
from tests.segments.test_just_in_time import painter_of

Files = Mapping[str, bytes]
EXTINF = re.compile(r"#EXTINF:([0-9.]+),\n(\S+)")


@pytest.fixture(scope="module")
def film() -> Plan:
    """A film whose scenes are 64, 155 and 16 frames long: off the grid of AAC packets."""
    plan: Plan = squares_plan.__wrapped__()
    first, second, third = plan.scenes
    scenes = (first, replace(second, frames=155), replace(third, start=219))
    captions = (Caption(3, 60, ("Hello",)),)
    return replace(plan, scenes=scenes, frames=235, captions=captions)


@pytest.fixture(scope="module")
def tone(film: Plan) -> np.ndarray:
    fade = np.minimum(1, np.arange(film.frames * 1600) / 4800)
    return (np.sin(np.arange(film.frames * 1600) / 20) * 0.3 * fade).astype(np.float32)


@pytest.fixture(scope="module")
def made(film: Plan, tone: np.ndarray) -> tuple[list[Segment], AudioTrack]:
    return encode_film(film, painter_of(film)), encode_audio(tone)


@pytest.fixture(scope="module")
def files(film: Plan, made: tuple[list[Segment], AudioTrack]) -> Files:
    return hls(film, *made)


def lengths(files: Files, name: str) -> list[Decimal]:
    return [Decimal(length) for length, _ in EXTINF.findall(files[name].decode())]


def joined(files: Files, name: str) -> io.BytesIO:
    """Put a header and all that a playlist names behind one another, as a player does."""
    playlist = files[f"{name}.m3u8"].decode()
    header = re.findall(r'#EXT-X-MAP:URI="(\S+)"', playlist)
    return io.BytesIO(
        b"".join(files[one] for one in [*header, *re.findall(r"^\w\S+", playlist, re.M)])
    )


def test_playlists_are_known_before_a_pixel_is_drawn(film: Plan, files: Files) -> None:
    playlists = Playlists(film, blank_segment(320, 176)).files
    assert {name: text.encode() for name, text in playlists.items()} == {
        name: data for name, data in files.items() if name in playlists
    }
    assert sorted(playlists) == [
        "audio.m3u8", "captions.en.vtt", "captions.m3u8", "film.m3u8", "video.m3u8",
    ]  # fmt: skip


def test_every_file_is_named_and_every_name_is_a_file(files: Files) -> None:
    named = {"film.m3u8"}
    for name in files:
        if name.endswith(".m3u8"):
            text = files[name].decode()
            named |= set(re.findall(r'URI="(\S+?)"', text)) | set(re.findall(r"^\w\S+", text, re.M))
    assert named == set(files)


@pytest.mark.parametrize("name", ["video.m3u8", "audio.m3u8", "captions.m3u8"])
def test_lengths_add_up_to_the_film_to_the_tick(film: Plan, files: Files, name: str) -> None:
    total = sum(map(Fraction, lengths(files, name)))
    assert abs(total - Fraction(film.frames, 30)) < Fraction(1, 1_000_000)


@pytest.mark.parametrize(("name", "rate"), [("video", 90_000), ("audio", 48_000)])
def test_each_length_is_that_of_its_segment(files: Files, name: str, rate: int) -> None:
    playlist = EXTINF.findall(files[f"{name}.m3u8"].decode())
    for length, segment in playlist:
        file = io.BytesIO(files[f"{name}.mp4"] + files[segment])
        with av.open(file) as container:
            packets = [one for one in container.demux(container.streams[0]) if one.size]
        ticks = sum(one.duration for one in packets)
        assert abs(Fraction(length) - Fraction(ticks, rate)) < Fraction(1, rate)


def test_no_segment_is_longer_than_the_playlist_says(files: Files) -> None:
    for name in ("video.m3u8", "audio.m3u8", "captions.m3u8"):
        text = files[name].decode()
        longest = int(re.findall(r"TARGETDURATION:(\d+)", text)[0])
        assert all(round(length) <= longest for length in lengths(files, name))
        assert text.endswith("#EXT-X-ENDLIST\n")
        assert "#EXT-X-PLAYLIST-TYPE:VOD\n" in text


def test_the_peak_is_below_what_the_playlist_says(files: Files) -> None:
    declared = int(re.findall(r"BANDWIDTH=(\d+)", files["film.m3u8"].decode())[0])
    sound = 120_000
    for length, name in EXTINF.findall(files["video.m3u8"].decode()):
        assert len(files[name]) * 8 / float(length) + sound < declared + 200_000


def test_pictures_are_those_of_the_mp4(
    files: Files, made: tuple[list[Segment], AudioTrack]
) -> None:
    def pictures(source: io.BytesIO) -> list[tuple[int, bytes]]:
        with av.open(source) as container:
            return [(f.pts, f.to_ndarray().tobytes()) for f in container.decode(video=0)]

    assert pictures(joined(files, "video")) == pictures(io.BytesIO(mp4(*made, "en")))


def test_sound_is_that_of_the_mp4_but_for_the_first_packet(
    files: Files, made: tuple[list[Segment], AudioTrack], tone: np.ndarray
) -> None:
    """Priming is left out, so the first 1024 samples lack what it would have added."""

    def heard(source: io.BytesIO) -> np.ndarray:
        with av.open(source) as container:
            frames = list(container.decode(audio=0))
        assert frames[0].pts == 0
        assert [f.pts for f in frames] == [at * 1024 for at in range(len(frames))]
        return np.concatenate([frame.to_ndarray()[0] for frame in frames])

    here, there = heard(joined(files, "audio")), heard(io.BytesIO(mp4(*made, "en")))
    # A decoder makes up noise in the order of packets it sees: below -60 dB of it differs.
    assert np.abs(here[1024 : len(tone)] - there[1024 : len(tone)]).max() < 0.0003
    assert np.abs(here[:1024] - there[:1024]).max() < 0.08


def test_a_film_without_captions_has_no_playlist_of_them(
    film: Plan, made: tuple[list[Segment], AudioTrack]
) -> None:
    files = hls(replace(film, captions=()), *made)
    assert "SUBTITLES" not in files["film.m3u8"].decode()
    assert not [name for name in files if "captions" in name]


def test_in_time_it_is_the_same_files(film: Plan, tone: np.ndarray, files: Files) -> None:
    async def watch() -> None:
        shelf = Shelf(MemoryStore(), Keyring(bytes(32)))
        async with DrawingPool(2) as pool:
            video = JustInTime(film, painter_of(film), pool, shelf, 176)
            watched = HlsInTime(film, video, SoundInTime(film, lambda: tone))
            watched.start()
            got = await asyncio.gather(*map(watched.file, files))
            assert dict(zip(files, got, strict=True)) == files
            for name in ("video-006.m4s", "video-0.m4s", "audio-99999.m4s", "../secret", ""):
                with pytest.raises(PackageError) as caught:
                    await watched.file(name)
                assert caught.value.code == "hls-file-unknown"
            await watched.close()

    run_in_own_loop(watch())


def test_a_painter_is_not_needed_for_what_is_known(film: Plan) -> None:
    async def watch() -> None:
        shelf = Shelf(MemoryStore(), Keyring(bytes(32)))
        pool = DrawingPool(1)
        video = JustInTime(film, partial(Painter, film), pool, shelf, 176)
        watched = HlsInTime(film, video, SoundInTime(film, lambda: np.zeros(0, np.float32)))
        for name in ("film.m3u8", "video.m3u8", "audio.m3u8", "video.mp4", "audio.mp4"):
            assert await watched.file(name)
        assert pool.drawn == 0
        await pool.close()

    run_in_own_loop(watch())
