"""`pack.yaml`."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from renderer.script.vocabulary.dynamic import MessageId
from renderer.script.vocabulary.node import NodeProps
from renderer.script.vocabulary.scene import NAME, Let
from renderer.script.vocabulary.strict import Strict

Name = Annotated[str, Field(pattern=NAME)]


class LanguageProps(Strict):
    """One language of the pack."""

    locale: str = Field(pattern=r"^[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|[0-9]{3}))?$")
    voice: str = Field(pattern=r"^[A-Za-z0-9_+-]{1,40}$")
    caption_columns: int = Field(default=42, ge=8, le=80)


class VoiceProps(Strict):
    """The pack's own voice, unless the customer or operator chooses another."""

    name: str = Field(default="espeak", pattern=NAME)
    pace: float = Field(default=1.0, ge=0.8, le=1.2)


class PolicyProps(Strict):
    """How much of a bill the pack's scenes have room for (`renderer.story.Policy`)."""

    changes: int = Field(default=4, ge=1, le=40)
    groups: int = Field(default=5, ge=1, le=40)
    history_bars: int = Field(default=7, ge=1, le=7)
    unexplained: Decimal = Field(default=Decimal(0), ge=0, le=1000)


class PackProps(Strict):
    """What a pack is."""

    pack: Name
    version: str = Field(pattern=r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?$")
    pack_schema: Literal[1] = Field(alias="schema")
    title: MessageId
    scenes: list[Name] = Field(min_length=1, max_length=60)
    languages: dict[
        Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})*$")], LanguageProps
    ] = Field(min_length=1)
    brands: list[Name] = Field(min_length=1, max_length=40)
    short: list[Name] = Field(default_factory=list, max_length=60)
    shapes: list[Literal["wide", "tall"]] = Field(default=["wide"], min_length=1)
    voice: VoiceProps = VoiceProps()
    music: str | None = None
    let: Let = Field(default_factory=dict)
    chrome: NodeProps | None = None
    teaser: Name | None = None
    policy: PolicyProps = PolicyProps()
    samples: dict[str, str] = Field(default_factory=dict)
