"""`table` -> spec: a row of words for each item."""

from __future__ import annotations

from renderer.script.binding import words as worded
from renderer.script.binding.at import At
from renderer.script.binding.box import color, track
from renderer.script.binding.charts import rule
from renderer.script.binding.loop import each
from renderer.script.specs import Column, TableSpec
from renderer.script.vocabulary.charts import ColumnProps, TableProps
from renderer.script.wording import Words

NOTHING = Words("", "", "")
"""A cell whose figure the bill does not have."""


def table(at: At, props: TableProps) -> TableSpec:
    """Return a table's spec.

    Raises:
        ScriptError: `script-value` when cells and columns differ in number.
    """
    if len(props.cells) != len(props.columns):
        raise at.down("cells").wrong(
            "script-value",
            "a table has as many cells in a row as it has columns",
            f"There are {len(props.columns)} columns.",
        )
    rows = each(at.down("each"), at.read(props, "each"), props.as_)
    look = at.film.brand.style

    def style(name: str) -> tuple[str, At]:
        return at.read(props, name), at.down(name)

    (body, body_at), (head, head_at) = style("style"), style("header_style")
    return TableSpec(
        columns=tuple(
            _column(at.down("columns", index), column) for index, column in enumerate(props.columns)
        ),
        rows=tuple(_row(inner._replace(path=at.path), props) for _, inner in rows),
        style=look(body, body_at.place, at.film.shape, at.film.language),
        header_style=look(head, head_at.place, at.film.shape, at.film.language),
        color=color(at.down("color"), at.read(props, "color")),
        header_color=color(at.down("header_color"), at.read(props, "header_color")),
        rule=rule(at.down("rule"), props.rule),
        gap=at.read(props, "gap"),
    )


def _column(at: At, props: ColumnProps) -> Column:
    return Column(
        worded.message(at.down("header"), props.header),
        at.read(props, "align"),
        track(at.down("width"), at.read(props, "width")),
    )


def _row(at: At, props: TableProps) -> tuple[Words, ...]:
    cells = enumerate(props.cells)
    return tuple(worded.said(at.down("cells", index), cell) or NOTHING for index, cell in cells)
