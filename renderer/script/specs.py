"""What a node is, one dataclass a kind (`Node.spec`): resolved values only, lengths in logical px.

`docs/templates.md` tells the same properties from the template's side.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from renderer.script.box import FLEX, ZERO, Align, Direction, Justify, Length, Track
from renderer.script.hotspot import Hotspot
from renderer.script.paint import Color, Paint, Shadow, Stroke, TextStyle
from renderer.script.timing import Moment
from renderer.script.wording import NumberPattern, Words

TextAlign = Literal["start", "center", "end"]
Fit = Literal["wrap", "shrink", "ellipsis"]


@dataclass(frozen=True, slots=True)
class Surface:
    """What is painted under a node's content: nothing, when all is None."""

    fill: Paint | None = None
    stroke: Stroke | None = None
    radius: float = 0.0
    shadow: Shadow | None = None


@dataclass(frozen=True, slots=True)
class ContainerSpec:
    """Kinds "group", "stack" and "grid".

    In a stack `align` and `justify` are CSS's align-items and justify-content; in a group and a
    grid they are align-items and justify-items: they place each child in its cell. A group is a
    grid of one cell.

    Args:
        row_gap, column_gap: between rows, and between columns.
        columns, rows: tracks of a grid, empty elsewhere; further rows are "auto".
    """

    surface: Surface = Surface()
    direction: Direction = "row"
    align: Align = "stretch"
    justify: Justify = "start"
    wrap: bool = False
    row_gap: Length = ZERO
    column_gap: Length = ZERO
    columns: tuple[Track, ...] = ()
    rows: tuple[Track, ...] = ()


@dataclass(frozen=True, slots=True)
class TextSpec:
    """Kind "text".

    Args:
        min_size: px; the least size `fit: shrink` may reach.
        max_lines: at most so many, None for any number.
        balance: lines of about equal length instead of a full first one.
    """

    words: Words
    style: TextStyle
    color: Color
    align: TextAlign = "start"
    fit: Fit = "wrap"
    min_size: float = 20.0
    max_lines: int | None = None
    balance: bool = False


@dataclass(frozen=True, slots=True)
class CounterSpec:
    """Kind "counter": counts from `start` to `value`, and ends as exactly `words.seen`.

    Args:
        fact: of the end value, the only figure it owns.
    """

    value: Decimal
    start: Decimal
    fact: str
    words: Words
    pattern: NumberPattern
    style: TextStyle
    color: Color
    align: TextAlign = "start"


@dataclass(frozen=True, slots=True)
class RectSpec:
    """Kinds "rect" and "ellipse" (which has no radius)."""

    surface: Surface


@dataclass(frozen=True, slots=True)
class LineSpec:
    """Kind "line": along the longer side of its box, through its middle."""

    stroke: Stroke


@dataclass(frozen=True, slots=True)
class PathSpec:
    """Kind "path": SVG path data `d` in a `view` of (width, height), scaled into the box."""

    d: str
    view: tuple[float, float]
    fill: Paint | None = None
    stroke: Stroke | None = None
    mirror: bool = False


@dataclass(frozen=True, slots=True)
class ImageSpec:
    """Kind "image".

    Args:
        src: path, a key of `Script.assets`; asset: its sha256.
        size: the picture's own (width, height) in px.
        focus: the point that stays visible when `fit` is "cover", as shares of the picture.
    """

    src: str
    asset: str
    size: tuple[int, int]
    fit: Literal["cover", "contain"] = "cover"
    focus: tuple[float, float] = (0.5, 0.5)
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class SvgSpec:
    """Kinds "svg" and "icon".

    Args:
        size: the artwork's own (width, height) in px, from its width and height or view box.
        color: tints all of it, None keeps its own colours.
    """

    src: str
    asset: str
    size: tuple[float, float]
    color: Color | None = None
    mirror: bool = False


@dataclass(frozen=True, slots=True)
class ButtonSpec:
    """Kind "button": a row, centred: children, then the label, `gap` px apart."""

    words: Words
    style: TextStyle
    color: Color
    surface: Surface
    gap: Length = ZERO


@dataclass(frozen=True, slots=True)
class ChartItem:
    """One bar, segment, point or step of a chart.

    Args:
        value: what its length or share shows, in the chart's one unit.
        fact: the figure that `value` comes from.
        kind: "total" and "step" in a waterfall, else by the chart's type.
        before, after: running totals on either side of a step.
        label: beside the axis; shown: at the item's end.
        at: when it arrives, None: with the chart's `enter` and its stagger.
        hotspot: what a click on it does; not on a donut's segments or a line's points.
    """

    value: Decimal
    fact: str | None
    paint: Paint
    kind: Literal["bar", "total", "step", "segment", "point"]
    label: Words | None = None
    shown: Words | None = None
    label_color: Color | None = None
    shown_color: Color | None = None
    before: Decimal | None = None
    after: Decimal | None = None
    at: Moment | None = None
    hotspot: Hotspot | None = None


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """Kind "chart".

    Args:
        orientation: "vertical" bars stand, "horizontal" ones lie along the line.
        style, label_color: of labels; shown_style, shown_color: of figures. An item's own colours
            go first.
        gap: bars: between two, as a share of a bar; donut: px between segments.
        thickness: of a donut's ring, px.
        radius: of bars' ends, px.
        up, down: paints of a waterfall's steps that add and take away.
        stroke: of a line chart.
        rule: the base line; connector: dotted, between a waterfall's steps.
        dot: paint of a line chart's last point.
        card: under each row of lying bars.
    """

    type: Literal["bar", "line", "donut", "waterfall"]
    items: tuple[ChartItem, ...]
    style: TextStyle
    shown_style: TextStyle
    label_color: Color
    shown_color: Color
    rule: Stroke | None = None
    connector: Stroke | None = None
    orientation: Literal["vertical", "horizontal"] = "vertical"
    radius: float = 0.0
    gap: float = 0.35
    thickness: float = 0.0
    up: Paint | None = None
    down: Paint | None = None
    stroke: Stroke | None = None
    dot: Paint | None = None
    card: Surface | None = None


@dataclass(frozen=True, slots=True)
class ProgressSpec:
    """Kind "progress".

    Args:
        value, max: in one unit; `value` may pass `max`, `over` then paints what lies beyond.
        fact: the figure that `value` comes from.
        thickness: of the ring or bar, px.
    """

    value: Decimal
    max: Decimal
    fact: str | None
    form: Literal["ring", "bar"]
    thickness: float
    fill: Paint
    track: Paint
    over: Paint | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    header: Words | None
    align: TextAlign = "start"
    width: Track = FLEX


@dataclass(frozen=True, slots=True)
class TableSpec:
    """Kind "table": `rows` of as many cells as there are columns.

    Args:
        rule: under the header and between rows.
        gap: between columns and, halved, above and below each row's text, px.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    style: TextStyle
    header_style: TextStyle
    color: Color
    header_color: Color
    rule: Stroke | None = None
    gap: float = 16.0


Spec = (
    ContainerSpec
    | TextSpec
    | CounterSpec
    | RectSpec
    | LineSpec
    | PathSpec
    | ImageSpec
    | SvgSpec
    | ButtonSpec
    | ChartSpec
    | ProgressSpec
    | TableSpec
)
