"""Who calls: the key of a request, what it may do, and how often."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.errors import RequestError
from api.http import ServicesOf
from api.operator.keys import find_key
from api.operator.scopes import Scope
from api.records import Key

_BEARER = HTTPBearer(
    auto_error=False, scheme_name="key", description="An API key: `billreel keys create`."
)
Bearer = Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]


class Rate:
    """Counts requests of keys by the minute, in this process; for any thread.

    Args:
        most: requests a minute; a key that rested may send a sixth of it at once.
    """

    def __init__(self, most: int) -> None:
        self._a_second = most / 60
        self._burst = max(1.0, most / 6)
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def wait_s(self, key: str, now: float) -> float:
        """Count a request; return 0, or how many seconds it comes too early."""
        with self._lock:
            left, since = self._left.pop(key, (self._burst, now))
            left = min(self._burst, left + (now - since) * self._a_second)
            allowed = left >= 1
            self._left[key] = (left - 1 if allowed else left, now)
            if len(self._left) > 10_000:
                self._left.popitem(last=False)
            return 0.0 if allowed else (1 - left) / self._a_second


def allowed(scope: Scope) -> Callable[..., Key]:
    """Return the dependency that lets keys of a scope pass, and gives the key.

    A key that is missing, unknown, revoked or expired is answered alike.
    """

    def caller(request: Request, bearer: Bearer, services: ServicesOf) -> Key:
        secret = bearer.credentials if bearer else ""
        with services.database.reading() as session:
            key = find_key(session, services.vault, secret, services.clock())
        if key is None:
            raise key_missing()
        request.scope["billreel.key"] = key.id
        rate: Rate = request.app.state.rate
        wait = rate.wait_s(key.id, time.monotonic())
        if wait > 0:
            services.meters.refused.labels("too-many-requests").inc()
            raise RequestError(
                "too-many-requests",
                "this key sends more requests than it may",
                remedy="Ask again after the seconds of Retry-After.",
                status=429,
                retry_s=int(wait) + 1,
            )
        if scope.value not in key.scopes:
            raise scope_missing(scope)
        return key

    return caller


def key_missing() -> RequestError:
    """Make the error for a key that is not there, or not valid; which of it is not told."""
    return RequestError(
        "key-missing",
        "there is no API key here, or it is not valid",
        remedy="Send one as `Authorization: Bearer brk_...`.",
        status=401,
    )


def scope_missing(scope: Scope) -> RequestError:
    """Make the error for a key that may not do this."""
    return RequestError(
        "scope-missing",
        f"this key has not the scope {scope.value}",
        remedy="Use a key that has it: `billreel keys create --scope`.",
        status=403,
    )
