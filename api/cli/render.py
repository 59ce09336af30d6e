"""`billreel render`: one bill in, one package out."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import (
    AsJson,
    BillsOrNone,
    Brand,
    FromTable,
    Key,
    Language,
    PackName,
    Preferences,
    Previous,
    Shape,
    StoreFolder,
    StoreSize,
    TableFiles,
    Voice,
    open_shelf,
    pairs,
    read_bill,
    read_previous,
)
from api.cli.output import Output
from renderer.planning import Choice, Meter

if TYPE_CHECKING:
    from renderer.package import Package

STAGES = ("tell", "bind", "speak", "lay", "encode", "sound", "package", "publish")


def report(package: Package, meter: Meter, folder: Path) -> dict[str, Any]:
    """Say what was made and what it cost, stage by stage."""
    film = package.outline
    return {
        "output": str(folder),
        "language": film.language,
        "brand": film.brand,
        "shape": film.shape,
        "form": film.form,
        "scenes": list(film.scenes),
        "frames": {"total": film.frames, "distinct": film.distinct},
        "segments": dict(zip(("total", "drawn"), package.segments, strict=True)),
        "seconds": round(film.frames / 30, 3),
        "bytes": {name: len(data) for name, data in sorted(package.files.items())},
        "cost": {
            "cpu_s": round(sum(cost.cpu for cost in meter.costs), 3),
            "wall_s": round(sum(cost.wall for cost in meter.costs), 3),
            "stages": {
                cost.stage: {"cpu_s": round(cost.cpu, 3), "wall_s": round(cost.wall, 3)}
                for cost in meter.costs
            },
        },
    }


def render_bill(
    bill: BillsOrNone = None,
    table: FromTable = None,
    key: Key = None,
    file: TableFiles = None,
    out: Annotated[Path, typer.Option("-o", "--out", help="The package's folder.")] = Path("out"),
    previous: Previous = None,
    preferences: Preferences = None,
    lang: Language = None,
    pack: PackName = "telco",
    brand: Brand = None,
    shape: Shape = "wide",
    height: Annotated[int | None, typer.Option(help="720, or 1080 for wide films.")] = None,
    voice: Voice = None,
    fallback_voice: Annotated[
        str | None, typer.Option(help="Speaks the whole film when the voice cannot serve.")
    ] = None,
    send_text_to_third_party: Annotated[
        bool, typer.Option("--send-text-to-third-party", help="Let gtts send a customer's figures.")
    ] = False,
    music: Annotated[
        bool | None, typer.Option("--music/--no-music", help="The bed under the voice.")
    ] = None,
    action: Annotated[
        list[str] | None,
        typer.Option(
            "--action", help="Where an action leads: pay=URL. In offer=URL, {id} is the offer's id."
        ),
    ] = None,
    offers: Annotated[
        bool,
        typer.Option(
            "--offers",
            help="Make the pack's offers to customers who agreed to it. Needs --action offer=URL.",
        ),
    ] = False,
    day: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help="The day the film is made for, which offers are judged by; default: of issue.",
        ),
    ] = None,
    workers: Annotated[int, typer.Option(help="Segments encoded at a time.")] = os.cpu_count() or 1,
    hls: Annotated[bool, typer.Option("--hls", help="Write the film as HLS too.")] = False,
    store: StoreFolder = None,
    store_gb: StoreSize = None,
    as_json: AsJson = False,
) -> None:
    """Render a bill's film into a package: video, captions, transcript, hotspots and a page."""
    from renderer.pipeline import render  # here: other commands need no encoder

    output = Output(as_json)
    choice = Choice(
        language=lang,
        pack=pack,
        brand=brand,
        shape=shape,
        height=height,
        voice=voice,
        fallback=fallback_voice,
        third_party=send_text_to_third_party,
        music=music,
        actions=pairs(action, "--action"),
        offers=offers,
        day=day.date() if day else None,
        workers=workers,
        shelf=open_shelf(store, store_gb),
        hls=hls,
    )
    with output.progress(len(STAGES)) as bar:
        meter = Meter(lambda stage: bar.update(bar.task_ids[0], description=stage, advance=1))
        loaded = read_bill(bill, preferences, table, key, file)
        package = render(loaded, out, read_previous(previous, loaded), choice, meter)
    content = report(package, meter, out)
    output.result(content)
    output.say(
        f"{out / 'index.html'}: {content['seconds']:.0f} s in {package.outline.language}, "
        f"{content['frames']['distinct']} of {content['frames']['total']} frames drawn, "
        f"{content['cost']['cpu_s']:.1f} CPU s"
    )
