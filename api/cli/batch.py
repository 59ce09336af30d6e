"""`billreel batch`: a billing cycle on one machine."""

from __future__ import annotations

import json
import sys
import time
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.batch.model import State
from api.cli.options import AsJson
from api.cli.output import Output

if TYPE_CHECKING:
    from api.batch.report import Report

CycleFile = Annotated[Path, typer.Argument(metavar="CYCLE.yaml", help="docs/batch.md tells it.")]
Code = Annotated[str | None, typer.Option(help="Only those of an error's code.")]

commands = typer.Typer(
    help="Make the films of a billing cycle: run, status, list, retry.", no_args_is_help=True
)


@commands.command()
def run(
    file: CycleFile,
    workers: Annotated[
        int | None, typer.Option(min=0, max=256, help="Processes, instead of the file's.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Make all films anew: the pack or settings changed.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Make what is missing, and go on where a run was ended. Exit 2 if films are quarantined."""
    from api.batch.cycle import open_cycle
    from api.batch.run import run_cycle
    from api.cli.batch_progress import listener_of

    output = Output(as_json)
    cycle = open_cycle(file)
    if workers is not None:
        cycle = replace(cycle, told=cycle.told.model_copy(update={"workers": workers}))
    with listener_of(output) as listener:
        report = run_cycle(cycle, listener, again=again)
    output.result(content(report))
    for line in lines(report, file):
        output.say(line)
    if report.signal:
        sys.exit(128 + report.signal)
    if report.stopped or report.films[State.QUARANTINED]:
        sys.exit(2)


def content(report: Report) -> dict[str, Any]:
    """Say what a run did as JSON-able data."""
    edition, new = report.edition or (None, False)
    return {
        "cycle": report.cycle,
        "folder": str(report.folder),
        "stopped": report.stopped,
        "rendered": report.rendered,
        "unchanged": report.unchanged,
        "films": {state.value: count for state, count in report.films.items()},
        "quarantined": report.codes,
        "outcomes": {kind.value: count for kind, count in report.outcomes.items() if count},
        "edition": {"folder": str(edition), "new": new} if edition else None,
        "bytes": report.size,
        "cost": {
            "cpu_s": round(report.cpu_s, 3),
            "wall_s": round(report.wall_s, 3),
            "peak_worker_mb": round(report.peak_mb),
        },
    }


def lines(report: Report, file: Path) -> list[str]:
    """Say what a run did, for people."""
    films = report.films
    said = [
        f"{report.folder}: {report.rendered:,} films made, {report.unchanged:,} were there, "
        f"{films[State.QUARANTINED]:,} quarantined, {films[State.SKIPPED]:,} skipped, "
        f"{films[State.PENDING]:,} wait"
    ]
    if report.rendered:
        each = report.cpu_s / report.rendered, report.size / report.rendered / 1e6
        said.append(
            f"{report.rendered / report.wall_s * 3600:,.0f} films an hour, {each[0]:.2f} CPU s and "
            f"{each[1]:.1f} MB each; at most {report.peak_mb:.0f} MB of memory a worker"
        )
    said += [f"  {count:,} {code}" for code, count in report.codes.items()]
    if report.codes:
        said.append(f"billreel batch list {file} says which; docs/errors/ what their codes mean.")
    if report.stopped:
        said.append(f"Stopped: {report.stopped}. billreel batch run {file} goes on from here.")
    if report.edition:
        said.append(f"{report.edition[0]}: cycle.json, links.csv")
    return said


@commands.command()
def status(file: CycleFile, as_json: AsJson = False) -> None:
    """Say how a cycle stands, also while it runs."""
    from api.batch.cycle import open_cycle
    from api.batch.pace import how_long
    from api.batch.status import status_of

    output = Output(as_json)
    found = status_of(open_cycle(file))
    output.result(found)
    films = found["films"]
    output.say(", ".join(f"{count:,} {state}" for state, count in films.items()))
    for code, count in found["quarantined"].items():
        output.say(f"  {count:,} {code}")
    if found["run"]:
        ago = how_long(max(0.0, time.time() - found["run"]["seen"]))
        said = f"{found['run']['ended']}, {found['run']['rendered']:,} films, heard of {ago} ago"
        output.say(f"last run: {said}")
    if found["an_hour"]:
        left = f", {how_long(found['left_s'])} left" if found["left_s"] else ""
        output.say(f"{found['an_hour']:,} films an hour{left}")


@commands.command("list")
def list_films(
    file: CycleFile,
    state: Annotated[State, typer.Option(help="Which films.")] = State.QUARANTINED,
    code: Code = None,
    as_json: AsJson = False,
) -> None:
    """List films of a state: key, shape, code and place, or folder. One JSON object a line."""
    from api.batch.cycle import open_cycle
    from api.batch.ledger_view import LedgerView
    from api.batch.places import places_of

    places = places_of(open_cycle(file))
    with closing(LedgerView.read(places.ledger)) as ledger:
        for one in ledger.entries(state, code):
            if as_json:
                print(json.dumps({**asdict(one), "tries": one.tries + one.killed}))
                continue
            where = places.relative(one.folder) if one.folder and not one.code else one.place
            print("\t".join((one.key, one.shape, one.code or one.language or "", where or "")))


@commands.command()
def retry(file: CycleFile, code: Code = None, as_json: AsJson = False) -> None:
    """Let quarantined films wait again, for the next run."""
    from api.batch.cycle import open_cycle
    from api.batch.ledger import Ledger
    from api.batch.ledger_view import LedgerView
    from api.batch.lock import locked
    from api.batch.places import places_of

    output = Output(as_json)
    places = places_of(open_cycle(file))
    LedgerView.read(places.ledger).close()  # one that is not there is not made here
    with locked(places.lock), closing(Ledger.open(places.ledger)) as ledger:
        count = ledger.retry(code)
    output.result({"waiting": count})
    output.say(f"{count:,} films wait again: billreel batch run {file}")
