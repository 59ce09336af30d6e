"""Labels and figures of a chart: one size for all of a kind, each in its own room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from renderer.errors import PlanError
from renderer.plan.model import PlanNode
from renderer.plan.motion import Tracks
from renderer.plan.places import Area
from renderer.plan.stage import Stage, seen_facts
from renderer.plan.texts import label_spec, shape_of
from renderer.script.model import ChartSpec, Color, Node, TextSpec, TextStyle, Words
from renderer.text.fitting import Laid


@dataclass(frozen=True, slots=True)
class Label:
    """A text set for a room of `room` px."""

    spec: TextSpec
    laid: Laid
    room: float

    def part(
        self, part_id: str, x: float, y: float, stage: Stage, tracks: Tracks
    ) -> PlanNode | None:
        """Make the label's node: its room's left edge at x, its top at y."""
        area = Area(x, y, self.room, self.laid.height)
        return stage.part(
            part_id,
            area.rect(),
            shape_of(self.laid, self.spec, area, stage),
            tracks,
            seen=seen_facts(self.spec.words),
        )


def set_labels(
    words: Sequence[Words | None],
    colors: Sequence[Color],
    style: TextStyle,
    room: float,
    stage: Stage,
    node: Node,
    *,
    align: str = "center",
    lines: int = 1,
    cut: bool = False,
) -> list[Label | None]:
    """Set texts at the largest size at which each fits.

    Raises `PlanError` where none does; with `cut`, a text from the bill ends in an ellipsis.
    """
    specs = [
        None if text is None else label_spec(text, style, tint, align, lines)
        for text, tint in zip(words, colors, strict=True)
    ]
    if cut:
        specs = [spec and _cut_to_fit(spec, room, stage, node) for spec in specs]
    even = stage.type.evened([spec for spec in specs if spec is not None], room, node)
    out: list[Label | None] = []
    for spec in specs:
        if spec is None or even is None:
            out.append(None)
            continue
        sized = replace(spec, style=even, min_size=min(even.size, spec.min_size))
        out.append(Label(sized, stage.type.set(sized, room, node), room))
    return out


def _cut_to_fit(spec: TextSpec, room: float, stage: Stage, node: Node) -> TextSpec:
    try:
        stage.type.set(spec, room, node)
    except PlanError as error:
        from_the_bill = any(span.fact for span in spec.words.spans)
        if error.code != "text-does-not-fit" or not from_the_bill:
            raise
        least = replace(spec.style, size=min(spec.style.size, spec.min_size))
        return replace(spec, style=least, fit="ellipsis")
    return spec


def item_labels(
    spec: ChartSpec, room: float, stage: Stage, node: Node, *, align: str = "center", lines: int = 2
) -> list[Label | None]:
    """Set the labels of a chart's items.

    A bill may name a line at any length: a name too long for its room is cut, and stands whole in
    the transcript. The pack's own words and figures are never cut.
    """
    return set_labels(
        [item.label for item in spec.items],
        [item.label_color or spec.label_color for item in spec.items],
        spec.style,
        room,
        stage,
        node,
        align=align,
        lines=lines,
        cut=True,
    )


def item_figures(
    spec: ChartSpec, room: float, stage: Stage, node: Node, *, align: str = "center"
) -> list[Label | None]:
    """Set the figures of a chart's items, each on one line."""
    return set_labels(
        [item.shown for item in spec.items],
        [item.shown_color or spec.shown_color for item in spec.items],
        spec.shown_style,
        room,
        stage,
        node,
        align=align,
    )


def tallest(labels: Sequence[Label | None]) -> float:
    """Return the height of the tallest label, 0 where there are none."""
    return max((label.laid.height for label in labels if label is not None), default=0.0)
