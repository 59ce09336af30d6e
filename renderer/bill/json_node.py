"""A place in a JSON document: a value that knows its pointer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from renderer.bill.bounds import MOST_LINES, too_many_lines
from renderer.bill.documents import Document, Raw
from renderer.bill.pointer import escape
from renderer.bill.strict_json import Json, JsonNumber
from renderer.errors import BillError


@dataclass(frozen=True, slots=True)
class JsonNode:
    """One value of a JSON document with its JSON pointer (RFC 6901)."""

    document: Document
    pointer: str
    value: Json

    @property
    def where(self) -> str:
        """Name the place, for people."""
        return f"{self.document.name}#{self.pointer}"

    def keys(self) -> frozenset[str]:
        """Return the names of an object's members that are not null; none for anything else."""
        if not isinstance(self.value, dict):
            return frozenset()
        return frozenset(key for key, value in self.value.items() if value is not None)

    def get(self, *names: str) -> JsonNode | None:
        """Return the first of these members that is there and not null.

        Raises:
            BillError: `value-not-readable` when this is not an object.
        """
        if not isinstance(self.value, dict):
            raise self.wrong("an object")
        for name in names:
            value = self.value.get(name)
            if value is not None:
                return JsonNode(self.document, f"{self.pointer}/{escape(name)}", value)
        return None

    def at(self, *steps: str) -> JsonNode | None:
        """Follow members into nested objects; `None` where one is absent."""
        node: JsonNode | None = self
        for step in steps:
            if node is None:
                return None
            node = node.get(step)
        return node

    def items(self) -> Iterator[JsonNode]:
        """Walk an array; a lone object counts as an array of one, as TM Forum writes both.

        Raises:
            BillError: `too-many-lines`, `value-not-readable` for anything else.
        """
        if isinstance(self.value, list):
            if len(self.value) > MOST_LINES:
                raise too_many_lines(f"{self.where}/{MOST_LINES}")
            for index, value in enumerate(self.value):
                yield JsonNode(self.document, f"{self.pointer}/{index}", value)
        elif isinstance(self.value, dict):
            yield self
        else:
            raise self.wrong("an array")

    def each(self, *names: str) -> list[JsonNode]:
        """Walk the array in the first of these members; empty where none is there."""
        node = self.get(*names)
        return [] if node is None else list(node.items())

    def raw(self) -> Raw:
        """Return a scalar as the document writes it.

        Raises:
            BillError: `value-not-readable` for an object or array.
        """
        match self.value:
            case JsonNumber(text=text):
                return Raw(self.document, self.pointer, text)
            case bool():
                return Raw(self.document, self.pointer, "true" if self.value else "false")
            case str():
                return Raw(self.document, self.pointer, self.value)
            case _:
                raise self.wrong("text or a number")

    def scalar(self, *names: str) -> Raw | None:
        """Return the first of these members as the document writes it."""
        node = self.get(*names)
        return None if node is None else node.raw()

    def says(self, *names: str) -> str:
        """Return a member that is text, or "" where it is absent or something else."""
        if not isinstance(self.value, dict):
            return ""
        for name in names:
            value = self.value.get(name)
            if isinstance(value, str):
                return value
        return ""

    def wrong(self, expected: str) -> BillError:
        """Make the error for a value of another type than expected."""
        return BillError(
            "value-not-readable",
            f"Expected {expected} here.",
            self.where,
            "Compare it with the format's specification.",
        )
