"""`/v1/bills`: put and read."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from sqlalchemy import select

from api.errors import RequestError
from api.films import read_facts
from api.http import ServicesOf, problems
from api.operator.caller import allowed
from api.operator.etag import ExpectedOf
from api.operator.page import Page, WantedOf
from api.operator.references import bill_of
from api.operator.routes.bill import TAGGED, BillOut, tell_bill
from api.operator.routes.media import media_type
from api.operator.scopes import Scope
from api.operator.upload import Upload, put_bill
from api.operator.versions import newest, newest_of
from api.operator.words import Cycle, Reference, ReferenceWord
from api.records import Bill, Key

READ_S = 20.0
"""Time a document may take to be read, seconds; the largest takes two."""
MEDIA_TYPES = ("application/json", "application/xml", "text/xml", "application/pdf")

router = APIRouter(prefix="/v1/bills", tags=["bills"])
Reader = Annotated[Key, Depends(allowed(Scope.BILLS_READ))]
Writer = Annotated[Key, Depends(allowed(Scope.BILLS_WRITE))]


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


@router.put(
    "/{reference}",
    response_model=BillOut,
    openapi_extra=_DOCUMENT,
    responses={
        200: {"description": "A new version, or the same bytes again.", **TAGGED},
        201: {"description": "A new bill.", "model": BillOut, **TAGGED},
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
    return tell_bill(services, put.bill, put.version, response)


@router.get(
    "/{reference}",
    responses={200: {"description": "The bill.", **TAGGED}, **problems(404)},
)
def read_bill(
    reference: Reference, response: Response, services: ServicesOf, key: Reader
) -> BillOut:
    """Read a bill and how it stands."""
    with services.database.reading() as session:
        bill = bill_of(session, services.vault, key.operator_id, reference)
        return tell_bill(services, bill, newest(session, bill), response)


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
            versions = newest_of(session, bills)
            return [tell_bill(services, bill, versions[bill.id]) for bill in bills]

        name = f"bills {cycle or ''}"
        return wanted.page(session, key, name, found, (Bill.created, Bill.id), told_all)
