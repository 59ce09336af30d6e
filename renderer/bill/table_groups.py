"""Walks a table that is sorted by bill, a bill at a time, in memory that one bill needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from renderer.bill.table_bill import MOST_ROWS
from renderer.bill.table_rows import Row
from renderer.errors import BillError

Group = tuple[str, list[Row]]


class KeyOrder:
    """The order that the tables of an export are sorted in: as text, or as whole numbers.

    Which of the two is not told but seen: each pair of keys that follow each other may rule one
    out. When both are, the table is not sorted.
    """

    def __init__(self) -> None:
        self.as_text = self.as_number = True

    def follows(self, before: str, after: str) -> bool:
        """Tell whether a key may stand behind another one, and remember what that means."""
        as_text, as_number = before < after, _number(before, after) == -1
        if not ((self.as_text and as_text) or (self.as_number and as_number)):
            return False
        self.as_text, self.as_number = self.as_text and as_text, self.as_number and as_number
        return True

    def is_past(self, key: str, wanted: str) -> bool:
        """Tell whether a key can only stand before the wanted one."""
        later = (self.as_text and key > wanted) or (self.as_number and _number(key, wanted) == 1)
        return key != wanted and not later


def _number(one: str, other: str) -> int | None:
    """Compare two keys as whole numbers: -1, 0, 1; `None` where one is none."""
    if not (one.isascii() and one.isdecimal() and other.isascii() and other.isdecimal()):
        return None
    first, second = (
        (len(one.lstrip("0")), one.lstrip("0")),
        (len(other.lstrip("0")), other.lstrip("0")),
    )
    return (first > second) - (first < second)


def grouped(rows: Iterable[Row], order: KeyOrder) -> Iterator[Group]:
    """Group rows that follow each other by their bill.

    Raises:
        BillError: `table-key-missing`, `table-not-sorted`, `table-too-many-rows`.
    """
    group: list[Row] = []
    current: str | None = None
    for row in rows:
        key = key_of(row)
        if key != current:
            if current is not None:
                yield current, group
                if not order.follows(current, key):
                    raise BillError(
                        "table-not-sorted",
                        "The rows of this table are not in the order of their bills.",
                        row.where(row.table.key),
                        "Export the table sorted by the column that `key` names, ascending.",
                    )
            current, group = key, []
        group.append(row)
        check_size(group)
    if current is not None:
        yield current, group


def key_of(row: Row) -> str:
    """Return which bill a row belongs to.

    Raises:
        BillError: `table-key-missing`.
    """
    key = row.text(row.table.key)
    if key is None:
        raise BillError(
            "table-key-missing",
            "This row does not say which bill it belongs to.",
            row.where(row.table.key),
            "Fill the column that `key` names.",
        )
    return key


def check_size(rows: list[Row]) -> None:
    """Refuse a bill of more rows than any bill has.

    Raises:
        BillError: `table-too-many-rows`.
    """
    if len(rows) > MOST_ROWS:
        raise BillError(
            "table-too-many-rows",
            f"One bill has more than {MOST_ROWS} rows in this table.",
            rows[-1].where(),
            "Check the column that `key` names, or give rows summed up by product.",
        )
