"""Kinds that are made of others: a button is a row with a label, a table a grid of texts."""

from __future__ import annotations

from dataclasses import replace

from renderer.script.box import ZERO, Box, GridPlace, Length, Sides
from renderer.script.model import (
    ButtonSpec,
    ContainerSpec,
    Node,
    TableSpec,
    TextSpec,
    Words,
)


def parts(node: Node) -> tuple[Node, ...]:
    """Return a node's children, with those that its own kind adds."""
    if isinstance(node.spec, ButtonSpec):
        return (*node.children, _label(node, node.spec))
    if isinstance(node.spec, TableSpec):
        return tuple(_cells(node, node.spec))
    return node.children


def container(node: Node) -> ContainerSpec | None:
    """Return how a node arranges its parts, or None for a leaf."""
    spec = node.spec
    if isinstance(spec, ContainerSpec):
        return spec
    if isinstance(spec, ButtonSpec):
        return ContainerSpec(
            surface=spec.surface, align="center", justify="center", column_gap=spec.gap
        )
    if isinstance(spec, TableSpec):
        return ContainerSpec(
            justify="stretch",
            column_gap=Length(spec.gap),
            columns=tuple(column.width for column in spec.columns),
        )
    if node.children:  # a donut's or a ring's: laid over each other in its middle
        return ContainerSpec(align="center", justify="center")
    return None


def is_flex(node: Node) -> bool:
    """Tell whether a container lays its parts out by flexbox; else by grid."""
    return node.kind in ("stack", "button")


def is_one_cell(node: Node) -> bool:
    """Tell whether all parts of a container share one cell."""
    return not is_flex(node) and node.kind not in ("grid", "table")


def _label(node: Node, spec: ButtonSpec) -> Node:
    text = TextSpec(
        words=spec.words,
        style=spec.style,
        color=spec.color,
        align="center",
        fit="shrink",
        min_size=spec.style.min_size,
        max_lines=1,
    )
    return Node("text", f"{node.path}/label", node.where, Box(), text)


def _cells(node: Node, spec: TableSpec) -> list[Node]:
    half = Length(spec.gap / 2)
    box = Box(padding=Sides(half, ZERO, half, ZERO))
    out: list[Node] = []

    def cell(row: int, column: int, words: Words, *, header: bool) -> None:
        style = spec.header_style if header else spec.style
        text = TextSpec(
            words=words,
            style=style,
            color=spec.header_color if header else spec.color,
            align=spec.columns[column].align,
            fit="shrink",
            min_size=style.min_size,
            max_lines=2,
        )
        placed = replace(box, row=GridPlace(row), column=GridPlace(column + 1))
        out.append(Node("text", f"{node.path}/{row}.{column + 1}", node.where, placed, text))

    headed = any(column.header for column in spec.columns)
    for index, column in enumerate(spec.columns):
        if column.header is not None:
            cell(1, index, column.header, header=True)
    for number, row in enumerate(spec.rows, 2 if headed else 1):
        for index, words in enumerate(row):
            cell(number, index, words, header=False)
    return out
