"""Logs: JSON lines whose fields are a fixed list, so that no customer can get into one.

`log` takes what it may hold by name, and a value that is not a plain word becomes "?". What other
libraries log is reduced to who said it, where, and the kind of an exception: their messages may
quote anything.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import time
from typing import Any, TextIO

from api.errors import place_of

_LOGGER = logging.getLogger("billreel")
_PLAIN = re.compile(r"[A-Za-z0-9_.:/{}<>*+-]{1,96}", re.ASCII)


def log(
    event: str,
    *,
    level: int = logging.INFO,
    request: str | None = None,
    route: str | None = None,
    method: str | None = None,
    status: int | None = None,
    ms: float | None = None,
    code: str | None = None,
    key: str | None = None,
    subject: str | None = None,
    state: str | None = None,
    count: int | None = None,
    error: str | None = None,
    at: str | None = None,
) -> None:
    """Write one line.

    Args:
        event: what happened, in one word or two with a dot.
        request: the request's id.
        route: its template ("/v1/bills/{reference}"), never its path.
        ms: milliseconds it took.
        code: of a `RenderError`.
        key: id of an API key.
        subject: opaque id of a record.
        error, at: an exception's type, and file and line of where it was raised.
    """
    fields = {
        "request": request,
        "route": route,
        "method": method,
        "status": status,
        "ms": None if ms is None else round(ms, 1),
        "code": code,
        "key": key,
        "subject": subject,
        "state": state,
        "count": count,
        "error": error,
        "at": at,
    }
    said = {name: _plain(value) for name, value in fields.items() if value is not None}
    _LOGGER.log(level, _plain(event), extra={"billreel": said})


def start_logging(stream: TextIO | None = None, level: int = logging.INFO) -> None:
    """Send all logs of this process to a stream (standard error), as JSON lines."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    _LOGGER.setLevel(level)


class JsonLines(logging.Formatter):
    """Writes records of ours with their fields, and of others without their words."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, Any] = {
            "at": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
            + f".{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
        }
        said = getattr(record, "billreel", None)
        if said is not None:
            line |= {"event": record.msg, **said}
        else:
            line |= {"logger": record.name, "at_line": f"{record.module}:{record.lineno}"}
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = type(record.exc_info[1]).__name__
            line["raised"] = place_of(record.exc_info[1])
        return json.dumps(line, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) else "?"
    return value
