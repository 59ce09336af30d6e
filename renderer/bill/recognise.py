"""Recognises a document's format from its bytes, never from its name."""

from __future__ import annotations

import re
from enum import StrEnum

from lxml import etree

from renderer.bill.documents import Document, check_size
from renderer.bill.pdf_invoice import is_pdf
from renderer.bill.strict_xml import parse_xml
from renderer.bill.xml_names import (
    CII,
    UBL_CREDIT_NOTE,
    UBL_INVOICE,
    ZUGFERD_1,
    cefact_document,
    ubl_document,
)
from renderer.errors import BillError

_INVOICES = {
    (UBL_INVOICE, "Invoice"): "ubl",
    (UBL_CREDIT_NOTE, "CreditNote"): "ubl",
    (CII, "CrossIndustryInvoice"): "cii",
    (ZUGFERD_1, "CrossIndustryDocument"): "cii",
}
_MAGIC = (
    (b"PK\x03\x04", "a ZIP archive or spreadsheet"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_GIVE = "Give a TM Forum CustomerBill, a UBL or CII invoice, or a Factur-X or ZUGFeRD PDF."
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_TABLE = re.compile(rb"[^\r\n]*[,;\t|][^\r\n]*[,;\t|][^\r\n]*\r?\n")


class Format(StrEnum):
    """What the loader reads today."""

    JSON = "json"
    UBL = "ubl"
    CII = "cii"
    PDF = "pdf"


def recognise(document: Document) -> tuple[Format, etree._Element | None]:
    """Tell a document's format; for XML, with its parsed root.

    Raises:
        BillError: `format-not-supported` names what it is, `format-not-recognised` when nothing
            known begins like this; what `check_size` and `parse_xml` raise.
    """
    check_size(document)
    data = document.data
    if data.startswith(b"PAR1"):
        raise _table(document)
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise _not_supported(document, name)
    start = data.removeprefix(_BOM).lstrip()
    if start.startswith(b"%PDF-"):
        return Format.PDF, None
    if start.startswith(b"<") or _is_utf_16_xml(data):
        return _invoice(document)
    if start.startswith((b"{", b"[")) or data.startswith(_UTF16):
        return Format.JSON, None
    if is_pdf(data):
        return Format.PDF, None
    if b"\0" not in data[:4096] and _TABLE.match(start):
        raise _table(document)
    raise BillError(
        "format-not-recognised",
        "The document is neither JSON nor XML nor PDF.",
        document.name,
        _GIVE,
    )


def _is_utf_16_xml(data: bytes) -> bool:
    """Tell UTF-16 XML, which is allowed, from UTF-16 JSON, which is not."""
    return data.startswith(_UTF16) and data[2:64].replace(b"\0", b"").lstrip().startswith(b"<")


def _invoice(document: Document) -> tuple[Format, etree._Element]:
    root = parse_xml(document)
    name = etree.QName(root)
    namespace, local = name.namespace or "", name.localname
    known = _INVOICES.get((namespace, local))
    if known is not None:
        return Format(known), root
    if local.lower() == "html":
        raise _not_supported(document, "a web page")
    if ubl_document(namespace) or cefact_document(namespace):
        family = "UBL" if ubl_document(namespace) else "UN/CEFACT"
        raise BillError(
            "not-a-bill",
            f"The document is a {family} {local[:40]}, not an invoice or credit note we know.",
            document.name,
            "Give the invoice or credit note itself: UBL 2.1, or CII of version D16B.",
        )
    raise BillError(
        "format-not-recognised",
        "The document is XML, but neither a UBL 2.1 nor a CII invoice.",
        f"{document.name}#/*",
        _GIVE,
    )


def _table(document: Document) -> BillError:
    return BillError(
        "table-without-mapping",
        "The document looks like a table.",
        document.name,
        "Say with --table which mapping.yaml tells its columns (docs/tables.md).",
    )


def _not_supported(document: Document, name: str) -> BillError:
    return BillError(
        "format-not-supported",
        f"The document looks like {name}, which is not read yet.",
        document.name,
        _GIVE,
    )
