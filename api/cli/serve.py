"""`billreel serve`: the server."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.ground import ground
from api.cli.output import Output

if TYPE_CHECKING:
    from api.settings import Settings


def serve(
    host: Annotated[str | None, typer.Option(help="Default: BILLREEL_HOST, 127.0.0.1.")] = None,
    port: Annotated[int | None, typer.Option(help="Default: BILLREEL_PORT, 8470.")] = None,
    data: Annotated[Path | None, typer.Option(help="Default: BILLREEL_DATA.")] = None,
    demo: Annotated[
        bool, typer.Option("--demo", help="Put sample customers in, and print their links.")
    ] = False,
) -> None:
    """Serve films and the operator's API; settings come from the environment."""
    from api.server.run import run  # here: other commands need no server
    from api.settings import load_settings

    given: dict[str, Any] = {"host": host, "port": port, "data": data}
    settings = load_settings(**{name: value for name, value in given.items() if value is not None})
    if demo:
        _stock(settings)
    sys.exit(run(settings))


def _stock(settings: Settings) -> None:
    """Put sample customers in, and print their links."""
    from api.server.demo import stock

    with ground(settings) as parts:
        links = stock(parts)
    output = Output()
    output.say("Sample customers, each with a link for a day:\n")
    for link in links:
        output.say(f"  {link.language}  {link.url}")
    output.say("\nStop with Ctrl-C.")
