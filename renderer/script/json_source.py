"""JSON bytes -> `Document`. Brand tokens are JSON; their errors name line and column too."""

from __future__ import annotations

import json
import re
from bisect import bisect_right

from renderer.script.place import Place
from renderer.script.problem import error
from renderer.script.tree import Document, Items, Scalar, Table, Tree
from renderer.script.yaml_source import MAX_BYTES, MAX_DEPTH

_TOKEN = re.compile(
    r'[ \t\r\n]*(?:([{}\[\],:])|("(?:[^"\\\x00-\x1f]|\\.)*")'
    r"|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)|(true|false|null))"
)
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}


def parse_json(data: bytes, file: str) -> Document:
    """Read one JSON document.

    Raises:
        ScriptError: `brand-json` with its place: not JSON, a key twice, or beyond the bounds.
    """
    if len(data) > MAX_BYTES:
        raise error("brand-json", f"a file is larger than {MAX_BYTES // 1024} kB", Place(file))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise error("brand-json", "a file is not UTF-8", Place(file)) from cause
    reader = _Reader(text, file)
    root = reader.value(0)
    if text[reader.at :].strip():
        raise reader.wrong("more follows the end of the document")
    return Document(file, root)


class _Reader:
    def __init__(self, text: str, file: str) -> None:
        self.text, self.file, self.at = text, file, 0
        self.lines = [0, *(m.end() for m in re.finditer("\n", text))]

    def place(self, at: int) -> Place:
        line = bisect_right(self.lines, at)
        return Place(self.file, line, at - self.lines[line - 1] + 1)

    def wrong(self, message: str) -> Exception:
        return error("brand-json", f"this is not JSON: {message}", self.place(self.at))

    def token(self) -> tuple[str, int, str]:
        """Return (kind, start, text) and step behind it."""
        found = _TOKEN.match(self.text, self.at)
        if found is None:
            rest = self.text[self.at :]
            self.at += len(rest) - len(rest.lstrip())
            raise self.wrong("a value or sign is expected here")
        self.at = found.end()
        group = found.lastindex or 1
        return "psnw"[group - 1], found.start(group), found[group]

    def value(self, depth: int) -> Tree:
        if depth > MAX_DEPTH:
            raise self.wrong("it nests too deep")
        kind, start, text = self.token()
        place = self.place(start)
        if kind == "s":
            return Scalar(self.string(text), place)
        if kind == "n":
            if len(text) > 64:
                raise self.wrong("a number is too long")
            return Scalar(int(text) if text.lstrip("-").isdigit() else float(text), place)
        if kind == "w":
            return Scalar(_WORDS[text], place)
        if text == "[":
            return Items(tuple(self.members(depth)), place)
        if text == "{":
            return self.table(depth, place)
        self.at = start
        raise self.wrong("a value is expected here")

    def string(self, text: str) -> str:
        try:
            return str(json.loads(text))
        except ValueError:
            raise self.wrong("a string is not well formed") from None

    def members(self, depth: int) -> list[Tree]:
        found: list[Tree] = []
        if self.closes("]"):
            return found
        while True:
            found.append(self.value(depth + 1))
            if self.ends("]"):
                return found

    def table(self, depth: int, place: Place) -> Table:
        items: dict[str, Tree] = {}
        keys: dict[str, Place] = {}
        if self.closes("}"):
            return Table(items, keys, place)
        while True:
            kind, start, text = self.token()
            if kind != "s":
                self.at = start
                raise self.wrong("a key in quotes is expected here")
            name = self.string(text)
            if name in items:
                raise error(
                    "pack-key-twice",
                    f"the key '{name}' stands here twice",
                    self.place(start),
                    "Keep one of them.",
                )
            if self.token()[2] != ":":
                raise self.wrong("a colon is expected after a key")
            keys[name] = self.place(start)
            items[name] = self.value(depth + 1)
            if self.ends("}"):
                return Table(items, keys, place)

    def closes(self, sign: str) -> bool:
        """Step over `sign` if it comes next."""
        found = _TOKEN.match(self.text, self.at)
        if found is None or found[1] != sign:
            return False
        self.at = found.end()
        return True

    def ends(self, sign: str) -> bool:
        """Step over the comma (false) or `sign` (true) that must come next."""
        kind, start, text = self.token()
        if kind == "p" and text in (",", sign):
            return text == sign
        self.at = start
        raise self.wrong(f"a comma or '{sign}' is expected here")
