"""A whole script spoken: one voice a film, and a customer's facts stay in the house."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renderer.errors import SpeechError
from renderer.script.model import Box, LineToSpeak, Node, Scene, Script, Span, Words
from renderer.speech import (
    VOICES,
    Clip,
    Voice,
    VoiceUnavailableError,
    open_voice,
    speak,
)
from renderer.speech.fallback import VoiceWithFallback
from renderer.speech.silent import SilentVoice


def _words(text: str, *, fact: str | None = None) -> Words:
    spans = (Span(0, len(text), 0, len(text), "x", fact),)
    return Words("message", text, text, spans)


def script_of(*scenes: tuple[str, dict[str, Words]], pace: str = "1", tag: str = "en-gb") -> Script:
    """Return a script in which only the lines matter."""
    blank = Words("none", "", "")
    root = Node("group", "root", "pack:1:1", Box(), {})
    return Script(
        language="en",
        locale="en_GB",
        direction="ltr",
        pack=("test", "1.0.0", "0" * 64),
        brand="plain",
        shape="wide",
        width=1280,
        height=720,
        title=blank,
        scenes=tuple(
            Scene(
                id=name,
                where="pack:1:1",
                chapter=blank,
                ground="paper",
                layout=root,
                chrome=None,
                lines=tuple(LineToSpeak(key, words) for key, words in lines.items()),
            )
            for name, lines in scenes
        ),
        grounds={},
        motion={},
        facts={},
        asset_root="",
        assets={},
        voice={"name": "espeak", "voice": tag},
        caption_columns=42,
        pace=Decimal(pace),
    )


class Elsewhere(SilentVoice):
    """A third party that serves a number of lines and is then out of reach."""

    third_party = True
    id = "elsewhere-1"

    def __init__(self, lines: int = 99) -> None:
        self.left = lines
        self.heard: list[str] = []

    def speak(self, text: str, language: str, pace: float) -> Clip:
        """Speak, or be unavailable."""
        if self.left == 0:
            raise VoiceUnavailableError("voice-unreachable", "gone")
        self.left -= 1
        self.heard.append(text)
        return super().speak(text, language, pace)


TWO = (
    ("greeting", {"hello": _words("Hello.")}),
    ("total", {"intro": _words("Your bill is here."), "more[0]": _words("It is small.")}),
)


@pytest.mark.parametrize("name", ["espeak", "silent"])
def test_every_line_has_a_clip_by_scene_and_key(name):
    """Every line has a clip by scene and key."""
    with open_voice(name) as voice:
        narration = speak(script_of(*TWO), voice)
        assert narration.voice == voice.id
    keys = [("greeting", "hello"), ("total", "intro"), ("total", "more[0]")]
    assert list(narration.clips) == keys
    assert all(len(clip.samples) for clip in narration.clips.values())


def test_the_scripts_pace_is_kept():
    """A slower pace takes longer in proportion."""
    with open_voice("silent") as voice:
        usual = speak(script_of(*TWO), voice).clips["greeting", "hello"]
        slow = speak(script_of(*TWO, pace="0.8"), voice).clips["greeting", "hello"]
    assert len(slow.samples) == pytest.approx(len(usual.samples) / 0.8, abs=2)


def test_the_packs_voice_for_the_language_is_used(espeak):
    """A pack may have its English American while its formats are British."""
    clips = [
        speak(script_of(*TWO, tag=tag), espeak).clips["total", "intro"].samples.tobytes()
        for tag in ("en-gb", "en-us", "")
    ]
    assert clips[0] != clips[1]
    assert clips[0] == clips[2]


def test_lines_with_facts_are_not_sent_to_a_third_party():
    """Lines with facts are not sent to a third party."""
    voice = Elsewhere()
    script = script_of(*TWO, ("due", {"when": _words("Pay 42 pounds.", fact="bill.amount_due")}))
    with pytest.raises(SpeechError) as caught:
        speak(script, voice)
    assert caught.value.code == "text-stays-here"
    assert caught.value.where == "due/when"
    assert "42" not in str(caught.value)
    assert voice.heard == []
    assert speak(script, voice, third_party=True).voice == "elsewhere-1"
    assert voice.heard[-1] == "Pay 42 pounds."


def test_lines_without_facts_may_be_sent():
    """Lines without facts may be sent."""
    assert speak(script_of(*TWO), Elsewhere()).voice == "elsewhere-1"


def test_a_fallback_speaks_the_whole_film():
    """Voices are never mixed: lines that the first one spoke are spoken again."""
    with open_voice("espeak") as second:
        narration = speak(script_of(*TWO), VoiceWithFallback(Elsewhere(2), second))
        assert narration.voice == second.id
    assert all(clip.samples.any() for clip in narration.clips.values())
    assert len(narration.clips) == 3


def test_without_a_fallback_the_error_names_the_line():
    """Without a fallback the error names the line."""
    with pytest.raises(VoiceUnavailableError) as caught:
        speak(script_of(*TWO), Elsewhere(1))
    assert caught.value.where == "total/intro"


def test_a_fallback_does_not_hide_wrong_text():
    """A fallback does not hide wrong text."""
    script = script_of(("total", {"intro": _words("1\u00a0234")}))
    with (
        VoiceWithFallback(Elsewhere(), SilentVoice()) as voice,
        pytest.raises(SpeechError) as caught,
    ):
        speak(script, voice)
    assert (caught.value.code, caught.value.where) == ("text-not-spoken-form", "total/intro")


def test_a_fallback_by_name_belongs_to_the_voice():
    """A fallback by name belongs to the voice."""
    with open_voice("silent", fallback="espeak") as voice:
        assert isinstance(voice, VoiceWithFallback)
        assert voice.id == "silent-1"
        assert not voice.third_party
    with open_voice("espeak", fallback="espeak") as voice:
        assert not isinstance(voice, VoiceWithFallback)


def test_unknown_voices_are_answered_with_the_known_ones():
    """Unknown voices are answered with the known ones."""
    with pytest.raises(SpeechError) as caught:
        open_voice("hal")
    assert caught.value.code == "voice-unknown"
    assert all(name in str(caught.value) for name in VOICES)


def test_every_voice_is_a_voice():
    """Every voice is a voice."""
    voices: list[Voice] = [open_voice(name) for name in VOICES]
    assert [voice.third_party for voice in voices] == [False, True, False]
