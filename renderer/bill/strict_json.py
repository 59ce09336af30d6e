"""Parses JSON strictly: numbers keep their text, nothing is said twice, nesting is bounded."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import NoReturn

from renderer.bill.documents import Document, too_many_parts
from renderer.errors import BillError

DEEPEST = 64
"""Levels of objects and arrays; TM Forum's own examples reach nine."""

MOST_MARKS = 250_000
"""Most commas and opening brackets of a document: fifty for each line that a bill may have."""

_BOM = b"\xef\xbb\xbf"
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)
"""A string that is never closed is taken to its end: scanning it again from each of its quotes
would take time of its length squared."""


@dataclass(frozen=True, slots=True)
class JsonNumber:
    """A number as the document writes it."""

    text: str


Json = dict[str, "Json"] | list["Json"] | str | JsonNumber | bool | None


class _TwiceError(ValueError):
    """A member's name stands twice in one object."""


def parse_json(document: Document) -> Json:
    """Parse a document into objects, arrays, strings, `JsonNumber`, booleans and null.

    A UTF-8 byte order mark is skipped (RFC 8259, section 8.1).

    Raises:
        BillError: `not-utf-8`, `json-not-valid` (also for NaN and Infinity), `json-key-twice`,
            `json-too-deep`, `document-too-large` for more values than any bill has.
    """
    if sum(document.data.count(mark) for mark in (b",", b"{", b"[")) > MOST_MARKS:
        raise too_many_parts(document)
    try:
        text = document.data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf_8(document, error.start) from None
    if "\0" in text:
        raise _not_utf_8(document, document.data.index(b"\0"))
    _check_depth(text, document)
    try:
        parsed: Json = json.loads(
            text,
            parse_float=JsonNumber,
            parse_int=JsonNumber,
            parse_constant=_refuse_constant,
            object_pairs_hook=_object,
        )
    except _TwiceError:
        raise BillError(
            "json-key-twice",
            "An object names one of its members twice.",
            document.name,
            "Keep the one that is meant.",
        ) from None
    except json.JSONDecodeError as error:
        raise _not_valid(document, f":{error.lineno}:{error.colno}") from None
    except (ValueError, RecursionError):
        raise _not_valid(document, "") from None
    return parsed


def _not_utf_8(document: Document, byte: int) -> BillError:
    return BillError(
        "not-utf-8",
        f"The document is not UTF-8 text (byte {byte}).",
        document.name,
        "Save it as UTF-8.",
    )


def _check_depth(text: str, document: Document) -> None:
    depth = 0
    for token in _TOKEN.finditer(text):
        mark = token.group()[0]
        if mark in "[{":
            depth += 1
            if depth > DEEPEST:
                raise BillError(
                    "json-too-deep",
                    f"The document nests deeper than {DEEPEST} levels.",
                    document.name,
                    "Give a bill, not a tree of other things.",
                )
        elif mark in "]}":
            depth -= 1


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise _TwiceError
    return members


def _refuse_constant(_: str) -> NoReturn:
    raise ValueError


def _not_valid(document: Document, place: str) -> BillError:
    return BillError(
        "json-not-valid",
        "The document is not valid JSON.",
        document.name + place,
        "NaN, Infinity, comments and trailing commas are not JSON.",
    )
