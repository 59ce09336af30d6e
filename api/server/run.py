"""Runs the app until it is told to stop."""

from __future__ import annotations

import signal
import socket

import uvicorn

from api.clock import Clock, system_clock
from api.http.log import start_logging
from api.server.app import create_app
from api.services import open_ground
from api.settings import Settings
from renderer.errors import RenderError

HEADER_BYTES = 32 * 1024
"""Of a request's line and headers together."""
_WAITING = 512
"""Connections that the system may hold for us until we take them."""


def run(settings: Settings) -> int:
    """Serve; return the exit code: 0 when it was stopped, 1 when it could not start.

    SIGTERM and SIGINT stop it: no new connections, `stop_seconds` for requests at work, then what
    is left is ended. A video that was being made is queued again.

    Raises:
        RenderError: `address-in-use`, and what of the settings' parts cannot be used.
    """
    start_logging()
    # Here it can be told to who starts it; once the app runs, it could only be logged.
    open_ground(settings).database.close()
    server = uvicorn.Server(config(settings))
    with _listening(settings) as listener:
        # The server raises them once more when it has stopped, for whoever else waits for them.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        server.run(sockets=[listener])
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


def _listening(settings: Settings) -> socket.socket:
    try:
        return socket.create_server(
            (settings.host, settings.port),
            family=socket.AF_INET6 if ":" in settings.host else socket.AF_INET,
            backlog=_WAITING,
        )
    except OSError as error:
        raise RenderError(
            "address-in-use",
            f"the server cannot listen there: {(error.strerror or 'unknown reason').lower()}",
            where="BILLREEL_HOST, BILLREEL_PORT",
            remedy="Take another port, or stop what listens on it.",
        ) from error
