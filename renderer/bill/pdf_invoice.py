"""Finds the invoice inside a PDF: Factur-X and ZUGFeRD carry it as an XML file.

A bill's sources then point into that file, which is a document of its own: `bill.pdf!factur-x.xml`.
"""

from __future__ import annotations

import re
from functools import cache

from renderer.bill.documents import Document, check_size
from renderer.bill.pdf_reader import PdfReader
from renderer.errors import BillError

_WITHIN = 1024
"""Bytes among which a PDF may begin. Source: ISO 32000-1, annex H.3.4.1."""


def is_pdf(data: bytes) -> bool:
    """Tell whether a document is a PDF."""
    return b"%PDF-" in data[:_WITHIN]


def open_pdf(document: Document) -> Document:
    """Return the invoice inside a PDF.

    Raises:
        BillError: `pdf-without-invoice`, `pdf-encrypted`, `pdf-not-readable`, `pdf-reader-failed`,
            `document-too-large`.
    """
    try:
        header, xml = _reader().ask(document.data)
    except (OSError, ValueError) as error:
        raise BillError(
            "pdf-reader-failed",
            "The program that opens PDF files does not run.",
            document.name,
            "Check that `python -c 'import facturx'` works in this environment.",
            ours=True,
        ) from error
    if header["why"]:
        raise _refusal(header["why"], document)
    inside = Document(f"{document.name}!{_plain_name(header['name'])}", xml)
    check_size(inside)
    return inside


@cache
def _reader() -> PdfReader:
    return PdfReader()


def _plain_name(name: str) -> str:
    """Keep of a file's name what can do no harm in a message or a path."""
    return (
        re.sub(r"[^A-Za-z0-9._-]", "_", name.replace("\\", "/").rpartition("/")[2])[-40:] or "xml"
    )


def _refusal(why: str, document: Document) -> BillError:
    match why:
        case "none" | "other":
            inside = "no XML file" if why == "none" else "XML, but no invoice that can be read"
            return BillError(
                "pdf-without-invoice",
                f"The PDF carries {inside}: it is the picture of a bill.",
                document.name,
                "Ask its sender for the electronic invoice (Factur-X, ZUGFeRD, UBL or CII).",
            )
        case "encrypted":
            return BillError(
                "pdf-encrypted",
                "The PDF is encrypted.",
                document.name,
                "Save it without a password.",
            )
        case _:
            how = "is broken" if why == "broken" else "takes more time or memory than a bill needs"
            return BillError(
                "pdf-not-readable",
                f"The PDF {how}.",
                document.name,
                "Give the file as its sender wrote it.",
            )
