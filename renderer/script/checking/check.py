"""`check_pack`: every problem of a pack, in the order of its files."""

from __future__ import annotations

from pathlib import Path

from renderer.errors import RenderError, ScriptError
from renderer.script.brand import Brand
from renderer.script.checking.lookout import Lookout
from renderer.script.checking.offers import check_offers
from renderer.script.checking.samples import check_samples
from renderer.script.checking.scenes import check_scenes
from renderer.script.offers.view import messages
from renderer.script.pack import Pack, pack_root, read_pack
from renderer.script.place import Place
from renderer.script.problem import Problem
from renderer.script.words import Translator
from renderer.script.words.compare import compare


def check_pack(pack: Pack | Path | str) -> list[Problem]:
    """Return everything wrong with a pack that can be told without laying it out.

    Args:
        pack: a pack, its folder, or the name of one that came with Billreel.

    Raises:
        ScriptError: `pack-missing`: there is no such pack.
    """
    root = pack.root if isinstance(pack, Pack) else pack_root(pack)
    loaded, problems = read_pack(root)
    if loaded is None:
        return problems
    lookout = Lookout(loaded, (), ())
    for problem in problems:
        lookout.problems.setdefault(problem)
    lookout.brands = _brands(lookout, loaded)
    lookout.translators = _translators(lookout, loaded)
    lookout.meant = messages(loaded.offers)
    check_scenes(lookout, loaded)
    check_offers(lookout, loaded)
    _files(lookout, loaded)
    for problem in compare(lookout.translators, None if problems else lookout.used):
        lookout.problems.setdefault(problem)
    whole = len(lookout.brands) == len(loaded.brands)
    if not problems and whole and len(lookout.translators) == len(loaded.languages):
        check_samples(lookout, loaded)
    return sorted(lookout.problems, key=lambda one: (one.file, one.line, one.column, one.code))


def _brands(lookout: Lookout, pack: Pack) -> tuple[Brand, ...]:
    found: list[Brand] = []
    for name in pack.brands:
        try:
            brand = pack.brand(name)
        except ScriptError as failure:
            lookout.caught(failure)
            continue
        found.append(brand)
        for problem in brand.problems():
            lookout.caught(problem)
    return tuple(found)


def _translators(lookout: Lookout, pack: Pack) -> tuple[Translator, ...]:
    found: list[Translator] = []
    for tag in pack.languages:
        try:
            translator = pack.translator(tag)
        except ScriptError as failure:
            lookout.caught(failure)
            continue
        found.append(translator)
        for problem in translator.problems():
            lookout.problems.setdefault(problem)
    return tuple(found)


def _files(lookout: Lookout, pack: Pack) -> None:
    """Check the music, and that nothing in the pack is a link out of it."""
    try:
        if pack.props.music:
            pack.files.sound(pack.props.music, pack.document.place(("music",)))
        _ = pack.sha256
    except RenderError as failure:
        lookout.caught(failure)
    listed = {*pack.props.scenes, *pack.props.short, pack.props.teaser}
    for name in sorted(path.name for path in (pack.root / "scenes").glob("*.yaml")):
        if name.removesuffix(".yaml") not in listed:
            lookout.tell(
                "scene-unused",
                "pack.yaml does not list this scene",
                Place(f"scenes/{name}"),
                "List it, or remove the file.",
            )
