"""The espeak-ng program: initialises the library once and forks a child for every line.

It runs as a process of its own (`python -I -S espeak_worker.py LIBRARY DATA`), because espeak-ng is
GPL and because within one process its output is not reproducible: the server itself never speaks,
so every child starts from the same state. Standard library only, nothing of Billreel imported.

Requests and answers are lines of JSON on standard input and output; an answer with `bytes` is
followed by that many bytes of 16-bit little-endian mono PCM, and `cpu_s` is what the program and
its children have taken so far, in seconds of CPU time.

Source: espeak-ng 1.52 `speak_lib.h` (constants and structures below).
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import resource
import select
import signal
import sys
import time
from collections.abc import Callable
from typing import BinaryIO

SYNCHRONOUS = 2
NO_EXIT = 0x8000
CHARACTERS = 1
UTF8_WITH_END_PAUSE = 0x1001
RATE, PITCH, RANGE = 1, 3, 4
WORD, SENTENCE, END = 1, 2, 5

MOST_BYTES = 16_000_000
"""More than six minutes of sound: no line is that long, so the child has gone wild."""

Speech = tuple[dict[str, object], bytes]
Synthesise = Callable[[dict[str, object]], Speech]


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("identifier", ctypes.c_uint),
        ("position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("milliseconds", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    ]


_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class Espeak:
    """libespeak-ng, initialised and silent."""

    def __init__(self, library: str, data: str) -> None:
        self._library = ctypes.CDLL(library)
        self.rate: int = self._library.espeak_Initialize(SYNCHRONOUS, 0, data.encode(), NO_EXIT)
        self._library.espeak_Info.restype = ctypes.c_char_p
        self.version = self._library.espeak_Info(None).decode().split()[0]
        self._prepared = ""

    def prepare(self, request: dict[str, object]) -> None:
        """Read the voice that a request is for, so that children find it in memory.

        A child still chooses it for itself: it sounds as in a process that never had another.
        """
        voice = str(request.get("voice"))
        if voice != self._prepared:
            self._library.espeak_SetVoiceByName(voice.encode())
            self._prepared = voice

    def synthesise(self, request: dict[str, object]) -> Speech:
        """Speak one text. To be called once in the life of a process."""
        pcm = bytearray()
        events: list[tuple[int, int, int, int]] = []

        def collect(wave: object, count: int, event: object) -> int:
            if wave and count > 0:
                pcm.extend(ctypes.string_at(wave, count * 2))  # type: ignore[arg-type]
            index = 0
            while event[index].type:  # type: ignore[index]
                one = event[index]  # type: ignore[index]
                if one.type in (WORD, SENTENCE, END):
                    events.append((one.type, one.sample, one.position - 1, one.length))
                index += 1
            return 0

        callback = _CALLBACK(collect)
        library = self._library
        library.espeak_SetSynthCallback(callback)
        if library.espeak_SetVoiceByName(str(request["voice"]).encode()):
            return {"ok": False, "why": "voice"}, b""
        library.espeak_SetParameter(RATE, request["words_a_minute"], 0)
        library.espeak_SetParameter(PITCH, request["pitch"], 0)
        library.espeak_SetParameter(RANGE, request["range"], 0)
        text = str(request["text"]).encode() + b"\0"
        size = ctypes.c_size_t(len(text))
        failed = library.espeak_Synth(text, size, 0, CHARACTERS, 0, UTF8_WITH_END_PAUSE, None, None)
        library.espeak_Synchronize()
        if failed:
            return {"ok": False, "why": "synthesis"}, b""
        return {"ok": True, "rate": self.rate, "events": events}, bytes(pcm)


def frame(header: dict[str, object], pcm: bytes = b"") -> bytes:
    """Lay out one answer: its header line, then its sound."""
    return json.dumps({**header, "bytes": len(pcm)}).encode() + b"\n" + pcm


def cpu_seconds() -> float:
    """Return the CPU time of this process and of the children it has waited for."""
    both = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def _child(synthesise: Synthesise, request: dict[str, object], to: int) -> None:
    try:
        answer = memoryview(frame(*synthesise(request)))
        while answer:
            answer = answer[os.write(to, answer) :]
    except BaseException:
        os._exit(1)
    os._exit(0)


def _collect(pid: int, source: int, seconds: float) -> bytes:
    """Read all that the child writes, then reap it; always within `seconds`."""
    deadline = time.monotonic() + seconds
    parts: list[bytes] = []
    size = 0
    failure = ""
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([source], [], [], left)[0]:
            failure = "timeout"
            break
        part = os.read(source, 1 << 16)
        if not part:
            break
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES:
            failure = "endless"
            break
    if failure:
        os.kill(pid, signal.SIGKILL)
    status = os.waitpid(pid, 0)[1]
    if failure:
        return frame({"ok": False, "why": failure})
    return b"".join(parts) if status == 0 else frame({"ok": False, "why": "crash"})


def serve(
    synthesise: Synthesise,
    requests: BinaryIO,
    answers: BinaryIO,
    prepare: Callable[[dict[str, object]], None] = lambda _request: None,
) -> None:
    """Answer requests until there are no more, each by a forked child of its own.

    `prepare` is called before each fork, in the process that lives on.
    """
    gc.freeze()  # children would copy what a collection touches
    while line := requests.readline():
        request = json.loads(line)
        prepare(request)
        source, to = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(source)
            os.close(requests.fileno())
            os.close(answers.fileno())
            _child(synthesise, request, to)
        os.close(to)
        answer = _collect(pid, source, float(request["seconds"]))
        os.close(source)
        header, _, sound = answer.partition(b"\n")
        answers.write(frame({**json.loads(header), "cpu_s": cpu_seconds()}, sound))
        answers.flush()


def main() -> None:
    """Say hello, then serve."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The library must not be able to write into the conversation.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    espeak = Espeak(sys.argv[1], sys.argv[2])
    hello = {"ok": espeak.rate > 0, "version": espeak.version, "rate": espeak.rate}
    answers.write(frame({**hello, "cpu_s": cpu_seconds()}))
    answers.flush()
    if espeak.rate > 0:
        serve(espeak.synthesise, sys.stdin.buffer, answers, espeak.prepare)


if __name__ == "__main__":
    main()
