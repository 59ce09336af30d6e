"""`billreel check --cost`: what a pack's scenes cost a cohort, and which nodes make them personal.

Films are planned, not drawn, and spoken by the silent voice: what differs is the same, and where.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from api.cli.output import Output
from api.cli.pack_samples import read_folder
from renderer.errors import RenderError
from renderer.plan import FPS, Plan
from renderer.planning import Choice, draft
from renderer.script import Pack, Script
from renderer.segments import Census, SceneSharing

SEED, MONTHS = 4, 4
_MOST_NODES = 4
_INDEX = re.compile(r"\.\d+(?=\.|$)")


@dataclass
class Shown:
    """Where nodes stand in the pack, and which figures of a story they show, seen over films."""

    places: dict[str, str] = field(default_factory=dict)
    facts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, script: Script, plan: Plan) -> None:
        """Take note of one film."""
        waiting = [node for scene in script.scenes for node in (scene.layout, scene.chrome) if node]
        while waiting:
            node = waiting.pop()
            self.places.setdefault(node.path, node.where)
            waiting += node.children
        for one in plan.appearances:
            if one.medium == "screen":
                self.facts[one.place].add(_INDEX.sub("", one.fact))

    def place(self, node: str) -> str:
        """Return file:line:column of a node, or of the one that it was made for."""
        while node and node not in self.places:
            node = node.rpartition("/")[0]
        return self.places.get(node, "")


def tell_cost(
    pack: Pack, output: Output, customers: int, folder: Path | None, language: str | None
) -> None:
    """Plan the films of customers and print what they share."""
    census, shown, refused = Census(), Shown(), 0
    with _cohort(customers, folder, language) as cohort:
        every = _folders(cohort)
        with output.progress(len(every)) as bar:
            for one in every:
                try:
                    bill, previous = read_folder(one)
                    choice = Choice(language=language, voice="silent")
                    made = draft(bill, previous, choice, pack=pack)
                except RenderError:
                    refused += 1
                else:
                    census.add(made.plan)
                    shown.add(made.script, made.plan)
                bar.advance(bar.task_ids[0])
    scenes = census.scenes()
    output.result(
        {
            "customers": len(every),
            "refused": refused,
            "scenes": [_plain(scene, shown) for scene in scenes],
        }
    )
    for scene in scenes:
        for line in _lines(scene, shown):
            output.say(line)
    if refused:
        output.say(f"{refused} of {len(every)} customers have no film.")


@contextmanager
def _cohort(customers: int, folder: Path | None, language: str | None) -> Iterator[Path]:
    """Give a folder of customers: the one asked for, or a generated cohort."""
    if folder is not None:
        yield folder
        return
    from api.cohort.cohort import Order, write_cohort

    with TemporaryDirectory() as made:
        write_cohort(Order(customers, SEED, MONTHS, language), Path(made), lambda: None)
        yield Path(made)


def _folders(cohort: Path) -> list[Path]:
    """List the customers of a folder.

    Raises:
        RenderError: `bill-missing` when there is none.
    """
    found = sorted(path.parent for path in cohort.glob("*/bill.json"))
    if not found:
        raise RenderError(
            "bill-missing",
            "The folder holds no customers",
            str(cohort),
            "A customer is a folder with bill.json in it, as `billreel samples` writes them.",
        )
    return found


def _plain(scene: SceneSharing, shown: Shown) -> dict[str, Any]:
    return asdict(scene) | {
        "own": [
            asdict(node) | {"where": shown.place(node.id), "shows": sorted(shown.facts[node.id])}
            for node in scene.own
        ]
    }


def _lines(scene: SceneSharing, shown: Shown) -> Iterator[str]:
    """Tell of one scene: what it needs, and which nodes make it personal, the earliest first."""
    yield (
        f"{scene.scene}: {scene.films} films need {scene.distinct} of {scene.segments} segments, "
        f"{scene.distinct_pictures} of {scene.pictures} pictures"
    )
    for node in scene.own[:_MOST_NODES]:
        told = (node.id.ljust(34), f"{node.ways} ways".ljust(8), shown.place(node.id).ljust(26))
        shows = ", ".join(sorted(shown.facts[node.id]))
        yield f"  from {node.since / FPS:4.1f} s  {'  '.join(told)}  {shows}".rstrip()
    if len(scene.own) > _MOST_NODES:
        yield f"  and {len(scene.own) - _MOST_NODES} more (--json lists them)"
