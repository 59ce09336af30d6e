"""`billreel check`: every mistake of a pack, with file, line and column."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from api.cli.options import AsJson
from api.cli.output import Output
from api.cli.samples import draft_sample
from renderer.errors import RenderError
from renderer.planning import Choice
from renderer.script import Problem, check_pack, load_pack, problem_of


def _set_samples(pack_name: str) -> list[Problem]:
    """Lay every sample film out, so that text that cannot fit and missing glyphs come to light."""
    pack = load_pack(pack_name)
    problems: dict[tuple[str, str | None, str], Problem] = {}
    for brand in pack.brands:
        for shape in pack.shapes:
            for language in pack.samples:
                choice = Choice(
                    language=language, pack=pack_name, brand=brand, shape=shape, voice="silent"
                )
                try:
                    draft_sample(pack, choice)
                except RenderError as error:
                    problem = problem_of(error)
                    problems[problem.code, problem.file, problem.message] = problem
    return list(problems.values())


def check(
    pack: Annotated[str, typer.Argument(help="An installed pack's name, or a folder.")],
    as_json: AsJson = False,
) -> None:
    """Find the mistakes of a pack: in its files, its words, and what does not fit on screen."""
    output = Output(as_json)
    problems = check_pack(pack) or _set_samples(pack)
    output.result({"problems": [asdict(problem) for problem in problems]})
    for problem in problems:
        output.say(f"{problem} [{problem.code}]")
    if problems:
        raise typer.Exit(2)
    output.say("No mistakes found.")
