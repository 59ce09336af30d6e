"""Checks `offers.yaml`: its messages and conditions, and that its scene says what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from renderer.script.checking.lookout import Lookout
from renderer.script.checking.texts import possible
from renderer.script.checking.types import Names, view_types
from renderer.script.checking.walk import Walk
from renderer.script.offers.file import NAME as FILE
from renderer.script.offers.labelled import ACTION
from renderer.script.offers.view import OfferView
from renderer.script.pack import Pack
from renderer.script.vocabulary.dynamic import is_template
from renderer.script.vocabulary.node import NodeProps
from renderer.script.vocabulary.offers import OffersProps

_OF_FILMS = ("language", "shape", "ground", "loop", "week_start")
"""Names of a film: whom an offer fits is asked of the bill and its story."""
_MESSAGES = ("name", "includes", "instead")


def offer_names(lookout: Lookout, scene: str, outer: Names) -> Names:
    """Return the names in view of a scene: `offer` in the one that shows it.

    Where `offers.yaml` has mistakes of its own, no scene is told of what follows from them.
    """
    offers = lookout.pack.offers
    if offers is None:
        broken = any(problem.file == FILE for problem in lookout.problems)
        return {**outer, "offer": Any} if broken else outer
    return {**outer, "offer": OfferView} if offers.scene == scene else outer


def check_offers(lookout: Lookout, pack: Pack) -> None:
    """Check every offer of a pack, and what can be told of their scene without a bill."""
    if pack.offers is None:
        return
    props = pack.offers.props
    story = {name: kind for name, kind in view_types().items() if name not in _OF_FILMS}
    top = Walk(lookout, pack.offers.document, {**story, "offer": OfferView})
    top.down("label").message(props.label, {})
    for at, offer in enumerate(props.offers):
        here = top.down("offers", at)
        here.down("when").type_of(offer.when)
        for name in _MESSAGES:
            _message(lookout, here.down(name), getattr(offer, name))
    _scene(lookout, pack, props)


def _message(lookout: Lookout, here: Walk, name: str) -> None:
    """Check that a message is there; its variables are for the scene to give."""
    lookout.used.add(name)
    lookout.missing(name, here.place)


def _scene(lookout: Lookout, pack: Pack, props: OffersProps) -> None:
    scene = pack.scenes.get(props.scene)
    if scene is None:
        return
    place = scene.document.place(("layout",))
    every = list(_nodes(scene.props.layout))
    named = [possible(node.text.message, place) for node in every if node.text]
    if not any(props.label in texts for texts in named):
        lookout.tell(
            "offer-not-labelled",
            "the picture does not say that this is an offer",
            place,
            f"Give it a text with `message: {props.label}`, the label of offers.yaml.",
        )
    for node in every:
        spots = [node.hotspot, getattr(node.chart, "item_hotspot", None)]
        for action in (spot.action for spot in spots if spot):
            if action != ACTION and not _open(action):
                lookout.tell(
                    "offer-action",
                    "a click in the scene of an offer does something else",
                    place,
                    f"Only `action: {ACTION}`, which opens its details, belongs there.",
                )


def _open(value: object) -> bool:
    """Tell whether only a bill can show what a property is."""
    return not isinstance(value, str) or is_template(value)


def _nodes(node: NodeProps) -> Iterator[NodeProps]:
    yield node
    for child in node.children:
        yield from _nodes(child)
