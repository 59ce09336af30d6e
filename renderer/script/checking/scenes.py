"""Checks scenes one by one: their names, lines and nodes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from renderer.script.checking.lookout import Lookout
from renderer.script.checking.offers import offer_names
from renderer.script.checking.texts import ANY, matching, possible
from renderer.script.checking.types import Names, view_types
from renderer.script.checking.walk import Walk
from renderer.script.pack import Pack
from renderer.script.template import template
from renderer.script.tree import Document
from renderer.script.vocabulary.dynamic import is_template
from renderer.script.vocabulary.node import NodeProps
from renderer.script.vocabulary.scene import SceneProps


def check_scenes(lookout: Lookout, pack: Pack) -> None:
    """Check `pack.yaml`'s own templates, then every scene and the chrome around it."""
    outer = named(lookout, pack.document, view_types(), pack.props.let)
    top = Walk(lookout, pack.document, outer)
    top.down("title").named("message", pack.props.title, {})
    for scene in pack.scenes.values():
        around = offer_names(lookout, scene.props.scene, outer)
        names = named(lookout, scene.document, around, scene.props.let)
        here = Walk(lookout, scene.document, names)
        lookout.keys = keys(lookout, here, scene.props)
        here.fields(scene.props, leave="let")
        _ids(lookout, here.down("layout"), scene.props.layout, {})
        if pack.props.chrome and scene.props.chrome:
            top.down("chrome").node(pack.props.chrome)
    if pack.props.chrome:
        _ids(lookout, top.down("chrome"), pack.props.chrome, {})


def named(lookout: Lookout, document: Document, outer: Names, let: Mapping[str, Any]) -> Names:
    """Return the names in view with a level of `let`; tell of those that need themselves."""
    known: dict[str, Any] = {**outer, **dict.fromkeys(let, Any)}
    done: dict[str, Any] = {}
    open_: list[str] = []

    def settle(name: str) -> None:
        if name in done:
            return
        if name in open_:
            lookout.tell(
                "script-cycle",
                f"the name '{name}' needs itself",
                document.place(("let", name)),
                "Break the circle of `let`.",
            )
            return
        open_.append(name)
        value = let[name]
        walk = Walk(lookout, document, known, ("let", name))
        if isinstance(value, str) and is_template(value):
            for needed in sorted(_names(value, walk)):
                if needed in let:
                    settle(needed)
        done[name] = walk.type_of(value)
        known[name] = done[name]
        open_.remove(name)

    for name in let:
        settle(name)
    return known


def _names(value: str, walk: Walk) -> frozenset[str]:
    try:
        return template(value, walk.place).names
    except Exception:
        return frozenset()


def keys(lookout: Lookout, here: Walk, props: SceneProps) -> dict[str, frozenset[str]]:
    """Return a scene's line keys and the messages that each may be."""
    found: dict[str, frozenset[str]] = {}
    for index, line in enumerate(props.narration):
        place = here.down("narration", index, "message").place
        texts = possible(line.message, place)
        messages = {
            name
            for text in texts
            for name in (matching(text, lookout.messages()) if ANY in text else {text})
        }
        for name in {line.key} if line.key else messages:
            key = f"{name}[" if line.each is not None else str(name)
            found[key] = found.get(key, frozenset()) | messages
    return found


def _ids(lookout: Lookout, walk: Walk, props: NodeProps, seen: dict[str, int]) -> None:
    """Tell of two nodes of one scene with the same id."""
    if props.id:
        if props.id in seen:
            lookout.tell(
                "script-value",
                f"two nodes of the scene have the id '{props.id}'",
                walk.down("id").place,
                "Ids are unique in a scene.",
            )
        seen[props.id] = 1
    for index, child in enumerate(props.children):
        _ids(lookout, walk.down("children", index), child, seen)
