"""The first arrow: bytes become one bill, whatever format they are in.

What reads invoices is loaded when there is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from renderer.bill.documents import Document, check_size, open_document
from renderer.bill.json_node import JsonNode
from renderer.bill.model import Bill
from renderer.bill.recognise import Format, recognise
from renderer.bill.strict_json import parse_json
from renderer.bill.tmf678 import read_tmf
from renderer.bill.tmf_resources import find_resources
from renderer.errors import BillError

_INVOICES = (Format.UBL, Format.CII)

Recognised = tuple[Document, Format, etree._Element | None]


def load_bill(paths: Sequence[Path] | Path, preferences: Path | None = None) -> Bill:
    """Read one bill from a file, or from the several files it comes in.

    Args:
        paths: an invoice (UBL, CII, or a PDF that carries one), or TM Forum resources in one file
            or several.
        preferences: the customer's preferences, where the bill does not carry them.

    Raises:
        BillError: when a file cannot be read, is no bill, or its sums do not hold.
    """
    several = [paths] if isinstance(paths, Path) else list(paths)
    told = None if preferences is None else open_document(preferences)
    return parse_documents([open_document(path) for path in several], told)


def parse_bill(documents: Sequence[Document], preferences: bytes | None = None) -> Bill:
    """Read one bill from documents in memory; otherwise as `load_bill`."""
    told = None if preferences is None else Document("preferences", preferences)
    return parse_documents(documents, told)


def parse_documents(documents: Sequence[Document], preferences: Document | None) -> Bill:
    """Read one bill, with preferences from a document of their own or from the bill's.

    Raises:
        BillError: as `load_bill`.
    """
    if not documents:
        raise BillError("bill-missing", "There is no bill here.", None, "Give at least one file.")
    recognised = [_opened(document) for document in documents]
    told = None if preferences is None else _preferences(preferences)
    every = [
        one
        for document, found in zip(documents, recognised, strict=True)
        for one in (document, found[0])
    ]
    names = {one.sha256: one.name for one in (*every, *([preferences] if preferences else []))}
    invoices = [one for one in recognised if one[1] in _INVOICES]
    if invoices:
        return _invoice(documents, invoices, told, names)
    roots = [JsonNode(one, "", parse_json(one)) for one, _, _ in recognised]
    found = find_resources(roots)
    if told is not None:
        found.preferences.append(told)
    return read_tmf(found, names)


def _opened(document: Document) -> Recognised:
    """Recognise a document; of a PDF, the invoice inside."""
    form, root = recognise(document)
    if form is not Format.PDF:
        return document, form, root
    from renderer.bill.pdf_invoice import open_pdf  # here: few bills are files of a printer

    inside = open_pdf(document)
    return inside, *recognise(inside)


def _invoice(
    documents: Sequence[Document],
    invoices: Sequence[Recognised],
    preferences: JsonNode | None,
    names: dict[str, str],
) -> Bill:
    if len(documents) > 1:
        raise BillError(
            "several-bills",
            "An invoice is a bill by itself, and there are other documents beside it.",
            documents[1].name,
            "Give one of them as the bill, and earlier ones as previous bills.",
        )
    # Here: a bill of a telecom's own interface needs nothing of it.
    from renderer.bill.cii import find_cii_terms
    from renderer.bill.invoice import read_invoice
    from renderer.bill.ubl import find_ubl_terms

    ((document, form, root),) = invoices
    assert root is not None  # noqa: S101
    find_terms = find_ubl_terms if form is Format.UBL else find_cii_terms
    return read_invoice(find_terms(document, root), preferences, names)


def _preferences(document: Document) -> JsonNode:
    check_size(document)
    node = JsonNode(document, "", parse_json(document))
    inner = node.get("preferences") if isinstance(node.value, dict) else None
    return inner or node
