"""A node of a pack -> the nodes of a script that it makes: none, one, or one an item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from renderer.script.binding import words as worded
from renderer.script.binding.at import At
from renderer.script.binding.box import box
from renderer.script.binding.hotspots import hotspot
from renderer.script.binding.kinds import KINDS
from renderer.script.binding.loop import each
from renderer.script.binding.timing import keyframe, motion
from renderer.script.model import Node
from renderer.script.specs import ButtonSpec
from renderer.script.vocabulary.node import NodeProps


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
    own = spec.words if isinstance(spec, ButtonSpec) else None
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
        hotspot=hotspot(at.down("hotspot"), props.hotspot, own) if props.hotspot else None,
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
