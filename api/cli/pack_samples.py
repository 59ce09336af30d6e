"""The sample customers of a pack, drafted: what `still`, `proof` and `check` look at."""

from __future__ import annotations

from pathlib import Path

from api.cli.options import read_previous
from renderer.bill import load_bill
from renderer.bill.model import Bill
from renderer.errors import RenderError
from renderer.plan import FPS, PlanScene
from renderer.planning import Choice, Draft, draft
from renderer.script import Pack


def read_sample(pack: Pack, language: str) -> tuple[Bill, list[Bill]]:
    """Read a language's sample customer: the bill and the earlier ones.

    Raises:
        RenderError: `sample-missing`.
    """
    if language not in pack.samples:
        raise RenderError(
            "sample-missing",
            f"the pack has no sample customer for {language}",
            remedy=f"It has {', '.join(pack.samples)}.",
        )
    return read_folder(pack.samples[language])


def read_folder(folder: Path) -> tuple[Bill, list[Bill]]:
    """Read a customer from a folder: `bill.json`, and `previous/` if it is there."""
    earlier = folder / "previous"
    return load_bill([folder / "bill.json"]), read_previous([earlier] if earlier.is_dir() else [])


def draft_sample(pack: Pack, choice: Choice, only: str | None = None) -> Draft:
    """Draft the film, or only one scene, of the sample customer of `choice.language`."""
    language = choice.language or next(iter(pack.samples))
    bill, previous = read_sample(pack, language)
    return draft(bill, previous, choice, pack=pack, only=only)


def settled(scene: PlanScene) -> int:
    """Return the film frame at which a scene has settled, before it leaves."""
    return scene.start + max(scene.frames - FPS // 2 - 1, 0)
