"""The `billreel` program: its commands, and how an error leaves it."""

from __future__ import annotations

import gc
import sys
import traceback
from importlib import import_module

import typer

from api.cli.output import Output
from api.cli.uncollected import uncollected
from renderer.errors import RenderError

COMMANDS = {
    "render": "render_bill",
    "inspect": "inspect_bill",
    "explain": "explain_bill",
    "check": "check",
    "still": "draw_still",
    "proof": "proof",
    "demo": "demo",
    "serve": "serve",
    "migrate": "migrate",
    "settings": "settings",
    "keys": "keys",
    "pack": "pack",
    "samples": "write_samples",
    "bench": "bench",
    "batch": "commands",
}
"""Function, or group of functions, by command; each stands in the module of its name."""


def program(asked: str | None) -> typer.Typer:
    """Build the program: with one command where it is known which, else with all.

    A command's module brings the stages it needs, and nobody waits for those of the others.
    """
    known = asked in COMMANDS
    app = typer.Typer(
        name="billreel",
        help="Turn a telecom bill into a narrated video that explains it.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None if known else "rich",
    )
    app.callback()(_several)
    for name, function in COMMANDS.items():
        if name == asked or not known:
            found = getattr(import_module(f"api.cli.{name}"), function)
            if isinstance(found, typer.Typer):
                app.add_typer(found, name=name)
            else:
                app.command(name)(found)
    return app


def _several() -> None:
    """Turn a telecom bill into a narrated video that explains it."""


def main() -> None:
    """Run the program."""
    output = Output("--json" in sys.argv)
    try:
        with uncollected():
            billreel = program(sys.argv[1] if len(sys.argv) > 1 else None)
        gc.freeze()  # modules stay
        billreel()
    except RenderError as error:
        output.error(error)
        sys.exit(1 if error.ours else 2)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        traceback.print_exception(error, limit=-3, file=sys.stderr)
        output.bug(error)
        sys.exit(1)
