"""YAML 1.2 bytes -> `Document`, within bounds: size, depth, nodes once aliases are followed."""

from __future__ import annotations

import math
import re

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from renderer.script.place import Place
from renderer.script.problem import error
from renderer.script.tree import Document, Items, Scalar, Table, Tree

MAX_BYTES = 256 * 1024
MAX_DEPTH = 64
MAX_NODES = 20_000

_TAG = "tag:yaml.org,2002:"
_NUMBER = re.compile(r"[-+]?(0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")


def parse_yaml(data: bytes, file: str) -> Document:
    """Read one YAML document.

    Raises:
        ScriptError: `pack-yaml` with its place: not UTF-8, not YAML, a key twice, a tag of another
            language, or beyond the bounds.
    """
    if len(data) > MAX_BYTES:
        raise error("pack-yaml", f"a file is larger than {MAX_BYTES // 1024} kB", Place(file))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise error("pack-yaml", "a file is not UTF-8", Place(file)) from cause
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as cause:
        mark = cause.problem_mark or cause.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        raise error(
            "pack-yaml",
            f"this is not YAML: {cause.problem or cause.context}",
            place,
            "Indent with spaces, and quote text that holds ': ' or '{'.",
        ) from cause
    except (YAMLError, ValueError, RecursionError) as cause:
        raise error("pack-yaml", "this is not YAML", Place(file)) from cause
    if root is None:
        raise error("pack-yaml", "the file is empty", Place(file))
    return Document(file, _Builder(file).build(root, 0))


class _Builder:
    def __init__(self, file: str) -> None:
        self.file = file
        self.nodes = 0

    def place(self, node: Node) -> Place:
        return Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)

    def build(self, node: Node, depth: int) -> Tree:
        self.nodes += 1
        place = self.place(node)
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise error(
                "pack-yaml",
                "the file nests too deep or grows too large through aliases",
                place,
                f"At most {MAX_DEPTH} levels and {MAX_NODES} values.",
            )
        if isinstance(node, ScalarNode):
            return Scalar(self.scalar(node, place), place)
        if isinstance(node, SequenceNode) and node.tag == _TAG + "seq":
            return Items(tuple(self.build(item, depth + 1) for item in node.value), place)
        if isinstance(node, MappingNode) and node.tag == _TAG + "map":
            return self.table(node, place, depth)
        raise error("pack-yaml", "a tag stands before a value", place, "Packs are plain data.")

    def table(self, node: MappingNode, place: Place, depth: int) -> Table:
        items: dict[str, Tree] = {}
        keys: dict[str, Place] = {}
        for key, value in node.value:
            at = self.place(key)
            if not isinstance(key, ScalarNode) or key.tag == _TAG + "merge":
                raise error("pack-yaml", "a key is not plain text", at, "Write keys as words.")
            name = key.value
            if name in items:
                raise error(
                    "pack-yaml-key-twice",
                    f"the key '{name}' stands here twice",
                    at,
                    "Keep one of them.",
                )
            items[name] = self.build(value, depth + 1)
            keys[name] = at
        return Table(items, keys, place)

    def scalar(self, node: ScalarNode, place: Place) -> bool | int | float | str | None:
        """Read a scalar by YAML 1.2's core schema. Source: YAML 1.2.2, 10.3.2."""
        text: str = node.value
        tag = str(node.tag)
        if not tag.startswith(_TAG):
            raise error("pack-yaml", "a tag stands before a value", place, "Packs are plain data.")
        if tag == _TAG + "str" or node.style in ("'", '"', "|", ">"):
            return text
        if tag == _TAG + "null":
            return None
        if text in ("true", "True", "TRUE"):
            return True
        if text in ("false", "False", "FALSE"):
            return False
        if len(text) < 64 and _NUMBER.match(text):
            return int(text, 0) if text.lstrip("+-")[:2] in ("0o", "0x") else int(text)
        if len(text) < 64 and _FLOAT.match(text) and math.isfinite(value := float(text)):
            return value
        return text
