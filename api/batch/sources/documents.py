"""Bills as documents: the files that are read for one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from api.batch.sources.marks import File, mark_of
from api.batch.sources.model import Papers, Told
from renderer.bill import load_bill, own_preceding
from renderer.bill.documents import open_document


@dataclass(frozen=True, slots=True)
class Documents:
    """The files that are read for one bill.

    Args:
        bill: the bill's own, in name order.
        earlier: the folder of earlier bills, if there is one, and the files in it.
        preferences: the customer's, if there is such a file.
    """

    bill: tuple[File, ...]
    earlier: tuple[Path, tuple[File, ...]] | None = None
    preferences: File | None = None

    @property
    def files(self) -> Iterator[tuple[str, File]]:
        """Walk all files, each with what it is for."""
        yield from (("bill", file) for file in self.bill)
        yield from (("earlier", file) for file in (self.earlier or (None, ()))[1])
        if self.preferences is not None:
            yield "preferences", self.preferences

    def mark(self) -> str:
        """Return the mark of all files."""
        return mark_of(file for _, file in self.files)

    def hash(self) -> str:
        """Return the hash over all bytes that are read.

        Raises:
            BillError: `document-not-readable`, `document-too-large`, `document-empty`.
        """
        total = sha256()
        for role, file in self.files:
            total.update(f"{role} {open_document(Path(file)).sha256}\n".encode())
        return total.hexdigest()

    def read(self) -> Told:
        """Read the bill and the earlier ones.

        Raises:
            RenderError: what is wrong with them.
        """
        preferences = Path(self.preferences) if self.preferences is not None else None
        bill = load_bill([Path(file) for file in self.bill], preferences)
        return bill, own_preceding([self.earlier[0]] if self.earlier else [], bill)

    def papers(self) -> Papers:
        """Open the files.

        Raises:
            BillError: as `hash`.
        """
        mark = self.mark()
        return Papers(mark, self.hash(), self.read)


def earlier_in(place: str) -> tuple[Path, tuple[File, ...]]:
    """Find the earlier bills in a folder; a file in its stead is one bill, or a list of them.

    Raises:
        OSError: it cannot be read.
    """
    try:
        files = [one for one in entries_in(place) if not one.name.startswith(".")]
    except NotADirectoryError:
        return Path(place), (Path(place),)
    return Path(place), tuple(files)


def entries_in(folder: str) -> list[os.DirEntry[str]]:
    """List what is in a folder, by name. Strings and entries: there may be millions of folders.

    Raises:
        OSError: it cannot be read.
    """
    with os.scandir(folder) as found:
        return sorted(found, key=lambda one: one.name)
