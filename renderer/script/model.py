"""`Script`: a template pack bound to one story and one language. Scenes chosen, words filled.

Nothing here is a template any more: values are final, colours are numbers, texts carry the facts
they show. Nothing here knows time: animations name the line or word they start at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from renderer.script.box import Box, GridPlace, Length, Sides, Track
from renderer.script.hotspot import Hotspot
from renderer.script.paint import (
    NO_PAGE,
    Color,
    Ground,
    PageLook,
    Paint,
    Shadow,
    Stop,
    Stroke,
    TextStyle,
)
from renderer.script.specs import (
    ButtonSpec,
    ChartItem,
    ChartSpec,
    Column,
    ContainerSpec,
    CounterSpec,
    ImageSpec,
    LineSpec,
    PathSpec,
    ProgressSpec,
    RectSpec,
    Spec,
    Surface,
    SvgSpec,
    TableSpec,
    TextSpec,
)
from renderer.script.timing import Key, Moment, Motion
from renderer.script.wording import NumberPattern, Span, Words
from renderer.story.facts import Fact


@dataclass(frozen=True)
class Node:
    """One node of a bound scene.

    Args:
        kind: "group", "stack", "grid", "text", "counter", "rect", "ellipse", "line", "path",
            "image", "svg", "icon", "button", "chart", "progress" or "table".
        path: where the node stands, for errors and ids ("total/layout/1").
        where: file:line:column of the node in the pack.
        box: layout properties (see `docs/templates.md`, "Box").
        spec: the kind's own resolved properties (`renderer/script/specs.py`).
        children: nodes inside; of a donut or a ring: laid over each other in its middle.
        alt: what the node says to those who do not see it; None: decoration, or its own words.
        opacity, rotation, scale: at rest: 0..1, degrees clockwise, factor.
    """

    kind: str
    path: str
    where: str
    box: Box
    spec: Spec
    children: tuple[Node, ...] = ()
    enter: Motion | None = None
    exit: Motion | None = None
    keyframes: tuple[Key, ...] = ()
    hotspot: Hotspot | None = None
    alt: Words | None = None
    opacity: float = 1.0
    rotation: float = 0.0
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class LineToSpeak:
    """One line of narration. `key` is unique in its scene: message id, with [i] when repeated."""

    key: str
    words: Words
    pause_after: float = 0.35


@dataclass(frozen=True)
class Scene:
    """One scene that this story shows.

    Args:
        ground: name of the brand's ground it stands on ("paper", "dark").
        chapter: its title in the player.
        length: fixed length in frames, or None: the narration decides.
        chrome: nodes around the scene (logo, bill's name), laid in the full frame.
    """

    id: str
    where: str
    chapter: Words
    ground: str
    layout: Node
    chrome: Node | None
    lines: tuple[LineToSpeak, ...]
    length: int | None = None


@dataclass(frozen=True)
class Script:
    """A film's words and scenes in one language, brand and shape.

    Args:
        language: BCP 47 ("fr"); locale: CLDR ("fr_FR"); direction: "ltr" or "rtl".
        pack: (id, version, sha256 of its content).
        shape: "wide" (1280x720) or "tall" (720x1280), in logical px by `width`, `height`.
        grounds: by name; motion: brand's motion tokens (durations in seconds, travel in px).
        assets: sha256 by pack path, of every file the nodes name; `asset_root` resolves them.
        facts: the story's facts, plus those derived while binding (axis ticks).
        music_path: the sound bed's file, None for a pack without one.
        teaser: a scene for e-mail and chat, without amount or name; never part of the film.
        page: how the page around the film looks; captions: whether they start switched on.
        offer: id of the offer that the film shows, None where it shows none.
        safe: (top, end, bottom, start) px kept free of nodes; captions live in the bottom part.
    """

    language: str
    locale: str
    direction: str
    pack: tuple[str, str, str]
    brand: str
    shape: str
    width: int
    height: int
    title: Words
    scenes: tuple[Scene, ...]
    grounds: Mapping[str, Ground]
    motion: Mapping[str, float]
    facts: Mapping[str, Fact]
    asset_root: str
    assets: Mapping[str, str]
    voice: Mapping[str, object]
    caption_columns: int
    music: bool = True
    pace: Decimal = Decimal(1)
    safe: tuple[int, int, int, int] = (0, 0, 0, 0)
    music_path: Path | None = None
    teaser: Scene | None = None
    page: PageLook = NO_PAGE
    captions: bool = False
    offer: str | None = None


__all__ = [
    "Box",
    "ButtonSpec",
    "ChartItem",
    "ChartSpec",
    "Color",
    "Column",
    "ContainerSpec",
    "CounterSpec",
    "Fact",
    "GridPlace",
    "Ground",
    "Hotspot",
    "ImageSpec",
    "Key",
    "Length",
    "LineSpec",
    "LineToSpeak",
    "Moment",
    "Motion",
    "Node",
    "NumberPattern",
    "PageLook",
    "Paint",
    "PathSpec",
    "ProgressSpec",
    "RectSpec",
    "Scene",
    "Script",
    "Shadow",
    "Sides",
    "Span",
    "Spec",
    "Stop",
    "Stroke",
    "Surface",
    "SvgSpec",
    "TableSpec",
    "TextSpec",
    "TextStyle",
    "Track",
    "Words",
]
