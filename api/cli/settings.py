"""`billreel settings`: every setting of the server, and what it is for."""

from __future__ import annotations

from api.cli.options import AsJson
from api.cli.output import Output


def settings(as_json: AsJson = False) -> None:
    """Print every BILLREEL_* setting as a Markdown table; with --json, as objects."""
    from api.settings_table import rows, table  # here: other commands need no settings

    output = Output(as_json)
    output.result({"settings": rows()})
    output.say(table())
