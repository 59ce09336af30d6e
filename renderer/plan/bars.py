"""Standing bars: from a zero line, in one scale, label below and figure at the end."""

from __future__ import annotations

from dataclasses import dataclass

from renderer.errors import PlanError
from renderer.plan.items import SHOWN_FROM, as_whole, fading, growing, item_id, item_moves
from renderer.plan.labels import item_figures, item_labels, tallest
from renderer.plan.model import PathShape, PlanNode
from renderer.plan.motion import Move
from renderer.plan.paints import stroke
from renderer.plan.places import Area, units
from renderer.plan.shapes import filled
from renderer.plan.stage import Stage, kept
from renderer.script.model import ChartSpec, Motion, Node

LABEL_GAP_PX = 10.0
FIGURE_GAP_PX = 6.0
LEAST_PLOT_PX = 24.0


@dataclass(frozen=True, slots=True)
class Slots:
    """Equal bars across a width: `bar` px wide, one every `step` px, left to right."""

    left: float
    bar: float
    step: float

    @property
    def room(self) -> float:
        """Return the width that a bar's label may take without touching the next one's."""
        return self.step - 6.0

    def bar_x(self, index: int) -> float:
        """Return a bar's left edge."""
        return self.left + index * self.step

    def room_x(self, index: int) -> float:
        """Return the left edge of the room for a bar's label."""
        return self.bar_x(index) + (self.bar - self.room) / 2


def slots(area: Area, count: int, gap: float) -> Slots:
    """Divide a width into bars, with gaps of `gap` bars between them and half a gap outside.

    Labels are as wide as a bar and its gap, so the outer halves keep the outer labels inside.
    """
    step = area.width / max(1, count)
    bar = step / (1.0 + gap)
    return Slots(area.x + (step - bar) / 2, bar, step)


def bars(
    spec: ChartSpec, area: Area, stage: Stage, node: Node, enter: Motion | None
) -> tuple[PlanNode, ...]:
    """Draw standing bars. Raises `PlanError` where labels do not fit or no room is left."""
    place = slots(area, len(spec.items), spec.gap)
    labels = item_labels(spec, place.room, stage, node)
    figures = item_figures(spec, place.room, stage, node)
    moves = item_moves(spec.items, enter, stage, node)
    values = [float(item.value) for item in spec.items]
    top, bottom = max(0.0, *values), min(0.0, *values)
    label_room = tallest(labels) + (LABEL_GAP_PX if tallest(labels) else 0.0)
    figure_room = tallest(figures) + (FIGURE_GAP_PX if tallest(figures) else 0.0)
    plot = area.height - label_room - figure_room
    check_plot(plot, node)
    scale = plot / ((top - bottom) or 1.0)
    zero = area.y + figure_room + top * scale
    out: list[PlanNode | None] = [base_line(spec, area, zero, stage, node, enter)]
    for index, item in enumerate(spec.items):
        end = zero - values[index] * scale
        bar = stage.placed(
            Area(place.bar_x(index), min(zero, end), place.bar, abs(zero - end)), area
        )
        x = stage.placed(Area(place.room_x(index), 0, place.room, 0), area).x
        own, move = item_id(node, index), moves[index]
        shape = filled(item.paint, bar, stage, spec.radius, "bottom" if end <= zero else "top")
        parts: list[PlanNode | None] = []
        if bar.height > 0:
            parts.append(stage.part(f"{own}/bar", bar.rect(), shape, growing(move)))
        if (label := labels[index]) is not None:
            y = area.bottom - label_room + LABEL_GAP_PX
            parts.append(label.part(f"{own}/label", x, y, stage, fading(move)))
        if (figure := figures[index]) is not None:
            y = min(zero, end) - FIGURE_GAP_PX - figure.laid.height
            tracks = fading(move, SHOWN_FROM)
            parts.append(figure.part(f"{own}/figure", x, y, stage, tracks))
        slot = Area(place.room_x(index), area.y, place.room, area.height)
        out.append(item_group(stage, own, stage.placed(slot, area), parts, move))
    return kept(out)


def item_group(
    stage: Stage, part_id: str, slot: Area, parts: list[PlanNode | None], move: Move | None
) -> PlanNode | None:
    """Hold one item's parts together: it moves as a whole where its effect draws nothing.

    `slot` is the item's share of the chart: where a click on it counts.
    """
    return stage.part(part_id, slot.rect(), None, as_whole(move), children=kept(parts))


def base_line(
    spec: ChartSpec, area: Area, y: float, stage: Stage, node: Node, enter: Motion | None
) -> PlanNode | None:
    """Draw the line that bars stand on, if the chart has one."""
    if spec.rule is None:
        return None
    width = spec.rule.width
    line = Area(area.x, y - width / 2, area.width, width)
    shape = PathShape(
        (("M", units(line.x), units(y)), ("L", units(line.right), units(y))),
        stroke=stroke(spec.rule, line, stage.direction),
    )
    move = None if enter is None else stage.move(enter, node.where)
    return stage.part(f"{node.path}/rule", line.rect(), shape, fading(move) or as_whole(move))


def check_plot(plot: float, node: Node) -> None:
    """Raise `PlanError` unless labels leave a chart room to be read."""
    if plot < LEAST_PLOT_PX:
        raise PlanError(
            "chart-too-small",
            f"{node.path}: the chart's labels leave no room for what it shows",
            node.where,
            "Give it more height.",
        )
