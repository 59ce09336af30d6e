"""The kinds of node and their properties, as a pack writes them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from renderer.script.vocabulary.box import (
    ALIGN,
    DIRECTION,
    JUSTIFY,
    BoxProps,
    StrokeProps,
    SurfaceProps,
)
from renderer.script.vocabulary.dynamic import (
    ARTWORK,
    FLAG,
    ICON,
    PICTURE,
    SIZE,
    TRACKS,
    ColorName,
    Data,
    LengthProp,
    MessageId,
    PaintName,
    Pair,
    Positive,
    RadiusProp,
    StyleName,
    Text,
    choice,
    integer,
)
from renderer.script.vocabulary.said import FORMAT, With, one_of_two

TEXT_ALIGN = choice("start", "center", "end")
FIT = choice("wrap", "shrink", "ellipsis")


class GroupProps(SurfaceProps):
    """Children laid over each other."""

    align: Annotated[Any, ALIGN] = "stretch"
    justify: Annotated[Any, ALIGN] = "stretch"


class StackProps(SurfaceProps):
    """Flexbox."""

    direction: Annotated[Any, DIRECTION] = "column"
    align: Annotated[Any, ALIGN] = "stretch"
    justify: Annotated[Any, JUSTIFY] = "start"
    gap: LengthProp = 0.0
    wrap: Annotated[Any, FLAG] = False


class GridProps(SurfaceProps):
    """CSS grid."""

    columns: Annotated[Any, TRACKS] = None
    rows: Annotated[Any, TRACKS] = None
    gap: LengthProp = 0.0
    align: Annotated[Any, ALIGN] = "stretch"
    justify: Annotated[Any, ALIGN] = "stretch"


class TextProps(BoxProps):
    """Words on screen."""

    message: MessageId = None
    with_: With = Field(default_factory=dict, alias="with")
    value: Data = None
    format: Annotated[Any, FORMAT] = None
    style: StyleName = "body"
    color: ColorName = "ink"
    align: Annotated[Any, TEXT_ALIGN] = "start"
    fit: Annotated[Any, FIT] = "wrap"
    min_size: Annotated[Any, SIZE] = None
    max_lines: Annotated[Any, integer(1, 40)] = None
    balance: Annotated[Any, FLAG] = False

    @model_validator(mode="after")
    def _one_of_two(self) -> TextProps:
        one_of_two(self.message, self.value, self.format)
        return self


class CounterProps(BoxProps):
    """A figure that counts up."""

    value: Data
    format: Annotated[Any, FORMAT]
    from_: Data = Field(default=0, alias="from")
    style: StyleName = "display"
    color: ColorName = "ink"
    align: Annotated[Any, TEXT_ALIGN] = "start"


class ShapeProps(SurfaceProps):
    """A rectangle or ellipse."""


class LineProps(BoxProps):
    """A straight line."""

    stroke: StrokeProps
    cap: Annotated[Any, choice("butt", "round", "square")] = "butt"


class PathProps(BoxProps):
    """An outline."""

    d: Text
    view: Pair
    fill: PaintName = None
    stroke: StrokeProps | None = None
    mirror: Annotated[Any, FLAG] = False


class ImageProps(BoxProps):
    """A picture of the pack."""

    src: Annotated[Any, PICTURE]
    fit: Annotated[Any, choice("cover", "contain")] = "cover"
    focus: Pair = (0.5, 0.5)
    radius: RadiusProp = 0.0


class SvgProps(BoxProps):
    """Artwork of the pack, or a logo of the brand (`logo.page`)."""

    src: Annotated[Any, ARTWORK]
    color: ColorName = None
    mirror: Annotated[Any, FLAG] = False


class IconProps(BoxProps):
    """An icon of the installation."""

    name: Annotated[Any, ICON]
    color: ColorName = "ink"
    mirror: Annotated[Any, FLAG] = False


class ButtonProps(SurfaceProps):
    """A label that looks as if it may be clicked; children stand before it."""

    message: MessageId
    with_: With = Field(default_factory=dict, alias="with")
    style: StyleName = "button"
    color: ColorName = "on-brand"
    gap: LengthProp = 12.0


class ProgressProps(BoxProps):
    """How much of something is used."""

    value: Data
    max: Data
    form: Annotated[Any, choice("ring", "bar")] = "bar"
    thickness: Positive = None
    fill: PaintName = "brand"
    track: PaintName = "line"
    over: PaintName = None
