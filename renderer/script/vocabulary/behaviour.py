"""What stands beside a node's kind: when it is there, how it moves, what a click does."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from renderer.script.vocabulary.dynamic import (
    FLAG,
    Data,
    MomentName,
    Number,
    choice,
    integer,
    number,
)
from renderer.script.vocabulary.said import Message
from renderer.script.vocabulary.strict import Strict

EFFECTS = ("none", "fade", "rise", "slide", "pop", "grow", "draw", "wipe", "count")
EASINGS = ("linear", "ease-in", "ease-out", "ease-in-out", "step")
ACTIONS = (
    "pay", "details", "enrol-direct-debit", "go-paperless", "query", "call", "open-app", "portal",
    "offer",
)  # fmt: skip
EASING = choice(*EASINGS)
SECONDS = number(0, 60)
DELAY = number(-60, 60)


class RepeatProps(Strict):
    """A node once for each item."""

    each: Data
    as_: str = Field(default="item", alias="as", pattern=r"^[a-z][a-z0-9_]*$")


class MotionProps(Strict):
    """How a node arrives or leaves; what is left out comes from the brand's motion tokens."""

    effect: Annotated[Any, choice(*EFFECTS)] = "rise"
    at: MomentName = "start"
    delay: Annotated[Any, DELAY] = 0.0
    duration: Annotated[Any, SECONDS] = None
    easing: Annotated[Any, EASING] = None
    stagger: Annotated[Any, SECONDS] = 0.0


class KeyframeProps(Strict):
    """A keyframe written by hand."""

    at: MomentName = "start"
    delay: Annotated[Any, DELAY] = 0.0
    opacity: Annotated[Any, number(0, 1)] = None
    x: Number = None
    y: Number = None
    scale: Annotated[Any, number(0, 100)] = None
    rotation: Number = None
    easing: Annotated[Any, EASING] = "ease-out"


class HotspotProps(Strict):
    """What a click on the node does."""

    action: Annotated[Any, choice(*ACTIONS)]
    label: Message | None = None
    pause: Annotated[Any, FLAG] = False
    priority: Annotated[Any, integer(-1000, 1000)] = 0
    fact: Data = None
