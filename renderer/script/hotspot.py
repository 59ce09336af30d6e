"""What a click on a part of the picture does."""

from __future__ import annotations

from dataclasses import dataclass

from renderer.script.wording import Words


@dataclass(frozen=True, slots=True)
class Hotspot:
    """A node, or an item of a chart, that can be clicked.

    Args:
        action: "pay", "details", "enrol-direct-debit", "go-paperless", "query", "call",
            "open-app", "portal" or "offer".
        label: what a screen reader says and the action list shows.
        pause: the video waits when it appears.
        fact: pointer to what it opens (a fact id), for "details", "query" and "offer".
    """

    action: str
    label: Words
    pause: bool = False
    priority: int = 0
    fact: str | None = None
