"""`billreel check`: every mistake of a pack, with file, line and column."""

from __future__ import annotations

from dataclasses import asdict, replace
from itertools import product
from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import AsJson, Language
from api.cli.output import Output
from renderer.plan import problems
from renderer.script import (
    Pack,
    Problem,
    bind,
    check_pack,
    load_pack,
    load_sample,
    problem_of,
)


def _set_samples(pack: Pack) -> list[Problem]:
    """Lay every sample film out, so that text that cannot fit and missing glyphs come to light.

    A mistake that shows in several brands, shapes or languages is told once, where it shows first.
    """
    found: dict[tuple[str, str, int, int], Problem] = {}
    for language, folder in pack.samples.items():
        story = load_sample(folder, pack)
        for brand, shape in product(pack.brands, pack.shapes):
            script = bind(story, pack, language, brand=brand, shape=shape)
            for error in problems(script):
                one = problem_of(error)
                told = replace(one, message=f"{one.message} In {brand}, {shape}, {language}.")
                found.setdefault((one.code, one.file, one.line, one.column), told)
    return list(found.values())


def check(
    pack: Annotated[str, typer.Argument(help="An installed pack's name, or a folder.")],
    cost: Annotated[
        int | None,
        typer.Option(
            min=2, max=10_000, help="Tell instead what scenes cost this many made-up customers."
        ),
    ] = None,
    customers: Annotated[
        Path | None,
        typer.Option(help="With --cost: a folder of customers, as `billreel samples` writes it."),
    ] = None,
    language: Language = None,
    as_json: AsJson = False,
) -> None:
    """Find the mistakes of a pack: in its files, its words, and what does not fit on screen.

    With --cost N: what its scenes depend on, how many segments N customers need, and which node
    makes a shared scene personal.
    """
    output = Output(as_json)
    if cost is not None:
        from api.cli.check_cost import tell_cost  # here: it loads the encoder

        tell_cost(load_pack(pack), output, cost, customers, language)
        return
    mistakes = check_pack(pack) or _set_samples(load_pack(pack))
    output.result({"problems": [asdict(problem) for problem in mistakes]})
    for problem in mistakes:
        output.say(f"{problem} [{problem.code}]")
    if mistakes:
        raise typer.Exit(2)
    output.say("No mistakes found.")
