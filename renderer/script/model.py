"""`Script`: a template pack bound to one story and one language. Scenes chosen, words filled.

Nothing here is a template any more: values are final, colours are numbers, texts carry the facts
they show. Nothing here knows time: animations name the line or word they start at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from renderer.bill.model import Source  # noqa: F401  (re-exported for type readers)
from renderer.story.facts import Fact


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, in code points, half open.

    Args:
        start, end: in the seen text.
        spoken_start, spoken_end: the same words in the spoken text.
        fact: id of the fact it shows, or None for a named span (`SPAN`) without data.
        name: the message variable (`$amount` -> "amount") or the span's own id.
    """

    start: int
    end: int
    spoken_start: int
    spoken_end: int
    name: str
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """One message in one language, in both modes, with the spans that tie them together.

    `seen` may hold Unicode isolates (U+2066..U+2069); spans count them. `spoken` holds none.
    """

    message: str
    seen: str
    spoken: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """How one language writes a number of one kind, so that a counter can count without words.

    A value v is written `prefix + digits(v) + suffix`, with `fraction` decimals after `decimal`
    and `group` between each three digits before it.
    """

    prefix: str
    suffix: str
    decimal: str
    group: str
    fraction: int


@dataclass(frozen=True, slots=True)
class Color:
    """sRGB, not premultiplied, 0..255 each."""

    red: int
    green: int
    blue: int
    alpha: int = 255


@dataclass(frozen=True, slots=True)
class Stop:
    """A gradient's stop: `at` in 0..1."""

    at: float
    color: Color


@dataclass(frozen=True, slots=True)
class Paint:
    """What fills a shape: one colour, or a gradient over the shape's own box (0..1 coordinates).

    Args:
        kind: "solid", "linear" (from `start` to `end`) or "radial" (centre `start`, radius in
            units of the box's longer side).
        stops: one for "solid", at least two otherwise.
    """

    kind: str
    stops: tuple[Stop, ...]
    start: tuple[float, float] = (0.0, 0.0)
    end: tuple[float, float] = (0.0, 1.0)
    radius: float = 1.0


@dataclass(frozen=True, slots=True)
class Shadow:
    """One soft shadow: offset and blur in logical px."""

    x: float
    y: float
    blur: float
    color: Color


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A step of the brand's type scale, resolved for this language.

    Args:
        size, min_size: px; text shrinks down to `min_size` where `fit` is "shrink".
        weight: 100..900.
        tracking: em (negative is tighter); 0 for Arabic and Hangul.
        line_height: multiple of the size.
        families: in order of preference, per script (`renderer.text` falls back along them).
    """

    size: float
    min_size: float
    weight: int
    tracking: float
    line_height: float
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happens, in words instead of seconds.

    Args:
        line: key of a narration line ("total-intro", "change[1]"), or None for the scene's start.
        span: name of a span of that line (its first word), or None for the line's start.
        delay: seconds after it, may be negative.
    """

    line: str | None = None
    span: str | None = None
    delay: float = 0.0


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


@dataclass(frozen=True, slots=True)
class Hotspot:
    """A node that can be clicked.

    Args:
        action: "pay", "details", "enrol-direct-debit", "go-paperless", "query", "call",
            "open-app" or "portal".
        label: what a screen reader says and the action list shows.
        pause: the video waits when it appears.
        fact: pointer to what it opens (a fact id), for "details" and "query".
    """

    action: str
    label: Words
    pause: bool = False
    priority: int = 0
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """CSS box and item properties, in logical px, with CSS's meanings and names.

    `start`/`end` sides: (top, end, bottom, start). Lengths: px as float, "50%" or "auto".
    """

    props: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Node:
    """One node of a bound scene.

    Args:
        kind: "group", "stack", "grid", "text", "counter", "rect", "ellipse", "line", "path",
            "image", "svg", "icon", "button", "chart", "progress" or "table".
        path: where the node stands, for errors and ids ("total/layout/1").
        where: file:line:column of the node in the pack.
        box: layout properties (see `docs/templates.md`, "Box").
        props: the kind's own resolved properties: `Words`, `Paint`, `Color`, `TextStyle`,
            `NumberPattern`, numbers, strings, tuples (see `docs/templates.md`, one section a kind).
        alt: what the node says to those who do not see it.
    """

    kind: str
    path: str
    where: str
    box: Box
    props: Mapping[str, object]
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


@dataclass(frozen=True, slots=True)
class Ground:
    """What a scene stands on: paints laid over each other, bottom first."""

    name: str
    paints: tuple[Paint, ...]


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
