"""YAML 1.2 bytes -> `Document`, within bounds: size, depth, values once aliases are followed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
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

from renderer.script.place import Place
from renderer.script.problem import error
from renderer.script.tree import Document, Items, Scalar, Table, Tree

Event = Any
"""One of ruamel.yaml's events, which declare no attributes."""

MAX_BYTES = 256 * 1024
MAX_DEPTH = 64
MAX_NODES = 20_000

_STRING = "tag:yaml.org,2002:str"
_INTEGER = re.compile(r"[-+]?[0-9]+\Z|0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def parse_yaml(data: bytes, file: str) -> Document:
    """Read one YAML document.

    Raises:
        ScriptError: `pack-yaml` with its place: not UTF-8, not YAML, a tag of another language, or
            beyond the bounds; `pack-key-twice`.
    """
    if len(data) > MAX_BYTES:
        raise error("pack-yaml", f"a file is larger than {MAX_BYTES // 1024} kB", Place(file))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise error("pack-yaml", "a file is not UTF-8", Place(file)) from cause
    try:
        root = _Builder(file, _events(text)).document()
    except MarkedYAMLError as cause:
        mark = cause.problem_mark or cause.context_mark
        raise error(
            "pack-yaml",
            f"this is not YAML: {cause.problem or cause.context}",
            Place(file, mark.line + 1, mark.column + 1) if mark else Place(file),
            "Indent with spaces, and quote text that holds ': ' or '{'.",
        ) from cause
    except (YAMLError, ValueError, RecursionError) as cause:
        raise error("pack-yaml", "this is not YAML", Place(file)) from cause
    return Document(file, root)


def _events(text: str) -> Iterator[Event]:
    """Parse into events: by the fast C parser, and by the strict one where that refuses.

    The C parser is of YAML 1.1 and refuses some of 1.2 ("12:30" in a flow list), at fifteen times
    the speed; what is an error is for the parser of 1.2 to say.
    """
    try:
        return iter(list(YAML(typ="safe", pure=False).parse(text)))
    except YAMLError:
        parsed: Iterator[Event] = YAML(typ="safe", pure=True).parse(text)
        return parsed


class _Builder:
    """Builds a tree from events: nothing is read further than the bounds allow."""

    def __init__(self, file: str, events: Iterator[Event]) -> None:
        self.file = file
        self.events = events
        self.count = 0
        self.anchors: dict[str, tuple[Tree, int]] = {}

    def document(self) -> Tree:
        root: Tree | None = None
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                if root is not None:
                    self.refuse("a second document follows", event, "One file is one document.")
                root = self.build(next(self.events), 0)
        if root is None:
            raise error("pack-yaml", "the file is empty", Place(self.file))
        return root

    def place(self, event: Event) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def refuse(self, message: str, event: Event, remedy: str = "Packs are plain data.") -> None:
        raise error("pack-yaml", message, self.place(event), remedy)

    def build(self, event: Event, depth: int) -> Tree:
        before = self.count
        self.spend(1, depth, event)
        if isinstance(event, AliasEvent):
            if event.anchor not in self.anchors:
                self.refuse(f"there is no anchor '{event.anchor}' before this", event, "")
            tree, size = self.anchors[event.anchor]
            self.spend(size, depth, event)
            return tree
        tree = self.value(event, depth)
        if event.anchor:
            self.anchors[event.anchor] = (tree, self.count - before)
        return tree

    def spend(self, values: int, depth: int, event: Event) -> None:
        self.count += values
        if depth > MAX_DEPTH or self.count > MAX_NODES:
            self.refuse(
                "the file nests too deep, or grows too large through aliases",
                event,
                f"At most {MAX_DEPTH} levels and {MAX_NODES} values.",
            )

    def value(self, event: Event, depth: int) -> Tree:
        place = self.place(event)
        tag = str(event.tag) if event.tag else None
        if isinstance(event, ScalarEvent):
            if tag not in (None, _STRING):
                self.refuse("a tag stands before a value", event)
            plain = tag is None and not event.style
            return Scalar(_scalar(event.value) if plain else event.value, place)
        if tag is not None:
            self.refuse("a tag stands before a value", event)
        if isinstance(event, SequenceStartEvent):
            items: list[Tree] = []
            while not isinstance(item := next(self.events), SequenceEndEvent):
                items.append(self.build(item, depth + 1))
            return Items(tuple(items), place)
        if not isinstance(event, MappingStartEvent):
            self.refuse("a value is expected here", event)
        return self.table(place, depth)

    def table(self, place: Place, depth: int) -> Table:
        items: dict[str, Tree] = {}
        keys: dict[str, Place] = {}
        while not isinstance(key := next(self.events), MappingEndEvent):
            if not isinstance(key, ScalarEvent) or key.tag or (key.value == "<<" and not key.style):
                self.refuse("a key is not plain text", key, "Write keys as words.")
            name: str = key.value
            at = self.place(key)
            if name in items:
                raise error(
                    "pack-key-twice", f"the key '{name}' stands here twice", at, "Keep one of them."
                )
            items[name] = self.build(next(self.events), depth + 1)
            keys[name] = at
        return Table(items, keys, place)


def _scalar(text: str) -> bool | int | float | str | None:
    """Read a plain scalar by YAML 1.2's core schema. Source: YAML 1.2.2, 10.3.2."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) < 64 and _INTEGER.match(text):
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if len(text) < 64 and _FLOAT.match(text) and math.isfinite(value := float(text)):
        return value
    return text
