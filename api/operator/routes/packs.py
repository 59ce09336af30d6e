"""`/v1/packs`: which are published, and approving them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response
from pydantic import BaseModel, Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.http import ServicesOf, problems
from api.operator.caller import allowed
from api.operator.once import Done, OnceOf
from api.operator.page import Page, WantedOf
from api.operator.scopes import Scope
from api.operator.words import Moment
from api.packs import approve_pack
from api.records import Key, PublishedPack

router = APIRouter(prefix="/v1/packs", tags=["packs"])
Reader = Annotated[Key, Depends(allowed(Scope.PACKS_READ))]
Approver = Annotated[Key, Depends(allowed(Scope.PACKS_APPROVE))]


class PackOut(BaseModel):
    """A published pack."""

    sha256: str = Field(description="Hash of its content, by which videos name it.")
    name: str
    version: str
    languages: list[str]
    brands: list[str]
    shapes: list[str]
    voice: str
    publisher: str
    created: Moment
    approver: str | None = None
    approved: Moment | None = None


@router.get("")
def list_packs(services: ServicesOf, key: Reader, wanted: WantedOf) -> Page[PackOut]:
    """List published packs, newest first."""
    found = select(PublishedPack).where(PublishedPack.operator_id == key.operator_id)

    def told(packs: Sequence[PublishedPack]) -> list[PackOut]:
        return [_told(pack) for pack in packs]

    with services.database.reading() as session:
        order = (PublishedPack.created, PublishedPack.id)
        return wanted.page(session, key, "packs", found, order, told)


@router.post(
    "/{sha256}/approval",
    response_model=PackOut,
    status_code=200,
    responses=problems(404, 409),
)
def approve(
    sha256: Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")],
    services: ServicesOf,
    key: Approver,
    once: OnceOf,
) -> Response:
    """Approve a pack that another person published: from now on it serves customers."""

    def work(session: Session) -> Done:
        return Done(_told(approve_pack(session, key, sha256, services.clock())), 200)

    return once.do(key, work)


def _told(pack: PublishedPack) -> PackOut:
    return PackOut(
        sha256=pack.sha256,
        name=pack.name,
        version=pack.version,
        languages=pack.languages,
        brands=pack.brands,
        shapes=pack.shapes,
        voice=pack.voice,
        publisher=pack.publisher,
        created=pack.created,
        approver=pack.approver,
        approved=pack.approved,
    )
