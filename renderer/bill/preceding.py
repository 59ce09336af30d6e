"""The bills that came before one: from files, folders, lists, and tables.

A folder may hold bills of every customer: those of other accounts are left out and counted. What
is no bill at all is an error, and names the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from renderer.bill.documents import open_document
from renderer.bill.load import parse_documents
from renderer.bill.model import Bill
from renderer.bill.recognise import Format, recognise
from renderer.bill.table_file import is_mapping, not_readable
from renderer.bill.tmf_list import read_tmf_list
from renderer.errors import BillError


class Accounts(Protocol):
    """What knows the bills of accounts: an opened `BillTable`, or a part of one."""

    def bills_of(self, account: str, /) -> Iterator[Bill]:
        """Read all bills of an account."""
        ...


@dataclass(frozen=True, slots=True)
class Preceding:
    """What was found.

    Args:
        bills: earlier bills of the same account, in the order they were found.
        strangers: how many bills of other accounts there were.
        later: how many bills were the bill itself, or of the same time or after it.
    """

    bills: tuple[Bill, ...] = ()
    strangers: int = 0
    later: int = 0


def preceding_bills(source: Path | Accounts, bill: Bill) -> tuple[Bill, ...]:
    """Read the earlier bills of a bill's account; otherwise as `find_preceding`."""
    return find_preceding([source], bill).bills


def find_preceding(sources: Sequence[Path | Accounts], bill: Bill) -> Preceding:
    """Find the earlier bills of a bill's account.

    Args:
        sources: opened tables; or files (a bill, a TM Forum list of bills, a table's mapping) and
            folders of files, of which those that begin with a dot are left out.
        bill: the bill that others may precede.

    A bill that does not say its day is kept, and so is the one bill of a file: it is meant, and a
    story tells why it is of no use.

    Raises:
        BillError: for a file that is no bill or whose sums do not hold, and
            `preceding-without-account` for a table when the bill does not say its account.
    """
    found: list[Bill] = []
    strangers = later = 0
    for other, meant in (one for source in sources for one in _bills_in(source, bill)):
        if meant:
            found.append(other)
        elif _is_stranger(bill, other):
            strangers += 1
        elif _is_later(bill, other):
            later += 1
        else:
            found.append(other)
    return Preceding(tuple(found), strangers, later)


def own_preceding(sources: Sequence[Path | Accounts], bill: Bill) -> tuple[Bill, ...]:
    """Find the earlier bills of a bill's account where there should be some of its own.

    Raises:
        BillError: `another-account` when all that there are belong to others, and as
            `find_preceding`.
    """
    found = find_preceding(sources, bill)
    if found.strangers and not found.bills:
        where = next((str(one) for one in sources if isinstance(one, Path)), None)
        raise BillError(
            "another-account",
            "All of the earlier bills belong to other accounts",
            where,
            "Give earlier bills of the same account.",
        )
    return found.bills


def load_bills(path: Path) -> tuple[Bill, ...]:
    """Read every bill of one file: one, or several in a TM Forum list.

    Raises:
        BillError: as `load_bill`.
    """
    document = open_document(path)
    form, _ = recognise(document)
    if form is Format.JSON:
        return read_tmf_list(document)
    return (parse_documents([document], None),)


def _bills_in(source: Path | Accounts, bill: Bill) -> Iterator[tuple[Bill, bool]]:
    """Walk the bills of a source, each with whether it is meant: a file of one bill is."""
    if not isinstance(source, Path):
        yield from ((one, False) for one in _in_table(source, bill))
    elif source.is_dir():
        yield from ((one, False) for path in _files(source) for one in load_bills(path))
    elif is_mapping(source):
        from renderer.bill.tables import open_table  # here: few bills come with a table

        yield from ((one, False) for one in _in_table(open_table(source), bill))
    else:
        bills = load_bills(source)
        yield from ((one, len(bills) == 1) for one in bills)


def _files(folder: Path) -> Iterator[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        raise not_readable(folder, error) from None
    for path in inside:
        if path.is_file() and not path.name.startswith("."):
            yield path


def _in_table(table: Accounts, bill: Bill) -> Iterator[Bill]:
    if bill.customer.account is None:
        raise BillError(
            "preceding-without-account",
            "The bill does not say its account, so its earlier bills cannot be found in a table.",
            None,
            "Map customer.account, or give the earlier bills as files.",
        )
    return table.bills_of(bill.customer.account)


def _is_stranger(bill: Bill, other: Bill) -> bool:
    return len({bill.customer.account, other.customer.account} - {None}) > 1


def _is_later(bill: Bill, other: Bill) -> bool:
    if other.id == bill.id:
        return True
    if bill.period and other.period:
        return other.period.end >= bill.period.end
    if bill.issued and other.issued:
        return other.issued >= bill.issued
    return False
