"""Lines that were spoken before: the same samples, and nobody is asked again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from renderer.errors import SpeechError
from renderer.speech import open_voice
from renderer.speech.espeak import EspeakVoice
from renderer.speech.kept import KeptAnswers
from renderer.store import FolderStore, Keyring, MemoryStore, Shelf, open_store

LINE = "Your bill is 41 euros and 20 cents."


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(MemoryStore(), Keyring(bytes(32)))


def test_a_line_that_is_kept_is_the_line_that_was_spoken(shelf: Shelf) -> None:
    with (
        EspeakVoice() as plain,
        EspeakVoice(shelf=shelf) as first,
        EspeakVoice(shelf=shelf) as later,
    ):
        spoken = plain.speak(LINE, "en", 1.0)
        for voice in (first, later):
            clip = voice.speak(LINE, "en", 1.0)
            assert np.array_equal(clip.samples, spoken.samples)
            assert clip.words == spoken.words
            assert voice.id == plain.id


def test_what_is_kept_needs_no_program(shelf: Shelf) -> None:
    with EspeakVoice(shelf=shelf) as voice:
        spoken = voice.speak(LINE, "en", 1.0)
    with EspeakVoice(shelf=shelf) as voice:
        voice._server.ask = None  # type: ignore[assignment,method-assign]
        assert np.array_equal(voice.speak(LINE, "en", 1.0).samples, spoken.samples)
        assert voice._server.pid is None


@pytest.mark.parametrize(
    ("text", "language", "pace", "variant"),
    [
        ("Your bill is 41 euros and 21 cents.", "en", 1.0, None),
        (LINE, "en-US", 1.0, None),
        (LINE, "en", 1.1, None),
        (LINE, "en", 1.0, "f2"),
    ],
)
def test_another_text_language_pace_or_voice_is_spoken(
    shelf: Shelf, text: str, language: str, pace: float, variant: str | None
) -> None:
    with EspeakVoice(shelf=shelf) as voice:
        voice.speak(LINE, "en", 1.0)
    with EspeakVoice(shelf=shelf, variant=variant) as voice:
        voice.speak(text, language, pace)
        assert voice._server.pid is not None


def test_a_refusal_is_not_kept(shelf: Shelf, tmp_path: Path) -> None:
    with EspeakVoice(shelf=shelf) as voice:
        for _ in range(2):
            with pytest.raises(SpeechError):
                voice.speak(LINE, "tlh", 1.0)
    assert KeptAnswers(shelf, ["espeak"]).find("hello") is None


def test_an_answer_that_was_damaged_is_asked_for_again(tmp_path: Path) -> None:
    shelf = open_store(tmp_path, environment={})
    with EspeakVoice(shelf=shelf) as voice:
        spoken = voice.speak(LINE, "en", 1.0)
    assert isinstance(shelf.store, FolderStore)
    for path in (tmp_path / "entries").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-3])
    with EspeakVoice(shelf=shelf) as voice:
        assert np.array_equal(voice.speak(LINE, "en", 1.0).samples, spoken.samples)


@pytest.mark.parametrize("parts", [(), (b"",), (b"one", b"", b"three")])
def test_an_answer_comes_back_in_its_parts(shelf: Shelf, parts: tuple[bytes, ...]) -> None:
    kept = KeptAnswers(shelf, ["somebody"])
    kept.keep({"text": "x"}, parts)
    assert kept.find({"text": "x"}) == parts
    assert kept.find({"text": "y"}) is None
    assert KeptAnswers(shelf, ["another"]).find({"text": "x"}) is None
    assert KeptAnswers(None, ["somebody"]).find({"text": "x"}) is None


def test_several_programs_speak_as_one(shelf: Shelf) -> None:
    lines = [f"Line number {number}." for number in range(6)]
    with open_voice("espeak") as one, open_voice("espeak", at_once=3) as several:
        assert (one.at_once, several.at_once) == (1, 3)
        with ThreadPoolExecutor(3) as pool:
            clips = list(pool.map(lambda text: several.speak(text, "en", 1.0), lines))
        for text, clip in zip(lines, clips, strict=True):
            assert np.array_equal(clip.samples, one.speak(text, "en", 1.0).samples)
