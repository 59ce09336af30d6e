"""When things happen, in words instead of seconds, and how they move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happens, in words instead of seconds.

    Args:
        line: key of a narration line ("total-intro", "change[1]"), or None for the scene's start.
        span: name of a span of that line (its first word), or None for the line's start.
        delay: seconds after it, may be negative.
        end: with `line` None: when the scene's last line ends, instead of the scene's start.
    """

    line: str | None = None
    span: str | None = None
    delay: float = 0.0
    end: bool = False


@dataclass(frozen=True, slots=True)
class Motion:
    """How a node arrives or leaves.

    Args:
        effect: "fade", "rise", "pop", "slide", "grow", "draw", "count", "wipe" or "none".
        duration: seconds.
        easing: "linear", "ease-in", "ease-out", "ease-in-out" or "step".
        stagger: seconds between the node's children, each of which gets this motion instead.
    """

    effect: str
    at: Moment
    duration: float
    easing: str
    stagger: float = 0.0


@dataclass(frozen=True, slots=True)
class Key:
    """One keyframe a template wrote by hand: property -> value at a moment."""

    at: Moment
    values: Mapping[str, float]
    easing: str = "ease-out"
