"""A billing system's export as bills: one by its key, an account's, or all in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as Named
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from renderer.bill.model import Bill
from renderer.bill.table_bill import BillRows, read_table_bill
from renderer.bill.table_file import TableFile, find_files
from renderer.bill.table_groups import Group, KeyOrder, check_size, grouped, key_of
from renderer.bill.table_mapping import SECTIONS, Mapping, load_mapping, nearest
from renderer.bill.table_rows import Row, Rows, open_rows, rows_of
from renderer.bill.table_sections import TableIn
from renderer.bill.table_yaml import not_valid
from renderer.errors import BillError


def open_table(mapping: Path, files: Named[str, Path] | None = None) -> BillTable:
    """Open an export of a billing system.

    Args:
        mapping: mapping.yaml, which says what its columns mean.
        files: files or folders in place of those the mapping names, by table.

    Raises:
        BillError: `mapping-not-valid`, `table-column-missing`, and what opening files raises.
    """
    loaded = load_mapping(mapping)
    places = {name: loaded.folder / table.file for name, table in loaded.told.tables.items()}
    for name, path in (files or {}).items():
        if name not in places:
            raise not_valid(
                "There is no table of this name.", loaded.where("/tables"), nearest(name, places)
            )
        places[name] = path
    return BillTable(loaded, {name: find_files(path) for name, path in places.items()})


@dataclass(frozen=True)
class BillTable:
    """An opened export: tables of one file or several parts each."""

    mapping: Mapping
    files: Named[str, tuple[TableFile, ...]]

    @cached_property
    def _parts(self) -> dict[str, list[Rows]]:
        """Open every file, check its columns, and begin to hash it."""
        parts: dict[str, list[Rows]] = {}
        for name, files in self.files.items():
            table = self.mapping.table(name)
            parts[name] = [open_rows(file, table) for file in files]
            for file, rows in zip(files, parts[name], strict=True):
                self._check_columns(name, file, rows)
        return parts

    def bill(self, key: str) -> Bill:
        """Read one bill.

        Raises:
            BillError: `table-bill-missing`, and whatever is wrong with the bill.
        """
        found = next(self._bills_of([key]), None)
        if found is None:
            raise BillError(
                "table-bill-missing",
                "The table holds no bill of this key.",
                f"{self._first.name}#/columns/{self._table.key}",
                "Give the key as the column writes it.",
            )
        return found

    def keys(self) -> Iterator[str]:
        """Walk the keys of all bills, in the table's order.

        Raises:
            BillError: `table-not-sorted`, `table-key-missing`.
        """
        rows = self._section_rows("bill", self._scan(self._name, (self._table.key, *self._only())))
        for key, _ in grouped(rows, KeyOrder()):
            yield key

    def bills(self) -> Iterator[Bill]:
        """Read all bills of tables that are sorted by key, in memory that one bill needs.

        Raises:
            BillError: `table-not-sorted`, `table-row-without-bill`, `table-key-missing`, and
                whatever is wrong with a bill.
        """
        order = KeyOrder()
        for files in self.files.values():
            for file in files:
                file.start()
        groups = {
            name: grouped(self._scan(name, self.mapping.columns[name]), order)
            for name in self.files
        }
        heads = groups.pop(self._name)
        streams = {name: _Stream(one, order) for name, one in groups.items()}
        for key, head in heads:
            tables = {self._name: head}
            tables |= {name: stream.take(key) for name, stream in streams.items()}
            sections = self._sections(tables)
            if sections["bill"]:
                yield read_table_bill(self.mapping, sections)
        for stream in streams.values():
            stream.end()

    def bills_of(self, account: str) -> Iterator[Bill]:
        """Read all bills of an account, in the table's order.

        Raises:
            BillError: `mapping-not-valid` when the mapping does not say where accounts stand,
                and whatever is wrong with a bill.
        """
        return self._bills_of(self.keys_of([account])[account])

    def keys_of(self, accounts: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Find the keys of the bills of several accounts, in the table's order, in one reading.

        Raises:
            BillError: `mapping-not-valid` when the mapping does not say where accounts stand.
        """
        cell = self.mapping.told.bill.fields.customer.account
        if cell is None or cell.column is None:
            raise not_valid(
                "The mapping does not say in which column a bill's account stands.",
                self.mapping.where("/bill/fields"),
                "Map it as customer: {account: COLUMN}.",
            )
        columns = (self._table.key, cell.column, *self._only())
        found: dict[str, dict[str, None]] = {account: {} for account in accounts}
        if found:
            rows = self._find(self._name, cell.column, frozenset(found), columns)
            for row in self._section_rows("bill", rows):
                found[row.text(cell.column) or ""][key_of(row)] = None
        return {account: tuple(keys) for account, keys in found.items()}

    def rows_of(self, keys: Sequence[str]) -> dict[str, BillRows]:
        """Find the rows of several bills in one reading of each table.

        Bills that are not there are left out; `read` makes a bill of what is found.

        Raises:
            BillError: `table-too-many-rows` when one of them has more than any bill has.
        """
        wanted = frozenset(keys)
        tables: dict[str, dict[str, list[Row]]] = {}
        for name in self.files if keys else ():
            table = self.mapping.table(name)
            by_key = tables.setdefault(name, {key: [] for key in keys})
            for row in self._find(name, table.key, wanted, self.mapping.columns[name]):
                rows = by_key[key_of(row)]
                rows.append(row)
                check_size(rows)
        sections = {
            key: self._sections({name: rows[key] for name, rows in tables.items()}) for key in keys
        }
        return {key: found for key, found in sections.items() if found["bill"]}

    def read(self, rows: BillRows) -> Bill:
        """Read a bill from its rows.

        Raises:
            BillError: whatever is wrong with it.
        """
        return read_table_bill(self.mapping, rows)

    def _bills_of(self, keys: Sequence[str]) -> Iterator[Bill]:
        for rows in self.rows_of(keys).values():
            yield self.read(rows)

    @property
    def _name(self) -> str:
        return self.mapping.table_of("bill") or ""

    @property
    def _table(self) -> TableIn:
        return self.mapping.table(self._name)

    @property
    def _first(self) -> TableFile:
        return self.files[self._name][0]

    def _only(self) -> tuple[str, ...]:
        return tuple(self.mapping.told.bill.only)

    def _scan(self, name: str, columns: Sequence[str]) -> Iterator[Row]:
        for rows in self._parts[name]:
            for batch in rows.scan(list(dict.fromkeys(columns))):
                yield from rows_of(batch, self.mapping.table(name))

    def _find(
        self, name: str, column: str, wanted: frozenset[str], columns: Sequence[str]
    ) -> Iterator[Row]:
        for file in self.files[name]:
            file.start()
        for rows in self._parts[name]:
            for batch in rows.find(column, wanted, list(dict.fromkeys(columns))):
                yield from rows_of(batch, self.mapping.table(name))

    def _sections(self, tables: Named[str, Sequence[Row]]) -> BillRows:
        found: dict[str, list[Row]] = {}
        for name in SECTIONS:
            table = self.mapping.table_of(name)
            if table is not None:
                found[name] = list(self._section_rows(name, tables[table]))
        return found

    def _section_rows(self, section: str, rows: Iterable[Row]) -> Iterator[Row]:
        """Leave out the rows of a table that are not this section's."""
        told = self.mapping.section(section)
        only = {} if told is None else told.only
        for row in rows:
            if all(row.text(column) in words for column, words in only.items()):
                yield row

    def _check_columns(self, name: str, file: TableFile, rows: Rows) -> None:
        known = rows.columns()
        for column in self.mapping.columns[name]:
            times = known.count(column)
            if times == 1 or (times == 0 and rows.sparse):
                continue
            raise BillError(
                "table-column-missing",
                "The mapping names a column that this table does not have."
                if times == 0
                else "The mapping names a column that this table has twice.",
                f"{file.name}#/columns/{column[:80]}",
                nearest(column, known) if times == 0 else "Give each column a name of its own.",
            )


class _Stream:
    """The groups of a table beside the bills' own, taken as the bills come to them."""

    def __init__(self, groups: Iterator[Group], order: KeyOrder) -> None:
        self.groups = groups
        self.order = order
        self.waiting = next(groups, None)

    def take(self, key: str) -> list[Row]:
        """Return the rows of a bill; none where the table has none of it."""
        if self.waiting is None:
            return []
        at, rows = self.waiting
        if at != key:
            if self.order.is_past(at, key):
                raise _without_bill(rows)
            return []
        self.waiting = next(self.groups, None)
        return rows

    def end(self) -> None:
        """Check that no rows are left."""
        if self.waiting is not None:
            raise _without_bill(self.waiting[1])


def _without_bill(rows: Sequence[Row]) -> BillError:
    return BillError(
        "table-row-without-bill",
        "This row belongs to a bill that is not there, or the tables are sorted differently.",
        rows[0].where(rows[0].table.key),
        "Export all tables for the same bills, sorted the same way.",
    )
