"""Cells of Arrow columns as text, exactly: what a number's text is does not depend on its width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, auto
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as types

from renderer.bill.table_file import TableFile
from renderer.bill.table_rows import cell_not_readable
from renderer.errors import BillError


class Kind(Enum):
    """How a column's cells become text."""

    TEXT = auto()
    INTEGER = auto()
    DECIMAL = auto()
    FLOAT = auto()
    FLAG = auto()
    DAY = auto()
    MOMENT = auto()
    NOTHING = auto()


def kind_of(file: TableFile, name: str, kind: Any) -> Kind:
    """Tell a column's kind.

    Raises:
        BillError: `table-column-kind` for one that is no single value.
    """
    if types.is_dictionary(kind):
        return kind_of(file, name, kind.value_type)
    for test, found in _KINDS:
        if test(kind):
            return found
    raise BillError(
        "table-column-kind",
        "The cells of this column are no single values.",
        f"{file.name}#/columns/{name[:80]}",
        "Map a column of text, numbers, days or truth values.",
    )


def _is_text(kind: Any) -> bool:
    return bool(
        types.is_string(kind)
        or types.is_large_string(kind)
        or types.is_string_view(kind)
        or types.is_binary(kind)
        or types.is_large_binary(kind)
        or types.is_binary_view(kind)
        or types.is_fixed_size_binary(kind)
    )


_KINDS = (
    (_is_text, Kind.TEXT),
    (types.is_integer, Kind.INTEGER),
    (types.is_decimal, Kind.DECIMAL),
    (types.is_floating, Kind.FLOAT),
    (types.is_boolean, Kind.FLAG),
    (types.is_date, Kind.DAY),
    (types.is_timestamp, Kind.MOMENT),
    (types.is_null, Kind.NOTHING),
)


def matches(column: Any, kind: Kind, wanted: frozenset[str]) -> Any:
    """Return a boolean array: which cells say one of the wanted texts."""
    if types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if kind is Kind.INTEGER:
        numbers = [int(one) for one in wanted if one == str(_integer(one))]
        inside = [one for one in numbers if -(2**63) <= one < 2**63]
        values = pa.array(inside, pa.int64())
        found = pc.is_in(column.cast(pa.int64(), safe=False), value_set=values)
    elif kind is Kind.TEXT:
        values = pa.array([one.encode() for one in wanted], pa.binary())
        found = pc.is_in(column.cast(pa.binary()), value_set=values)
    else:
        texts = [text_of(value, kind) for value in column.to_pylist()]
        return np.array([text in wanted for text in texts], dtype=bool)
    return found.fill_null(False).to_numpy(zero_copy_only=False)


def _integer(text: str) -> int | None:
    try:
        return int(text)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class ArrowBatch:
    """Rows of one file as Arrow arrays, one a column."""

    file: TableFile
    numbers: Sequence[int]
    cells: Mapping[str, Any]
    kinds: Mapping[str, Kind]
    encoding: str = "utf-8"

    def is_inexact(self, column: str) -> bool:
        """Tell whether a column is floating point."""
        return self.kinds[column] is Kind.FLOAT

    def is_text(self, column: str, at: int) -> bool:
        """Tell whether a column is text."""
        del at
        return self.kinds[column] is Kind.TEXT

    def cell(self, column: str, at: int) -> str | None:
        """Return a cell as text; `None` for a null.

        Raises:
            BillError: `table-cell-not-readable`.
        """
        try:
            value = self.cells[column][at].as_py()
            if isinstance(value, bytes):
                return value.decode(self.encoding)
        except UnicodeDecodeError:
            raise self._wrong(column, at, f"is not text in {self.encoding.upper()}") from None
        except (pa.ArrowException, ValueError, OverflowError, KeyError):  # no such time zone
            raise self._wrong(column, at, "is no day of the calendar") from None
        text = text_of(value, self.kinds[column])
        if text is None and value is not None:
            raise self._wrong(column, at, "is not a number (NaN or infinite)")
        return text

    def _wrong(self, column: str, at: int, what: str) -> BillError:
        return cell_not_readable(self.file.where(self.numbers[at], column), f"This cell {what}.")


def text_of(value: Any, kind: Kind) -> str | None:
    """Write a cell's value: numbers plainly and as short as they can be, days as ISO 8601.

    Floating point is written by the shortest digits that read back as the same number. `None` for
    a null, NaN and infinity.
    """
    match kind:
        case Kind.DECIMAL if value is not None:
            return _plain(value)
        case Kind.FLOAT if value is not None:
            number = Decimal(repr(float(value)))
            return _plain(number) if number.is_finite() else None
        case Kind.FLAG if value is not None:
            return "true" if value else "false"
        case Kind.DAY | Kind.MOMENT if isinstance(value, date | datetime):
            return value.isoformat()
        case _:
            return None if value is None else str(value)


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
