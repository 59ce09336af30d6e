"""How fast films are made, and when the last one will be."""

from __future__ import annotations

import time
from collections import deque

WINDOW_S = 300.0
"""Of the past that a pace goes by, seconds: films cost less when the store has filled."""
_STEP_S = 1.0


class Pace:
    """Counts films as they are done.

    Args:
        now: of a clock that does not go back, seconds.
    """

    def __init__(self, now: float | None = None) -> None:
        self.done = 0
        self._seen: deque[tuple[float, int]] = deque([(_now(now), 0)])

    def count(self, now: float | None = None) -> None:
        """Count one."""
        self.done += 1
        at = _now(now)
        if at - self._seen[-1][0] >= _STEP_S:
            self._seen.append((at, self.done))
        while len(self._seen) > 2 and at - self._seen[0][0] > WINDOW_S:
            self._seen.popleft()

    def an_hour(self, now: float | None = None) -> float | None:
        """Return films an hour, of late; None before it can be told."""
        began, done = self._seen[0]
        passed = _now(now) - began
        return (self.done - done) / passed * 3600 if passed > 0 and self.done > done else None

    def left_s(self, waiting: int, now: float | None = None) -> float | None:
        """Return how long so many films will take, seconds; None before it can be told."""
        an_hour = self.an_hour(now)
        return waiting / an_hour * 3600 if an_hour else None


def _now(now: float | None) -> float:
    return time.monotonic() if now is None else now


def how_long(seconds: float) -> str:
    """Write a time for people: "2 d 3 h", "1 h 05 min", "4 min", "12 s"."""
    minutes, hours = round(seconds / 60), round(seconds / 3600)
    if hours >= 48:
        return f"{hours // 24} d {hours % 24} h"
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60:02} min"
    return f"{minutes} min" if seconds >= 90 else f"{round(seconds)} s"
