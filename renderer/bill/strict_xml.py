"""Parses XML with everything off that could reach out or blow up."""

from __future__ import annotations

import re

from lxml import etree

from renderer.bill.documents import Document
from renderer.errors import BillError

NAMESPACES = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
"""Prefixes of the XPaths of this package. `ubl` stands for the root element's own namespace."""

_PROLOG = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|\s+)*<!DOCTYPE", re.DOTALL)
_PROLOG_BYTES = 65536
_DEPTH = re.compile(r"depth|nest", re.IGNORECASE)


def parse_xml(document: Document) -> etree._Element:
    """Parse a document and return its root.

    Entities are not resolved, no DTD is loaded, the network is off, and libxml2's own bounds on
    depth (256) and text stay on. Comments and processing instructions are dropped.

    Raises:
        BillError: `xml-doctype` for a document type declaration, `xml-not-valid` for broken XML.
    """
    if _PROLOG.match(_prolog(document.data)):
        raise _doctype(document)
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


def _prolog(data: bytes) -> str:
    if data.startswith(b"\xff\xfe") or data[1:2] == b"\0":
        return data[:_PROLOG_BYTES].decode("utf-16-le", "replace").lstrip("\ufeff")
    if data.startswith(b"\xfe\xff") or data[:1] == b"\0":
        return data[:_PROLOG_BYTES].decode("utf-16-be", "replace").lstrip("\ufeff")
    return data[:_PROLOG_BYTES].decode("utf-8", "replace").lstrip("\ufeff")


def _doctype(document: Document) -> BillError:
    return BillError(
        "xml-doctype",
        "The document declares a document type, which an invoice never needs.",
        document.name,
        "Remove the DOCTYPE.",
    )
