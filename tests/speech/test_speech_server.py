"""A speech program that crashes, hangs, babbles or vanishes is an error, never a hang."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from renderer.errors import SpeechError
from renderer.speech import espeak_worker, speech_server
from renderer.speech.speech_server import SpeechServer

PROGRAM = """
import importlib.util, os, sys, time
spec = importlib.util.spec_from_file_location("worker", {worker!r})
worker = importlib.util.module_from_spec(spec)
spec.loader.exec_module(worker)

def synthesise(request):
    if request["text"] == "abort":
        os.abort()
    if request["text"] == "raise":
        raise RuntimeError
    if request["text"] == "hang":
        time.sleep(3600)
    if request["text"] == "endless":
        return {{"ok": True}}, b"x" * (worker.MOST_BYTES + 1)
    return {{"ok": True, "rate": 8000, "events": []}}, request["text"].encode()

sys.stdout.buffer.write(worker.frame({{"ok": True}}))
sys.stdout.buffer.flush()
worker.serve(synthesise, sys.stdin.buffer, sys.stdout.buffer)
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SpeechServer]:
    """Return a server whose program misbehaves on demand, by the text it is given."""
    script = tmp_path / "program.py"
    script.write_text(PROGRAM.format(worker=espeak_worker.__file__))
    running = SpeechServer((sys.executable, "-I", "-S", str(script)))
    yield running
    running.close()


@pytest.mark.parametrize(
    ("text", "why", "seconds"),
    [
        ("abort", "crash", 30.0),
        ("raise", "crash", 30.0),
        ("hang", "timeout", 0.3),
        ("endless", "endless", 30.0),
    ],
)
def test_a_bad_child_is_reported_and_the_program_lives_on(server, text, why, seconds):
    """A bad child is reported and the program lives on."""
    server.start()
    pid = server.pid
    assert server.ask({"text": text}, seconds)[0] == {"ok": False, "why": why, "bytes": 0}
    assert server.ask({"text": "fine"}, 30.0)[1] == b"fine"
    assert server.pid == pid


def test_long_answers_arrive_whole(server):
    """Long answers arrive whole."""
    text = "0123456789" * 100_000
    assert server.ask({"text": text}, 30.0)[1] == text.encode()


def test_a_killed_program_is_an_error_and_is_started_again(server):
    """A killed program is an error and is started again."""
    server.start()
    os.kill(server.pid, signal.SIGKILL)
    with pytest.raises(SpeechError) as caught:
        server.ask({"text": "one"}, 30.0)
    assert caught.value.code == "voice-crashed"
    assert server.ask({"text": "two"}, 30.0)[1] == b"two"


def test_a_stopped_program_is_given_up_and_reaped(server, monkeypatch):
    """A stopped program is given up and reaped."""
    monkeypatch.setattr(speech_server, "GRACE_S", 0.1)
    server.start()
    pid = server.pid
    os.kill(pid, signal.SIGSTOP)
    with pytest.raises(SpeechError) as caught:
        server.ask({"text": "one"}, 0.1)
    assert caught.value.code == "voice-timeout"
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_closing_reaps_the_program(server):
    """Closing reaps the program."""
    server.start()
    pid = server.pid
    server.close()
    server.close()
    assert server.pid is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.parametrize(
    "command", [("/no/such/program",), (sys.executable, "-c", "print('nonsense')")]
)
def test_a_program_that_is_none_is_an_error(command):
    """A program that is none is an error."""
    server = SpeechServer(command)
    with pytest.raises(SpeechError) as caught:
        server.ask({"text": "one"}, 1.0)
    assert caught.value.code == "voice-crashed"
    assert server.pid is None
