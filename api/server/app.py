"""Settings -> the app: ground, doors, and how errors leave them."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import anyio.to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import Response

from api import events, operator, pay, watch
from api.clock import Clock, system_clock
from api.errors import RequestError
from api.http import error_pages, health
from api.http.body import Body
from api.http.gate import Gate
from api.http.headers import Headers
from api.http.log import log
from api.http.problems import answer, from_http, from_validation
from api.http.trace import Trace
from api.meters import Meters
from api.operator.caller import Rate
from api.server.description import describe
from api.server.duties import at_work
from api.services import open_services
from api.settings import Settings
from renderer.errors import RenderError

NO_TELEMETRY: Any = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
"""Spans would carry addresses of links."""


def create_app(settings: Settings, clock: Clock = system_clock) -> FastAPI:
    """Make the app; it opens its services when it starts, and closes them when it stops."""
    meters = Meters()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        # Every request at work may hold a thread, and so may the server's own duties.
        limiter = anyio.to_thread.current_default_thread_limiter()
        limiter.total_tokens = settings.concurrency * 2 + 8
        async with open_services(settings, meters, clock) as services, at_work(services):
            app.state.services = services
            log("server.ready", count=settings.workers)
            yield
            log("server.stopping")
        log("server.stopped")

    app = FastAPI(
        title="Billreel",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/v1/openapi.json",
        telemetry=NO_TELEMETRY,
        middleware=[
            Middleware(Headers, secure=settings.secure),
            Middleware(Trace, meters=meters),
            Middleware(
                Gate,
                concurrency=settings.concurrency,
                queue=settings.queue,
                wait_s=settings.queue_seconds,
                meters=meters,
            ),
            Middleware(Body, seconds=settings.body_seconds),
        ],
        exception_handlers={
            RenderError: _render_error,
            RequestValidationError: _validation_error,
            HTTPException: _http_error,
            OperationalError: _busy,
            NoConnectionError: _busy,
        },
    )
    app.state.base_url = settings.address
    app.state.rate = Rate(settings.key_rate)
    for door in (operator, watch, pay, events):
        app.include_router(door.router)
    for ground in (error_pages, health):
        app.include_router(ground.router)
    describe(app)
    return app


async def _render_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RenderError)  # noqa: S101
    return _answered(request, error)


async def _validation_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    return _answered(request, from_validation(error))


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    response = _answered(request, from_http(error))
    response.headers.update(error.headers or {})
    return response


async def _busy(request: Request, error: Exception) -> Response:
    log("database.busy", level=logging.WARNING, error=type(error).__name__)
    busy = RequestError(
        "database-busy",
        "the database has no time for this request",
        remedy="Ask again; nothing of it was kept.",
        ours=True,
        status=503,
        retry_s=1,
    )
    return _answered(request, busy)


def _answered(request: Request, error: RenderError) -> Response:
    request.scope["billreel.code"] = error.code
    return answer(request, error)
