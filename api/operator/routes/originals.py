"""`/v1/bills/{reference}/original`: the document that the customer knows."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request

from api.errors import RequestError
from api.http import ServicesOf, problems
from api.operator.caller import allowed
from api.operator.etag import ExpectedOf
from api.operator.original import keep_original
from api.operator.routes.media import media_type
from api.operator.scopes import Scope
from api.operator.words import Reference
from api.records import Key

router = APIRouter(prefix="/v1/bills", tags=["bills"])
Writer = Annotated[Key, Depends(allowed(Scope.BILLS_WRITE))]
_ORIGINAL: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "The PDF that the customer knows.",
        "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
    }
}


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
