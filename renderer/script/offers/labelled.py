"""Proves that a scene says of an offer that it is one, and that nothing in it orders it."""

from __future__ import annotations

from collections.abc import Iterator

from renderer.script.hotspot import Hotspot
from renderer.script.model import Node, Scene
from renderer.script.place import Place
from renderer.script.problem import error
from renderer.script.specs import ChartSpec, TextSpec
from renderer.script.wording import Words

ACTION = "offer"
"""The one action of an offer's scene: it opens details, and concludes nothing."""


def prove_labelled(scene: Scene, label: Words, place: Place) -> None:
    """Check that a scene is labelled as an offer on screen and in its first line.

    Raises:
        ScriptError: `offer-not-labelled`, or `offer-action` for a click that does something else
            than to open the offer's details.
    """
    every = list(_nodes(scene.layout))
    shown = [node.spec.words.seen for node in every if isinstance(node.spec, TextSpec)]
    if label.seen not in shown:
        raise error(
            "offer-not-labelled",
            "the picture does not say that this is an offer",
            place,
            "Give the scene a text whose message is the `label` of offers.yaml.",
        )
    first = scene.lines[0].words.spoken.casefold() if scene.lines else ""
    if label.spoken.casefold() not in first:
        raise error(
            "offer-not-labelled",
            "the first line does not say that this is an offer",
            place,
            "Use the words of offers.yaml's `label` in the first line of the narration.",
        )
    for node in every:
        for spot in _hotspots(node):
            if spot.action != ACTION:
                raise error(
                    "offer-action",
                    f"a click in the scene of an offer does '{spot.action}'",
                    place,
                    f"Only `action: {ACTION}`, which opens its details, belongs there.",
                )


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _nodes(child)


def _hotspots(node: Node) -> Iterator[Hotspot]:
    if node.hotspot:
        yield node.hotspot
    if isinstance(node.spec, ChartSpec):
        yield from (item.hotspot for item in node.spec.items if item.hotspot)
