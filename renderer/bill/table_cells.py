"""What one row's cells say, by field: as text, by the mapping's codes, or as a constant of it."""

from __future__ import annotations

from dataclasses import dataclass

from renderer.bill.currency import read_currency
from renderer.bill.documents import Raw
from renderer.bill.ledger import Ledger, Part, source
from renderer.bill.model import Computed, Source
from renderer.bill.pointer import escape
from renderer.bill.reading import text_of
from renderer.bill.table_fields import Cell, OneOf, TextCell
from renderer.bill.table_mapping import Mapping
from renderer.bill.table_rows import Row
from renderer.errors import BillError

Proof = Source | Computed


@dataclass(frozen=True)
class RowCells:
    """The fields of a section ("lines") in one row."""

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
        pointer = self.at(*names)
        if self.mapping.tree.at(pointer) is None:  # the short form of a constant
            pointer = pointer.removesuffix("/constant")
        return self.mapped(pointer)

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
                f"Add it to the field's values at {self.mapping.where(self.at(*names))}.",
            )
        return raw

    def token(self, path: str, *names: str) -> str | None:
        """Read one of our words."""
        raw = self.word(*names)
        if raw is None:
            return None
        self.ledger.sources[path] = source(raw)
        return raw.text.strip()

    def same_currency(self, *names: str) -> None:
        """Check that a row is in the bill's currency.

        Raises:
            BillError: `currencies-mixed`, `currency-unknown`.
        """
        raw = self.word(*names)
        if raw is not None and read_currency(raw) != self.ledger.currency:
            raise currencies_mixed(raw.where)

    def quote(self, raw: Raw) -> str:
        """Keep what a place says as a part of the bill, and return its path."""
        return self.ledger.part(text_of(raw.text), raw)

    def keep(self, value: Part, proof: Proof) -> str:
        """Keep a value on the way to another, and return its path."""
        path = f"parts.{len(self.ledger.parts)}"
        self.ledger.parts.append(value)
        self.ledger.sources[path] = proof
        return path

    def at(self, *names: str) -> str:
        """Return the pointer of a field into the mapping."""
        return f"/{self.section}/fields/" + "/".join(map(escape, names))

    def mapped(self, pointer: str) -> Raw:
        """Return what the mapping says at a pointer."""
        return Raw(self.mapping.document, pointer, str(self.mapping.tree.at(pointer)))


def currencies_mixed(where: str) -> BillError:
    """Make the error for a row of another currency than its bill."""
    return BillError(
        "currencies-mixed",
        "This row is in another currency than its bill.",
        where,
        "A bill has one currency.",
    )
