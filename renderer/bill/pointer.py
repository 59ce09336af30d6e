"""Pointers: from a document's bytes and a pointer back to the raw text there.

JSON documents are pointed into by RFC 6901, XML documents by absolute XPath: with the prefixes
`ubl`, `cac` and `cbc` into UBL ("/ubl:Invoice/cac:InvoiceLine[2]/cbc:LineExtensionAmount"), with
`rsm`, `ram` and `udt` into UN/CEFACT documents. Tables are pointed into by row, from 0, and column
("/rows/17/AMOUNT").
"""

from __future__ import annotations

import re

from lxml import etree

from renderer.bill.documents import Document
from renderer.bill.strict_json import Json, JsonNumber, parse_json
from renderer.bill.strict_xml import parse_xml
from renderer.bill.xml_names import names_of, text_of
from renderer.errors import BillError

_TABLE = re.compile(
    r"/rows/\d+/.|/(amounts|tables|bill|lines|usage|usage_periods|payments|taxes)\b"
)
"""Cells of tables, and places in the mapping that says what their columns mean."""


def escape(name: str) -> str:
    """Write a member's name as a step of a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")


def resolve(document: bytes, pointer: str) -> str:
    """Return the raw text at a pointer of a document.

    Raises:
        BillError: `pointer-not-found` when the pointer leads nowhere or to no single value, and
            whatever parsing the document raises.
    """
    start = document.removeprefix(b"\xef\xbb\xbf").lstrip()
    source = Document("document", document)
    if _TABLE.match(pointer) and not start.startswith(b"<"):
        return _resolve_table(source, pointer)
    if start.startswith((b"{", b"[")):
        return _resolve_json(parse_json(source), pointer)
    return resolve_xml(parse_xml(source), pointer)


def _resolve_table(source: Document, pointer: str) -> str:
    # here: a table's columns need pyarrow, which takes half a second to load
    from renderer.bill.table_pointer import is_cell, resolve_cell_of, resolve_yaml

    found = (
        resolve_cell_of(source.data, pointer) if is_cell(pointer) else resolve_yaml(source, pointer)
    )
    if found is None:
        raise _not_found(pointer)
    return found


def _resolve_json(value: Json, pointer: str) -> str:
    if pointer and not pointer.startswith("/"):
        raise _not_found(pointer)
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict) and name in value:
            value = value[name]
        elif isinstance(value, list) and _is_index(name) and int(name) < len(value):
            value = value[int(name)]
        else:
            raise _not_found(pointer)
    match value:
        case JsonNumber(text=text):
            return text
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case _:
            raise _not_found(pointer)


def _is_index(name: str) -> bool:
    return name.isascii() and name.isdecimal() and (name == "0" or name[0] != "0")


def resolve_xml(root: etree._Element, pointer: str) -> str:
    """Return the text of the one element or attribute at an XPath of a parsed document."""
    try:
        found = root.getroottree().xpath(pointer, namespaces=dict(names_of(root)))
    except etree.XPathError:
        raise _not_found(pointer) from None
    if not isinstance(found, list) or len(found) != 1:
        raise _not_found(pointer)
    (one,) = found
    return text_of(one) if isinstance(one, etree._Element) else str(one)


def _not_found(pointer: str) -> BillError:
    return BillError(
        "pointer-not-found",
        "The pointer leads to no single value of the document.",
        f"document#{pointer}",
        "Use the document that the pointer was made for.",
    )
