"""A request's body arrives within a time, or the request is over.

How large it may be is the framework's to check, before and while it is read (`max_body_size`).
"""

from __future__ import annotations

import asyncio

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class BodyDeadline:
    """Ends a request whose body does not arrive.

    Args:
        seconds: from the first time that the body is asked for.
    """

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self._app, self._seconds = app, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        until, whole = 0.0, scope["type"] != "http"

        async def in_time() -> Message:
            nonlocal until, whole
            if whole:
                return await receive()
            now = asyncio.get_running_loop().time()
            until = until or now + self._seconds
            try:
                message = await asyncio.wait_for(receive(), until - now)
            except TimeoutError:
                whole = True
                # What is still on its way must not be taken for the next request.
                raise HTTPException(408, headers={"Connection": "close"}) from None
            whole = not message.get("more_body", False)
            return message

        await self._app(scope, in_time, send)
