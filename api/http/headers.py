"""Headers that every answer has, unless it says otherwise itself.

Source: OWASP Secure Headers Project; RFC 6797 (HSTS).
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.policy import Policy

ALWAYS = {
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": str(Policy()),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
_HSTS = "max-age=31536000; includeSubDomains"


class Headers:
    """Adds what an answer lacks.

    Args:
        secure: whether people reach the server by https.
    """

    def __init__(self, app: ASGIApp, secure: bool) -> None:
        self._app = app
        self._always = {**ALWAYS, **({"Strict-Transport-Security": _HSTS} if secure else {})}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._always.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)
