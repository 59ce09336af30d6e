"""`chart` and `progress` -> specs: items evaluated one by one, every value a figure's."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from renderer.script.binding import words as worded
from renderer.script.binding.at import At
from renderer.script.binding.box import color, paint, radius, stroke, surface
from renderer.script.binding.hotspots import hotspot
from renderer.script.binding.loop import each
from renderer.script.binding.timing import moment
from renderer.script.counted import Counted
from renderer.script.hotspot import Hotspot
from renderer.script.paint import Color, Paint, Stroke, TextStyle
from renderer.script.specs import ChartItem, ChartSpec, ProgressSpec
from renderer.script.vocabulary.box import StrokeProps
from renderer.script.vocabulary.charts import ChartProps, ItemHotspotProps
from renderer.script.vocabulary.kinds import ProgressProps
from renderer.story.facts import Figure

_GAPS = {"bar": 0.35, "waterfall": 0.35, "donut": 6.0, "line": 0.0}
_KINDS = {"bar": "bar", "line": "point", "donut": "segment"}
_THICKNESS = {"ring": 32.0, "bar": 12.0}
_RULES = ("line", "muted")
"""Colours of a chart's base line, where a pack names none: the first that the brand has."""


def rule(at: At, props: object, usual: tuple[str, ...] = ()) -> Stroke | None:
    """Return a stroke from one, or from its colour alone; else a hairline of a usual colour."""
    if isinstance(props, StrokeProps):
        return stroke(at, props)
    named = at.value(props)
    if named is None:
        named = next((name for name in usual if name in at.film.brand.names("color")), None)
    found = paint(at, named)
    return Stroke(found, 2.0) if found else None


def _style(at: At, name: str) -> TextStyle:
    return at.film.brand.style(name, at.place, at.film.shape, at.film.language)


def chart(at: At, props: ChartProps) -> ChartSpec:
    """Return a chart's spec.

    Raises:
        ScriptError: `script-chart`: values of several units, or a share of nothing.
    """
    kind = at.read(props, "type")
    up = paint(at.down("up"), at.read(props, "up"))
    down = paint(at.down("down"), at.read(props, "down"))
    rows = each(at.down("each"), at.read(props, "each"), props.as_)
    items = tuple(_item(inner._replace(path=at.path), props, kind, (up, down)) for _, inner in rows)
    _honest(at, kind, items)
    gap = at.read(props, "gap")
    style = at.read(props, "style")
    shown_style = at.read(props, "shown_style")
    base = rule(at.down("rule"), props.rule, _RULES)
    connector = rule(at.down("connector"), props.connector, ("connector", *_RULES))
    return ChartSpec(
        type=kind,
        items=tuple(item for item, _ in items),
        style=_style(at.down("style"), style),
        shown_style=_style(at.down("shown_style"), shown_style or style),
        label_color=color(at.down("label_color"), at.read(props, "label_color")),
        shown_color=color(at.down("shown_color"), at.read(props, "shown_color")),
        rule=base,
        connector=replace(connector, dash=connector.dash or (2.0, 6.0)) if connector else None,
        orientation=at.read(props, "orientation"),
        radius=radius(at.down("radius"), at.read(props, "radius")),
        gap=_GAPS[kind] if gap is None else gap,
        thickness=at.read(props, "thickness"),
        up=up,
        down=down,
        stroke=stroke(at.down("stroke"), props.stroke, "round"),
        dot=paint(at.down("dot"), at.read(props, "dot")),
        card=surface(at.down("card"), props.card) if props.card else None,
    )


def _item(
    at: At, props: ChartProps, chart_type: str, steps: tuple[Paint | None, Paint | None]
) -> tuple[ChartItem, str]:
    """Return one item and its unit."""
    figure = worded.needed(at.down("value"), at.read(props, "value"))
    value = _amount(at.down("value"), figure)
    before, after = (_optional(at, props, name) for name in ("before", "after"))
    kind: Any = _KINDS.get(chart_type) or at.read(props, "kind")
    if kind is None:
        kind = "total" if before is None and after is None else "step"
    if kind == "step" and (before is None or after is None):
        raise at.wrong("script-chart", "a waterfall's step needs `before` and `after`")
    own = paint(at.down("paint"), at.read(props, "paint"))
    rises = value >= 0
    if kind == "step":
        own = (steps[0] if rises else steps[1]) or own
    if own is None:
        raise at.down("paint").wrong("script-value", "an item needs a paint")
    start = at.read(props, "item_at")
    late = at.read(props, "item_delay")
    label = worded.said(at.down("label"), props.label) if props.label else None
    shown = worded.said(at.down("shown"), props.shown) if props.shown else None
    item = ChartItem(
        value=value,
        fact=figure.fact,
        paint=own,
        kind=kind,
        label=label,
        shown=shown,
        label_color=color(at.down("label_color"), at.read(props, "label_color")),
        shown_color=_shown_color(at, props, kind, rises),
        before=before,
        after=after,
        at=None if start is None else moment(at.down("item_at"), start, late),
        hotspot=_item_hotspot(at.down("item_hotspot"), props.item_hotspot),
    )
    return item, figure.unit


def _item_hotspot(at: At, props: ItemHotspotProps | None) -> Hotspot | None:
    if props is None or not at.down("when").flag(props.when):
        return None
    return hotspot(at, props)


def _shown_color(at: At, props: ChartProps, kind: str, rises: bool) -> Color:
    name = "shown_color"
    if kind == "step":
        own = "shown_up" if rises else "shown_down"
        name = own if getattr(props, own) is not None else name
    return color(at.down(name), at.read(props, name))


def _optional(at: At, props: ChartProps, name: str) -> Decimal | None:
    figure = worded.figure_of(at.down(name), at.read(props, name))
    return None if figure is None else _amount(at.down(name), figure)


def _amount(at: At, figure: Figure) -> Decimal:
    try:
        return figure.number
    except TypeError as cause:
        raise at.wrong("script-chart", "a chart shows amounts only") from cause


def _honest(at: At, kind: str, items: tuple[tuple[ChartItem, str], ...]) -> None:
    """Refuse a chart that cannot tell the truth: several units, or shares with a negative one."""
    if not items:
        raise at.down("each").wrong(
            "script-chart", "a chart has no items", "Show it `when` there is something to show."
        )
    if len({unit for _, unit in items}) > 1:
        raise at.down("value").wrong("script-chart", "one chart shows values of several units")
    values = [item.value for item, _ in items]
    if kind == "donut" and (min(values) < 0 or sum(values) <= 0):
        raise at.down("value").wrong(
            "script-chart", "a ring cannot show a negative share", "Ask `charges.ring` first."
        )


def progress(at: At, props: ProgressProps) -> ProgressSpec:
    """Return a progress' spec; `max` may be a figure or a bare number (100 for a percentage)."""
    figure, value = _shown(at, props)
    most = at.read(props, "max")
    here = at.down("max")
    if isinstance(most, Figure):
        if figure is None or most.unit != figure.unit:
            raise here.wrong("script-chart", "`value` and `max` have different units")
        limit = _amount(here, most)
    elif isinstance(most, int | float | Decimal) and not isinstance(most, bool):
        limit = Decimal(str(most))
    else:
        raise here.wrong("script-value", "a figure or a number is expected here")
    if limit <= 0:
        raise here.wrong("script-chart", "progress needs a `max` above zero")
    form = at.read(props, "form")
    thickness = at.read(props, "thickness")
    fill = paint(at.down("fill"), at.read(props, "fill"))
    track = paint(at.down("track"), at.read(props, "track"))
    if fill is None or track is None:
        raise at.wrong("script-value", "progress needs `fill` and `track`")
    return ProgressSpec(
        value=value,
        max=limit,
        fact=figure.fact if figure else None,
        form=form,
        thickness=_THICKNESS[form] if thickness is None else thickness,
        fill=fill,
        track=track,
        over=paint(at.down("over"), at.read(props, "over")),
    )


def _shown(at: At, props: ProgressProps) -> tuple[Figure | None, Decimal]:
    """Return the figure shown and its amount; 0, 1 and nothing in between may stand for none."""
    value = at.read(props, "value")
    if isinstance(value, int | float) and value in (0, 1) and not isinstance(value, Counted):
        return None, Decimal(int(value))
    figure = worded.needed(at.down("value"), value)
    return figure, _amount(at.down("value"), figure)
