"""Bills as rows of tables, read some at a time: a key by itself would cost a look at each table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Any

from api.batch.model import Listed
from api.batch.sources.marks import listed, mark_of
from api.batch.sources.model import GoneError, Papers
from renderer.bill import BillTable, open_table, own_preceding
from renderer.bill.model import Bill
from renderer.bill.table_bill import BillRows
from renderer.errors import BillError

TOGETHER = 64
"""Bills that are read together: their rows stay in memory until the last is a film."""
_PROVENANCE = {"documents", "sources", "parts"}
"""What a bill says of where it stands, which changes when another bill of the export does."""


@dataclass(frozen=True)
class _Part:
    """Some bills of a table, and some accounts' bills: found, not read."""

    table: BillTable
    rows: Mapping[str, BillRows]
    keys: Mapping[str, Sequence[str]]

    def bills_of(self, account: str, /) -> Iterator[Bill]:
        """Read all bills of an account."""
        for key in self.keys.get(account, ()):
            if key in self.rows:
                yield self.table.read(self.rows[key])


@dataclass(frozen=True)
class _Opened:
    """Tables as they are now."""

    mark: str
    bills: BillTable
    earlier: tuple[BillTable, ...]


@dataclass(frozen=True)
class _Expected:
    """What was read for the bills to come."""

    rows: Mapping[str, BillRows]
    earlier: tuple[_Part, ...]


_NOTHING = _Expected({}, ())


class Tables:
    """The bills of a table, and the earlier ones of others.

    Args:
        mapping: of the table with the cycle's bills.
        files: files in place of those that it names.
        earlier: mappings of tables that may hold earlier bills, or the same.
    """

    together = TOGETHER

    def __init__(self, mapping: Path, files: Mapping[str, Path], earlier: Sequence[Path]) -> None:
        self._mapping, self._files, self._earlier = mapping, dict(files), tuple(earlier)
        self._now: _Opened | None = None
        self._expected = _NOTHING

    def bills(self) -> Iterator[Listed]:
        """Walk the keys of all bills."""
        opened = self._open()
        for key in opened.bills.keys():  # noqa: SIM118  (a table is no dict)
            yield listed(key, opened.mark)

    def expect(self, keys: Sequence[str]) -> None:
        """Find the rows of the bills to come; one that spoils it for all is found out alone."""
        self._expected = _NOTHING
        with suppress(BillError):
            self._expected = self._find(self._open(), keys)

    def papers(self, key: str) -> Papers:
        """Read a bill and the earlier ones; what they say is their hash."""
        opened = self._open()
        found = self._expected
        if key not in found.rows:
            found = self._find(opened, [key])
        if key not in found.rows:
            raise GoneError
        bill = opened.bills.read(found.rows[key])
        earlier = own_preceding(found.earlier, bill) if found.earlier else ()
        total = sha256()
        for one in (bill, *earlier):
            total.update(_said(one))
        return Papers(opened.mark, total.hexdigest(), lambda: (bill, earlier))

    def mark(self, _key: str) -> str:
        """Return the mark of all tables: any of them may have changed the bill."""
        return self._open().mark

    def place(self, where: str) -> str:
        """Leave out the folder of the mapping."""
        return where.replace(f"{self._mapping.parent}/", "")

    def _open(self) -> _Opened:
        """Open the tables, again when they have changed."""
        now = self._now
        if now is None or now.mark != _mark(now):
            self._expected = _NOTHING
            bills = open_table(self._mapping, self._files)
            earlier = tuple(open_table(one) for one in self._earlier)
            now = _Opened("", bills, earlier)
            now = self._now = _Opened(_mark(now), bills, earlier)
        return now

    def _find(self, opened: _Opened, keys: Sequence[str]) -> _Expected:
        rows = opened.bills.rows_of(keys)
        if not opened.earlier:
            return _Expected(rows, ())
        accounts: dict[str, None] = {}
        for one in rows.values():
            with suppress(BillError):
                account = opened.bills.read(one).customer.account
                if account is not None:
                    accounts[account] = None
        return _Expected(rows, tuple(_part(table, tuple(accounts)) for table in opened.earlier))


def _part(table: BillTable, accounts: Sequence[str]) -> _Part:
    keys = table.keys_of(accounts)
    return _Part(table, table.rows_of([one for some in keys.values() for one in some]), keys)


def _mark(opened: _Opened) -> str:
    tables = (opened.bills, *opened.earlier)
    mappings = [Path(table.mapping.document.name) for table in tables]
    files = [file.path for table in tables for some in table.files.values() for file in some]
    return mark_of([*mappings, *files])


def _said(bill: Bill) -> bytes:
    """Return what a bill says as canonical JSON, without where it says so."""
    told = {one.name: getattr(bill, one.name) for one in fields(bill)}
    kept = {name: value for name, value in told.items() if name not in _PROVENANCE}
    return json.dumps(kept, default=_plain, sort_keys=True, separators=(",", ":")).encode()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [getattr(value, one.name) for one in fields(value)]
    if isinstance(value, Enum):
        return value.value
    return str(value)
