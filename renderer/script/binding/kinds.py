"""Each kind's properties -> its spec, charts and tables apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from renderer.errors import ScriptError
from renderer.script.binding import words as worded
from renderer.script.binding.at import At
from renderer.script.binding.box import color, length, paint, radius, stroke, surface, track
from renderer.script.binding.charts import chart, progress
from renderer.script.binding.tables import table
from renderer.script.files import Asset
from renderer.script.paint import TextStyle
from renderer.script.problem import error
from renderer.script.specs import (
    ButtonSpec,
    ContainerSpec,
    CounterSpec,
    ImageSpec,
    LineSpec,
    PathSpec,
    RectSpec,
    Spec,
    SvgSpec,
    TextSpec,
)
from renderer.script.vocabulary.kinds import (
    ButtonProps,
    CounterProps,
    GridProps,
    GroupProps,
    IconProps,
    ImageProps,
    LineProps,
    PathProps,
    ShapeProps,
    StackProps,
    SvgProps,
    TextProps,
)
from renderer.story.facts import Figure


def style(at: At, name: str) -> TextStyle:
    """Return a step of the type scale for this film's shape and language."""
    return at.film.brand.style(name, at.place, at.film.shape, at.film.language)


def _group(at: At, props: GroupProps) -> ContainerSpec:
    return ContainerSpec(
        surface(at, props), align=at.read(props, "align"), justify=at.read(props, "justify")
    )


def _stack(at: At, props: StackProps) -> ContainerSpec:
    gap = length(at.down("gap"), at.read(props, "gap"))
    return ContainerSpec(
        surface(at, props),
        direction=at.read(props, "direction"),
        align=at.read(props, "align"),
        justify=at.read(props, "justify"),
        wrap=at.read(props, "wrap"),
        row_gap=gap,
        column_gap=gap,
    )


def _grid(at: At, props: GridProps) -> ContainerSpec:
    gap = length(at.down("gap"), at.read(props, "gap"))
    return ContainerSpec(
        surface(at, props),
        align=at.read(props, "align"),
        justify=at.read(props, "justify"),
        row_gap=gap,
        column_gap=gap,
        columns=tuple(track(at.down("columns"), one) for one in at.read(props, "columns") or ()),
        rows=tuple(track(at.down("rows"), one) for one in at.read(props, "rows") or ()),
    )


def _text(at: At, props: TextProps) -> TextSpec:
    if props.message is not None:
        words = worded.say(at, props.message, props.with_)
    else:
        figure = worded.needed(at.down("value"), at.read(props, "value"))
        words = worded.formatted(at, figure, at.read(props, "format"))
    chosen = style(at.down("style"), at.read(props, "style"))
    least = at.read(props, "min_size")
    if isinstance(least, str):
        least = style(at.down("min_size"), least).size
    return TextSpec(
        words,
        chosen,
        color(at.down("color"), at.read(props, "color")),
        at.read(props, "align"),
        at.read(props, "fit"),
        chosen.min_size if least is None else min(least, chosen.size),
        at.read(props, "max_lines"),
        at.read(props, "balance"),
    )


def _counter(at: At, props: CounterProps) -> CounterSpec:
    figure = worded.needed(at.down("value"), at.read(props, "value"))
    pattern = at.read(props, "format")
    words = worded.formatted(at, figure, pattern)
    try:
        numbers = at.film.translator.pattern(figure, pattern)
        value = figure.number
    except (ScriptError, TypeError) as cause:
        message = cause.message if isinstance(cause, ScriptError) else "this does not count"
        raise error(
            "wrong-format",
            message,
            at.down("format").place,
            "Use money, quantity, percent or count.",
        ) from cause
    return CounterSpec(
        value,
        _number(at.down("from"), at.read(props, "from_")),
        figure.fact,
        words,
        numbers,
        style(at.down("style"), at.read(props, "style")),
        color(at.down("color"), at.read(props, "color")),
        at.read(props, "align"),
    )


def _number(at: At, value: object) -> Decimal:
    match value:
        case Figure():
            return value.number
        case int() | Decimal():
            return Decimal(value)
        case float():
            return Decimal(repr(value))
    raise at.wrong("script-value", "a number or a figure is expected here")


def _shape(at: At, props: ShapeProps) -> RectSpec:
    return RectSpec(surface(at, props))


def _line(at: At, props: LineProps) -> LineSpec:
    found = stroke(at.down("stroke"), props.stroke, at.read(props, "cap"))
    if found is None:
        raise at.down("stroke").wrong("script-value", "a line needs a stroke with a width")
    return LineSpec(found)


def _path(at: At, props: PathProps) -> PathSpec:
    return PathSpec(
        at.read(props, "d"),
        at.read(props, "view"),
        paint(at.down("fill"), at.read(props, "fill")),
        stroke(at.down("stroke"), props.stroke),
        at.read(props, "mirror"),
    )


def _asset(at: At, asset: Asset) -> Asset:
    at.film.assets[asset.name] = asset
    return asset


def _image(at: At, props: ImageProps) -> ImageSpec:
    here = at.down("src")
    asset = _asset(at, at.film.files.picture(at.read(props, "src"), here.place))
    return ImageSpec(
        asset.name,
        asset.sha256,
        (round(asset.size[0]), round(asset.size[1])),
        at.read(props, "fit"),
        at.read(props, "focus"),
        radius(at.down("radius"), at.read(props, "radius")),
    )


def _svg(at: At, props: SvgProps) -> SvgSpec:
    here = at.down("src")
    src: str = at.read(props, "src")
    if src.startswith("logo.") and "/" not in src:
        src = at.film.brand.logo(src.removeprefix("logo."), here.place)
    asset = _asset(at, at.film.files.artwork(src, here.place))
    tint = at.read(props, "color")
    found = None if tint is None else color(at.down("color"), tint)
    return SvgSpec(asset.name, asset.sha256, asset.size, found, at.read(props, "mirror"))


def _icon(at: At, props: IconProps) -> SvgSpec:
    here = at.down("name")
    name = f"icons/{at.read(props, 'name')}.svg"
    asset = _asset(at, at.film.files.artwork(name, here.place))
    tint = color(at.down("color"), at.read(props, "color"))
    return SvgSpec(asset.name, asset.sha256, asset.size, tint, at.read(props, "mirror"))


def _button(at: At, props: ButtonProps) -> ButtonSpec:
    return ButtonSpec(
        worded.say(at, props.message, props.with_),
        style(at.down("style"), at.read(props, "style")),
        color(at.down("color"), at.read(props, "color")),
        surface(at, props),
        length(at.down("gap"), at.read(props, "gap")),
    )


KINDS: Mapping[str, Callable[[At, Any], Spec]] = {
    "group": _group,
    "stack": _stack,
    "grid": _grid,
    "text": _text,
    "counter": _counter,
    "rect": _shape,
    "ellipse": _shape,
    "line": _line,
    "path": _path,
    "image": _image,
    "svg": _svg,
    "icon": _icon,
    "button": _button,
    "chart": chart,
    "progress": progress,
    "table": table,
}
