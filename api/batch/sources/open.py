"""A cycle -> the source of its bills."""

from __future__ import annotations

from api.batch.cycle import Cycle
from api.batch.sources.bill_files import BillFiles
from api.batch.sources.customers import CustomerFolders
from api.batch.sources.model import Source


def open_source(cycle: Cycle) -> Source:
    """Open the source that a cycle names; nothing is read yet."""
    bills = cycle.told.bills
    if bills.customers is not None:
        return CustomerFolders(cycle.path(bills.customers.folder), bills.customers)
    if bills.files is not None:
        earlier = bills.files.previous
        return BillFiles(
            cycle.path(bills.files.folder), cycle.path(earlier) if earlier else None, bills.files
        )
    assert bills.table is not None  # noqa: S101
    from api.batch.sources.tables import Tables  # here: pyarrow, which few cycles need

    files = {name: cycle.path(one) for name, one in bills.table.files.items()}
    return Tables(
        cycle.path(bills.table.mapping), files, [cycle.path(one) for one in bills.table.previous]
    )
