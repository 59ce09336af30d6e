"""Options that several commands share, said once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from renderer.errors import RenderError

if TYPE_CHECKING:
    from renderer.bill.model import Bill
    from renderer.store import Shelf

Bills = Annotated[
    list[Path],
    typer.Argument(
        help="The bill: one file, or several that belong together (a bill, its rates, its usage)."
    ),
]
BillsOrNone = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="BILL...",
        help="The bill: one file, or several that belong together (a bill, its rates, its usage). "
        "None with --table.",
    ),
]
FromTable = Annotated[
    Path | None,
    typer.Option("--table", help="A mapping.yaml: takes the bill from tables, with --bill."),
]
Key = Annotated[
    str | None, typer.Option("--bill", help="Which bill of the table: its key, as written there.")
]
TableFiles = Annotated[
    list[str] | None,
    typer.Option("--file", help="Another file or folder for a table of the mapping: lines=PATH."),
]
Previous = Annotated[
    list[Path] | None,
    typer.Option(
        "--previous",
        help="Earlier bills: a file, a TM Forum list, a folder, or a table's mapping.yaml. "
        "May be repeated.",
    ),
]
Language = Annotated[str | None, typer.Option("--lang", help="en, fr, de, id, ar, ko ...")]
PackName = Annotated[str, typer.Option("--pack", help="An installed pack's name, or a folder.")]
Brand = Annotated[str | None, typer.Option("--brand", help="One of the pack's brands.")]
Shape = Annotated[str, typer.Option("--shape", help="wide (16:9) or tall (9:16).")]
Voice = Annotated[str | None, typer.Option("--voice", help="espeak, gtts or silent.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
StoreFolder = Annotated[
    Path | None,
    typer.Option(
        "--store",
        help="A folder that keeps segments and speech for later films, which then cost less. It "
        "holds customers' figures. Default: BILLREEL_STORE, else nothing is kept.",
    ),
]
StoreSize = Annotated[
    float | None,
    typer.Option("--store-gb", min=0.001, help="What the store may hold, in GB; default: 4."),
]
Preferences = Annotated[
    Path | None, typer.Option("--preferences", help="The customer's preferences, as JSON.")
]


def read_bill(
    paths: list[Path] | None,
    preferences: Path | None = None,
    table: Path | None = None,
    key: str | None = None,
    files: list[str] | None = None,
) -> Bill:
    """Read the bill that a command is about: from its files, or by its key from a table.

    Raises:
        RenderError: `bill-missing`, `several-bills`, and whatever is wrong with the bill.
    """
    from renderer.bill import load_bill  # here: a command's options need no stage

    if table is None:
        if not paths or key is not None or files:
            raise RenderError(
                "bill-missing",
                "There is no bill here" if not paths else "--bill and --file go with --table",
                remedy="Give the bill's file, or --table mapping.yaml --bill KEY.",
            )
        return load_bill(paths, preferences)
    if paths or key is None or preferences is not None:
        raise RenderError(
            "bill-missing" if key is None else "several-bills",
            "--table needs --bill"
            if key is None
            else "A bill from a table comes without other files",
            str(table),
            "Give --table mapping.yaml --bill KEY; preferences stand in the table's columns.",
        )
    from renderer.bill import open_table  # here: few bills come from tables

    places = {name: Path(path) for name, path in pairs(files, "--file").items()}
    return open_table(table, places).bill(key)


def open_shelf(folder: Path | None, most_gb: float | None = None) -> Shelf | None:
    """Open the store that was asked for, by option or by `BILLREEL_STORE`; None if by neither."""
    from renderer.store import MOST_KEPT, open_store, store_folder  # here: help needs no store

    chosen = store_folder(folder)
    if chosen is None:
        return None
    return open_store(chosen, round(most_gb * 10**9) if most_gb else MOST_KEPT)


def read_previous(paths: list[Path] | None, bill: Bill | None = None) -> list[Bill]:
    """Read earlier bills; a folder stands for every file in it, in name order.

    With the bill they precede, a folder, a list or a table may hold bills of other accounts and
    later ones too, which are left out.

    Raises:
        RenderError: `another-account` when there are bills of other accounts only.
    """
    from renderer.bill import load_bill, own_preceding

    if bill is not None:
        return list(own_preceding(paths or [], bill))
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
