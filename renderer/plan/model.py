"""`Plan`: a film resolved. Absolute places, integer frames, no words left to choose.

`docs/plan.md` tells it field by field. Units: places and lengths are integers of 1/64 logical px
("u"), opacity is 0..1024, scale and reveal are 1/4096, rotation is 1/64 degree clockwise,
colours are "#rrggbbaa" in sRGB, not premultiplied. Frames inside a scene count from its start.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SCHEMA = 1
UNIT = 64
"""Plan units in one logical pixel."""
OPAQUE = 1024
ONE = 4096
"""Scale and reveal of 1."""
FPS = 30
SAMPLES_A_FRAME = 1600
"""Audio samples in one frame, at 48 kHz and 30 fps."""
SLOT = 16
"""Frames a narrated scene's length is a multiple of: 16 frames are 25 AAC frames exactly."""

Rect = tuple[int, int, int, int]
"""x, y, width, height in units of 1/64 px."""


@dataclass(frozen=True, slots=True)
class PlanPaint:
    """A colour or gradient in absolute places.

    Args:
        kind: "solid", "linear" (`points` = x0, y0, x1, y1) or "radial" (`points` = cx, cy, radius).
        stops: (position 0..4096, colour).
    """

    kind: str
    stops: tuple[tuple[int, str], ...]
    points: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanStroke:
    """An outline, centred on the edge; `cap` is "butt", "round" or "square"."""

    paint: PlanPaint
    width: int
    dash: tuple[int, ...] = ()
    cap: str = "butt"


@dataclass(frozen=True, slots=True)
class PlanShadow:
    """A soft shadow of the shape: offset, and blur as CSS's radius."""

    x: int
    y: int
    blur: int
    color: str


@dataclass(frozen=True, slots=True)
class RectShape:
    """A rectangle with rounded corners; `edge` is the side its `reveal` grows from
    ("top", "right", "bottom", "left").
    """

    rect: Rect
    radius: int = 0
    fill: PlanPaint | None = None
    stroke: PlanStroke | None = None
    shadow: PlanShadow | None = None
    edge: str = "bottom"


@dataclass(frozen=True, slots=True)
class EllipseShape:
    """The ellipse that fills `rect`."""

    rect: Rect
    fill: PlanPaint | None = None
    stroke: PlanStroke | None = None
    shadow: PlanShadow | None = None


@dataclass(frozen=True, slots=True)
class ArcShape:
    """A ring's segment. Angles in 1/64 degree, clockwise from twelve o'clock; `radius` is to the
    middle of the band; `reveal` shortens the sweep from its start.
    """

    center: tuple[int, int]
    radius: int
    thickness: int
    start: int
    sweep: int
    paint: PlanPaint
    cap: str = "butt"


@dataclass(frozen=True, slots=True)
class PathShape:
    """An outline: commands ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y), ("Z",) in units;
    `reveal` draws the stroke up to that share of its length.
    """

    commands: tuple[tuple[str | int, ...], ...]
    fill: PlanPaint | None = None
    stroke: PlanStroke | None = None


@dataclass(frozen=True, slots=True)
class PlanTextStyle:
    """size: units; tracking: 1/1000 em; faces: keys of `Plan.faces`, in order of fallback."""

    size: int
    weight: int
    tracking: int
    faces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text in logical order, its left edge and baseline, and its measured width."""

    text: str
    x: int
    baseline: int
    width: int


@dataclass(frozen=True, slots=True)
class TextShape:
    """Lines of text; `direction` ("ltr", "rtl") is that of the paragraph."""

    lines: tuple[TextLine, ...]
    style: PlanTextStyle
    color: str
    direction: str


@dataclass(frozen=True, slots=True)
class CounterShape:
    """A number that changes: from each frame on, runs of text at their left edges."""

    states: tuple[tuple[int, tuple[tuple[str, int], ...]], ...]
    baseline: int
    style: PlanTextStyle
    color: str
    direction: str


@dataclass(frozen=True, slots=True)
class ImageShape:
    """A picture, `source` (in its own px: x, y, w, h) scaled into `rect`. `asset`: sha256."""

    asset: str
    rect: Rect
    source: tuple[int, int, int, int]
    radius: int = 0


@dataclass(frozen=True, slots=True)
class SvgShape:
    """SVG artwork scaled into `rect`; `tint` replaces every colour; `mirror` flips it."""

    asset: str
    rect: Rect
    tint: str | None = None
    mirror: bool = False


Shape = (
    RectShape
    | EllipseShape
    | ArcShape
    | PathShape
    | TextShape
    | CounterShape
    | ImageShape
    | SvgShape
)


@dataclass(frozen=True, slots=True)
class PlanKey:
    """A keyframe: from the one before, `value` is reached at `frame` along `easing`."""

    frame: int
    value: int
    easing: str = "linear"


@dataclass(frozen=True, slots=True)
class Seen:
    """Text of a fact that a node shows."""

    fact: str
    text: str


@dataclass(frozen=True)
class PlanNode:
    """A node of a scene, in paint order: itself (`shape`), then its children.

    Args:
        id: unique in the scene.
        box: place at rest.
        origin: the point that scale and rotation turn about.
        alive: frames of the scene [from, to) in which it is drawn.
        tracks: "opacity", "x", "y", "scale", "rotation", "reveal", "wipe" -> keyframes, sorted by
            frame. A track that is missing rests at 1024, 0, 0, 4096, 0, 4096, 4096. They move the
            children too, all but "reveal", which is the shape's own.
        clip: children and shape are cut to this rectangle with this radius.
    """

    id: str
    box: Rect
    origin: tuple[int, int]
    alive: tuple[int, int]
    shape: Shape | None = None
    children: tuple[PlanNode, ...] = ()
    tracks: Mapping[str, tuple[PlanKey, ...]] = field(default_factory=dict)
    clip: tuple[Rect, int] | None = None
    seen: tuple[Seen, ...] = ()


@dataclass(frozen=True)
class PlanScene:
    """One scene: it starts at film frame `start` and lasts `frames`.

    A scene whose id starts with "dip:" is a passage between two grounds, without nodes:
    `ground` fades to `ground_to` over its length.
    """

    id: str
    chapter: str
    start: int
    frames: int
    ground: tuple[PlanPaint, ...]
    nodes: tuple[PlanNode, ...]
    ground_to: tuple[PlanPaint, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A spoken line: where its clip stands in the film, in samples at 48 kHz."""

    scene: str
    key: str
    start: int
    samples: int


@dataclass(frozen=True, slots=True)
class Caption:
    """Film frames [start, end) and one or two lines of seen text."""

    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanHotspot:
    """A clickable place. `keys`: (film frame, x, y, w, h), linear in between, held at the ends."""

    id: str
    scene: str
    action: str
    label: str
    start: int
    end: int
    keys: tuple[tuple[int, int, int, int, int], ...]
    pause: bool = False
    priority: int = 0
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Appearance:
    """Where and when a fact is seen or heard. `medium`: "screen", "caption" or "voice";
    `place`: node id or line key; frames of the film [start, end).
    """

    fact: str
    text: str
    medium: str
    scene: str
    place: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlanFace:
    """A typeface: family, index of its file's sha256."""

    family: str
    sha256: str


@dataclass(frozen=True)
class Plan:
    """Everything that decides what a film shows and when."""

    language: str
    direction: str
    pack: tuple[str, str, str]
    brand: str
    shape: str
    width: int
    height: int
    frames: int
    scenes: tuple[PlanScene, ...]
    lines: tuple[PlanLine, ...]
    captions: tuple[Caption, ...]
    hotspots: tuple[PlanHotspot, ...]
    appearances: tuple[Appearance, ...]
    faces: Mapping[str, PlanFace]
    assets: Mapping[str, str]
    title: str
    music: bool
    schema: int = SCHEMA


@dataclass(frozen=True, slots=True)
class Transform:
    """What a display list pushes before drawing inside it: all neutral when left out.

    Args:
        wipe: a rectangle that all inside is cut to besides `clip`, resolved for this frame.
    """

    x: int = 0
    y: int = 0
    scale: int = ONE
    rotation: int = 0
    origin: tuple[int, int] = (0, 0)
    opacity: int = OPAQUE
    clip: tuple[Rect, int] | None = None
    wipe: Rect | None = None


@dataclass(frozen=True, slots=True)
class Draw:
    """One shape at one frame, and its `reveal`. A counter holds one state, that of this frame."""

    shape: Shape
    reveal: int = ONE


@dataclass(frozen=True, slots=True)
class Layer:
    """What is drawn inside one transform, in paint order."""

    transform: Transform
    items: tuple[Layer | Draw, ...]


@dataclass(frozen=True, slots=True)
class DisplayList:
    """All that one frame shows. Equal display lists give equal pixels.

    Args:
        ground: paints of the ground, bottom first; `ground_to` laid over it with `mix` 0..1024.
    """

    width: int
    height: int
    ground: tuple[PlanPaint, ...]
    items: tuple[Layer | Draw, ...]
    ground_to: tuple[PlanPaint, ...] = ()
    mix: int = 0
