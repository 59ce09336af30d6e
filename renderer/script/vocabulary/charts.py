"""Charts and tables: kinds that repeat by themselves."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from renderer.script.vocabulary.behaviour import DELAY, HotspotProps
from renderer.script.vocabulary.box import BoxProps, PaintedProps, StrokeProps
from renderer.script.vocabulary.dynamic import (
    TRACK,
    ColorName,
    Data,
    MomentName,
    PaintName,
    Positive,
    RadiusProp,
    StyleName,
    choice,
)
from renderer.script.vocabulary.kinds import TEXT_ALIGN
from renderer.script.vocabulary.said import Message, SaidProps
from renderer.script.vocabulary.strict import Strict

CHARTS = ("bar", "line", "donut", "waterfall")
NAME = r"^[a-z][a-z0-9_]*$"


def _rule(value: object) -> str:
    return (
        "<stroke>"
        if isinstance(value, dict | StrokeProps) and "color" in dict(value)
        else "<paint>"
    )


Rule = Annotated[
    Annotated[PaintName, Tag("<paint>")] | Annotated[StrokeProps, Tag("<stroke>")],
    Discriminator(_rule),
]
"""A stroke, or just its colour."""


class ItemHotspotProps(HotspotProps):
    """What a click on one item does; items may be left out."""

    when: Data = True


class ChartProps(BoxProps):
    """One chart; properties of items see the item under its `as` name, and `loop`."""

    type: Annotated[Any, choice(*CHARTS)]
    each: Data
    as_: str = Field(default="item", alias="as", pattern=NAME)
    value: Data
    kind: Annotated[Any, choice("total", "step")] = None
    before: Data = None
    after: Data = None
    label: SaidProps | None = None
    shown: SaidProps | None = None
    paint: PaintName = "brand"
    item_at: MomentName = None
    item_delay: Annotated[Any, DELAY] = 0.0
    item_hotspot: ItemHotspotProps | None = None
    orientation: Annotated[Any, choice("vertical", "horizontal")] = "vertical"
    style: StyleName = "label"
    shown_style: StyleName = None
    label_color: ColorName = "ink"
    shown_color: ColorName = "ink"
    shown_up: ColorName = None
    shown_down: ColorName = None
    radius: RadiusProp = 0.0
    gap: Positive = None
    thickness: Positive = 40.0
    up: PaintName = None
    down: PaintName = None
    stroke: StrokeProps | None = None
    dot: PaintName = None
    rule: Rule = None
    connector: Rule = None
    card: PaintedProps | None = None


class ColumnProps(Strict):
    """One column of a table."""

    header: Message | None = None
    align: Annotated[Any, TEXT_ALIGN] = "start"
    width: Annotated[Any, TRACK] = "1fr"


class TableProps(BoxProps):
    """A table of words; cells see the row's item under its `as` name, and `loop`."""

    columns: list[ColumnProps] = Field(min_length=1, max_length=12)
    each: Data
    as_: str = Field(default="item", alias="as", pattern=NAME)
    cells: list[SaidProps]
    style: StyleName = "body"
    header_style: StyleName = "label"
    color: ColorName = "ink"
    header_color: ColorName = "muted"
    rule: Rule = None
    gap: Positive = 16.0
