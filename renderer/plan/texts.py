"""Texts and labels: words set in a box."""

from __future__ import annotations

from renderer.plan.model import TextLine, TextShape
from renderer.plan.paints import color
from renderer.plan.places import Area, units
from renderer.plan.stage import Stage
from renderer.script.model import Color, Node, TextSpec, TextStyle, Words
from renderer.text.fitting import Laid


def text_shape(spec: TextSpec, area: Area, stage: Stage, node: Node) -> TextShape:
    """Set a text in its content box, from the box's top. Raises `PlanError`."""
    laid = stage.type.set(spec, area.width, node)
    return shape_of(laid, spec, area, stage)


def shape_of(laid: Laid, spec: TextSpec, area: Area, stage: Stage) -> TextShape:
    """Put lines that were set for `area`'s width where it stands."""
    return TextShape(
        tuple(
            TextLine(
                line.text, units(area.x + line.x), units(area.y + line.baseline), units(line.width)
            )
            for line in laid.lines
        ),
        stage.type.style(spec.style, laid.size),
        color(spec.color),
        stage.direction,
    )


def label_spec(
    words: Words, style: TextStyle, tint: Color, align: str = "center", lines: int = 1
) -> TextSpec:
    """Describe a chart's label: it shrinks to its style's least size, on at most `lines` lines."""
    return TextSpec(
        words=words,
        style=style,
        color=tint,
        align="start" if align == "start" else "end" if align == "end" else "center",
        fit="shrink",
        min_size=style.min_size,
        max_lines=lines,
        balance=lines > 1,
    )
