"""The voice over the network, against a real server on this machine that answers like Google's.

It fails clearly or not at all: no hang, no half a line, no unchecked certificate, no silence.
"""

from __future__ import annotations

import base64
import io
import json
import logging
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs

import av
import numpy as np
import pytest

from renderer.errors import SpeechError
from renderer.speech import VoiceUnavailableError, open_voice
from renderer.speech.espeak import EspeakVoice
from renderer.speech.gtts_client import ENDPOINT, GttsClient, Patience
from renderer.speech.gtts_voice import GttsVoice

HERE = Path(__file__).parent / "loopback"
TEXT = "Here is your bill for the month."
Respond = Callable[[BaseHTTPRequestHandler, str], None]
QUICK = Patience(connect=2, read=0.5, line=20, spacing=0, backoff=0.01)


def mp3_of(samples: np.ndarray) -> bytes:
    """Encode float32 mono at 48 kHz as bare MP3 frames at 24 kHz, as the service sends them."""
    file = io.BytesIO()
    options = {"write_xing": "0", "id3v2_version": "0"}
    with av.open(file, "w", format="mp3", options=options) as container:
        stream = container.add_stream("libmp3lame", rate=24_000, layout="mono")
        resampler = av.AudioResampler("s16p", "mono", 24_000, frame_size=576)
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="flt", layout="mono")
        frame.sample_rate = 48_000
        for piece in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return file.getvalue()


def answer(mp3: bytes) -> bytes:
    """Wrap sound as the service does: a guard, sizes, and JSON within JSON."""
    inner = json.dumps([base64.b64encode(mp3).decode()])
    outer = json.dumps([["wrb.fr", "jQ1olc", inner, None, None, None, "generic"]])
    rest = '[["di",42],["af.httprm",42,"1",7]]'
    return f")]}}'\n\n{len(outer)}\n{outer}\n{len(rest)}\n{rest}\n".encode()


def send(handler: BaseHTTPRequestHandler, status: int, body: bytes = b"", **headers: str) -> None:
    """Send a whole answer."""
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


class Service:
    """A server on loopback; `respond` decides each answer, `texts` are what it was asked."""

    def __init__(self, *, tls: bool = False) -> None:
        self.texts: list[str] = []
        self.times: list[float] = []
        self.respond: list[Respond] = []
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                inside = json.loads(parse_qs(body)["f.req"][0])[0][0][1]
                service.texts.append(json.loads(inside)[0])
                service.times.append(time.monotonic())
                respond = service.respond[min(len(service.texts), len(service.respond)) - 1]
                try:
                    respond(self, service.texts[-1])
                except OSError:
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(HERE / "certificate.pem", HERE / "key.pem")
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
            self.server.handle_error = lambda *_: None  # refused handshakes are what is tested
        scheme = "https" if tls else "http"
        self.url = f"{scheme}://127.0.0.1:{self.server.server_address[1]}/batchexecute"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,))
        self.thread.start()

    def close(self) -> None:
        """Stop the server and its thread."""
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loopback is never asked through a proxy."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")


@pytest.fixture
def service() -> Iterator[Service]:
    """Return a running service without TLS."""
    running = Service()
    yield running
    running.close()


@pytest.fixture(scope="module")
def spoken(espeak: EspeakVoice) -> bytes:
    """Return MP3 sound of `TEXT`, read by another voice than words are placed with."""
    with EspeakVoice(variant="f2") as other:
        return mp3_of(other.speak(TEXT, "en", 0.9).samples)


def voice_at(url: str, sleeps: list[float] | None = None, **changes: float) -> GttsVoice:
    """Return a voice in a hurry; `sleeps` collects its waits instead of waiting."""
    values = {name: getattr(QUICK, name) for name in QUICK.__slots__} | changes
    sleep = time.sleep if sleeps is None else sleeps.append
    return GttsVoice(endpoint=url, patience=Patience(**values), sleep=sleep)


def whole(mp3: bytes) -> Respond:
    """Respond with sound."""
    return lambda handler, _text: send(handler, 200, answer(mp3))


def refusal(voice: GttsVoice, text: str = TEXT) -> VoiceUnavailableError:
    """Speak, expecting the voice to be unavailable."""
    with voice, pytest.raises(VoiceUnavailableError) as caught:
        voice.speak(text, "en-GB", 1.0)
    assert text not in str(caught.value)
    return caught.value


def test_sound_arrives_trimmed_with_words_placed_by_listening(service, spoken):
    """Sound arrives trimmed with words placed by listening."""
    service.respond = [whole(spoken)]
    with voice_at(service.url) as voice:
        clip = voice.speak(TEXT, "en-GB", 1.0)
    with EspeakVoice(variant="f2") as other:
        truth = other.speak(TEXT, "en", 0.9)
    assert service.texts == [TEXT]
    assert clip.samples.dtype == np.float32
    assert len(clip.samples) == pytest.approx(len(truth.samples), abs=48_000 * 0.06)
    assert [(w.start_char, w.end_char) for w in clip.words] == [
        (w.start_char, w.end_char) for w in truth.words
    ]
    late = [abs(a.start - b.start) / 48 for a, b in zip(clip.words, truth.words, strict=True)]
    assert sorted(late)[len(late) // 2] < 60
    assert all(a.start <= b.start for a, b in pairwise(clip.words))


def test_pace_shortens_the_sound_without_raising_it(service, spoken):
    """Pace shortens the sound without raising it."""
    service.respond = [whole(spoken)]
    with voice_at(service.url) as voice:
        usual = voice.speak(TEXT, "en", 1.0).samples
        fast = voice.speak(TEXT, "en", 1.25).samples
    assert len(fast) == pytest.approx(len(usual) / 1.25, rel=0.05)


def test_long_lines_are_fetched_in_pieces_and_joined(service, spoken):
    """Long lines are fetched in pieces and joined."""
    service.respond = [whole(spoken)]
    text = " ".join([TEXT] * 5)
    with voice_at(service.url) as voice:
        clip = voice.speak(text, "en", 1.0)
        once = voice.speak(TEXT, "en", 1.0)
    assert len(service.texts) > 2
    assert len(clip.samples) > len(once.samples) * (len(service.texts) - 1)
    assert clip.words[-1].end == len(clip.samples)


def test_tls_certificates_are_checked(spoken):
    """GTTS itself would send `verify=False`."""
    service = Service(tls=True)
    service.respond = [whole(spoken)]
    try:
        assert refusal(voice_at(service.url)).code == "voice-untrusted"
        assert service.texts == []
        trusted = GttsClient(service.url, ca_file=HERE / "certificate.pem", patience=QUICK)
        assert trusted.fetch(TEXT, "en") == [spoken]
    finally:
        service.close()


@pytest.mark.parametrize("url", ["http://translate.example/x", "ftp://127.0.0.1/x", "nonsense"])
def test_text_is_not_sent_in_the_clear(url):
    """Text is not sent in the clear."""
    with pytest.raises(SpeechError) as caught:
        GttsVoice(endpoint=url)
    assert caught.value.code == "voice-endpoint"
    assert ENDPOINT.startswith("https://")


@pytest.mark.parametrize("status", [400, 403, 404, 302])
def test_a_refusal_is_final(service, status):
    """A refusal is final."""
    service.respond = [lambda h, _t: send(h, status, b"", Location="http://127.0.0.1:9/")]
    assert refusal(voice_at(service.url)).code == "voice-refused"
    assert len(service.texts) == 1


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_service_is_asked_again_later_and_later(service, spoken, status):
    """A busy service is asked again later and later."""
    busy = lambda h, _t: send(h, status)  # noqa: E731
    service.respond = [busy, busy, whole(spoken)]
    sleeps: list[float] = []
    with voice_at(service.url, sleeps, backoff=1.0, spacing=0) as voice:
        assert len(voice.speak(TEXT, "en", 1.0).samples)
    assert len(service.texts) == 3
    assert 1 <= sleeps[0] <= 1.25
    assert 2 <= sleeps[1] <= 2.5


def test_retry_after_is_kept_to(service, spoken):
    """Retry after is kept to."""
    in_seconds = lambda h, _t: send(h, 429, Retry_After="7")  # noqa: E731
    in_date = lambda h, _t: send(h, 503, Retry_After=formatdate(time.time() + 5, usegmt=True))  # noqa: E731
    service.respond = [in_seconds, in_date, whole(spoken)]
    sleeps: list[float] = []
    with voice_at(service.url, sleeps) as voice:
        voice.speak(TEXT, "en", 1.0)
    assert sleeps[0] == 7
    assert 3 <= sleeps[1] <= 5


def test_a_wait_beyond_the_deadline_is_not_waited_for(service):
    """A wait beyond the deadline is not waited for."""
    service.respond = [lambda h, _t: send(h, 429, Retry_After="3600")]
    sleeps: list[float] = []
    assert refusal(voice_at(service.url, sleeps)).code == "voice-refused"
    assert (len(service.texts), sleeps) == (1, [])


def test_after_all_tries_the_service_is_left_alone(service):
    """After all tries the service is left alone."""
    service.respond = [lambda h, _t: send(h, 500)]
    with voice_at(service.url, []) as voice:
        for _ in range(3):
            with pytest.raises(VoiceUnavailableError):
                voice.speak(TEXT, "en", 1.0)
    assert len(service.texts) == QUICK.tries


def test_requests_are_spaced(service, spoken):
    """Requests are spaced."""
    service.respond = [whole(spoken)]
    sleeps: list[float] = []
    with voice_at(service.url, sleeps, spacing=5) as voice:
        voice.speak(TEXT, "en", 1.0)
        voice.speak(TEXT, "en", 1.0)
    assert len(sleeps) == 1
    assert 0 < sleeps[0] <= 5


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Sorry</html>",
        b'[["wrb.fr","jQ1olc",null,null,null,[3],"generic"]]\n',
        answer(b""),
    ],
)
def test_an_answer_without_sound_is_an_error(service, body):
    """GTTS itself returns nothing at all, as if all were well."""
    service.respond = [lambda h, _t: send(h, 200, body)]
    assert refusal(voice_at(service.url)).code == "voice-no-audio"


def test_sound_cut_short_is_fetched_again(service, spoken):
    """Sound cut short is fetched again."""
    service.respond = [whole(spoken[:-37]), whole(spoken)]
    with voice_at(service.url) as voice:
        assert len(voice.speak(TEXT, "en", 1.0).samples)
    assert len(service.texts) == 2


@pytest.mark.parametrize(
    "body",
    [
        answer(b"no sound at all"),
        answer(b"\xff\xf3\x44\xc4"),
        b'[["wrb.fr","jQ1olc","[\\"!!!\\"]"]]\n',
        b'{"jQ1olc": \n',
        b'[["wrb.fr","jQ1olc","{}"]]\n'.replace(b"{}", b'{\\"a\\":1}'),
    ],
)
def test_broken_sound_is_an_error(service, body):
    """Broken sound is an error."""
    service.respond = [lambda h, _t: send(h, 200, body)]
    assert refusal(voice_at(service.url)).code == "voice-broken-audio"
    assert len(service.texts) == QUICK.tries


def test_silence_is_an_error(service):
    """Silence is an error."""
    service.respond = [whole(mp3_of(np.zeros(48_000, np.float32)))]
    assert refusal(voice_at(service.url)).code == "voice-broken-audio"


def test_a_body_that_breaks_off_is_fetched_again(service, spoken):
    """GTTS lets this one through as an error of another library."""

    def half(handler: BaseHTTPRequestHandler, _text: str) -> None:
        body = answer(spoken)
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[: len(body) // 2])
        handler.close_connection = True

    service.respond = [half, whole(spoken)]
    with voice_at(service.url) as voice:
        assert len(voice.speak(TEXT, "en", 1.0).samples)
    assert len(service.texts) == 2


def test_a_server_that_never_answers_is_given_up(service):
    """GTTS itself waits for ever."""
    gone = threading.Event()
    service.respond = [lambda _h, _t: gone.wait(30)]
    assert refusal(voice_at(service.url, read=0.2, tries=2)).code == "voice-unreachable"
    gone.set()
    assert len(service.texts) == 2


def test_a_server_that_drips_is_given_up_at_the_deadline(service):
    """Every byte is within the read time-out; the line's deadline still holds."""
    gone = threading.Event()

    def drip(handler: BaseHTTPRequestHandler, _text: str) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not gone.wait(0.05):
            handler.wfile.write(b" ")

    service.respond = [drip]
    error = refusal(voice_at(service.url, read=5, line=0.6))
    gone.set()
    assert error.code in ("voice-unreachable", "voice-broken-audio")


def test_an_endless_answer_is_not_read_to_the_end(service):
    """An endless answer is not read to the end."""

    def endless(handler: BaseHTTPRequestHandler, _text: str) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(1000):
            handler.wfile.write(b" " * 100_000)

    service.respond = [endless]
    assert refusal(voice_at(service.url)).code == "voice-broken-audio"


def test_nobody_listening_is_an_error():
    """Nobody listening is an error."""
    service = Service()
    service.close()
    assert refusal(voice_at(service.url, [])).code == "voice-unreachable"


def test_a_name_that_does_not_resolve_is_not_tried_again():
    """A name that does not resolve is not tried again."""
    sleeps: list[float] = []
    voice = voice_at("https://billreel.invalid/x", sleeps)
    assert refusal(voice).code == "voice-unreachable"
    assert sleeps == []


def test_languages_it_does_not_speak_are_refused(service):
    """Languages it does not speak are refused."""
    with voice_at(service.url) as voice, pytest.raises(SpeechError) as caught:
        voice.speak("nuqneH", "tlh", 1.0)
    assert caught.value.code == "voice-language"
    assert service.texts == []


def test_text_does_not_reach_the_log(service, spoken, caplog):
    """GTTS logs the text it is given at DEBUG."""
    service.respond = [whole(spoken)]
    with caplog.at_level(logging.DEBUG), voice_at(service.url) as voice:
        voice.speak(TEXT, "en", 1.0)
    assert "bill for the month" not in caplog.text


def test_opening_it_by_name_sends_nothing():
    """Opening it by name sends nothing."""
    with open_voice("gtts") as voice:
        assert voice.third_party
        assert voice.id.startswith("gtts-2.")
