"""Asking Google Translate's voice over HTTPS: bounded, verified, patient, and never for ever.

gTTS itself cuts the text and words the requests; it would send them without checking certificates
and without a time-out, so they are sent from here.
"""

from __future__ import annotations

import base64
import binascii
import json
import logging
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import requests
from gtts import gTTS
from urllib3.exceptions import HTTPError, NameResolutionError

from renderer.errors import SpeechError
from renderer.speech.mp3 import is_whole_mp3
from renderer.speech.unavailable import VoiceUnavailableError
from renderer.speech.within import within

ENDPOINT = "https://translate.google.com/_/TranslateWebserverUi/data/batchexecute"
MOST_BYTES = 8_000_000

# At DEBUG gTTS logs the text it is given; text may be a customer's.
logging.getLogger("gtts").setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long and how often to try. All in seconds but `tries`.

    Args:
        connect, read: time-outs of one request.
        line: for all that one line needs, waiting and retries included.
        spacing: least time between two requests.
        backoff: wait after the first failure; doubles, with up to a quarter of chance added.
        rest: how long no further line is tried after all tries failed.
        offline: the same, where the service's name cannot be resolved.
    """

    tries: int = 3
    connect: float = 3.0
    read: float = 15.0
    line: float = 60.0
    spacing: float = 0.6
    backoff: float = 1.0
    rest: float = 300.0
    offline: float = 600.0


class _TryAgainError(Exception):
    """One try failed in a way that another may not. `wait`: what the server asked for, seconds."""

    def __init__(self, error: VoiceUnavailableError, wait: float | None = None) -> None:
        super().__init__(error.code)
        self.error, self.wait = error, wait


class GttsClient:
    """Fetches speech as MP3. Used by one thread at a time.

    Args:
        endpoint: URL that answers like Google's; `http:` only on this machine itself.
        ca_file: PEM file of certificates to trust instead of the usual ones.
        sleep: how to wait.
    """

    def __init__(
        self,
        endpoint: str = ENDPOINT,
        *,
        ca_file: Path | None = None,
        patience: Patience = Patience(),
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        url = urlsplit(endpoint)
        if url.scheme != "https" and (url.scheme, url.hostname) not in (
            ("http", "127.0.0.1"),
            ("http", "localhost"),
        ):
            raise SpeechError(
                "voice-endpoint",
                "the voice service must be an https: address",
                remedy="Only this machine itself may be asked over http:.",
            )
        self._endpoint = endpoint
        self._verify: bool | str = True if ca_file is None else str(ca_file)
        self._patience = patience
        self._sleep = sleep
        self._resting_until = 0.0
        self._last = float("-inf")

    def fetch(self, text: str, language: str) -> list[bytes]:
        """Return whole MP3 files that together speak the text, in order.

        Raises:
            SpeechError: `voice-language`, or `text-not-spoken-form` for text without words.
            VoiceUnavailableError: the service cannot serve this now.
        """
        try:
            bodies = gTTS(text, lang=language).get_bodies()
        except ValueError as error:
            raise SpeechError("voice-language", "gtts does not speak this language") from error
        except AssertionError as error:
            raise SpeechError("text-not-spoken-form", "the line holds nothing to say") from error
        deadline = time.monotonic() + self._patience.line
        return [self._fetch_one(body, deadline) for body in bodies]

    def _fetch_one(self, body: str, deadline: float) -> bytes:
        if time.monotonic() < self._resting_until:
            raise _unavailable("voice-unreachable", "the voice service failed a moment ago")
        last = _unavailable("voice-unreachable", "the voice service did not answer in time")
        for number in range(self._patience.tries):
            if number == 0:
                self._wait(self._last + self._patience.spacing - time.monotonic(), deadline)
            left = deadline - time.monotonic()
            if left <= 0:
                break
            self._last = time.monotonic()
            try:
                return within(left, lambda: self._ask(body, deadline))
            except TimeoutError:
                break
            except _TryAgainError as failed:
                last = failed.error
                pause = failed.wait
                if pause is None:
                    chance = 1 + random.random() / 4  # noqa: S311  (spreads load, hides nothing)
                    pause = self._patience.backoff * 2**number * chance
            if number + 1 < self._patience.tries and not self._wait(pause, deadline):
                break
        self._resting_until = time.monotonic() + self._patience.rest
        raise last

    def _wait(self, seconds: float, deadline: float) -> bool:
        """Wait, unless the deadline comes first: then return false at once."""
        if seconds >= deadline - time.monotonic():
            return False
        if seconds > 0:
            self._sleep(seconds)
        return True

    def _ask(self, body: str, deadline: float) -> bytes:
        try:
            with (
                requests.Session() as session,
                session.post(
                    self._endpoint,
                    data=body,
                    headers=gTTS.GOOGLE_TTS_HEADERS,
                    timeout=(self._patience.connect, self._patience.read),
                    verify=self._verify,
                    allow_redirects=False,
                    stream=True,
                ) as response,
            ):
                _check_status(response)
                answer = _read(response, deadline)
        except requests.exceptions.SSLError as error:
            raise _unavailable(
                "voice-untrusted", "the voice service could not prove who it is"
            ) from error
        except (requests.exceptions.RequestException, HTTPError, OSError) as error:
            if _is_offline(error):
                self._resting_until = time.monotonic() + self._patience.offline
                raise _unavailable(
                    "voice-unreachable", "this machine is offline, or the service has no address"
                ) from error
            raise _TryAgainError(
                _unavailable("voice-unreachable", "the connection to the voice service failed")
            ) from error
        return _find_audio(answer)


def _check_status(response: requests.Response) -> None:
    status = response.status_code
    if status == 200:
        return
    refused = _unavailable("voice-refused", f"the voice service answered {status}")
    if status == 429 or status >= 500:
        raise _TryAgainError(refused, _retry_after(response.headers.get("Retry-After")))
    raise refused


def _retry_after(value: str | None) -> float | None:
    if value is None:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _read(response: requests.Response, deadline: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in response.iter_content(1 << 14):
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES or time.monotonic() > deadline:
            raise _unavailable("voice-broken-audio", "the voice service does not stop answering")
    return b"".join(parts)


def _find_audio(answer: bytes) -> bytes:
    """Take the MP3 out of an answer: lines of JSON, one of which holds it in base64."""
    for line in answer.split(b"\n"):
        if gTTS.GOOGLE_TTS_RPC.encode() not in line:
            continue
        try:
            parts = [part for part in json.loads(line) if part[1] == gTTS.GOOGLE_TTS_RPC]
            inside = json.loads(parts[0][2] or "null")
            audio = base64.b64decode(inside[0], validate=True) if inside else b""
        except (ValueError, TypeError, LookupError, binascii.Error) as error:
            raise _TryAgainError(
                _unavailable("voice-broken-audio", "the answer of the voice service is garbled")
            ) from error
        if audio and not is_whole_mp3(audio):
            raise _TryAgainError(
                _unavailable("voice-broken-audio", "the sound that came back is cut short")
            )
        if audio:
            return audio
    raise _unavailable("voice-no-audio", "the voice service answered without any sound")


def _is_offline(error: BaseException) -> bool:
    seen: BaseException | None = error
    for _ in range(8):
        if seen is None:
            return False
        if isinstance(getattr(seen, "reason", seen), NameResolutionError):
            return True
        seen = seen.args[0] if seen.args and isinstance(seen.args[0], BaseException) else None
    return False


def _unavailable(code: str, message: str) -> VoiceUnavailableError:
    return VoiceUnavailableError(
        code, message, remedy="Try later, or choose a voice that runs here (espeak)."
    )
