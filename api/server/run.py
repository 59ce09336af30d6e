"""Runs the app until it is told to stop."""

from __future__ import annotations

import uvicorn

from api.clock import Clock, system_clock
from api.http.log import start_logging
from api.server.app import create_app
from api.settings import Settings

HEADER_BYTES = 32 * 1024
"""Of a request's line and headers together."""


def run(settings: Settings) -> int:
    """Serve; return the exit code: 0 when it was stopped, 1 when it could not start.

    SIGTERM and SIGINT stop it: no new connections, `stop_seconds` for requests at work, then what
    is left is ended. A video that was being made is queued again.
    """
    start_logging()
    server = uvicorn.Server(config(settings))
    server.run()
    return 0 if server.started else 1


def config(settings: Settings, clock: Clock = system_clock) -> uvicorn.Config:
    """Return how uvicorn serves the app."""
    return uvicorn.Config(
        create_app(settings, clock),
        host=settings.host,
        port=settings.port,
        http="h11",
        lifespan="on",
        # Its access log would hold addresses, which are what opens a link.
        access_log=False,
        log_config=None,
        server_header=False,
        date_header=True,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=[str(one) for one in settings.trusted_proxies],
        h11_max_incomplete_event_size=HEADER_BYTES,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=settings.stop_seconds,
        ws="none",
    )
