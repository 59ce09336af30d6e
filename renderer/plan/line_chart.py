"""A line chart: values over equal steps, from a zero line, the last point marked."""

from __future__ import annotations

from renderer.plan.bars import FIGURE_GAP_PX, LABEL_GAP_PX, check_plot, slots
from renderer.plan.items import as_whole, fading, growing, item_id, item_moves
from renderer.plan.labels import item_figures, item_labels, tallest
from renderer.plan.model import EllipseShape, PathShape, PlanNode
from renderer.plan.paints import paint, stroke
from renderer.plan.places import Area, units
from renderer.plan.stage import Stage, kept
from renderer.script.model import ChartSpec, Motion, Node, Stroke

DOT_PX = 9.0
LINE_PX = 5.0


def line_chart(
    spec: ChartSpec, area: Area, stage: Stage, node: Node, enter: Motion | None
) -> tuple[PlanNode, ...]:
    """Draw a line chart: it is drawn from the first point to the last. Raises `PlanError`."""
    place = slots(area, len(spec.items), 0.0)
    labels = item_labels(spec, place.room, stage, node)
    figures = item_figures(spec, place.room, stage, node)
    moves = item_moves(spec.items, enter, stage, node)
    values = [float(item.value) for item in spec.items]
    top, bottom = max(0.0, *values), min(0.0, *values)
    figure_room = tallest(figures) + FIGURE_GAP_PX + DOT_PX
    plot = area.height - tallest(labels) - LABEL_GAP_PX - figure_room
    check_plot(plot, node)
    scale = plot / ((top - bottom) or 1.0)
    points: list[tuple[float, float]] = []
    for index, value in enumerate(values):
        middle = Area(place.bar_x(index) + place.bar / 2, 0, 0, 0)
        points.append((stage.placed(middle, area).x, area.y + figure_room + (top - value) * scale))
    line_stroke = spec.stroke or Stroke(spec.items[-1].paint, LINE_PX, (), "round")
    line = PathShape(
        tuple(("L" if index else "M", units(x), units(y)) for index, (x, y) in enumerate(points)),
        stroke=stroke(line_stroke, area, stage.direction),
    )
    first = moves[0]
    out: list[PlanNode | None] = [
        stage.part(f"{node.path}/line", area.rect(), line, growing(first) or as_whole(first))
    ]
    x, y = points[-1]
    dot = Area(x - DOT_PX, y - DOT_PX, 2 * DOT_PX, 2 * DOT_PX)
    dot_paint = paint(spec.dot or spec.items[-1].paint, dot, stage.direction)
    shape = EllipseShape(dot.rect(), dot_paint)
    out.append(
        stage.part(f"{node.path}/dot", dot.rect(), shape, fading(first, 0.8) or as_whole(first))
    )
    for index, move in enumerate(moves):
        x, y = points[index]
        left = x - place.room / 2
        if (label := labels[index]) is not None:
            base = area.bottom - tallest(labels)
            tracks = fading(move) or as_whole(move)
            out.append(label.part(f"{item_id(node, index)}/label", left, base, stage, tracks))
        if (figure := figures[index]) is not None:
            base = y - DOT_PX - FIGURE_GAP_PX - figure.laid.height
            tracks = fading(move, 0.6) or as_whole(move)
            out.append(figure.part(f"{item_id(node, index)}/figure", left, base, stage, tracks))
    return kept(out)
