"""`/v1/bills`: uploaded, read, and what is owed on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.errors import RequestError
from api.films import read_facts
from api.http import ServicesOf, problems
from api.operator.caller import allowed
from api.operator.etag import ExpectedOf, etag
from api.operator.page import Page, WantedOf
from api.operator.references import BILL, bill_of, told
from api.operator.scopes import Scope
from api.operator.upload import Upload, check_revision, keep_original, newest, put_bill
from api.operator.words import Amount, Cycle, Moment, Reference, ReferenceWord, Strict, amount
from api.records import Bill, BillVersion, Key, Settlement, Standing, settle, standing
from api.records.audit import note
from api.services import Services

READ_S = 20.0
"""Time a document may take to be read, seconds; the largest takes two."""
_AHEAD = timedelta(minutes=5)
"""By how much clocks of others may be ahead of ours."""
MEDIA_TYPES = ("application/json", "application/xml", "text/xml", "application/pdf")

router = APIRouter(prefix="/v1/bills", tags=["bills"])
Reader = Annotated[Key, Depends(allowed(Scope.BILLS_READ))]
Writer = Annotated[Key, Depends(allowed(Scope.BILLS_WRITE))]
Accountant = Annotated[Key, Depends(allowed(Scope.BALANCES_WRITE))]


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


_DOCUMENT: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "The bill as your system writes it: TM Forum TMF678 (with rates and TMF677 "
        "usage as one object), a UBL or CII invoice, or a PDF that carries one.",
        "content": {
            "application/json": {"schema": {"type": "object"}},
            "application/xml": {"schema": {"type": "string"}},
            "application/pdf": {"schema": {"type": "string", "format": "binary"}},
        },
    }
}
_ORIGINAL: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "The PDF that the customer knows.",
        "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
    }
}
_TAGGED: dict[str, Any] = {
    "headers": {"ETag": {"description": "Its revision.", "schema": {"type": "string"}}}
}


async def document(request: Request, _key: Writer) -> bytes:
    """Read the body, once it is known that the caller may send one.

    Raises:
        RequestError: `media-type`.
    """
    if media_type(request) not in MEDIA_TYPES:
        raise RequestError(
            "media-type",
            "the document is of a kind that is not read here",
            where="header/Content-Type",
            remedy="Send application/json, application/xml or application/pdf.",
            status=415,
        )
    return await request.body()


def media_type(request: Request) -> str:
    """Return the kind of a request's body, without parameters; any JSON is JSON."""
    found = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return "application/json" if found.endswith("+json") else found


@router.put(
    "/{reference}",
    response_model=BillOut,
    openapi_extra=_DOCUMENT,
    responses={
        200: {"description": "A new version, or the same bytes again.", **_TAGGED},
        201: {"description": "A new bill.", "model": BillOut, **_TAGGED},
        **problems(400, 404, 408, 409, 412, 413, 415, 422),
    },
)
def upload_bill(
    reference: Reference,
    request: Request,
    response: Response,
    services: ServicesOf,
    key: Writer,
    revision: ExpectedOf,
    data: Annotated[bytes, Depends(document)],
    cycle: Annotated[
        Cycle | None, Query(description="Default: the month in which its period ends.")
    ] = None,
    replaces: Annotated[
        ReferenceWord | None, Query(description="Reference of the bill that it corrects.")
    ] = None,
) -> BillOut:
    """Put a bill: new, or a new version when its bytes differ from the last one's.

    Earlier bills of the same account are put in the same way; films tell what changed since.
    """
    facts = services.crew.run(READ_S, read_facts, data)
    upload = Upload(
        reference=reference,
        data=data,
        media_type=media_type(request),
        facts=facts,
        cycle=cycle,
        replaces=replaces,
        revision=revision,
    )
    now = services.clock()
    put = put_bill(services.database, services.objects, services.vault, key, upload, now)
    if put.made and put.version.number == 1:
        response.status_code = HTTPStatus.CREATED
    return _told(services, put.bill, put.version, response)


@router.get(
    "/{reference}",
    responses={200: {"description": "The bill.", **_TAGGED}, **problems(404)},
)
def read_bill(
    reference: Reference, response: Response, services: ServicesOf, key: Reader
) -> BillOut:
    """Read a bill and how it stands."""
    with services.database.reading() as session:
        bill = bill_of(session, services.vault, key.operator_id, reference)
        return _told(services, bill, newest(session, bill), response)


@router.get("")
def list_bills(
    services: ServicesOf,
    key: Reader,
    wanted: WantedOf,
    cycle: Annotated[Cycle | None, Query(description="Only of this cycle.")] = None,
) -> Page[BillOut]:
    """List bills, newest first."""
    found = select(Bill).where(Bill.operator_id == key.operator_id)
    if cycle is not None:
        found = found.where(Bill.cycle == cycle)
    with services.database.reading() as session:

        def told_all(bills: Sequence[Bill]) -> list[BillOut]:
            versions = _newest(session, bills)
            return [_told(services, bill, versions[bill.id]) for bill in bills]

        name = f"bills {cycle or ''}"
        return wanted.page(session, key, name, found, (Bill.created, Bill.id), told_all)


@router.put(
    "/{reference}/balance",
    responses={200: {"description": "The bill.", **_TAGGED}, **problems(400, 404, 409, 412, 413)},
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
    return _told(services, bill, version, response)


async def original(request: Request, _key: Writer) -> bytes:
    """Read the body of an original document.

    Raises:
        RequestError: `media-type`: it is no PDF.
    """
    data = await request.body() if media_type(request) == "application/pdf" else b""
    if not data.startswith(b"%PDF-"):
        raise RequestError(
            "media-type",
            "the original document is not a PDF",
            where="header/Content-Type",
            remedy="Send application/pdf.",
            status=415,
        )
    return data


@router.put(
    "/{reference}/original",
    status_code=204,
    openapi_extra=_ORIGINAL,
    responses={204: {"description": "It is kept."}, **problems(404, 408, 409, 412, 413, 415)},
)
def put_original(
    reference: Reference,
    services: ServicesOf,
    key: Writer,
    revision: ExpectedOf,
    data: Annotated[bytes, Depends(original)],
) -> None:
    """Put the document that the customer knows, which the page offers beside the film.

    It belongs to the bill's newest version; a new version needs its own.
    """
    keep_original(
        services.database,
        services.objects,
        services.vault,
        key,
        (reference, revision),
        data,
        services.clock(),
    )


def _newest(session: Session, bills: Sequence[Bill]) -> dict[str, BillVersion]:
    found = session.scalars(
        select(BillVersion)
        .join(Bill, Bill.id == BillVersion.bill_id)
        .where(Bill.id.in_([bill.id for bill in bills]), BillVersion.number == Bill.version)
    )
    return {version.bill_id: version for version in found}


def _told(
    services: Services, bill: Bill, version: BillVersion, response: Response | None = None
) -> BillOut:
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
        standing=standing(bill, version.due, services.clock().date()),
        settlement=bill.settlement,
        open=amount(bill.open_minor, version.currency),
        balance_version=bill.balance_version,
        balance_as_of=bill.balance_as_of,
        debit_on=bill.debit_on,
        replaced_by=bill.replaced_by,
        created=bill.created,
        changed=bill.changed,
    )
