"""A request's body has a bound and a time: what passes either ends the request, unread.

The framework has a bound too, but answers it in words of its own, and knows no time.
"""

from __future__ import annotations

import asyncio

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.limits import body_bound
from api.http.problems import ProblemResponse, base_of, from_http, problem, request_id

_CLOSE = {"Connection": "close"}
"""What is still on its way must not be taken for the next request."""


class Body:
    """Ends a request whose body is too large, or does not arrive.

    Args:
        seconds: from the first time that the body is asked for.
    """

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self._app, self._seconds = app, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        bound = body_bound(scope["method"], scope["path"])
        if _length(scope) > bound:
            error = from_http(HTTPException(413))
            scope["billreel.code"] = error.code
            body = problem(error, base_of(scope), request_id(scope))
            await ProblemResponse(body, 413, headers=_CLOSE)(scope, receive, send)
            return
        await self._app(scope, _Arriving(receive, bound, self._seconds), send)


class _Arriving:
    """What an app receives, as long as it arrives in time and within the bound."""

    def __init__(self, receive: Receive, bound: int, seconds: float) -> None:
        self._receive, self._left, self._seconds = receive, bound, seconds
        self._until: float | None = None
        self._whole = False

    async def __call__(self) -> Message:
        if self._whole:
            return await self._receive()
        now = asyncio.get_running_loop().time()
        self._until = self._until or now + self._seconds
        try:
            message = await asyncio.wait_for(self._receive(), self._until - now)
        except TimeoutError:
            self._whole = True
            raise HTTPException(408, headers=_CLOSE) from None
        self._left -= len(message.get("body", b""))
        self._whole = self._left < 0 or not message.get("more_body", False)
        if self._left < 0:
            raise HTTPException(413, headers=_CLOSE)
        return message


def _length(scope: Scope) -> int:
    said = Headers(scope=scope).get("content-length", "")
    return int(said) if said.isdecimal() else 0
