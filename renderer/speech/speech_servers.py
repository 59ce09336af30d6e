"""Several speech programs of one kind, so that lines are spoken at the same time."""

from __future__ import annotations

from collections.abc import Sequence
from queue import LifoQueue
from typing import Any

from renderer.speech.speech_server import SpeechServer


class SpeechServers:
    """As one `SpeechServer`; as many programs run as lines were ever asked for at a time.

    Args:
        command: what to run.
        count: of programs, at most.
    """

    def __init__(self, command: Sequence[str], count: int = 1) -> None:
        self._all = tuple(SpeechServer(command) for _ in range(count))
        # Last in, first out: who asks for one line at a time keeps one program busy.
        self._free: LifoQueue[SpeechServer] = LifoQueue()
        for server in reversed(self._all):
            self._free.put(server)

    @property
    def pid(self) -> int | None:
        """Return the process id of the program that is asked first, while it runs."""
        return self._all[0].pid

    @property
    def cpu_s(self) -> float:
        """Return what the programs that run have taken, in seconds of CPU time."""
        return sum(server.cpu_s for server in self._all)

    def start(self) -> dict[str, Any]:
        """Start a program unless it runs already, and return what it said first."""
        return self._all[0].start()

    def ask(self, request: dict[str, object], seconds: float) -> tuple[dict[str, Any], bytes]:
        """Send one request to a program that is free; see `SpeechServer.ask`."""
        server = self._free.get()
        try:
            return server.ask(request, seconds)
        finally:
            self._free.put(server)

    def close(self) -> None:
        """End all programs."""
        for server in self._all:
            server.close()
