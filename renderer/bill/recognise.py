"""Recognises a document's format from its bytes, never from its name."""

from __future__ import annotations

import re
from enum import StrEnum

from lxml import etree

from renderer.bill.documents import Document, check_size
from renderer.bill.strict_xml import parse_xml
from renderer.errors import BillError

UBL_INVOICE = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
UBL_CREDIT_NOTE = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"

_UBL_ANY = "urn:oasis:names:specification:ubl:schema:xsd:"
_NOT_YET = {
    "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100": "a UN/CEFACT CII invoice",
    "urn:ferd:CrossIndustryDocument:invoice:1p0": "a ZUGFeRD 1 invoice",
    "http://www.w3.org/1999/xhtml": "a web page",
}
_MAGIC = (
    (b"%PDF-", "a PDF file (perhaps Factur-X or ZUGFeRD)"),
    (b"PK\x03\x04", "a ZIP archive or spreadsheet"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_TABLE = re.compile(rb"[^\r\n]*[,;\t|][^\r\n]*[,;\t|][^\r\n]*\r?\n")


class Format(StrEnum):
    """What the loader reads today."""

    JSON = "json"
    UBL = "ubl"


def recognise(document: Document) -> tuple[Format, etree._Element | None]:
    """Tell a document's format; for XML, with its parsed root.

    Raises:
        BillError: `format-not-supported` names what it is, `format-not-recognised` when nothing
            known begins like this; what `check_size` and `parse_xml` raise.
    """
    check_size(document)
    data = document.data
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise _not_supported(document, name)
    start = data.removeprefix(_BOM).lstrip()
    if start.startswith(b"<") or _is_utf_16_xml(data):
        return Format.UBL, _ubl_root(document)
    if start.startswith((b"{", b"[")) or data.startswith(_UTF16):
        return Format.JSON, None
    if b"\0" not in data[:4096] and _TABLE.match(start):
        raise _not_supported(document, "a table of text")
    raise BillError(
        "format-not-recognised",
        "The document is neither JSON nor XML.",
        document.name,
        "Give a TM Forum CustomerBill as JSON, or a UBL invoice as XML.",
    )


def _is_utf_16_xml(data: bytes) -> bool:
    """Tell UTF-16 XML, which is allowed, from UTF-16 JSON, which is not."""
    return data.startswith(_UTF16) and data[2:64].replace(b"\0", b"").lstrip().startswith(b"<")


def _ubl_root(document: Document) -> etree._Element:
    root = parse_xml(document)
    name = etree.QName(root)
    if (name.namespace, name.localname) in (
        (UBL_INVOICE, "Invoice"),
        (UBL_CREDIT_NOTE, "CreditNote"),
    ):
        return root
    if name.namespace in _NOT_YET or name.localname.lower() == "html":
        raise _not_supported(document, _NOT_YET.get(name.namespace or "", "a web page"))
    if (name.namespace or "").startswith(_UBL_ANY):
        raise BillError(
            "not-a-bill",
            f"The document is a UBL {name.localname[:40]}, not an Invoice or CreditNote.",
            document.name,
            "Give the invoice or credit note itself.",
        )
    raise BillError(
        "format-not-recognised",
        "The document is XML, but not a UBL 2.1 Invoice or CreditNote.",
        f"{document.name}#/*",
        "Give a TM Forum CustomerBill as JSON, or a UBL invoice as XML.",
    )


def _not_supported(document: Document, name: str) -> BillError:
    return BillError(
        "format-not-supported",
        f"The document looks like {name}, which is not read yet.",
        document.name,
        "Give a TM Forum CustomerBill as JSON, or a UBL invoice as XML.",
    )
