"""The `billreel` program: its commands, and how an error leaves it."""

from __future__ import annotations

import sys
import traceback

import typer

from api.cli import check, demo, inspect, proof, render, still
from api.cli.output import Output
from renderer.errors import RenderError

app = typer.Typer(
    name="billreel",
    help="Turn a telecom bill into a narrated video that explains it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.command("render")(render.render_bill)
app.command("inspect")(inspect.inspect_bill)
app.command("check")(check.check)
app.command("still")(still.draw_still)
app.command("proof")(proof.proof)
app.command("demo")(demo.demo)


def main() -> None:
    """Run the program."""
    output = Output("--json" in sys.argv)
    try:
        app()
    except RenderError as error:
        output.error(error)
        sys.exit(1 if error.ours else 2)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        traceback.print_exception(error, limit=-3, file=sys.stderr)
        output.bug(error)
        sys.exit(1)
