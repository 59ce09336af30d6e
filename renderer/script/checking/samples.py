"""Binds a pack to its own samples, in every brand and shape: what only values can show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from renderer.bill import load_bill
from renderer.errors import RenderError
from renderer.script.binding import bind
from renderer.script.checking.lookout import Lookout
from renderer.script.pack import Pack
from renderer.script.problem import Problem
from renderer.story import Story, tell


def load_sample(folder: Path, pack: Pack) -> Story:
    """Return the story of a sample customer: `bill.json` and `previous/*.json`.

    Offers are told of, so that their scene is checked too.

    Raises:
        RenderError: a file of it cannot be read, or no story may be told of it.
    """
    bill = load_bill(folder / "bill.json")
    earlier = [load_bill(path) for path in sorted((folder / "previous").glob("*.json"))]
    offers = pack.offers.terms if pack.offers else ()
    return tell(bill, earlier, replace(pack.policy, offers=offers))


def check_samples(lookout: Lookout, pack: Pack) -> None:
    """Bind every sample in its language; tell of samples that cannot be loaded."""
    for tag, path in pack.props.samples.items():
        place = pack.document.place(("samples", tag))
        language = next((one for one in (tag, tag.split("-")[0]) if one in pack.languages), None)
        if language is None:
            lookout.tell(
                "language-missing",
                f"the sample '{tag}' is in no language of the pack",
                place,
                f"Languages: {', '.join(pack.languages)}.",
            )
            continue
        folder = pack.root / path
        if ".." in Path(path).parts or Path(path).is_absolute() or folder.is_symlink():
            lookout.tell("asset-outside", "a sample lies outside the pack", place)
            continue
        try:
            story = load_sample(folder, pack)
        except (RenderError, OSError) as failure:
            cause = failure.message if isinstance(failure, RenderError) else "it cannot be read"
            lookout.tell("sample-broken", f"the sample {path} does not load: {cause}", place)
            continue
        _bind(lookout, pack, story, language)


def _bind(lookout: Lookout, pack: Pack, story: Story, language: str) -> None:
    told: Sequence[Problem] = list(lookout.problems)
    places = {(one.file, one.line) for one in told}
    for brand in pack.brands:
        for shape in pack.shapes:
            try:
                bind(story, pack, language, brand=brand, shape=shape)
            except RenderError as failure:
                before = dict(lookout.problems)
                lookout.caught(failure)
                (last, *_) = reversed(lookout.problems)
                if last not in before and (last.file, last.line) in places:
                    del lookout.problems[last]  # the static check has told of this line already
