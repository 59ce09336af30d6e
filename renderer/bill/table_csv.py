"""CSV files, read in blocks. Every cell is text: nothing is taken for a number here.

Rows are counted from 0 behind the heading; empty lines are no rows.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv

from renderer.bill.table_arrow import ArrowBatch, Kind
from renderer.bill.table_file import TableFile, not_readable
from renderer.bill.table_rows import MOST_COLUMNS, cell_not_readable, table_not_readable, too_wide
from renderer.bill.table_sections import TableIn
from renderer.errors import BillError

_BLOCK = 2 * 1024 * 1024
"""Bytes read at a time; no row may be longer."""
_HEADING = 1024 * 1024
_BOM = b"\xef\xbb\xbf"


class CsvRows:
    """An open CSV file."""

    sparse = False

    def __init__(self, file: TableFile, table: TableIn) -> None:
        self.file = file
        self.table = table
        self.names = table.columns or _heading(file, table)
        if len(self.names) > MOST_COLUMNS:
            raise too_wide(file)

    def columns(self) -> Sequence[str]:
        """Return the names of all columns."""
        return self.names

    def scan(self, columns: Sequence[str]) -> Iterator[ArrowBatch]:
        """Read all rows in order."""
        first = 0
        for batch in self._batches(columns):
            numbers = range(first, first + batch.num_rows)
            first += batch.num_rows
            yield self._batch(numbers, batch, columns)

    def find(
        self, column: str, wanted: frozenset[str], columns: Sequence[str]
    ) -> Iterator[ArrowBatch]:
        """Read matching rows."""
        first = 0
        every = list(dict.fromkeys((column, *columns)))
        coded = frozenset(text.encode(self.table.encoding, "replace") for text in wanted)
        for batch in self._batches(every):
            keys = batch.column(batch.schema.names.index(column))
            values = pa.array(list(coded), pa.binary())
            found = pa.compute.is_in(keys, value_set=values)
            places = np.flatnonzero(found.to_numpy(zero_copy_only=False))
            if len(places):
                numbers = [first + int(one) for one in places]
                yield self._batch(numbers, batch.take(pa.array(places)), columns)
            first += batch.num_rows

    def row(self, number: int, columns: Sequence[str]) -> ArrowBatch | None:
        """Read one row by its number."""
        first = 0
        for batch in self._batches(columns):
            if number < first + batch.num_rows:
                return self._batch([number], batch.slice(number - first, 1), columns)
            first += batch.num_rows
        return None

    def _batch(self, numbers: Sequence[int], batch: Any, columns: Sequence[str]) -> ArrowBatch:
        cells = {name: batch.column(batch.schema.names.index(name)) for name in columns}
        kinds = dict.fromkeys(columns, Kind.TEXT)
        return ArrowBatch(self.file, numbers, cells, kinds, self.table.encoding)

    def _batches(self, columns: Sequence[str]) -> Iterator[Any]:
        wrong: list[Any] = []
        rows = 0

        def note(row: Any) -> str:
            wrong.append(row)
            return "error"

        try:
            reader = pa.csv.open_csv(
                self.file.path,
                pa.csv.ReadOptions(
                    block_size=_BLOCK, use_threads=True, column_names=self.table.columns
                ),
                pa.csv.ParseOptions(
                    delimiter=self.table.delimiter,
                    quote_char=self.table.quote,
                    newlines_in_values=True,
                    invalid_row_handler=note,
                ),
                pa.csv.ConvertOptions(
                    check_utf8=False,
                    column_types=dict.fromkeys(columns, pa.binary()),
                    include_columns=list(columns),
                    strings_can_be_null=False,
                    null_values=[],
                ),
            )
            for batch in reader:
                yield batch
                rows += batch.num_rows
        except OSError as error:
            raise not_readable(self.file.path, error) from None
        except pa.ArrowException as error:
            raise self._wrong(wrong, rows, str(error)) from None

    def _wrong(self, rows: Sequence[Any], read: int, message: str) -> BillError:
        """Say what is wrong without the library's own words, which repeat the row."""
        if rows:
            where = _row_of_other_length(self.file, self.table, len(self.names), read)
            return table_not_readable(
                self.file, "This row has another number of cells than the heading.", where
            )
        if "straddl" in message:
            return cell_not_readable(
                self.file.where(read),
                f"A row at or behind this one is longer than {_BLOCK // 1024**2} MiB.",
            )
        return table_not_readable(self.file, "The file is not a whole CSV table.", read)


def _heading(file: TableFile, table: TableIn) -> list[str]:
    with file.path.open("rb") as handle:
        data = handle.read(_HEADING).removeprefix(_BOM)
    text = data.decode(table.encoding, "replace").lstrip("\r\n")
    lines = iter(text.splitlines(keepends=True))
    try:
        names = next(csv.reader(lines, delimiter=table.delimiter, quotechar=table.quote))
    except (csv.Error, StopIteration):
        raise table_not_readable(file, "The file does not begin with a heading.") from None
    if len(data) == _HEADING and "\n" not in text and "\r" not in text:
        raise table_not_readable(file, "The heading is longer than 1 MiB.")
    if "\0" in "".join(names) or "\ufffd" in "".join(names):
        raise table_not_readable(file, f"The heading is not text in {table.encoding.upper()}.")
    return names


def _row_of_other_length(file: TableFile, table: TableIn, cells: int, from_row: int) -> int:
    """Count to the first row at or behind `from_row` with another number of cells."""
    encoding = table.encoding
    with file.path.open(encoding=encoding, errors="replace", newline="") as handle:
        reader = csv.reader(handle, delimiter=table.delimiter, quotechar=table.quote)
        number = -1 if table.columns is None else 0
        try:
            for row in reader:
                if not row:
                    continue
                if number >= from_row and len(row) != cells:
                    return number
                number += 1
        except csv.Error:
            pass
    return from_row
