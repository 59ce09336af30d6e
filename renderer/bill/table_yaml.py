"""mapping.yaml as plain data whose every value knows its line and column.

Every scalar stays the text it is written as: in a mapping `N`, `NO`, `01` and `null` are names of
columns and codes of a billing system, never booleans or numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from renderer.bill.documents import Document
from renderer.bill.pointer import escape
from renderer.errors import BillError

MOST_BYTES = 64 * 1024
DEEPEST = 12

Plain = str | list["Plain"] | dict[str, "Plain"]
Event = Any
"""One of ruamel.yaml's events, which declare no attributes."""


@dataclass
class YamlTree:
    """One YAML file: its data, and for each JSON pointer the line and column (from 1) it is at."""

    document: Document
    root: Plain = ""
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    values: dict[str, tuple[int, int]] = field(default_factory=dict)

    def where(self, pointer: str, *, key: bool = False) -> str:
        """Name the place of a value, or of its key; of the nearest thing around what is absent."""
        places = self.keys if key else self.values
        while pointer and pointer not in places:
            pointer = pointer.rpartition("/")[0]
        line, column = places.get(pointer) or self.values.get(pointer, (1, 1))
        return f"{self.document.name}:{line}:{column}"

    def at(self, pointer: str) -> Plain | None:
        """Look up a JSON pointer."""
        node: Plain | None = self.root
        for step in pointer.split("/")[1:]:
            name = step.replace("~1", "/").replace("~0", "~")
            if isinstance(node, dict):
                node = node.get(name)
            elif isinstance(node, list) and name.isdecimal() and int(name) < len(node):
                node = node[int(name)]
            else:
                return None
        return node


def parse_yaml(document: Document) -> YamlTree:
    """Parse a mapping file of at most 64 KiB.

    Raises:
        BillError: `mapping-not-valid`, with line and column.
    """
    if len(document.data) > MOST_BYTES:
        raise not_valid("A mapping is at most 64 KiB.", document.name)
    try:
        text = document.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise not_valid("The mapping is not UTF-8 text.", document.name) from None
    tree = YamlTree(document)
    try:
        _Builder(tree, YAML(typ="safe", pure=True).parse(text)).build()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise not_valid("This is not YAML.", document.name + place) from None
    except (YAMLError, ValueError, RecursionError):
        raise not_valid("This is not YAML.", document.name) from None
    return tree


def not_valid(message: str, where: str, remedy: str | None = None) -> BillError:
    """Make the error for a mistake in a mapping."""
    return BillError(
        "mapping-not-valid", message, where, remedy or "docs/tables.md says how one is written."
    )


class _Builder:
    """Builds data from events; anchors, aliases and tags have no place in a mapping."""

    def __init__(self, tree: YamlTree, events: Iterator[Event]) -> None:
        self.tree = tree
        self.events = events

    def build(self) -> None:
        started = False
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                if started:
                    raise self.refuse(event, "A second document follows.")
                started = True
                self.tree.root = self.value(next(self.events), "", 0)
        if not started:
            raise not_valid("The mapping is empty.", self.tree.document.name)

    def value(self, event: Event, pointer: str, depth: int) -> Plain:
        self.tree.values[pointer] = _place(event)
        if isinstance(event, AliasEvent) or event.anchor or event.tag not in (None, "!"):
            raise self.refuse(event, "A mapping holds no anchors, aliases or tags.")
        if depth > DEEPEST:
            raise self.refuse(event, "The mapping nests too deep.")
        if isinstance(event, ScalarEvent):
            return str(event.value)
        if isinstance(event, SequenceStartEvent):
            items: list[Plain] = []
            while not isinstance(item := next(self.events), SequenceEndEvent):
                items.append(self.value(item, f"{pointer}/{len(items)}", depth + 1))
            return items
        if not isinstance(event, MappingStartEvent):
            raise self.refuse(event, "A value is expected here.")
        return self.table(pointer, depth)

    def table(self, pointer: str, depth: int) -> dict[str, Plain]:
        items: dict[str, Plain] = {}
        while not isinstance(key := next(self.events), MappingEndEvent):
            if not isinstance(key, ScalarEvent) or key.anchor or key.tag:
                raise self.refuse(key, "A key is not plain text.")
            name = str(key.value)
            if name in items:
                raise self.refuse(key, "This key stands here twice.")
            at = f"{pointer}/{escape(name)}"
            self.tree.keys[at] = _place(key)
            items[name] = self.value(next(self.events), at, depth + 1)
        return items

    def refuse(self, event: Event, message: str) -> BillError:
        line, column = _place(event)
        return not_valid(message, f"{self.tree.document.name}:{line}:{column}")


def _place(event: Event) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
