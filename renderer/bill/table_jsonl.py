"""JSON Lines: one flat object a line, numbers as they are written.

Read by our own strict parser: Arrow's would make every number with a point a float.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from json import dumps

from renderer.bill.documents import Document
from renderer.bill.strict_json import Json, JsonNumber, parse_json
from renderer.bill.table_file import TableFile, not_readable
from renderer.bill.table_rows import cell_not_readable, table_not_readable
from renderer.errors import BillError

LONGEST_LINE = 1024 * 1024
"""Bytes of one row."""
_BATCH = 1000
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class JsonBatch:
    """Rows of one file as objects."""

    file: TableFile
    numbers: Sequence[int]
    rows: Sequence[Mapping[str, Json]]

    def is_inexact(self, column: str) -> bool:
        """Tell that numbers are kept as they are written."""
        del column
        return False

    def is_text(self, column: str, at: int) -> bool:
        """Tell whether a member is text."""
        return isinstance(self.rows[at].get(column), str)

    def cell(self, column: str, at: int) -> str | None:
        """Return a member as text; `None` where it is null or absent.

        Raises:
            BillError: `table-cell-not-readable` for an object or array.
        """
        match self.rows[at].get(column):
            case None:
                return None
            case bool() as flag:
                return "true" if flag else "false"
            case JsonNumber(text=text) | str(text):
                return text
        where = self.file.where(self.numbers[at], column)
        raise cell_not_readable(where, "This cell is an object or array.")


class JsonRows:
    """An open JSON Lines file."""

    sparse = True

    def __init__(self, file: TableFile) -> None:
        self.file = file

    def columns(self) -> Sequence[str]:
        """Return the members of the first row: later rows may have others."""
        _, line = next(self._lines(), (0, b"{}"))
        return list(self._parse(line, 0))

    def scan(self, columns: Sequence[str]) -> Iterator[JsonBatch]:
        """Read all rows in order."""
        del columns
        yield from self._batches(lambda _: True)

    def find(
        self, column: str, wanted: frozenset[str], columns: Sequence[str]
    ) -> Iterator[JsonBatch]:
        """Read matching rows; a line that does not hold a wanted text's bytes is not parsed."""
        del columns
        marks = [dumps(one, ensure_ascii=False)[1:-1].encode("utf-8", "replace") for one in wanted]
        for batch in self._batches(
            lambda line: b"\\" in line or any(mark in line for mark in marks)
        ):
            found = [at for at in range(len(batch.numbers)) if batch.cell(column, at) in wanted]
            if found:
                yield JsonBatch(
                    self.file,
                    [batch.numbers[at] for at in found],
                    [batch.rows[at] for at in found],
                )

    def row(self, number: int, columns: Sequence[str]) -> JsonBatch | None:
        """Read one row by its number."""
        del columns
        for at, line in self._lines():
            if at == number:
                return JsonBatch(self.file, [at], [self._parse(line, at)])
        return None

    def _batches(self, takes: Callable[[bytes], bool]) -> Iterator[JsonBatch]:
        numbers: list[int] = []
        rows: list[Mapping[str, Json]] = []
        for number, line in self._lines():
            if not takes(line):
                continue
            numbers.append(number)
            rows.append(self._parse(line, number))
            if len(rows) == _BATCH:
                yield JsonBatch(self.file, numbers, rows)
                numbers, rows = [], []
        if rows:
            yield JsonBatch(self.file, numbers, rows)

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        """Walk the lines that are not blank, numbered from 0."""
        number = 0
        try:
            with self.file.path.open("rb") as handle:
                first = handle.read(len(_BOM))
                if first != _BOM:
                    handle.seek(0)
                while line := handle.readline(LONGEST_LINE + 1):
                    if len(line) > LONGEST_LINE:
                        raise cell_not_readable(
                            self.file.where(number),
                            f"This row is longer than {LONGEST_LINE // 1024**2} MiB.",
                        )
                    if line.strip():
                        yield number, line
                        number += 1
        except OSError as error:
            raise not_readable(self.file.path, error) from None

    def _parse(self, line: bytes, number: int) -> Mapping[str, Json]:
        try:
            row = parse_json(Document(self.file.name, line))
        except BillError as error:
            raise BillError(
                error.code, error.message, self.file.where(number), error.remedy
            ) from None
        if not isinstance(row, dict):
            raise table_not_readable(self.file, "This row is not a JSON object.", number)
        return row
