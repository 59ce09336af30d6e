"""A waterfall: from one total to the next, step by step; a cut axis shows its break."""

from __future__ import annotations

from dataclasses import dataclass

from renderer.plan.bars import (
    FIGURE_GAP_PX,
    LABEL_GAP_PX,
    Slots,
    base_line,
    check_plot,
    item_group,
    slots,
)
from renderer.plan.items import SHOWN_FROM, fading, growing, item_id, item_moves
from renderer.plan.labels import Label, item_figures, item_labels, tallest
from renderer.plan.model import PathShape, PlanKey, PlanNode, PlanStroke
from renderer.plan.motion import Move, Tracks
from renderer.plan.outlines import Absolute, commands, rounded
from renderer.plan.paints import paint, stroke
from renderer.plan.places import Area, units
from renderer.plan.shapes import filled
from renderer.plan.stage import Stage, kept
from renderer.script.model import ChartItem, ChartSpec, Motion, Node, Paint

CUT_WHEN_STEPS_BELOW = 0.4
"""The axis is cut when all steps move within this share of the highest level."""
BELOW_LEVELS = 1.6
"""A cut axis starts so many times the levels' range below the lowest one."""
BREAK_PX, BREAK_AT_PX, BREAK_WAVE_PX, BREAK_TOOTH_PX = 8.0, 36.0, 8.0, 20.0
"""The break: its width, how far above the base line, its teeth's height and half length."""
LEAST_STEP_PX = 3.0
CONNECTOR_GAP_PX = 8.0
DOTS = (units(4), units(5))
"""Dashes of a connector whose stroke has none of its own."""


@dataclass(frozen=True, slots=True)
class Axis:
    """What level stands at the base line; `cut` when that is not zero."""

    base: float
    top: float
    cut: bool


@dataclass(frozen=True, slots=True)
class Levels:
    """The running total before and after each item."""

    before: tuple[float, ...]
    after: tuple[float, ...]

    @property
    def all(self) -> tuple[float, ...]:
        """Return every level that is shown."""
        return (*self.before, *self.after)


def levels(items: tuple[ChartItem, ...]) -> Levels:
    """Return the levels that each item starts and ends at; a total starts at its own level."""
    before, after = [], []
    for item in items:
        if item.kind == "step" and item.before is not None and item.after is not None:
            before.append(float(item.before))
            after.append(float(item.after))
        else:
            before.append(float(item.value))
            after.append(float(item.value))
    return Levels(tuple(before), tuple(after))


def axis(found: Levels) -> Axis:
    """Choose where a waterfall's axis starts: at zero, or cut where steps would vanish."""
    low, high = min(found.all), max(found.all)
    if low <= 0:
        return Axis(min(0.0, low), max(0.0, high), cut=False)
    base = low - BELOW_LEVELS * (high - low)
    if high - low < CUT_WHEN_STEPS_BELOW * high and base > 0.15 * high and high > low:
        return Axis(base, high, cut=True)
    return Axis(0.0, high, cut=False)


def waterfall(
    spec: ChartSpec, area: Area, stage: Stage, node: Node, enter: Motion | None
) -> tuple[PlanNode, ...]:
    """Draw a standing waterfall. Raises `PlanError` where labels do not fit."""
    place = slots(area, len(spec.items), spec.gap)
    labels = item_labels(spec, place.room, stage, node)
    figures = item_figures(spec, place.room, stage, node)
    moves = item_moves(spec.items, enter, stage, node)
    found = levels(spec.items)
    scale = axis(found)
    label_room = tallest(labels) + LABEL_GAP_PX
    figure_room = tallest(figures) + FIGURE_GAP_PX
    plot = Area(area.x, area.y + figure_room, area.width, area.height - label_room - figure_room)
    check_plot(plot.height, node)
    drawing = _Drawing(spec, area, plot, place, found, scale, stage, node)
    base = drawing.y(max(0.0, scale.base))
    out: list[PlanNode | None] = [base_line(spec, area, base, stage, node, enter)]
    for index in range(len(spec.items)):
        parts: list[PlanNode | None] = []
        parts.append(drawing.connector(index, moves[index]))
        parts.append(drawing.bar(index, moves[index]))
        parts.append(drawing.label(index, labels[index], moves[index]))
        parts.append(drawing.figure(index, figures[index], moves[index]))
        slot = Area(place.room_x(index), area.y, place.room, area.height)
        out.append(
            item_group(stage, item_id(node, index), stage.placed(slot, area), parts, moves[index])
        )
    return kept(out)


@dataclass(frozen=True)
class _Drawing:
    spec: ChartSpec
    area: Area
    plot: Area
    place: Slots
    found: Levels
    axis: Axis
    stage: Stage
    node: Node

    def y(self, level: float) -> float:
        span = (self.axis.top - self.axis.base) or 1.0
        return self.plot.bottom - (level - self.axis.base) / span * self.plot.height

    def extent(self, index: int) -> Area:
        item = self.spec.items[index]
        if item.kind == "total":
            ends = (self.y(float(item.value)), self.y(max(0.0, self.axis.base)))
        else:
            ends = (self.y(self.found.before[index]), self.y(self.found.after[index]))
        height = max(abs(ends[0] - ends[1]), LEAST_STEP_PX)
        return Area(self.place.bar_x(index), min(ends), self.place.bar, height)

    def bar(self, index: int, move: Move | None) -> PlanNode | None:
        item = self.spec.items[index]
        bar = self.stage.placed(self.extent(index), self.area)
        part_id = f"{item_id(self.node, index)}/bar"
        if item.kind == "total" and self.axis.cut:
            return self._broken(part_id, bar, item.paint, move)
        rises = self.found.after[index] >= self.found.before[index]
        fill = item.paint if item.kind == "total" else step_paint(self.spec, item)
        edge = "bottom" if rises else "top"
        shape = filled(fill, bar, self.stage, self.spec.radius, edge)
        return self.stage.part(part_id, bar.rect(), shape, growing(move))

    def _broken(self, part_id: str, bar: Area, fill: Paint, move: Move | None) -> PlanNode | None:
        """Draw a total with its break. It rises as a whole out of its own box, break and all."""
        shape = PathShape(
            commands(broken(bar, self.spec.radius)), paint(fill, bar, self.stage.direction)
        )
        tracks: Tracks = {}
        if move is not None and growing(move):
            away = units(bar.height)
            tracks = {
                "y": (PlanKey(move.start, away), PlanKey(move.end, 0, move.easing))
                if move.end > move.start
                else (PlanKey(0, 0),),
                "opacity": _from(move.start),
            }
        inside = self.stage.part(f"{part_id}/whole", bar.rect(), shape, tracks)
        return self.stage.part(
            part_id, bar.rect(), None, children=kept([inside]), clip=(bar.rect(), 0)
        )

    def label(self, index: int, label: Label | None, move: Move | None) -> PlanNode | None:
        if label is None:
            return None
        x = self._room_x(index)
        y = self.plot.bottom + LABEL_GAP_PX
        return label.part(f"{item_id(self.node, index)}/label", x, y, self.stage, fading(move))

    def figure(self, index: int, figure: Label | None, move: Move | None) -> PlanNode | None:
        if figure is None:
            return None
        y = self.extent(index).y - FIGURE_GAP_PX - figure.laid.height
        tracks = fading(move, SHOWN_FROM)
        part_id = f"{item_id(self.node, index)}/figure"
        return figure.part(part_id, self._room_x(index), y, self.stage, tracks)

    def connector(self, index: int, move: Move | None) -> PlanNode | None:
        """Draw the dotted line from the item before, at the level they share."""
        if index == 0:
            return None
        y = self.y(self.found.after[index - 1])
        left = self.place.bar_x(index - 1) + self.place.bar + CONNECTOR_GAP_PX
        right = self.place.bar_x(index) - CONNECTOR_GAP_PX
        spec = self.spec.connector
        if spec is None:
            return None
        line = self.stage.placed(
            Area(left, y - spec.width / 2, right - left, spec.width), self.area
        )
        drawn = stroke(spec, line, self.stage.direction)
        if line.width <= 0 or drawn is None:
            return None
        dotted = PlanStroke(drawn.paint, drawn.width, drawn.dash or DOTS, drawn.cap)
        ends = [line.x, line.right]
        if self.stage.direction == "rtl":
            ends.reverse()
        shape = PathShape(
            (("M", units(ends[0]), units(y)), ("L", units(ends[1]), units(y))), stroke=dotted
        )
        part_id = f"{item_id(self.node, index)}/connector"
        return self.stage.part(part_id, line.rect(), shape, growing(move))

    def _room_x(self, index: int) -> float:
        room = Area(self.place.room_x(index), 0, self.place.room, 0)
        return self.stage.placed(room, self.area).x


def step_paint(spec: ChartSpec, item: ChartItem) -> Paint:
    """Return a step's paint: the chart's own for what adds and what takes away."""
    return (spec.up if item.value >= 0 else spec.down) or item.paint


def broken(bar: Area, corner: float) -> list[Absolute]:
    """Outline a bar in two pieces, a zigzag apart, near its base."""
    corner = min(corner, bar.width / 2)
    middle = bar.bottom - BREAK_AT_PX
    if bar.height < BREAK_AT_PX + BREAK_WAVE_PX * 2 + corner:
        return rounded(bar, (corner, corner, corner, corner))
    upper = Area(bar.x, bar.y, bar.width, middle - BREAK_PX / 2 - bar.y)
    lower_top = middle + BREAK_PX / 2
    lower = Area(bar.x, lower_top, bar.width, bar.bottom - lower_top)
    teeth = max(2, round(bar.width / BREAK_TOOTH_PX))

    def zigzag(y: float) -> list[tuple[float, float]]:
        return [
            (
                bar.x + bar.width * tooth / teeth,
                y + (BREAK_WAVE_PX if tooth % 2 else -BREAK_WAVE_PX),
            )
            for tooth in range(teeth + 1)
        ]

    head = rounded(upper, (corner, corner, 0.0, 0.0))
    foot = rounded(lower, (0.0, 0.0, corner, corner))
    # The straight lower side of the head, and upper side of the foot, become teeth.
    head_teeth: list[Absolute] = [("L", (point,)) for point in reversed(zigzag(upper.bottom))]
    foot_teeth: list[Absolute] = [("L", (point,)) for point in zigzag(lower.y)]
    return [
        *head[:3],
        *head_teeth,
        *head[7:],
        ("M", foot_teeth[0][1]),
        *foot_teeth[1:],
        *foot[3:7],
        ("Z", ()),
    ]


def _from(frame: int) -> tuple[PlanKey, ...]:
    """Show nothing before a frame."""
    return (
        (PlanKey(0, 1024),)
        if frame <= 0
        else (
            PlanKey(frame - 1, 0),
            PlanKey(frame, 1024, "step"),
        )
    )
