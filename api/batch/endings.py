"""How a worker ended -> what that says of the film it was at."""

from __future__ import annotations

import signal

from api.batch.model import Kind, Outcome

_FROM_OUTSIDE = frozenset(
    {signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT}
)
"""Signals that a process does not get by itself."""


def meaning_of(status: int, place: str | None) -> Outcome:
    """Judge an end that nobody here brought about.

    Args:
        status: exit status, or minus the number of a signal.
        place: where it stood, if it could say.
    """
    if -status in _FROM_OUTSIDE:
        return Outcome(Kind.KILLED, code="worker-killed", place=name_of(status))
    if -status == signal.SIGXCPU:
        return Outcome(Kind.LIMIT, code="limit-cpu", place=place)
    told = ": ".join(filter(None, (name_of(status), place)))
    return Outcome(Kind.CRASH, code="worker-crashed", place=told)


def name_of(status: int) -> str:
    """Name an end: "exit 3", "SIGSEGV"."""
    if status >= 0:
        return f"exit {status}"
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"
