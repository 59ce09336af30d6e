"""One file of a table: its name, and its hash, which is computed beside the reading."""

from __future__ import annotations

import re
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from hashlib import file_digest
from pathlib import Path

from renderer.bill.pointer import escape
from renderer.errors import BillError

MOST_PARTS = 10_000
"""Files of one folder."""


_MAPPING_BYTES = 64 * 1024
_MAPPING = re.compile(rb"^(?:schema|tables|bill):", re.MULTILINE)


@dataclass(frozen=True)
class TableFile:
    """A file that is read row by row, however large."""

    path: Path

    @property
    def name(self) -> str:
        """Return what errors call it."""
        return str(self.path)

    def start(self) -> None:
        """Begin to hash the file, in a thread of its own."""
        _ = self._hash

    @cached_property
    def _hash(self) -> Future[str]:
        pool = ThreadPoolExecutor(1)
        found = pool.submit(_hash_of, self.path)
        pool.shutdown(wait=False)
        return found

    @property
    def sha256(self) -> str:
        """Return the hash of the file's bytes, in hex.

        Raises:
            BillError: `document-not-readable`, also when the file changed meanwhile.
        """
        return self._hash.result()

    def pointer(self, row: int, column: str | None = None) -> str:
        """Point at a row, from 0, or at one of its cells."""
        return f"/rows/{row}" + (f"/{escape(column)}" if column is not None else "")

    def where(self, row: int, column: str | None = None) -> str:
        """Name a row or a cell, for people."""
        return f"{self.name}#{self.pointer(row, column)}"


def find_files(path: Path) -> tuple[TableFile, ...]:
    """Find a table's file, or in a folder its parts in the order of their names.

    Files whose names begin with a dot or an underscore are no parts.

    Raises:
        BillError: `document-not-readable`.
    """
    try:
        if path.is_dir():
            inside = sorted(one for one in path.iterdir() if one.name[0] not in "._")
            files = [one for one in inside if one.is_file()]
        else:
            files = [path] if path.is_file() else []
    except OSError as error:
        raise not_readable(path, error) from None
    if not files or len(files) > MOST_PARTS:
        raise BillError(
            "document-not-readable",
            "There is no file of this table here."
            if not files
            else f"A folder holds at most {MOST_PARTS} parts of a table.",
            str(path),
            "Check the table's file in the mapping; it is looked for beside the mapping.",
        )
    return tuple(TableFile(one) for one in files)


def is_mapping(path: Path) -> bool:
    """Tell whether a file is a mapping, by its `schema` and `tables` rather than its name."""
    try:
        with path.open("rb") as file:
            start = file.read(_MAPPING_BYTES)
    except OSError as error:
        raise not_readable(path, error) from None
    return b"\0" not in start and len(_MAPPING.findall(start)) >= 2


def not_readable(path: Path, error: OSError) -> BillError:
    """Make the error for a file that the system does not let us read."""
    return BillError(
        "document-not-readable",
        f"The file cannot be read: {(error.strerror or 'unknown reason').lower()}.",
        str(path),
        "Check that it is there, is a file, and may be read.",
    )


def _hash_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            before = path.stat()
            found = file_digest(file, "sha256").hexdigest()
            after = path.stat()
    except OSError as error:
        raise not_readable(path, error) from None
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise BillError(
            "document-not-readable",
            "The file changed while it was read.",
            str(path),
            "Give a finished export.",
        )
    return found
