"""A bounded number of worker processes, each doing one thing at a time for whoever asks."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import ParamSpec, TypeVar, cast

from api.crew.worker import Worker
from api.errors import RequestError

MOST_WAITING = 64
"""Callers that may wait for a worker; who comes then is sent away."""
_P = ParamSpec("_P")
_T = TypeVar("_T")


class Crew:
    """Runs functions in worker processes; for any number of threads.

    Each worker has a pipe of its own, so that one that dies or is ended harms no other.

    Args:
        workers: processes.
        preload: modules that they import before anybody waits.
        most_waiting: callers that may wait for one.
    """

    def __init__(
        self, workers: int, preload: Sequence[str] = (), most_waiting: int = MOST_WAITING
    ) -> None:
        self._free = [Worker(preload) for _ in range(workers)]
        self._all = tuple(self._free)
        self._changed = threading.Condition()
        self._most = most_waiting
        self._waiting = 0
        self._closed = False

    @property
    def waiting(self) -> int:
        """Return how many callers wait for a worker."""
        return self._waiting

    @property
    def pids(self) -> list[int]:
        """Return the ids of the processes there are."""
        return [worker.pid for worker in self._all if worker.pid is not None]

    def start(self) -> None:
        """Start all workers, so that nobody waits for an import."""
        for worker in self._all:
            worker.launch()
        for worker in self._all:
            worker.start()

    def close(self) -> None:
        """End all workers; who waits is sent away."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        for worker in self._all:
            worker.close()

    def run(
        self, seconds: float, function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs
    ) -> _T:
        """Call `function`, one of a module, in a worker, and return what it returns.

        Args:
            seconds: it may take once it has begun, and as much again it may wait.

        Raises:
            RequestError: `crew-busy`, 503.
            RenderError: `work-died`: the process ended, or did not answer in time; `work-failed`;
                and what the function raises.
        """
        worker = self._take(seconds)
        try:
            return cast("_T", worker.run(seconds, function, args, kwargs))
        finally:
            with self._changed:
                self._free.append(worker)
                self._changed.notify()

    def _take(self, seconds: float) -> Worker:
        until = time.monotonic() + seconds
        with self._changed:
            if not self._free and self._waiting >= self._most:
                raise _busy()
            self._waiting += 1
            try:
                while not self._free and not self._closed:
                    if not self._changed.wait(until - time.monotonic()):
                        raise _busy()
                if self._closed:
                    raise _busy()
                return self._free.pop()
            finally:
                self._waiting -= 1


def _busy() -> RequestError:
    return RequestError(
        "crew-busy",
        "all processes that read bills are at work",
        remedy="Ask again in a few seconds.",
        ours=True,
        status=503,
        retry_s=2,
    )
