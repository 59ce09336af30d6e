"""The layer under the headers: every request gets an id, a log line and a measurement.

What nobody caught is answered here, as a fault of ours.

An id that a client sends is not taken: it could say anything. Ours goes back in `X-Request-Id`.
"""

from __future__ import annotations

import logging
import secrets
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import place_of
from api.http.log import log
from api.http.problems import ProblemResponse, base_of, problem
from api.meters import Meters
from renderer.errors import RenderError

_QUIET = ("/livez", "/readyz", "/metrics")


class Trace:
    """Wraps the whole app.

    Args:
        meters: of the server.
    """

    def __init__(self, app: ASGIApp, meters: Meters) -> None:
        self._app, self._meters = app, meters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope["billreel.request"] = number = f"req_{secrets.token_hex(8)}"
        began, status, until = time.perf_counter(), 0, 0.0

        async def answered(message: Message) -> None:
            nonlocal status, until
            if message["type"] == "http.response.start":
                status, until = message["status"], time.perf_counter()
                message["headers"] = [
                    *message.get("headers", ()),
                    (b"x-request-id", number.encode()),
                ]
            await send(message)

        error: Exception | None = None
        try:
            await self._app(scope, receive, answered)
        except Exception as raised:
            error = raised
            if not status:
                response = ProblemResponse(problem(_internal(), base_of(scope), number), 500)
                await response(scope, receive, answered)
        self._report(scope, status, (until or time.perf_counter()) - began, error)

    def _report(self, scope: Scope, status: int, seconds: float, error: Exception | None) -> None:
        route = str(getattr(scope.get("route"), "path", "-"))
        method = scope["method"] if scope["method"] in _METHODS else "-"
        self._meters.requests.labels(route, method, str(status)).inc()
        self._meters.seconds.labels(route).observe(seconds)
        if route in _QUIET and status < 400 and error is None:
            return
        log(
            "request",
            level=logging.ERROR if error else logging.INFO,
            request=scope["billreel.request"],
            route=route,
            method=method,
            status=status,
            ms=seconds * 1000,
            code=scope.get("billreel.code"),
            key=scope.get("billreel.key"),
            error=type(error).__name__ if error else None,
            at=place_of(error) if error else None,
        )


_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def _internal() -> RenderError:
    return RenderError(
        "internal",
        "something went wrong that is our fault",
        remedy="Report it with the request's id.",
        ours=True,
    )
