"""Pointers into tables ("/rows/17/AMOUNT") and into mapping.yaml, back to the raw text there.

Rows are counted from 0, as JSON pointers count items: the heading of a CSV file, empty lines and
blank lines of JSON Lines are no rows.
"""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from renderer.bill.documents import Document
from renderer.bill.table_file import TableFile
from renderer.bill.table_rows import open_rows
from renderer.bill.table_sections import TableIn
from renderer.bill.table_yaml import parse_yaml

_CELL = re.compile(r"/rows/(0|[1-9][0-9]{0,11})/(.+)", re.DOTALL)
_DELIMITERS = (",", ";", "\t", "|")


def is_cell(pointer: str) -> bool:
    """Tell whether a pointer leads to a cell of a table."""
    return _CELL.fullmatch(pointer) is not None


def resolve_cell(path: Path, pointer: str, table: TableIn | None = None) -> str | None:
    """Return the text of a cell of a table's file; `None` where there is none.

    Args:
        path: the file.
        pointer: as `renderer.bill.model.Source` has it.
        table: how the mapping says CSV is written; without it, the delimiter is the one that
            makes the pointer's column a column.
    """
    match = _CELL.fullmatch(pointer)
    if match is None:
        return None
    number, name = int(match[1]), match[2].replace("~1", "/").replace("~0", "~")
    told = [table] if table else [TableIn(file="-", key="-", delimiter=one) for one in _DELIMITERS]
    for one in told:
        rows = open_rows(TableFile(path), one)
        if name in rows.columns() or rows.sparse:
            batch = rows.row(number, [name])
            return None if batch is None else batch.cell(name, 0)
    return None


def resolve_cell_of(data: bytes, pointer: str) -> str | None:
    """Return the text of a cell of a table in memory; otherwise as `resolve_cell`."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table"
        path.write_bytes(data)
        return resolve_cell(path, pointer)


def resolve_yaml(document: Document, pointer: str) -> str | None:
    """Return the text at a pointer of a mapping file; `None` where there is no single text."""
    found = parse_yaml(document).at(pointer)
    return found if isinstance(found, str) else None
