"""Documents: named bytes, bounded in size, known by their hash."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from renderer.errors import BillError

LARGEST_BYTES = 16 * 1024 * 1024
"""Ten times what a bill of two thousand lines takes."""


class Origin(Protocol):
    """What a value may stand in: a document, or one file of a table."""

    @property
    def name(self) -> str:
        """Return what errors call it."""
        ...

    @property
    def sha256(self) -> str:
        """Return the hash of its bytes, in hex."""
        ...


@dataclass(frozen=True)
class Document:
    """One input document. `name` is what errors call it: its path, or what a caller says."""

    name: str
    data: bytes

    @cached_property
    def sha256(self) -> str:
        """Return the hash of the bytes, in hex."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Raw:
    """A value as a document writes it, and where.

    Args:
        pointer: JSON pointer or XPath that `renderer.bill.pointer.resolve` turns into `text`.
    """

    document: Origin
    pointer: str
    text: str

    @property
    def where(self) -> str:
        """Name the place, for people."""
        return f"{self.document.name}#{self.pointer}"

    @property
    def proof(self) -> str:
        """Name the place by the document's hash, as a bill keeps it."""
        return f"{self.document.sha256}#{self.pointer}"


def open_document(path: Path) -> Document:
    """Read a file of at most 16 MiB.

    Raises:
        BillError: `document-not-readable`, `document-too-large`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise BillError(
            "document-not-readable",
            f"The file cannot be read: {(error.strerror or 'unknown reason').lower()}.",
            str(path),
            "Check that it is there, is a file, and may be read.",
        ) from error
    document = Document(str(path), data)
    check_size(document)
    return document


def check_size(document: Document) -> None:
    """Refuse a document that is empty or beyond the bound.

    Raises:
        BillError: `document-empty`, `document-too-large`.
    """
    if len(document.data) > LARGEST_BYTES:
        raise BillError(
            "document-too-large",
            f"The document is larger than {LARGEST_BYTES // 1024**2} MiB.",
            document.name,
            "Give one bill, without embedded documents.",
        )
    if not document.data.strip():
        raise BillError(
            "document-empty", "The document is empty.", document.name, "Give the bill itself."
        )


def too_many_parts(document: Document) -> BillError:
    """Make the error for a document of more values or elements than any bill has."""
    return BillError(
        "document-too-large",
        "The document has more parts than a bill of thousands of lines has.",
        document.name,
        "Give one bill, without what belongs to others.",
    )
