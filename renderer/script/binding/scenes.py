"""A scene of a pack -> a scene of a script, or None when this story does not show it."""

from __future__ import annotations

from renderer.script.binding import words as worded
from renderer.script.binding.at import At
from renderer.script.binding.loop import each
from renderer.script.binding.nodes import nodes
from renderer.script.limits import MAX_REPEATS
from renderer.script.model import LineToSpeak, Node, Scene
from renderer.script.pack import Pack, SceneFile
from renderer.script.place import Place
from renderer.script.tree import Document
from renderer.script.vocabulary.scene import SceneProps, SpokenProps


def lets(document: Document, let: dict[str, object]) -> dict[str, tuple[object, Place]]:
    """Return `let` names with the places of their values."""
    return {name: (value, document.place(("let", name))) for name, value in let.items()}


def scene(at: At, file: SceneFile, pack: Pack) -> Scene | None:
    """Return a scene bound to the story, None when its `when` does not hold.

    `at` sees the story's view. The pack's `let` is evaluated anew here, as it may ask for `ground`.
    """
    props, document = file.props, file.document
    film = at.film
    film.spoken, film.skipped = {}, {}
    ground = At(film, at.scope, document, ("ground",)).value(props.ground)
    outer = at.scope.inner({"ground": ground}).inner({}, lets(pack.document, pack.props.let))
    here = At(film, outer.inner({}, lets(document, props.let)), document)
    if not here.down("when").flag(props.when):
        return None
    lines = _lines(here, props)
    made = list(nodes(here.down("layout"), props.layout, f"{props.scene}/layout"))
    if len(made) != 1:
        raise here.down("layout").wrong(
            "script-value",
            "a scene's layout is exactly one node",
            "Put `when` on the scene, `repeat` on a child.",
        )
    film.brand.ground(ground, here.down("ground").place)
    return Scene(
        id=props.scene,
        where=str(document.place(())),
        chapter=worded.say(here.down("chapter"), props.chapter, {}),
        ground=ground,
        layout=made[0],
        chrome=_chrome(here, props, pack),
        lines=lines,
        length=props.length,
    )


def _chrome(here: At, props: SceneProps, pack: Pack) -> Node | None:
    if pack.props.chrome is None or not props.chrome:
        return None
    around = here._replace(document=pack.document, path=("chrome",))
    made = list(nodes(around, pack.props.chrome, f"{props.scene}/chrome"))
    return made[0] if made else None


def _lines(at: At, props: SceneProps) -> tuple[LineToSpeak, ...]:
    """Return the lines that are spoken; the film remembers them, and what those left out follow."""
    found: list[LineToSpeak] = []
    for index, spoken in enumerate(props.narration):
        here = at.down("narration", index)
        before = found[-1].key if found else None
        if spoken.each is None:
            lines = [_line(here, spoken, None)]
        else:
            rows = each(here.down("each"), here.down("each").value(spoken.each), spoken.as_)
            lines = [
                _line(At(at.film, inner.scope, at.document, here.path), spoken, loop.index0)
                for loop, inner in rows
            ]
        for key, line in lines:
            if line is None:
                at.film.skipped.setdefault(key, found[-1].key if found else None)
                continue
            if key in at.film.spoken:
                raise here.wrong(
                    "script-value",
                    f"two lines of the scene have the key '{key}'",
                    "Give one of them another `key`.",
                )
            at.film.spoken[key] = line.words
            found.append(line)
        if spoken.each is not None and isinstance(stem := spoken.key or spoken.message, str):
            at.film.skipped.setdefault(stem, found[-1].key if found else before)
        if len(found) > MAX_REPEATS:
            raise here.wrong("script-bomb", "a scene has too many lines")
    return tuple(found)


def _line(at: At, props: SpokenProps, index: int | None) -> tuple[str, LineToSpeak | None]:
    """Return a line's key and the line, None where its `when` does not hold."""
    shown = at.down("when").flag(props.when)
    key = props.key
    if key is None:
        named = at.down("message").value(props.message) if shown else props.message
        key = str(named)
    if index is not None:
        key = f"{key}[{index}]"
    if not shown:
        return key, None
    words = worded.say(at, props.message, props.with_)
    if not words.spoken.strip():
        raise at.wrong("script-value", f"the line '{key}' says nothing")
    return key, LineToSpeak(key, words, float(at.read(props, "pause")))
