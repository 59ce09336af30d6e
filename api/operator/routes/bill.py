"""A bill as the API answers it."""

from __future__ import annotations

from datetime import date
from typing import Any

from fastapi import Response
from pydantic import BaseModel, Field

from api.operator.etag import etag
from api.operator.references import BILL, told
from api.operator.words import Amount, Moment, amount
from api.records import Bill, BillVersion, Settlement, Standing, standing
from api.services import Services

TAGGED: dict[str, Any] = {
    "headers": {"ETag": {"description": "Its revision.", "schema": {"type": "string"}}}
}
"""Headers of an answer that is one bill."""


class BillOut(BaseModel):
    """A bill as the server knows it."""

    id: str = Field(description="Its opaque id, which events name.")
    reference: str = Field(description="Your name for it.")
    cycle: str = Field(description="The billing cycle it belongs to.")
    version: int = Field(description="Counts uploads that differ.")
    whole: bool = Field(
        description="Whether its breakdown adds up; else its film is the short one."
    )
    issued: date | None = None
    period_start: date | None = None
    period_end: date | None = None
    due: date | None = None
    amount_due: Amount = Field(description="As issued.")
    standing: Standing = Field(description="What it is to its customer today.")
    settlement: Settlement
    open: Amount = Field(description="What is still to be paid.")
    balance_version: int = Field(
        description="Counts changes of what is open; a payment is for one."
    )
    balance_as_of: Moment
    debit_on: date | None = None
    replaced_by: str | None = Field(None, description="Id of the bill that corrects this one.")
    created: Moment
    changed: Moment


def tell_bill(
    services: Services, bill: Bill, version: BillVersion, response: Response | None = None
) -> BillOut:
    """Return a bill as it is answered, with its ETag on `response` where it is alone there."""
    if response is not None:
        response.headers["ETag"] = etag(bill.revision)
    return BillOut(
        id=bill.id,
        reference=told(services.vault, BILL, bill.operator_id, bill.reference_sealed),
        cycle=bill.cycle,
        version=bill.version,
        whole=version.whole,
        issued=version.issued,
        period_start=version.period_start,
        period_end=version.period_end,
        due=version.due,
        amount_due=amount(version.due_minor, version.currency),
        standing=standing(bill, version.due, services.today()),
        settlement=bill.settlement,
        open=amount(bill.open_minor, version.currency),
        balance_version=bill.balance_version,
        balance_as_of=bill.balance_as_of,
        debit_on=bill.debit_on,
        replaced_by=bill.replaced_by,
        created=bill.created,
        changed=bill.changed,
    )
