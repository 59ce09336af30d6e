"""Rows of a table, whatever kind of file they come from: every cell is text, or absent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from renderer.bill.documents import Raw
from renderer.bill.table_file import TableFile, not_readable
from renderer.bill.table_sections import TableIn
from renderer.errors import BillError

LONGEST_CELL = 64 * 1024
"""Characters of one cell."""
MOST_COLUMNS = 4096


class Batch(Protocol):
    """Some rows of one file that follow each other, or were picked from it."""

    @property
    def file(self) -> TableFile:
        """Return the file."""
        ...

    @property
    def numbers(self) -> Sequence[int]:
        """Return the number in the file, from 0, of each row."""
        ...

    def is_inexact(self, column: str) -> bool:
        """Tell whether a column's numbers are binary floating point."""
        ...

    def is_text(self, column: str, at: int) -> bool:
        """Tell whether a cell is text, rather than a number that the file keeps as one."""
        ...

    def cell(self, column: str, at: int) -> str | None:
        """Return a cell of the batch's row `at` as text; `None` for a null."""
        ...


class Rows(Protocol):
    """One file of a table, opened."""

    @property
    def sparse(self) -> bool:
        """Tell whether a row may leave out a column that others have."""
        ...

    def columns(self) -> Sequence[str]:
        """Return the names of all columns."""
        ...

    def scan(self, columns: Sequence[str]) -> Iterator[Batch]:
        """Read all rows in order, these columns of them."""
        ...

    def find(self, column: str, wanted: frozenset[str], columns: Sequence[str]) -> Iterator[Batch]:
        """Read the rows in which a column says one of the wanted texts."""
        ...

    def row(self, number: int, columns: Sequence[str]) -> Batch | None:
        """Read one row by its number; `None` behind the last."""
        ...


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a batch."""

    batch: Batch
    at: int
    table: TableIn

    @property
    def number(self) -> int:
        """Return the row's number in its file, from 0."""
        return self.batch.numbers[self.at]

    def where(self, column: str | None = None) -> str:
        """Name the row, or a cell of it, for people."""
        return self.batch.file.where(self.number, column)

    def text(self, column: str) -> str | None:
        """Return a cell's text; `None` where it is null, blank, or says that there is nothing.

        Raises:
            BillError: `table-cell-not-readable`.
        """
        text = self.batch.cell(column, self.at)
        if text is None or not text.strip() or text in self.table.nothing:
            return None
        if len(text) > LONGEST_CELL:
            raise cell_not_readable(
                self.where(column), f"This cell is longer than {LONGEST_CELL} characters."
            )
        if "\0" in text:
            raise cell_not_readable(self.where(column), "This cell holds a NUL byte.")
        return text

    def raw(self, column: str) -> Raw | None:
        """Return a cell as the table writes it, and where."""
        text = self.text(column)
        file = self.batch.file
        return None if text is None else Raw(file, file.pointer(self.number, column), text)


def rows_of(batch: Batch, table: TableIn) -> Iterator[Row]:
    """Walk the rows of a batch."""
    for at in range(len(batch.numbers)):
        yield Row(batch, at, table)


def open_rows(file: TableFile, table: TableIn) -> Rows:
    """Open one file: Parquet, JSON Lines or CSV, by how it begins.

    Raises:
        BillError: `document-not-readable`, `document-empty`, `table-not-readable`,
            `table-too-wide`.
    """
    # here: pyarrow takes half a second to load, and most bills are no tables
    from renderer.bill.table_csv import CsvRows
    from renderer.bill.table_jsonl import JsonRows
    from renderer.bill.table_parquet import ParquetRows

    start = _start(file.path)
    if start.startswith(b"PAR1"):
        return ParquetRows(file)
    if start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return JsonRows(file)
    return CsvRows(file, table)


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            start = file.read(4096)
    except OSError as error:
        raise not_readable(path, error) from None
    if not start.strip():
        raise BillError("document-empty", "The table is empty.", str(path), "Give the export.")
    for magic, what in _OTHERS:
        if start.startswith(magic):
            raise BillError(
                "table-not-readable",
                f"The file is {what}, not a table.",
                str(path),
                "Give Parquet, CSV or JSON Lines.",
            )
    return start


_OTHERS = (
    (b"PK\x03\x04", "a ZIP archive or spreadsheet"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"%PDF-", "a PDF file"),
    (b"<", "XML or a web page"),
    (b"ORC", "an ORC file"),
    (b"Obj\x01", "an Avro file"),
    (b"ARROW1", "an Arrow file"),
    (b"\xff\xfe", "UTF-16 text"),
    (b"\xfe\xff", "UTF-16 text"),
)


def cell_not_readable(where: str, message: str) -> BillError:
    """Make the error for a cell that holds no text we can take."""
    return BillError(
        "table-cell-not-readable", message, where, "Correct the export; other rows are not guilty."
    )


def table_not_readable(file: TableFile, message: str, row: int | None = None) -> BillError:
    """Make the error for a file that is no whole table."""
    where = file.name if row is None else file.where(row)
    return BillError("table-not-readable", message, where, "Export the table again.")


def too_wide(file: TableFile) -> BillError:
    """Make the error for a table of too many columns."""
    return BillError(
        "table-too-wide",
        f"The table has more than {MOST_COLUMNS} columns.",
        file.name,
        "Export the columns that the mapping names.",
    )
