"""Parquet files, read group by group: only the columns asked for, only groups that may match."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from renderer.bill.table_arrow import ArrowBatch, Kind, kind_of, matches
from renderer.bill.table_file import TableFile, not_readable
from renderer.bill.table_rows import (
    LONGEST_CELL,
    MOST_COLUMNS,
    cell_not_readable,
    table_not_readable,
    too_wide,
)
from renderer.errors import BillError

LARGEST_CHUNK = 128 * 1024 * 1024
"""Bytes, uncompressed, of one column in one row group."""
_BATCH = 65_536
_BATCH_BYTES = 64 * 1024 * 1024
_FOOTER = 16 * 1024 * 1024


class ParquetRows:
    """An open Parquet file."""

    sparse = False

    def __init__(self, file: TableFile) -> None:
        self.file = file
        try:
            with file.path.open("rb") as handle:
                _check_footer(file, handle)
            self.metadata = pq.read_metadata(file.path)
            names = self.metadata.schema.to_arrow_schema().names
        except OSError as error:
            if error.errno is not None:
                raise not_readable(file.path, error) from None
            raise _broken(file) from None
        except (pa.ArrowException, ValueError, OverflowError):
            raise _broken(file) from None
        if len(names) > MOST_COLUMNS:
            raise too_wide(file)
        self.names: list[str] = names

    def columns(self) -> Sequence[str]:
        """Return the names of all columns."""
        return self.names

    def scan(self, columns: Sequence[str]) -> Iterator[ArrowBatch]:
        """Read all rows in order."""
        file, kinds = self._open(columns)
        first = 0
        for group in range(self.metadata.num_row_groups):
            for batch in self._batches(file, kinds, group, columns):
                numbers = range(first, first + batch.num_rows)
                first += batch.num_rows
                yield ArrowBatch(self.file, numbers, dict(zip(columns, batch, strict=True)), kinds)

    def find(
        self, column: str, wanted: frozenset[str], columns: Sequence[str]
    ) -> Iterator[ArrowBatch]:
        """Read matching rows: the key's column first, the others where it matched."""
        keys, kinds = self._open([column])
        full, all_kinds = self._open(columns)
        first = 0
        for group in range(self.metadata.num_row_groups):
            rows = self.metadata.row_group(group).num_rows
            if self._may_match(group, column, kinds[column], wanted):
                found = self._matching(keys, group, column, kinds[column], wanted)
                yield from self._pick(full, all_kinds, group, first, found, columns)
            first += rows

    def row(self, number: int, columns: Sequence[str]) -> ArrowBatch | None:
        """Read one row by its number."""
        file, kinds = self._open(columns)
        first = 0
        for group in range(self.metadata.num_row_groups):
            rows = self.metadata.row_group(group).num_rows
            if number < first + rows:
                at = np.array([number - first])
                return next(self._pick(file, kinds, group, first, at, columns), None)
            first += rows
        return None

    def _open(self, columns: Sequence[str]) -> tuple[Any, dict[str, Kind]]:
        schema = self.metadata.schema.to_arrow_schema()
        kinds = {name: kind_of(self.file, name, schema.field(name).type) for name in columns}
        try:
            return pq.ParquetFile(self.file.path), kinds
        except (pa.ArrowException, OSError, ValueError):
            raise _broken(self.file) from None

    def _batches(
        self, file: Any, kinds: Mapping[str, Kind], group: int, columns: Sequence[str]
    ) -> Iterator[Any]:
        self._check_sizes(group, columns)
        texts = [name for name in columns if kinds[name] is Kind.TEXT]
        try:
            longest = self._longest(group, texts)
            batches = file.iter_batches(
                batch_size=max(1, min(_BATCH, _BATCH_BYTES // max(longest, 1))),
                row_groups=[group],
                columns=list(columns),
                use_threads=True,
            )
            for batch in batches:
                yield batch.select(list(columns))
        except (pa.ArrowException, OSError, ValueError, OverflowError, MemoryError):
            raise _broken(self.file) from None

    def _longest(self, group: int, texts: Sequence[str]) -> int:
        """Return the bytes of the longest text in a group's dictionaries.

        A short file may repeat a long text by its number in a dictionary: read as they are, a
        batch of such cells would fill the memory.
        """
        told = self.metadata.row_group(group)
        chunks = (told.column(index) for index in range(told.num_columns))
        coded = [
            chunk.path_in_schema
            for chunk in chunks
            if chunk.path_in_schema in texts
            and chunk.has_dictionary_page
            and chunk.total_uncompressed_size * _BATCH > _BATCH_BYTES
        ]
        if not coded:
            return 0
        file = pq.ParquetFile(self.file.path, read_dictionary=coded)
        first: Any = next(file.iter_batches(batch_size=1, row_groups=[group], columns=coded), None)
        longest = 0
        for name in coded if first is not None else ():
            column = first.column(first.schema.names.index(name))
            if pa.types.is_dictionary(column.type) and len(column.dictionary):
                size = pc.max(pc.binary_length(column.dictionary)).as_py() or 0
                if size > LONGEST_CELL:
                    raise cell_not_readable(
                        f"{self.file.name}#/columns/{name[:80]}",
                        f"A cell of this column is longer than {LONGEST_CELL} bytes.",
                    )
                longest = max(longest, size)
        return longest

    def _check_sizes(self, group: int, columns: Sequence[str]) -> None:
        told = self.metadata.row_group(group)
        for index in range(told.num_columns):
            chunk = told.column(index)
            size = max(chunk.total_uncompressed_size, chunk.total_compressed_size)
            if chunk.path_in_schema.split(".")[0] in columns and size > LARGEST_CHUNK:
                raise BillError(
                    "table-not-readable",
                    f"A column of row group {group} holds more than "
                    f"{LARGEST_CHUNK // 1024**2} MiB.",
                    self.file.name,
                    "Write the file with row groups of a million rows or fewer.",
                )

    def _may_match(self, group: int, column: str, kind: Kind, wanted: frozenset[str]) -> bool:
        """Tell by the statistics of a group whether a key may be in it."""
        told = self.metadata.row_group(group)
        chunks = (told.column(index) for index in range(told.num_columns))
        chunk = next((one for one in chunks if one.path_in_schema == column), None)
        if chunk is None or not chunk.is_stats_set or not chunk.statistics.has_min_max:
            return True
        low, high = chunk.statistics.min, chunk.statistics.max
        if kind is Kind.TEXT and isinstance(low, str) and isinstance(high, str):
            ends = low.encode(), high.encode()
            return any(ends[0] <= one.encode() <= ends[1] for one in wanted)
        if kind is Kind.INTEGER and isinstance(low, int) and isinstance(high, int):
            numbers = [int(one) for one in wanted if one.lstrip("-").isdecimal()]
            return any(low <= one <= high for one in numbers)
        return True

    def _matching(
        self, file: Any, group: int, column: str, kind: Kind, wanted: frozenset[str]
    ) -> Any:
        """Return the places in a group, in order, of the rows that match."""
        found, at = [], 0
        for batch in self._batches(file, {column: kind}, group, [column]):
            mask = matches(batch.column(0), kind, wanted)
            found.append(np.flatnonzero(mask) + at)
            at += batch.num_rows
        return np.concatenate(found) if found else np.array([], dtype=np.int64)

    def _pick(
        self,
        file: Any,
        kinds: dict[str, Kind],
        group: int,
        first: int,
        places: Any,
        columns: Sequence[str],
    ) -> Iterator[ArrowBatch]:
        """Read rows by their places in a group; nothing behind the last of them."""
        if not len(places):
            return
        at = 0
        for batch in self._batches(file, kinds, group, columns):
            inside = places[(places >= at) & (places < at + batch.num_rows)]
            if len(inside):
                taken = batch.take(pa.array(inside - at))
                numbers = [first + int(one) for one in inside]
                cells = dict(zip(columns, taken, strict=True))
                yield ArrowBatch(self.file, numbers, cells, kinds)
            at += batch.num_rows
            if at > places[-1]:
                return


def _check_footer(file: TableFile, handle: Any) -> None:
    """Refuse a footer that is cut, or larger than any table's."""
    size = handle.seek(0, 2)
    if size < 12:
        raise _broken(file)
    handle.seek(-8, 2)
    tail = handle.read(8)
    footer = int.from_bytes(tail[:4], "little")
    if tail[4:] != b"PAR1" or footer > min(size - 12, _FOOTER):
        raise _broken(file)


def _broken(file: TableFile) -> BillError:
    return table_not_readable(file, "The file is not a whole Parquet file.")
