"""A scene file."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from renderer.script.vocabulary.dynamic import GROUND, Data, MessageId, number
from renderer.script.vocabulary.node import NodeProps
from renderer.script.vocabulary.said import With, spelled_out
from renderer.script.vocabulary.strict import Strict

NAME = r"^[a-z][a-z0-9-]*$"
Let = dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")], Data]


class SpokenProps(Strict):
    """A line of narration, or one for each item."""

    message: MessageId
    with_: With = Field(default_factory=dict, alias="with")
    key: str | None = Field(default=None, pattern=NAME)
    when: Data = True
    each: Data = None
    as_: str = Field(default="item", alias="as", pattern=r"^[a-z][a-z0-9_]*$")
    pause: Annotated[Any, number(0, 5)] = 0.35


Spoken = Annotated[SpokenProps, BeforeValidator(spelled_out)]


class SceneProps(Strict):
    """One scene."""

    scene: str = Field(pattern=NAME)
    chapter: MessageId
    ground: Annotated[Any, GROUND]
    layout: NodeProps
    when: Data = True
    let: Let = Field(default_factory=dict)
    length: int | None = Field(default=None, ge=1, le=3600)
    narration: list[Spoken] = Field(default_factory=list, max_length=60)
    chrome: bool = True
