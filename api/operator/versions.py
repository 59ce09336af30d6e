"""Which version of a bill is meant, and whether it is the one that a request was made for."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.errors import RequestError
from api.records import Bill, BillVersion


def newest(session: Session, bill: Bill) -> BillVersion:
    """Return a bill's newest version."""
    return session.scalars(
        select(BillVersion).where(
            BillVersion.bill_id == bill.id, BillVersion.number == bill.version
        )
    ).one()


def newest_of(session: Session, bills: Sequence[Bill]) -> dict[str, BillVersion]:
    """Return the newest version of each of some bills, by the bill's id."""
    found = session.scalars(
        select(BillVersion)
        .join(Bill, Bill.id == BillVersion.bill_id)
        .where(Bill.id.in_([bill.id for bill in bills]), BillVersion.number == Bill.version)
    )
    return {version.bill_id: version for version in found}


def check_revision(bill: Bill | None, wanted: int | None) -> None:
    """Check that a bill, or its absence, is what a request was made for.

    Raises:
        RequestError: `changed-since`.
    """
    if wanted is not None and wanted != (bill.revision if bill else 0):
        raise RequestError(
            "changed-since",
            "the bill is not at the revision that the request names",
            remedy="Read it again, and decide anew.",
            status=412,
        )
