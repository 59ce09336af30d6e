"""Parses XML with everything off that could reach out or blow up."""

from __future__ import annotations

import re

from lxml import etree

from renderer.bill.documents import Document, too_many_parts
from renderer.errors import BillError

MOST_MARKS = 500_000
"""Most `<` and `=` of a document: a hundred for each line that a bill may have. What is built of as
many takes 170 MB."""

_PROLOG = re.compile(r"(?>\s++|<\?(?>.*?\?>)|<!--(?>.*?-->))*+<!DOCTYPE", re.DOTALL)
"""Each part is taken whole or not at all: taken in pieces, forty blanks would take for ever."""

_LIMIT = etree.ErrorTypes.ERR_RESOURCE_LIMIT
_DEPTH = re.compile(r"depth|nest", re.IGNORECASE)


def parse_xml(document: Document) -> etree._Element:
    """Parse a document and return its root.

    Entities are not resolved, no DTD is loaded, the network is off, and libxml2's own bounds on
    depth (256) and text stay on. Comments and processing instructions are dropped.

    Raises:
        BillError: `xml-doctype` for a document type declaration, `xml-not-valid` for broken XML,
            `document-too-large` for more elements and attributes than any bill has.
    """
    if _PROLOG.match(_text(document.data)):
        raise _doctype(document)
    if document.data.count(b"<") + document.data.count(b"=") > MOST_MARKS:
        raise too_many_parts(document)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=False,
    )
    try:
        root = etree.fromstring(document.data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if getattr(error, "code", None) == _LIMIT and not _DEPTH.search(str(error)):
            raise _text_too_long(document) from None
        line, column = getattr(error, "position", (0, 0))
        deep = " It nests too deeply." if _DEPTH.search(str(error)) else ""
        raise BillError(
            "xml-not-valid",
            f"The document is not well-formed XML.{deep}",
            f"{document.name}:{line}:{column}",
            "Give the invoice as its sender wrote it.",
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _doctype(document)
    return root


def _text(data: bytes) -> str:
    if data.startswith(b"\xff\xfe") or data[1:2] == b"\0":
        return data.decode("utf-16-le", "replace").lstrip("\ufeff")
    if data.startswith(b"\xfe\xff") or data[:1] == b"\0":
        return data.decode("utf-16-be", "replace").lstrip("\ufeff")
    return data.decode("utf-8", "replace").lstrip("\ufeff")


def _text_too_long(document: Document) -> BillError:
    return BillError(
        "document-too-large",
        "The document holds one text of more than 10 MB.",
        document.name,
        "Give one bill, without embedded documents.",
    )


def _doctype(document: Document) -> BillError:
    return BillError(
        "xml-doctype",
        "The document declares a document type, which an invoice never needs.",
        document.name,
        "Remove the DOCTYPE.",
    )
