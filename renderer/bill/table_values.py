"""Reads one row's cells as values, each with its proof.

A cell that says its value plainly is its source. Anything else (a decimal comma, minor units,
another order of a day, bytes told as GB, a sign turned) is computed from parts that are verbatim,
by operations that anyone can run again: what the mapping adds has its source in the mapping.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from renderer.bill.currency import minor_unit
from renderer.bill.documents import Raw
from renderer.bill.ledger import source
from renderer.bill.model import Computed
from renderer.bill.pointer import escape
from renderer.bill.reading import date_of, number_of
from renderer.bill.table_cells import Proof, RowCells
from renderer.bill.table_fields import (
    AmountCell,
    Cell,
    DayCell,
    QuantityCell,
    RateCell,
)
from renderer.bill.table_notation import (
    as_gigabytes,
    as_minutes,
    day_written,
    in_minor,
    number_written,
)
from renderer.bill.units import unit_of
from renderer.bill.values import Money, Percent, Period, Quantity
from renderer.errors import BillError

FINER_FLOAT = 2
"""Decimals beyond the minor unit that an amount in floating point may have."""


class RowReader(RowCells):
    """Reads the fields of a section as values."""

    def day(self, path: str, *names: str) -> date | None:
        """Read a day.

        Raises:
            BillError: `date-not-valid`.
        """
        cell, raw = self.cell(*names), self.raw(*names)
        if raw is None or not isinstance(cell, DayCell):
            return None
        if cell.format is None or cell.constant is not None or date_of(raw.text):
            return self.ledger.day(path, raw)
        day = day_written(raw.text, cell.format)
        if day is None:
            raise BillError(
                "date-not-valid",
                "This is not a day in the format that the mapping says.",
                raw.where,
                f"The format stands at {self.mapping.where(self.at(*names))}.",
            )
        parts = (self.quote(raw), self.quote(self.told(*names, "format")))
        self.ledger.sources[path] = Computed("day_written", parts)
        return day

    def period(self, path: str, *names: str) -> Period | None:
        """Read a period; with one end only it is absent.

        Raises:
            BillError: `period-reversed`, `date-not-valid`.
        """
        start, end = (
            self.day(f"{path}.start", *names, "start"),
            self.day(f"{path}.end", *names, "end"),
        )
        if start is None or end is None:
            for side in ("start", "end"):
                self.ledger.sources.pop(f"{path}.{side}", None)
            return None
        if end < start:
            raw = self.raw(*names, "end")
            raise BillError(
                "period-reversed",
                "This period ends before it starts.",
                raw.where if raw else None,
                "Correct the export where it is made.",
            )
        self.ledger.sources[path] = Computed("period", (f"{path}.start", f"{path}.end"))
        return Period(start, end)

    def money(self, path: str, *names: str, flip: bool = False) -> Money | None:
        """Read an amount; with `flip`, or for a credit note, its sign is turned.

        Raises:
            BillError: `number-not-readable`, `table-number-not-exact`.
        """
        cell, raw = self.cell(*names), self.raw(*names)
        if raw is None or not isinstance(cell, AmountCell):
            return None
        currency = self.ledger.currency
        minor = (cell.unit or self.mapping.told.amounts) == "minor"
        number, proof = self._number(
            raw, cell, currency=not minor, unit=self._minor(cell, *names) if minor else None
        )
        batch = self.row.batch
        if cell.column and raw.document is batch.file and batch.is_inexact(cell.column):
            self._check_float(number, raw, minor=minor)
        value = Money(in_minor(number, currency), currency)
        if minor:
            proof = Computed(
                "from_minor", (self.keep(Quantity(number, "minor"), proof), "currency")
            )
            value = Money(in_minor(number * minor_unit(currency), currency), currency)
        if (self.ledger.negative != flip) != cell.negate and value.amount:
            proof = Computed("negate", (self.keep(value, proof),))
            value = Money(-value.amount, currency)
        self.ledger.sources[path] = proof
        return value

    def payable(self, path: str, *names: str) -> Money | None:
        """Read an amount that can be paid: one without fractions of the minor unit.

        Raises:
            BillError: `amount-too-fine`.
        """
        value, raw = self.money(path, *names), self.raw(*names)
        if value is not None and value.amount % minor_unit(value.currency):
            raise BillError(
                "amount-too-fine",
                "This amount is finer than the smallest unit of its currency.",
                raw.where if raw else None,
                "Totals have to be rounded to what can be paid; see `amounts` of the mapping.",
            )
        return value

    def rate(self, path: str, *names: str) -> Percent | None:
        """Read a tax rate, as the mapping says: per cent, or a fraction.

        Raises:
            BillError: `number-not-readable`.
        """
        cell, raw = self.cell(*names), self.raw(*names)
        if raw is None or not isinstance(cell, RateCell):
            return None
        fraction = cell.unit == "fraction"
        mark = self._mark(raw, cell)
        number = _plainly(raw, mark)
        written = None if mark is None else number_written(raw.text, mark.text)
        found = written if number is None else number
        if found is None or (fraction and abs(found) > 1):
            raise not_a_number(raw)
        if number is not None or mark is None:
            self.ledger.sources[path] = source(raw)
        else:
            parts = [self.quote(raw), self.quote(mark)]
            if fraction:
                parts.append(self.quote(self.told(*names, "unit")))
            self.ledger.sources[path] = Computed("percent_written", tuple(parts))
        return Percent(found * 100 if fraction else found)

    def quantity(self, path: str, *names: str) -> Quantity | None:
        """Read how much of something; `as` tells data in GB and seconds in minutes.

        Raises:
            BillError: `number-not-readable`, `table-unit-differs`.
        """
        cell, raw = self.cell(*names), self.raw(*names)
        if raw is None or not isinstance(cell, QuantityCell):
            return None
        said = self.word(*names, "unit")
        unit = unit_of(said.text) if said is not None else "unit"
        number, proof = self._number(raw, cell, unit=said)
        value = Quantity(number, unit)
        if cell.told_as is not None and unit != cell.told_as:
            value, proof = self._converted(value, proof, cell, *names)
        self.ledger.sources[path] = proof
        return value

    def _number(
        self, raw: Raw, cell: Cell, *, currency: bool = False, unit: Raw | None = None
    ) -> tuple[Decimal, Proof]:
        """Read a number as it stands, or in the notation that the mapping says of the table."""
        mark = self._mark(raw, cell)
        number = _plainly(raw, mark)
        if number is not None:
            return number, source(raw)
        written = None if mark is None else number_written(raw.text, mark.text)
        if written is None or mark is None:
            raise not_a_number(raw)
        parts = [self.quote(raw), self.quote(mark)]
        if currency:
            return written, Computed("amount_written", (*parts, "currency"))
        if unit is not None:
            parts.append(self.quote(unit))
        return written, Computed("quantity_written", tuple(parts))

    def _converted(
        self, value: Quantity, proof: Proof, cell: QuantityCell, *names: str
    ) -> tuple[Quantity, Proof]:
        parts = [self.keep(value, proof)]
        if cell.told_as == "min":
            made, operation = as_minutes(value), "in_minutes"
        else:
            made, operation = as_gigabytes(value, int(cell.thousand)), "in_gigabytes"
            if cell.thousand != "1000":
                parts.append(self.quote(self.told(*names, "thousand")))
        if made is None:
            raw = self.raw(*names)
            raise BillError(
                "table-unit-differs",
                f"What this cell counts cannot be told in {cell.told_as}.",
                raw.where if raw else None,
                f"The unit stands at {self.mapping.where(self.at(*names, 'unit'))}.",
            )
        return made, Computed(operation, tuple(parts))

    def _check_float(self, number: Decimal, raw: Raw, *, minor: bool) -> None:
        """Refuse an amount that shows the traces of arithmetic in floating point."""
        unit = Decimal(1) if minor else minor_unit(self.ledger.currency)
        if number % unit.scaleb(-FINER_FLOAT):
            raise BillError(
                "table-number-not-exact",
                "This amount has been through arithmetic in floating point.",
                raw.where,
                "Export amounts as decimals, as text, or as whole minor units.",
            )

    def _mark(self, raw: Raw, cell: Cell) -> Raw | None:
        """Return the decimal mark of a number that is text; `None` where it is a plain point."""
        row = self.row
        if cell.column is None or raw.document is not row.batch.file or row.table.decimal is None:
            return None
        if not row.batch.is_text(cell.column, row.at):
            return None
        name = self.mapping.table_of(self.section)
        return self.mapped(f"/tables/{escape(name or '')}/decimal")

    def _minor(self, cell: AmountCell, *names: str) -> Raw:
        return self.mapped("/amounts") if cell.unit is None else self.told(*names, "unit")


def _plainly(raw: Raw, mark: Raw | None) -> Decimal | None:
    """Read a number as it stands, if it cannot mean another in the table's notation."""
    plain = mark is None or mark.text == "." or "." not in raw.text
    return number_of(raw.text) if plain else None


def not_a_number(raw: Raw) -> BillError:
    """Make the error for a cell that is no number."""
    return BillError(
        "number-not-readable",
        "Expected a number here.",
        raw.where,
        "Write digits with the decimal mark that the mapping says, and at most eight decimals.",
    )
