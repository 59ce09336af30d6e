"""The draft voice: the same samples always, every word with a time, and no trap left open."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import espeakng_loader
import numpy as np
import pytest

from renderer.errors import SpeechError
from renderer.speech import espeak as espeak_module
from renderer.speech import korean
from renderer.speech.espeak import EspeakVoice, Manner
from renderer.speech.words import find_words
from tests.speech.conftest import LINES


def _hash(voice: EspeakVoice, text: str, language: str) -> str:
    return hashlib.sha256(voice.speak(text, language, 1.0).samples.tobytes()).hexdigest()


def test_a_line_has_the_same_samples_each_time(espeak, spoken_line):
    """Within one process espeak-ng is not reproducible; a forked child a line is."""
    language, text = spoken_line
    first = _hash(espeak, text, language)
    espeak.speak(text[: len(text) // 2], language, 1.1)
    again = [_hash(espeak, text, language) for _ in range(2)]
    with EspeakVoice() as other:
        assert {first, *again, _hash(other, text, language)} == {first}


def test_a_line_sounds_the_same_whatever_languages_the_program_spoke_before():
    """The program keeps the last language's data; each pair of languages is met in each order."""
    wanted = {}
    for language, text in LINES.items():
        with EspeakVoice() as fresh:
            wanted[language] = _hash(fresh, text, language)
    for language, text in LINES.items():
        with EspeakVoice() as voice:
            for other, said in LINES.items():
                assert _hash(voice, said, other) == wanted[other]
                assert _hash(voice, text, language) == wanted[language]


def test_every_word_has_a_time_that_never_goes_back(espeak, spoken_line):
    """Every word has a time that never goes back."""
    language, text = spoken_line
    clip = espeak.speak(text, language, 1.0)
    assert [(w.start_char, w.end_char) for w in clip.words] == find_words(text)
    assert clip.words[0].start == 0 or clip.words[0].start < 48_000 * 0.05
    assert all(w.start < w.end <= len(clip.samples) for w in clip.words)
    assert all(a.end <= b.start and a.start < b.start for a, b in pairwise(clip.words))


def test_korean_words_without_an_event_are_filled_in(espeak):
    """Words that begin with ㄴ or ㅁ have no event of their own."""
    text = "데이터를 나누어 매일 사용하셨네요."
    exact = [w.exact for w in espeak.speak(text, "ko", 1.0).words]
    assert exact == [True, False, False, True]


def test_a_number_with_several_events_is_one_word(espeak):
    """A number with several events is one word."""
    text = "It is 2026 now."
    words = espeak.speak(text, "en", 1.0).words
    assert [text[w.start_char : w.end_char] for w in words] == ["It", "is", "2026", "now."]
    assert words[2].end - words[2].start > words[3].end - words[3].start


def test_a_clip_has_no_silent_edges_and_does_not_clip(espeak, spoken_line):
    """A clip has no silent edges and does not clip."""
    clip = espeak.speak(spoken_line[1], spoken_line[0], 1.0)
    loud = np.flatnonzero(np.abs(clip.samples) >= 10 ** (-50 / 20))
    assert clip.samples.dtype == np.float32
    assert loud[0] <= 480
    assert len(clip.samples) - loud[-1] <= 48_000 * 30 // 1000
    assert abs(float(clip.samples[0])) < 1e-3
    assert abs(float(clip.samples[-1])) < 1e-3
    assert np.abs(clip.samples).max() < 1


def test_pace_changes_the_length(espeak):
    """Pace changes the length."""
    lengths = [len(espeak.speak("Your bill has come.", "en", p).samples) for p in (0.8, 1, 1.2)]
    assert lengths[0] > lengths[1] * 1.1 > lengths[2] * 1.2


@pytest.mark.parametrize("pace", [0.1, 3.0, float("nan")])
def test_an_impossible_pace_is_refused(espeak, pace):
    """An impossible pace is refused."""
    with pytest.raises(SpeechError) as caught:
        espeak.speak("Hello.", "en", pace)
    assert caught.value.code == "voice-pace"


def test_british_and_american_english_differ(espeak):
    """British and American English differ."""
    text = "The tomato schedule."
    british, american = _hash(espeak, text, "en-GB"), _hash(espeak, text, "en-US")
    assert british == _hash(espeak, text, "en")
    assert british != american


def test_a_variant_is_another_voice():
    """A variant is another voice."""
    with EspeakVoice(variant="f2") as other, EspeakVoice() as usual:
        assert other.id == usual.id + "+f2"
        assert _hash(other, "Bonjour.", "fr") != _hash(usual, "Bonjour.", "fr")


@pytest.mark.parametrize("language", ["tlh", "en-gb-x-none"])
def test_unknown_languages(espeak, language):
    """An unknown primary language is refused; an unknown region falls back to the language."""
    if language.startswith("en"):
        assert len(espeak.speak("Hello.", language, 1.0).samples)
    else:
        with pytest.raises(SpeechError) as caught:
            espeak.speak("Hello.", language, 1.0)
        assert caught.value.code == "voice-language"


def test_a_voice_that_espeak_does_not_have_is_refused():
    """A voice that espeak does not have is refused."""
    manners = {"en": Manner("no-such-voice", 150)}
    with EspeakVoice(manners=manners) as voice, pytest.raises(SpeechError) as caught:
        voice.speak("Hello.", "en", 1.0)
    assert caught.value.code == "voice-language"


class TestLongKoreanClauses:
    """Beyond some 120 syllables espeak-ng drops the rest of a clause and reports success."""

    clause = "이번 달 요금은 지난달보다 조금 더 나왔고 데이터를 많이 사용하셨으며 "
    text = (clause * 8).strip() + "."

    def test_all_of_it_is_spoken(self, espeak):
        """All of it is spoken."""
        once = len(espeak.speak(self.clause.strip() + ".", "ko", 1.0).samples)
        whole = espeak.speak(self.text, "ko", 1.0)
        assert len(whole.samples) > once * 8 * 0.9
        assert [(w.start_char, w.end_char) for w in whole.words] == find_words(self.text)

    def test_lost_words_are_noticed(self, espeak, monkeypatch):
        """Lost words are noticed."""
        monkeypatch.setattr(korean, "MOST_SYLLABLES", 10_000)
        with pytest.raises(SpeechError) as caught:
            espeak.speak(self.text, "ko", 1.0)
        assert caught.value.code == "words-missing"


def test_a_data_path_over_150_bytes_is_shortened(tmp_path, espeak):
    """From 160 bytes on the library silently falls back to the path it was built with."""
    deep = tmp_path.joinpath(*["a-rather-long-folder-name-" + "x" * 30] * 4)
    deep.mkdir(parents=True)
    data = deep / "espeak-ng-data"
    data.symlink_to(espeakng_loader.get_data_path(), target_is_directory=True)
    assert len(str(data)) >= 160
    with EspeakVoice(data=data) as voice:
        assert _hash(voice, "Bonjour.", "fr") == _hash(espeak, "Bonjour.", "fr")


def test_missing_data_is_an_error(tmp_path):
    """Missing data is an error."""
    with EspeakVoice(data=tmp_path / "none") as voice, pytest.raises(SpeechError) as caught:
        voice.speak("Hello.", "en", 1.0)
    assert caught.value.code in ("voice-data", "voice-crashed", "voice-language")


def test_a_line_out_of_time_is_an_error_and_the_next_one_is_fine():
    """A line out of time is an error and the next one is fine."""
    with EspeakVoice(seconds=0) as voice:
        with pytest.raises(SpeechError) as caught:
            voice.speak("Hello. " * 100, "en", 1.0)
        assert caught.value.code == "voice-timeout"
        voice._seconds = 20
        assert len(voice.speak("Hello.", "en", 1.0).samples)


def test_the_library_is_not_loaded_here(espeak):
    """GPL: espeak-ng stays a program of its own."""
    espeak.speak("Hello.", "en", 1.0)
    maps = Path("/proc/self/maps")
    if not maps.exists():
        pytest.skip("no /proc here")
    assert "libespeak" not in maps.read_text()


def test_an_exiting_program_leaves_nothing_running(tmp_path):
    """An exiting program leaves nothing running."""
    script = tmp_path / "leave.py"
    script.write_text(
        "from renderer.speech.espeak import EspeakVoice\n"
        "voice = EspeakVoice()\n"
        "voice.speak('Hello.', 'en', 1.0)\n"
        "print(voice._server.pid)\n"
    )
    root = Path(espeak_module.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, script],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    with pytest.raises(ProcessLookupError):
        os.kill(int(done.stdout), 0)


def test_a_forked_process_gets_a_program_of_its_own(tmp_path):
    """A forked process gets a program of its own."""
    script = tmp_path / "fork.py"
    script.write_text(
        "import os\n"
        "from renderer.speech.espeak import EspeakVoice\n"
        "voice = EspeakVoice()\n"
        "mine = voice.speak('Hello.', 'en', 1.0).samples.tobytes()\n"
        "first = voice._server.pid\n"
        "child = os.fork()\n"
        "if child == 0:\n"
        "    same = voice.speak('Hello.', 'en', 1.0).samples.tobytes() == mine\n"
        "    other = voice._server.pid != first\n"
        "    voice.close()\n"
        "    os._exit(0 if same and other else 1)\n"
        "status = os.waitpid(child, 0)[1]\n"
        "assert voice.speak('Hello.', 'en', 1.0).samples.tobytes() == mine\n"
        "assert voice._server.pid == first\n"
        "raise SystemExit(status)\n"
    )
    root = Path(espeak_module.__file__).parents[2]
    subprocess.run(
        [sys.executable, script],
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
