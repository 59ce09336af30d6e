"""What a click does, bound: its label's words, and the fact it opens."""

from __future__ import annotations

from renderer.script.binding import words as worded
from renderer.script.binding.at import At
from renderer.script.hotspot import Hotspot
from renderer.script.vocabulary.behaviour import HotspotProps
from renderer.script.wording import Words
from renderer.story.facts import Figure


def hotspot(at: At, props: HotspotProps, own: Words | None = None) -> Hotspot:
    """Return a hotspot; `own` are a button's words, for one without a label of its own.

    Raises:
        ScriptError: `hotspot-label`: it has none; `figure-without-fact`: it opens what is no fact.
    """
    label = worded.message(at.down("label"), props.label) or own
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
