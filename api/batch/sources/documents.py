"""Bills as documents: the files that are read for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from api.batch.sources.marks import mark_of
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

    bill: tuple[Path, ...]
    earlier: tuple[Path, tuple[Path, ...]] | None = None
    preferences: Path | None = None

    @property
    def files(self) -> Iterator[tuple[str, Path]]:
        """Walk all files, each with what it is for."""
        yield from (("bill", path) for path in self.bill)
        yield from (("earlier", path) for path in (self.earlier or (None, ()))[1])
        if self.preferences is not None:
            yield "preferences", self.preferences

    def mark(self) -> str:
        """Return the mark of all files."""
        return mark_of(path for _, path in self.files)

    def hash(self) -> str:
        """Return the hash over all bytes that are read.

        Raises:
            BillError: `document-not-readable`, `document-too-large`, `document-empty`.
        """
        total = sha256()
        for role, path in self.files:
            total.update(f"{role} {open_document(path).sha256}\n".encode())
        return total.hexdigest()

    def read(self) -> Told:
        """Read the bill and the earlier ones.

        Raises:
            RenderError: what is wrong with them.
        """
        bill = load_bill(self.bill, self.preferences)
        return bill, own_preceding([self.earlier[0]] if self.earlier else [], bill)

    def papers(self) -> Papers:
        """Open the files.

        Raises:
            BillError: as `hash`.
        """
        mark = self.mark()
        return Papers(mark, self.hash(), self.read)


def earlier_in(place: Path) -> tuple[Path, tuple[Path, ...]]:
    """Find the earlier bills in a folder; a file in its stead is one bill, or a list of them."""
    if place.is_file():
        return place, (place,)
    return place, tuple(sorted(one for one in place.iterdir() if not one.name.startswith(".")))
