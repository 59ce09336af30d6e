"""Script -> Narration: every line of a film spoken by one voice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from renderer.errors import SpeechError
from renderer.script.model import LineToSpeak, Script
from renderer.speech.fallback import VoiceWithFallback
from renderer.speech.model import Clip, Narration, Voice
from renderer.speech.unavailable import VoiceUnavailableError


def speak(
    script: Script,
    voice: Voice,
    *,
    third_party: bool = False,
) -> Narration:
    """Speak every line of a script.

    Args:
        script: its `voice["voice"]`, else its `locale`, is the language spoken; `pace` the speed.
        voice: who speaks. A `VoiceWithFallback` that cannot serve now hands the whole film to its
            second voice: voices are never mixed.
        third_party: allows a voice that is a third party to have lines with a customer's facts.

    Raises:
        SpeechError: `text-stays-here` when a line with facts would leave the house (before
            anything is sent), else whatever stopped the voice, with scene and line as its place.
    """
    if voice.third_party and not third_party:
        _keep_facts_here(script)
    try:
        return _speak_all(script, voice)
    except VoiceUnavailableError:
        if not isinstance(voice, VoiceWithFallback):
            raise
    return speak(script, voice.second, third_party=third_party)


def _speak_all(script: Script, voice: Voice) -> Narration:
    language = str(script.voice.get("voice") or script.locale).replace("_", "-")
    lines = [(scene.id, line) for scene in script.scenes for line in scene.lines]

    def say(asked: tuple[str, LineToSpeak]) -> Clip:
        scene, line = asked
        try:
            return voice.speak(line.words.spoken, language, float(script.pace))
        except SpeechError as error:
            error.where = error.where or f"{scene}/{line.key}"
            raise

    at_once = min(getattr(voice, "at_once", 1), len(lines))
    if at_once <= 1:
        clips = [say(line) for line in lines]
    else:
        with ThreadPoolExecutor(at_once) as pool:
            try:
                clips = list(pool.map(say, lines))
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    keys = [(scene, line.key) for scene, line in lines]
    return Narration(voice.id, dict(zip(keys, clips, strict=True)))


def _keep_facts_here(script: Script) -> None:
    for scene in script.scenes:
        for line in scene.lines:
            if any(span.fact is not None for span in line.words.spans):
                raise SpeechError(
                    "text-stays-here",
                    "the line holds facts of a customer, and this voice is a third party",
                    where=f"{scene.id}/{line.key}",
                    remedy="Choose a voice that runs here, or allow --send-text-to-third-party.",
                )
