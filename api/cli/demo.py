"""`billreel demo`: render the pack's sample customers, one film a language."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import AsJson, Brand, PackName, Shape, Voice, read_previous
from api.cli.output import Output
from api.cli.render import STAGES, report
from renderer.bill import load_bill
from renderer.errors import RenderError
from renderer.planning import Choice, Meter
from renderer.script import load_pack

if TYPE_CHECKING:
    from rich.progress import Progress


def demo(
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder of the packages.")] = Path(
        "out/demo"
    ),
    lang: Annotated[
        list[str] | None, typer.Option("--lang", help="Only these languages. May be repeated.")
    ] = None,
    pack: PackName = "telco",
    brand: Brand = None,
    shape: Shape = "wide",
    voice: Voice = None,
    workers: Annotated[int, typer.Option(help="Segments encoded at a time.")] = os.cpu_count() or 1,
    as_json: AsJson = False,
) -> None:
    """Render the sample customers of a pack into one folder a language."""
    from renderer.pipeline import render  # here: other commands need no encoder

    output = Output(as_json)
    loaded = load_pack(pack)
    wanted = lang or list(loaded.samples)
    if unknown := [language for language in wanted if language not in loaded.samples]:
        raise RenderError(
            "sample-missing",
            f"the pack has no sample customer for {', '.join(unknown)}",
            remedy=f"It has {', '.join(loaded.samples)}.",
        )
    reports: list[dict[str, Any]] = []
    with output.progress(len(STAGES) * len(wanted)) as bar:
        for language in wanted:
            meter = Meter(partial(_advance, bar, language))
            sample = loaded.samples[language]
            choice = Choice(
                language=language, pack=pack, brand=brand, shape=shape, voice=voice, workers=workers
            )
            earlier = sample / "previous"
            previous = read_previous([earlier]) if earlier.is_dir() else []
            package = render(
                load_bill([sample / "bill.json"]), out / language, previous, choice, meter
            )
            reports.append(report(package, meter, out / language))
    output.result({"films": reports})
    for made in reports:
        output.say(f"  {made['output']}/index.html  {made['seconds']:.0f} s")
    output.say("Open one in a browser. To see them as customers do, by a link: make serve")


def _advance(bar: Progress, language: str, stage: str) -> None:
    bar.update(bar.task_ids[0], description=f"{language}: {stage}", advance=1)
