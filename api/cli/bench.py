"""`billreel bench`: what films cost here, beside other tools, and what a cycle costs a customer."""

from __future__ import annotations

import tempfile
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import AsJson
from api.cli.output import Output
from renderer.errors import RenderError

if TYPE_CHECKING:
    from rich.progress import Progress
    from rich.table import Table


class What(StrEnum):
    """What is measured."""

    BILL30 = "bill30"
    CYCLE = "cycle"
    ALL = "all"


def bench(
    what: Annotated[What, typer.Argument(help="bill30, cycle or all.")] = What.ALL,
    runs: Annotated[int, typer.Option(min=1, max=25, help="Of bill-30; medians count.")] = 3,
    peer: Annotated[
        list[str] | None,
        typer.Option(
            help="moviepy_flat, moviepy_layered, ffmpeg, or none; may be repeated. Default: all."
        ),
    ] = None,
    peers_python: Annotated[
        Path | None, typer.Option(help="A Python that has MoviePy. Default: that of make bench.")
    ] = None,
    customers: Annotated[int, typer.Option(min=1, max=99_999, help="Of the cycle.")] = 100,
    locale: Annotated[
        str | None, typer.Option(help="A cycle of one country: en, fr, de, id, ar or ko.")
    ] = None,
    store: Annotated[
        bool, typer.Option("--store/--no-store", help="Keep the cycle's segments and speech.")
    ] = True,
    page: Annotated[
        Path | None, typer.Option(help="Folder of benchmarks.md. Default: docs.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Measure CPU time, wall time, memory, bytes and quality, and write docs/benchmarks.md."""
    from api.bench.checkout import checkout
    from api.bench.machine import machine
    from api.bench.page import write

    output = Output(as_json)
    root = checkout()
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="billreel-bench-") as scratch:
        if what is not What.CYCLE:
            began = machine()
            found |= _bill30(root, Path(scratch), runs, peer, peers_python, output)
            found["bill30"]["machine"] = began
        if what is not What.BILL30:
            began = machine()
            found |= _cycle(root, Path(scratch), customers, locale, output, store=store)
            found["cycle"]["machine"] = began
    written = write(found, page or root / "docs")
    output.result(found)
    if "bill30" in found:
        output.say(films_table(found))
    if "cycle" in found:
        output.say(cycle_table(found["cycle"]))
    output.say(f"{written}")


def _bill30(
    root: Path,
    scratch: Path,
    runs: int,
    wanted: list[str] | None,
    python: Path | None,
    output: Output,
) -> dict[str, Any]:
    from api.bench.bill30 import Bench, result, steps
    from api.bench.peers import PEERS, find_peers

    names = list(PEERS) if wanted is None else [name for name in wanted if name != "none"]
    for name in names:
        if name not in PEERS:
            raise RenderError(
                "peer-unknown",
                f"There is no tool named {name!r} to measure beside ours",
                remedy=f"There are {', '.join(PEERS)}, and none.",
            )
    peers, unable = find_peers(root, names, python)
    made = Bench(root, scratch / "bill30", scratch)
    with output.progress(steps(runs, peers) + 1) as bar:
        _next(bar, "workload")
        made.set_out()
        films = made.measure(runs, peers, lambda step: _next(bar, step))
        quality = made.quality(films, lambda step: _next(bar, step))
    return result(films, quality, unable)


def _cycle(
    root: Path,
    scratch: Path,
    customers: int,
    locale: str | None,
    output: Output,
    *,
    store: bool,
) -> dict[str, Any]:
    from api.bench.cycle import measure

    with output.progress(3 if store else 2) as bar:
        return measure(
            root,
            scratch / "cycle",
            customers,
            locale,
            store=store,
            tell=lambda step: _next(bar, step),
        )


def _next(bar: Progress, step: str) -> None:
    bar.update(bar.task_ids[0], description=step, advance=1)


def films_table(found: dict[str, Any]) -> Table:
    """Lay out bill-30 beside the others."""
    from rich.table import Table

    from api.bench.page import FILM_COLUMNS, films

    laid = Table(title="bill-30", title_justify="left")
    for at, name in enumerate(FILM_COLUMNS):
        laid.add_column(name, justify="right" if at else "left")
    for row in films(found):
        laid.add_row(*(cell.replace("**", "") for cell in row))
    return laid


def cycle_table(cycle: dict[str, Any]) -> Table:
    """Lay out what a customer of a cycle costs."""
    from rich.table import Table

    title = f"A cycle of {cycle['customers']}: {cycle['marginal_cpu_s']:.2f} CPU s a customer"
    laid = Table(title=title, title_justify="left")
    for name in ("customers", "CPU s on average", "in the last tenth"):
        laid.add_column(name, justify="right")
    for mark, one in cycle["growth"].items():
        laid.add_row(mark, f"{one['mean_cpu_s']:.2f}", f"{one['last_cpu_s']:.2f}")
    return laid
