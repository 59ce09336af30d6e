"""Lying bars: one row an item, words above and the bar below, in one scale down the rows.

Serves bar charts and waterfalls of `orientation: horizontal`.
"""

from __future__ import annotations

from dataclasses import dataclass

from renderer.errors import PlanError
from renderer.plan.bars import item_group
from renderer.plan.items import SHOWN_FROM, fading, growing, item_id, item_moves
from renderer.plan.labels import Label, item_figures, item_labels, tallest
from renderer.plan.model import PlanNode
from renderer.plan.motion import Move
from renderer.plan.places import Area
from renderer.plan.shapes import filled, surface_shape
from renderer.plan.stage import Stage, kept
from renderer.plan.waterfall import Axis, Levels, axis, levels, step_paint
from renderer.script.model import ChartSpec, Motion, Node, Surface

ROW_PX, ROW_GAP_PX = 128.0, 16.0
"""Height of a row, and between two, where the chart has the room."""
BAR_PX = 12.0
PADDING_PX = 28.0
VERTICAL_PX = 20.0
"""Room above the words and below the bar of a card."""
CLEAR_PX = 2.0
"""Least between words and bar."""
BREAK_AT_PX, BREAK_PX = 16.0, 6.0
"""A cut axis: every total shows a stub of this length, then a gap of that."""
WORDS_GAP_PX = 24.0
NEAR_PX = 10.0
FIGURE_SHARE = 0.45
"""Most of a row's width that its figure may take."""


def rows_height(count: int) -> float:
    """Return the height that a chart of lying bars would like."""
    return count * ROW_PX + max(0, count - 1) * ROW_GAP_PX


def cards(
    spec: ChartSpec, area: Area, stage: Stage, node: Node, enter: Motion | None
) -> tuple[PlanNode, ...]:
    """Draw lying bars. Raises `PlanError` where words do not fit."""
    surface = spec.card
    padding = PADDING_PX if surface is not None else 0.0
    count = max(1, len(spec.items))
    height = min(ROW_PX, (area.height - (count - 1) * ROW_GAP_PX) / count)
    inner = area.width - 2 * padding
    figures = item_figures(spec, inner * FIGURE_SHARE, stage, node, align="end")
    widest = max((figure.laid.width for figure in figures if figure), default=0.0)
    room = inner - widest - WORDS_GAP_PX
    labels = item_labels(spec, room, stage, node, align="start", lines=2)
    if tallest(labels) > height - 2 * (VERTICAL_PX if surface else 0.0) - BAR_PX - CLEAR_PX:
        labels = item_labels(spec, room, stage, node, align="start", lines=1)
    moves = item_moves(spec.items, enter, stage, node)
    found, scale = _scale(spec)
    drawing = _Rows(spec, area, stage, node, surface, padding, height, found, scale)
    rows = [
        drawing.row(index, labels[index], figures[index], moves[index])
        for index in range(len(spec.items))
    ]
    return kept(rows)


def _scale(spec: ChartSpec) -> tuple[Levels, Axis]:
    if spec.type == "waterfall":
        found = levels(spec.items)
        return found, axis(found)
    values = tuple(float(item.value) for item in spec.items)
    zeros = (0.0,) * len(values)
    return Levels(zeros, values), Axis(min(0.0, *values), max(0.0, *values), cut=False)


@dataclass(frozen=True)
class _Rows:
    spec: ChartSpec
    area: Area
    stage: Stage
    node: Node
    surface: Surface | None
    padding: float
    height: float
    found: Levels
    axis: Axis

    def row(
        self, index: int, label: Label | None, figure: Label | None, move: Move | None
    ) -> PlanNode | None:
        top = self.area.y + index * (self.height + ROW_GAP_PX)
        card = Area(self.area.x, top, self.area.width, self.height)
        row_id = item_id(self.node, index)
        vertical = VERTICAL_PX if self.surface is not None else 0.0
        track = Area(
            card.x + self.padding,
            card.bottom - vertical - BAR_PX,
            card.width - 2 * self.padding,
            BAR_PX,
        )
        words = max((part.laid.height for part in (label, figure) if part is not None), default=0.0)
        if self.surface is None:
            # Without a card, only nearness tells which words a bar belongs to.
            near = card.y + words + NEAR_PX
            track = Area(track.x, min(near, track.y), track.width, BAR_PX)
        if card.y + vertical + words > track.y - CLEAR_PX:
            raise PlanError(
                "chart-too-small",
                f"{self.node.path}: {len(self.spec.items)} rows do not fit into the chart's height",
                self.node.where,
                "Give it more height, or show fewer items.",
            )
        parts: list[PlanNode | None] = []
        if self.surface is not None and (under := surface_shape(self.surface, card, self.stage)):
            parts.append(self.stage.part(f"{row_id}/card", card.rect(), under, fading(move)))
        if self.spec.rule is not None:
            behind = filled(self.spec.rule.paint, track, self.stage, BAR_PX)
            parts.append(self.stage.part(f"{row_id}/track", track.rect(), behind, fading(move)))
        parts.extend(self._bar(index, track, move))
        for part, tracks, name in (
            (label, fading(move), "label"),
            (figure, fading(move, SHOWN_FROM), "figure"),
        ):
            if part is None:
                continue
            start = track.x if name == "label" else track.right - part.room
            room = self.stage.placed(Area(start, 0, part.room, 0), self.area)
            y = card.y + vertical
            parts.append(part.part(f"{row_id}/{name}", room.x, y, self.stage, tracks))
        return item_group(self.stage, row_id, card, parts, move)

    def _bar(self, index: int, track: Area, move: Move | None) -> list[PlanNode | None]:
        item = self.spec.items[index]
        total = item.kind != "step"
        start = 0.0 if total else self._x(self.found.before[index], track)
        if total and not self.axis.cut:
            start = self._x(0.0, track)
        end = self._x(self.found.after[index], track)
        fill = item.paint if total else step_paint(self.spec, item)
        pieces = [(min(start, end), max(start, end))]
        if total and self.axis.cut:
            pieces = [(0.0, BREAK_AT_PX), (BREAK_AT_PX + BREAK_PX, end)]
        edge = self.stage.start_edge
        if end < start:
            edge = "right" if edge == "left" else "left"
        out: list[PlanNode | None] = []
        for number, (first, last) in enumerate(pieces):
            piece = self.stage.placed(
                Area(track.x + first, track.y, max(0.0, last - first), track.height), self.area
            )
            corner = BAR_PX / 2 if len(pieces) == 1 else 4.0
            shape = filled(fill, piece, self.stage, corner, edge)
            part_id = f"{item_id(self.node, index)}/bar" + (f".{number}" if number else "")
            if piece.width > 0:
                out.append(self.stage.part(part_id, piece.rect(), shape, growing(move)))
        return out

    def _x(self, level: float, track: Area) -> float:
        """Return how far along the track a level stands, in px from its start."""
        span = (self.axis.top - self.axis.base) or 1.0
        room = track.width
        stub = BREAK_AT_PX + BREAK_PX if self.axis.cut else 0.0
        return stub + (level - self.axis.base) / span * (room - stub)
