"""Lets so many requests work and so many wait; who comes then is told when to come back.

A request leaves when its answer begins: sending bytes to a slow client is no work.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import RequestError
from api.http.limits import LANES, lane_of
from api.http.problems import ProblemResponse, base_of, problem, request_id
from api.meters import Meters

_LONGEST_S = 30
_WEIGHT = 0.1
"""Of the newest request in the mean that `Retry-After` is made of."""


class Lane:
    """A bounded number of requests at work, and a bounded queue before it.

    Args:
        concurrency: requests at work.
        queue: requests that may wait, for at most `wait_s`.
    """

    def __init__(self, concurrency: int, queue: int, wait_s: float) -> None:
        self.concurrency, self.queue, self.wait_s = concurrency, queue, wait_s
        self.working = 0
        self.waiting: deque[asyncio.Future[None]] = deque()
        self.mean_s = 0.05

    async def enter(self) -> bool:
        """Wait for a place; False when there is none to be had in time."""
        if self.working < self.concurrency:
            self.working += 1
            return True
        if len(self.waiting) >= self.queue:
            return False
        place = asyncio.get_running_loop().create_future()
        self.waiting.append(place)
        try:
            await asyncio.wait_for(place, self.wait_s)
        except BaseException as error:
            if place.done() and not place.cancelled():
                # It was called and left in the same moment: the next one is.
                self._next()
            elif place in self.waiting:  # else who left before has passed it over
                self.waiting.remove(place)
            if isinstance(error, TimeoutError):
                return False
            raise
        return True

    def leave(self, seconds: float) -> None:
        """Give the place to who waits longest."""
        self.mean_s += _WEIGHT * (seconds - self.mean_s)
        self._next()

    def retry_s(self) -> int:
        """Return in how many seconds the queue should be done, from what requests take now."""
        ahead = self.working + len(self.waiting)
        return min(_LONGEST_S, max(1, math.ceil(ahead * self.mean_s / self.concurrency)))

    def _next(self) -> None:
        while self.waiting:
            place = self.waiting.popleft()
            if not place.done():
                place.set_result(None)
                return
        self.working -= 1


class Gate:
    """The gate before all doors, with a lane for each kind of work.

    Args:
        concurrency, queue: of the widest lane; others have their share.
    """

    def __init__(
        self, app: ASGIApp, concurrency: int, queue: int, wait_s: float, meters: Meters
    ) -> None:
        self._app, self._meters = app, meters
        self.lanes: Mapping[str, Lane] = {
            name: Lane(max(1, round(concurrency * share)), round(queue * share), wait_s)
            for name, share in LANES.items()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or send it away."""
        name = lane_of(scope["path"]) if scope["type"] == "http" else None
        if name is None:
            await self._app(scope, receive, send)
            return
        lane = self.lanes[name]
        entered = await lane.enter()
        self._measure()
        if not entered:
            await self._send_away(lane, scope, receive, send)
            return
        began, inside = time.monotonic(), True

        def leave() -> None:
            nonlocal inside
            if inside:
                inside = False
                lane.leave(time.monotonic() - began)
                self._measure()

        async def leaving(message: Message) -> None:
            if message["type"] == "http.response.start":
                leave()
            await send(message)

        try:
            await self._app(scope, receive, leaving)
        finally:
            leave()

    async def _send_away(self, lane: Lane, scope: Scope, receive: Receive, send: Send) -> None:
        error = RequestError(
            "overloaded",
            "the server has more requests than it can answer",
            remedy="Ask again after the seconds of Retry-After.",
            ours=True,
            status=503,
            retry_s=lane.retry_s(),
        )
        self._meters.refused.labels(error.code).inc()
        scope["billreel.code"] = error.code
        body = problem(error, base_of(scope), request_id(scope))
        response = ProblemResponse(body, 503, headers={"Retry-After": str(error.retry_s)})
        await response(scope, receive, send)

    def _measure(self) -> None:
        lanes = self.lanes.values()
        self._meters.at_work.set(sum(lane.working for lane in lanes))
        self._meters.waiting.set(sum(len(lane.waiting) for lane in lanes))
