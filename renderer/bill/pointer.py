"""Pointers: from a document's bytes and a pointer back to the raw text there.

JSON documents are pointed into by RFC 6901, XML documents by absolute XPath with the prefixes
`ubl`, `cac` and `cbc` ("/ubl:Invoice/cac:InvoiceLine[2]/cbc:LineExtensionAmount").
"""

from __future__ import annotations

from lxml import etree

from renderer.bill.documents import Document
from renderer.bill.strict_json import Json, JsonNumber, parse_json
from renderer.bill.strict_xml import NAMESPACES, parse_xml
from renderer.errors import BillError


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
    if start.startswith((b"{", b"[")):
        return _resolve_json(parse_json(source), pointer)
    return resolve_xml(parse_xml(source), pointer)


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
    names = NAMESPACES | {"ubl": etree.QName(root).namespace or ""}
    try:
        found = root.getroottree().xpath(pointer, namespaces=names)
    except etree.XPathError:
        raise _not_found(pointer) from None
    if not isinstance(found, list) or len(found) != 1:
        raise _not_found(pointer)
    (one,) = found
    return text_of(one) if isinstance(one, etree._Element) else str(one)


def text_of(element: etree._Element) -> str:
    """Return an element's text as the document writes it, with its white space."""
    return "".join(str(part) for part in element.itertext())


def _not_found(pointer: str) -> BillError:
    return BillError(
        "pointer-not-found",
        "The pointer leads to no single value of the document.",
        f"document#{pointer}",
        "Use the document that the pointer was made for.",
    )
