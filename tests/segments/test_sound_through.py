"""Sound through a store: the same track, mixed once; a bed decoded once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest

from renderer.plan.model import Plan, PlanLine
from renderer.segments import KeptTrack, encode_audio, mix, track_through
from renderer.segments import sound_through as through
from renderer.segments.sound_bed import read_bed
from renderer.segments.sound_music import read_music
from renderer.segments.sound_through import read_track, track_bytes
from renderer.speech import Clip, Narration
from renderer.store import Keyring, MemoryStore, Shelf


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(MemoryStore(), Keyring(bytes(32)))


@pytest.fixture
def spoken(plan: Plan) -> tuple[Plan, Narration]:
    """A film in which a tone is the voice."""
    tone = (np.sin(np.arange(96_000) / 30) * 0.2).astype(np.float32)
    line = PlanLine("one", "hello", 16_000, len(tone))
    return replace(plan, lines=(line,), music=True), Narration(
        "tone", {("one", "hello"): Clip(tone, ())}
    )


@pytest.fixture(scope="module")
def music(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("music") / "bed.wav"
    wave = (np.sin(np.arange(48_000) / 90) * 9_000).astype(np.int16)
    with av.open(str(path), "w") as file:
        stream = file.add_stream("pcm_s16le", rate=48_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(wave.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = 48_000
        file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    return path


def test_a_track_is_the_same_with_and_without_a_store(
    spoken: tuple[Plan, Narration], music: Path, shelf: Shelf
) -> None:
    plain = encode_audio(mix(*spoken, music))
    assert track_through(*spoken, music) == plain
    assert track_through(*spoken, music, shelf) == plain
    assert KeptTrack(*spoken, music, shelf).find() == plain


def test_a_track_that_is_kept_is_not_mixed_again(
    spoken: tuple[Plan, Narration], music: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = track_through(*spoken, music, shelf)
    monkeypatch.delattr(through, "mix")
    assert track_through(*spoken, music, shelf) == first


def test_what_is_heard_where_decides(
    spoken: tuple[Plan, Narration], music: Path, shelf: Shelf
) -> None:
    plan, narration = spoken
    track_through(plan, narration, music, shelf)
    later = replace(plan, lines=(replace(plan.lines[0], start=17_600),))
    louder = {at: Clip(clip.samples * 2, ()) for at, clip in narration.clips.items()}
    silent = replace(plan, music=False)
    longer = replace(plan, frames=256)
    for film, said in (
        (later, narration),
        (plan, Narration("tone", louder)),
        (silent, narration),
        (longer, narration),
    ):
        assert KeptTrack(film, said, music, shelf).find() is None
    renamed = replace(plan, title="Another", language="fr")
    assert KeptTrack(renamed, narration, music, shelf).find() is not None


def test_a_track_written_and_read_is_the_same_and_no_part_of_it_is_one() -> None:
    track = encode_audio(np.zeros(5_000, np.float32))
    body = track_bytes(track)
    assert read_track(body) == track
    for length in range(len(body)):
        with pytest.raises(ValueError, match="track"):
            read_track(body[:length])


def test_a_bed_is_kept_as_it_was_decoded(music: Path, shelf: Shelf) -> None:
    first = read_bed(music, shelf)
    assert np.array_equal(first.samples, read_music(music))
    assert first.loudness is not None
    again = through_store_only(music, shelf)
    assert np.array_equal(again.samples, first.samples)
    assert again.loudness == first.loudness


def through_store_only(music: Path, shelf: Shelf):
    """Read a bed as a process does that never decoded it."""
    from renderer.segments import sound_bed

    sound_bed._beds.clear()
    return read_bed(music, shelf)
