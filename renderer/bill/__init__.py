"""Bytes become a `Bill`: one frozen model, whatever document it came from.

Tables are loaded when they are first asked for: most bills are documents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from renderer.bill.documents import Document
from renderer.bill.load import load_bill, parse_bill
from renderer.bill.preceding import find_preceding, load_bills, own_preceding, preceding_bills

if TYPE_CHECKING:
    from renderer.bill.tables import BillTable, open_table


def __getattr__(name: str) -> Any:
    if name not in ("BillTable", "open_table"):
        raise AttributeError(f"module 'renderer.bill' has no attribute {name!r}")
    from renderer.bill import tables

    return getattr(tables, name)


__all__ = [
    "BillTable",
    "Document",
    "find_preceding",
    "load_bill",
    "load_bills",
    "open_table",
    "own_preceding",
    "parse_bill",
    "preceding_bills",
]
