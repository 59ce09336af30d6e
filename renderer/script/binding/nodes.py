"""A node of a pack -> the nodes of a script that it makes: none, one, or one an item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from renderer.script.binding import words as worded
from renderer.script.binding.at import At
from renderer.script.binding.box import box
from renderer.script.binding.kinds import KINDS
from renderer.script.binding.loop import each
from renderer.script.binding.timing import keyframe, motion
from renderer.script.model import Hotspot, Node
from renderer.script.specs import ButtonSpec, Spec
from renderer.script.vocabulary.behaviour import HotspotProps
from renderer.script.vocabulary.node import NodeProps
from renderer.story.facts import Figure


def nodes(at: At, props: NodeProps, path: str) -> Iterator[Node]:
    """Yield what a node of the pack makes in this film.

    `path` is where it stands, for ids: its parent's path and its own name or number.
    """
    if props.repeat is None:
        if at.down("when").flag(props.when):
            yield _node(at, props, path)
        return
    repeat = at.down("repeat", "each")
    for loop, inner in each(repeat, repeat.value(props.repeat.each), props.repeat.as_):
        here = At(at.film, inner.scope, at.document, at.path)
        if here.down("when").flag(props.when):
            yield _node(here, props, f"{path}[{loop.index0}]")


def _node(at: At, props: NodeProps, path: str) -> Node:
    at.film.budget.spend("nodes", 1, at.place)
    kind = props.kind
    inner = at.down(kind)
    spec = KINDS[kind](inner, props.props)
    return Node(
        kind=kind,
        path=path,
        where=str(at.place),
        box=box(inner, props.props),
        spec=spec,
        children=tuple(_children(at, props, path)),
        enter=motion(at.down("enter"), props.enter),
        exit=motion(at.down("exit"), props.exit, leaving=True),
        keyframes=tuple(
            keyframe(at.down("keyframes", index), key) for index, key in enumerate(props.keyframes)
        ),
        hotspot=_hotspot(at.down("hotspot"), props.hotspot, spec) if props.hotspot else None,
        alt=worded.message(at.down("alt"), props.alt),
        opacity=_rest(at, props, "opacity"),
        rotation=_rest(at, props, "rotation"),
        scale=_rest(at, props, "scale"),
    )


def _children(at: At, props: NodeProps, path: str) -> Iterator[Node]:
    for index, child in enumerate(props.children):
        yield from nodes(at.down("children", index), child, f"{path}/{child.id or index}")


def _rest(at: At, props: NodeProps, name: str) -> float:
    value: Any = at.read(props, name)
    return 0.0 if value is None else float(value)


def _hotspot(at: At, props: HotspotProps, spec: Spec) -> Hotspot:
    label = worded.message(at.down("label"), props.label)
    if label is None and isinstance(spec, ButtonSpec):
        label = spec.words
    if label is None:
        raise at.wrong("hotspot-label", "a hotspot has no label", "Give it `label: message-id`.")
    return Hotspot(
        at.read(props, "action"),
        label,
        at.read(props, "pause"),
        at.read(props, "priority"),
        _fact(at.down("fact"), at.read(props, "fact")),
    )


def _fact(at: At, value: object) -> str | None:
    """Return the id of the fact that a hotspot opens, from a figure or an id."""
    name = value.fact if isinstance(value, Figure) else value
    if name is None:
        return None
    if not isinstance(name, str) or name not in at.film.facts.facts:
        raise at.wrong(
            "figure-without-fact",
            "a hotspot opens a fact that the story does not have",
            'Give a figure, as in "{{ change.signed }}".',
        )
    return name
