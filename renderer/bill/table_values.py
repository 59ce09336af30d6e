"""Reads one row's cells as values, each with its proof.

A cell that says its value plainly is its source. Anything else (a decimal comma, minor units,
another order of a day, bytes told as GB, a sign turned) is computed from parts that are verbatim,
by operations that anyone can run again: what the mapping adds has its source in the mapping.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from renderer.bill.currency import minor_unit, read_currency
from renderer.bill.documents import Raw
from renderer.bill.ledger import Ledger, Part, source
from renderer.bill.model import Computed, Source
from renderer.bill.pointer import escape
from renderer.bill.reading import date_of, number_of
from renderer.bill.table_fields import (
    AmountCell,
    Cell,
    DayCell,
    OneOf,
    QuantityCell,
    RateCell,
    TextCell,
)
from renderer.bill.table_mapping import Mapping
from renderer.bill.table_notation import (
    as_gigabytes,
    as_minutes,
    day_written,
    in_minor,
    number_written,
)
from renderer.bill.table_rows import Row
from renderer.bill.units import unit_of
from renderer.bill.values import Money, Percent, Period, Quantity
from renderer.errors import BillError

Proof = Source | Computed

FINER_FLOAT = 2
"""Decimals beyond the minor unit that an amount in floating point may have."""


@dataclass(frozen=True)
class RowReader:
    """Reads the fields of a section ("lines") from one row."""

    mapping: Mapping
    section: str
    row: Row
    ledger: Ledger

    def cell(self, *names: str) -> Cell | None:
        """Find where a field stands ("period", "start"); `None` where the mapping has none."""
        return self.mapping.cell(self.section, names)

    def raw(self, *names: str) -> Raw | None:
        """Return what a field says: its cell of the row, or the mapping's constant."""
        cell = self.cell(*names)
        if cell is None:
            return None
        if cell.column is not None:
            return self.row.raw(cell.column)
        return self.told(*names, "constant")

    def told(self, *names: str) -> Raw:
        """Return what the mapping itself says at a place of this section's fields."""
        pointer = self._at(*names)
        if self.mapping.tree.at(pointer) is None:  # the short form of a constant
            pointer = pointer.removesuffix("/constant")
        return self._mapped(pointer)

    def text(self, path: str, *names: str) -> str | None:
        """Read text; codes become what the mapping says they mean."""
        return self.ledger.text(path, self.word(*names))

    def word(self, *names: str) -> Raw | None:
        """Return a field's text, or the mapping's word for it.

        Raises:
            BillError: `table-value-unmapped`.
        """
        cell, raw = self.cell(*names), self.raw(*names)
        if raw is None or not isinstance(cell, TextCell | OneOf) or cell.constant is not None:
            return raw
        text = raw.text.strip()
        if text in cell.values:
            return self.told(*names, "values", text)
        if cell.other is not None:
            return self.told(*names, "other")
        if isinstance(cell, OneOf) and not cell.values and cell.knows(text):
            return raw
        if isinstance(cell, OneOf) or cell.values:
            raise BillError(
                "table-value-unmapped",
                "The mapping does not say what this cell means.",
                raw.where,
                f"Add it to the field's values at {self.mapping.where(self._at(*names))}.",
            )
        return raw

    def token(self, path: str, *names: str) -> str | None:
        """Read one of our words."""
        raw = self.word(*names)
        if raw is None:
            return None
        self.ledger.sources[path] = source(raw)
        return raw.text.strip()

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
                f"The format stands at {self.mapping.where(self._at(*names))}.",
            )
        parts = (self._text(raw), self._text(self.told(*names, "format")))
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
            parts = [self._text(raw), self._text(mark)]
            if fraction:
                parts.append(self._text(self.told(*names, "unit")))
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

    def same_currency(self, *names: str) -> None:
        """Check that a row is in the bill's currency.

        Raises:
            BillError: `currencies-mixed`, `currency-unknown`.
        """
        raw = self.word(*names)
        if raw is not None and read_currency(raw) != self.ledger.currency:
            raise currencies_mixed(raw.where)

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
        parts = [self._text(raw), self._text(mark)]
        if currency:
            return written, Computed("amount_written", (*parts, "currency"))
        if unit is not None:
            parts.append(self._text(unit))
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
                parts.append(self._text(self.told(*names, "thousand")))
        if made is None:
            raw = self.raw(*names)
            raise BillError(
                "table-unit-differs",
                f"What this cell counts cannot be told in {cell.told_as}.",
                raw.where if raw else None,
                f"The unit stands at {self.mapping.where(self._at(*names, 'unit'))}.",
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
        return self._mapped(f"/tables/{escape(name or '')}/decimal")

    def _minor(self, cell: AmountCell, *names: str) -> Raw:
        return self._mapped("/amounts") if cell.unit is None else self.told(*names, "unit")

    def _text(self, raw: Raw) -> str:
        return self.ledger.part(raw.text, raw)

    def keep(self, value: Part, proof: Proof) -> str:
        """Keep a value on the way to another, and return its path."""
        path = f"parts.{len(self.ledger.parts)}"
        self.ledger.parts.append(value)
        self.ledger.sources[path] = proof
        return path

    def _at(self, *names: str) -> str:
        return f"/{self.section}/fields/" + "/".join(map(escape, names))

    def _mapped(self, pointer: str) -> Raw:
        return Raw(self.mapping.document, pointer, str(self.mapping.tree.at(pointer)))


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


def currencies_mixed(where: str) -> BillError:
    """Make the error for a row of another currency than its bill."""
    return BillError(
        "currencies-mixed",
        "This row is in another currency than its bill.",
        where,
        "A bill has one currency.",
    )
