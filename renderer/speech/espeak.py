"""The voice `espeak`: espeak-ng out of process. No network, no set-up, the draft voice."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import espeakng_loader
import numpy as np

from renderer.errors import SpeechError
from renderer.speech import german, korean
from renderer.speech.closing import Closing
from renderer.speech.edges import trim
from renderer.speech.kept import KeptAnswers
from renderer.speech.model import SAMPLE_RATE, Clip, Word
from renderer.speech.resample import to_sample_rate
from renderer.speech.speakable import check_pace, check_speakable
from renderer.speech.speech_servers import SpeechServers
from renderer.speech.words import align, weigh
from renderer.store import Shelf, source_of

LONGEST_DATA_PATH = 150
"""Bytes; at 160 the library silently falls back to a path of the machine it was built on."""
LINE_S = 20.0
"""Time one line may take, seconds; it takes a hundredth."""
_WORD = 1


@dataclass(frozen=True, slots=True)
class Manner:
    """How espeak-ng speaks a language: its voice name, words a minute, pitch and its range."""

    voice: str
    words_a_minute: int
    pitch: int = 45
    range: int = 45


MANNERS: Mapping[str, Manner] = {
    "en": Manner("en", 150),
    "en-us": Manner("en-us", 150),
    "fr": Manner("fr", 152),
    "de": Manner("de", 150),
    "id": Manner("id", 150),
    "ar": Manner("ar", 168),
    "ko": Manner("ko", 165),
}
"""By BCP 47 tag or primary language, lower case. espeak's `en` is British.

The speeds give 4.2 to 4.8 syllables a second, pauses included: somebody patient.
"""


class EspeakVoice(Closing):
    """Speaks through espeak-ng programs, started when there is a line for them.

    Args:
        variant: a voice variant added to every language ("f2", "m3"), or None.
        manners: replaces entries of `MANNERS`.
        data: espeak-ng's data folder; the loader's own by default.
        command: the speech program; ours by default.
        seconds: time one line may take.
        shelf: where lines that were spoken are kept.
        at_once: programs that run at most, for as many lines at a time.
    """

    third_party = False

    def __init__(
        self,
        *,
        variant: str | None = None,
        manners: Mapping[str, Manner] | None = None,
        data: Path | None = None,
        command: Sequence[str] | None = None,
        seconds: float = LINE_S,
        shelf: Shelf | None = None,
        at_once: int = 1,
    ) -> None:
        self._manners = {**MANNERS, **(manners or {})}
        self._variant = variant
        self._seconds = seconds
        folder = Path(espeakng_loader.get_data_path()) if data is None else data
        short, self._unlink = _shorten(self, folder)
        worker = Path(__file__).with_name("espeak_worker.py")
        library = espeakng_loader.get_library_path()
        own = (sys.executable, "-I", "-S", str(worker), library, str(short))
        self.at_once = at_once
        self._server = SpeechServers(own if command is None else command, at_once)
        program = [version("espeakng-loader"), str(data or ""), *(command or ())]
        self._kept = KeptAnswers(shelf, ["espeak", *program])
        self._said_hello: dict[str, Any] | None = None

    @property
    def id(self) -> str:
        """Return "espeak-" and the version of espeak-ng, with the variant where one is set."""
        hello = self._hello()
        if not hello.get("ok"):
            raise SpeechError(
                "voice-data",
                "espeak-ng cannot read its data",
                remedy="Reinstall espeakng-loader.",
                ours=True,
            )
        return f"espeak-{hello['version']}" + (f"+{self._variant}" if self._variant else "")

    def speak(self, text: str, language: str, pace: float) -> Clip:
        """Speak one line. The same line gives the same samples, always.

        Args:
            text: spoken form.
            language: BCP 47 tag ("fr", "en-GB").
            pace: 1 is the language's own speed; 0.5 to 2.

        Raises:
            SpeechError: the text is not speakable, the language unknown, or the program failed.
        """
        check_speakable(text, language)
        check_pace(pace)
        manner = self._manner(language)
        sent, places = _as_read(text, manner.voice)
        request: dict[str, object] = {
            "text": sent,
            "voice": manner.voice + (f"+{self._variant}" if self._variant else ""),
            "words_a_minute": round(manner.words_a_minute * pace),
            "pitch": manner.pitch,
            "range": manner.range,
        }
        header, sound = self._answer(request)
        if not header["ok"]:
            raise _failure(str(header["why"]), language)
        rate = int(header["rate"])
        samples = to_sample_rate(np.frombuffer(sound, "<i2"), rate)
        begun = [
            (sample * SAMPLE_RATE // rate, places[min(max(position, 0), len(places) - 1)])
            for kind, sample, position, _length in header["events"]
            if kind == _WORD
        ]
        clip = trim(samples, align(text, begun, len(samples)))
        check_complete(text, clip.words)
        return replace(clip, origin=_origin(rate, sound), kept=self._kept.keys(request))

    def _hello(self) -> dict[str, Any]:
        """Return what the program says first, without starting it where that is known."""
        if self._said_hello is not None:
            return self._said_hello
        kept = self._kept.find("hello")
        hello = dict(json.loads(kept[0])) if kept else self._server.start()
        if hello.get("ok"):
            self._said_hello = hello
            if kept is None:
                self._kept.keep("hello", (json.dumps(hello).encode(),))
        return hello

    def _answer(self, request: Mapping[str, object]) -> tuple[dict[str, Any], bytes]:
        """Return what the program answers to a request, now or before."""
        _ = self.id
        kept = self._kept.find(request)
        if kept is not None:
            return json.loads(kept[0]), kept[1]
        header, sound = self._server.ask(dict(request), self._seconds)
        if header["ok"]:
            self._kept.keep(request, (json.dumps(header).encode(), sound))
        return header, sound

    def _manner(self, language: str) -> Manner:
        tag = language.replace("_", "-").lower()
        manner = self._manners.get(tag) or self._manners.get(tag.split("-")[0])
        if manner is None:
            raise _failure("voice", language)
        return manner

    @property
    def cpu_s(self) -> float:
        """Return what the speech programs that run have taken, in seconds of CPU time."""
        return self._server.cpu_s

    def close(self) -> None:
        """End the speech program. Speaking again starts a new one."""
        self._server.close()


def _origin(rate: int, sound: bytes) -> str:
    """Name the samples that are made of what the program said."""
    made = sha256(f"{source_of('speech')} {rate} ".encode())
    made.update(sound)
    return made.hexdigest()


def _as_read(text: str, voice: str) -> tuple[str, list[int]]:
    """Return what to send for espeak-ng to read `text` right, and each code point's place in it."""
    if voice == "ko":
        return korean.break_clauses(korean.say_points(text))
    if voice == "de":
        return german.spell_days(text)
    return text, list(range(len(text)))


def check_complete(text: str, words: Sequence[Word]) -> None:
    """Raise `SpeechError` `words-missing` when some words have no room to have been said.

    Three or more words in a row without an event of their own that together lasted less than a
    third of their share were not spoken: that is how a clause cut short by the engine looks.
    """
    timed = [w for w in words if w.exact]
    if len(timed) < 2:
        return
    paces = [(w.end - w.start) / weigh(text[w.start_char : w.end_char]) for w in words if w.exact]
    usual = median(paces)
    run: list[Word] = []
    for word in (*words, None):
        if word is not None and not word.exact:
            run.append(word)
            continue
        if len(run) >= 3:
            weight = sum(weigh(text[w.start_char : w.end_char]) for w in run)
            if run[-1].end - run[0].start < usual * weight / 3:
                raise SpeechError(
                    "words-missing",
                    f"the voice left out {len(run)} words of the line",
                    remedy="Split the message into shorter sentences.",
                )
        run = []


def _shorten(owner: object, folder: Path) -> tuple[Path, weakref.finalize | None]:  # type: ignore[type-arg]
    """Return a path to `folder` that the library accepts, by a symlink where it is too long."""
    if len(str(folder).encode()) <= LONGEST_DATA_PATH:
        return folder, None
    for place in (None, "/tmp"):  # noqa: S108  (a temporary folder's own path may be too long)
        home = Path(tempfile.mkdtemp(prefix="billreel-", dir=place))
        link = home / "espeak-ng-data"
        if len(str(link).encode()) <= LONGEST_DATA_PATH:
            link.symlink_to(folder, target_is_directory=True)
            return link, weakref.finalize(owner, shutil.rmtree, home, ignore_errors=True)
        home.rmdir()
    raise SpeechError("voice-data", "no short enough path leads to espeak-ng's data", ours=True)


def _failure(why: str, language: str) -> SpeechError:
    if why == "voice":
        known = ", ".join(sorted(MANNERS))
        return SpeechError(
            "voice-language",
            f"espeak has no voice set for {language!r}",
            remedy=f"It has: {known}.",
        )
    if why in ("timeout", "endless"):
        return SpeechError("voice-timeout", "espeak-ng did not finish a line in time", ours=True)
    return SpeechError("voice-crashed", "espeak-ng failed on a line", ours=True)
