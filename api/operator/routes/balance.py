"""`/v1/bills/{reference}/balance`: what is still to be paid."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import Field

from api.errors import RequestError
from api.http import ServicesOf, problems
from api.operator.caller import allowed
from api.operator.etag import ExpectedOf
from api.operator.references import bill_of
from api.operator.routes.bill import TAGGED, BillOut, tell_bill
from api.operator.scopes import Scope
from api.operator.versions import check_revision, newest
from api.operator.words import Amount, Moment, Reference, Strict
from api.records import Key, Settlement, settle
from api.records.audit import note

_AHEAD = timedelta(minutes=5)
"""By how much clocks of others may be ahead of ours."""

router = APIRouter(prefix="/v1/bills", tags=["bills"])
Accountant = Annotated[Key, Depends(allowed(Scope.BALANCES_WRITE))]


class BalanceIn(Strict):
    """What is known of a bill's payment."""

    settlement: Settlement = Field(
        description="`open`, `received` (not yet posted), `paid`, `direct_debit`, `credited`."
    )
    open: Amount = Field(description="What is still to be paid, in the bill's currency.")
    debit_on: date | None = Field(None, description="When a direct debit is collected.")
    as_of: Moment | None = Field(
        None, description="When this was true; what is older than what is known is refused."
    )


@router.put(
    "/{reference}/balance",
    responses={200: {"description": "The bill.", **TAGGED}, **problems(400, 404, 409, 412, 413)},
)
def set_balance(
    reference: Reference,
    balance: BalanceIn,
    response: Response,
    services: ServicesOf,
    key: Accountant,
    revision: ExpectedOf,
) -> BillOut:
    """Say what is still to be paid: after a payment elsewhere, a credit, a direct debit."""
    now = services.clock()
    as_of = balance.as_of or now
    if as_of > now + _AHEAD:
        raise RequestError(
            "request-not-valid", "this is a moment to come", "body/as_of", "Send when it was true."
        )
    open_minor = balance.open.minor()
    with services.database.writing() as session:
        bill = bill_of(session, services.vault, key.operator_id, reference, lock=True)
        check_revision(bill, revision)
        version = newest(session, bill)
        if balance.open.unit != version.currency:
            raise RequestError(
                "balance-currency",
                "the balance is in another currency than the bill",
                where="body/open/unit",
                remedy="Give what is open in the bill's currency.",
            )
        if as_of < bill.balance_as_of:
            raise RequestError(
                "balance-outdated",
                "what is known of the bill's payment is newer than this",
                where="body/as_of",
                remedy="Leave it out: the newer one stays.",
                status=409,
            )
        settle(bill, balance.settlement, open_minor, "operator", as_of, now, balance.debit_on)
        note(session, key, now, "bill.settle", bill.id)
    return tell_bill(services, bill, version, response)
