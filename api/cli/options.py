"""Options that several commands share, said once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from renderer.errors import RenderError

if TYPE_CHECKING:
    from renderer.bill.model import Bill

Bills = Annotated[
    list[Path],
    typer.Argument(
        help="The bill: one file, or several that belong together (a bill, its rates, its usage)."
    ),
]
Previous = Annotated[
    list[Path] | None,
    typer.Option("--previous", help="An earlier bill, or a folder of them. May be repeated."),
]
Language = Annotated[str | None, typer.Option("--lang", help="en, fr, de, id, ar, ko ...")]
PackName = Annotated[str, typer.Option("--pack", help="An installed pack's name, or a folder.")]
Brand = Annotated[str | None, typer.Option("--brand", help="One of the pack's brands.")]
Shape = Annotated[str, typer.Option("--shape", help="wide (16:9) or tall (9:16).")]
Voice = Annotated[str | None, typer.Option("--voice", help="espeak, gtts or silent.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Preferences = Annotated[
    Path | None, typer.Option("--preferences", help="The customer's preferences, as JSON.")
]


def read_previous(paths: list[Path] | None) -> list[Bill]:
    """Read earlier bills; a folder stands for every file in it, in name order."""
    from renderer.bill import load_bill  # here: a command's options need no stage

    files: list[Path] = []
    for path in paths or []:
        files.extend(sorted(p for p in path.iterdir() if p.is_file()) if path.is_dir() else [path])
    return [load_bill([path]) for path in files]


def pairs(values: list[str] | None, option: str) -> dict[str, str]:
    """Read `name=value` options.

    Raises:
        RenderError: `option-not-a-pair`.
    """
    found = {}
    for value in values or []:
        name, sign, rest = value.partition("=")
        if not (name and sign and rest):
            raise RenderError(
                "option-not-a-pair",
                f"{option} takes name=value",
                remedy=f"{option} pay=https://...",
            )
        found[name] = rest
    return found
