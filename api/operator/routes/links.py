"""`/v1/links`: minted, listed, revoked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import BaseModel, Field
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from api.errors import RequestError, not_found
from api.http import ServicesOf, problems
from api.operator.caller import allowed
from api.operator.links import mint_link
from api.operator.once import Done, OnceOf
from api.operator.page import Page, WantedOf
from api.operator.references import bill_of
from api.operator.scopes import Scope
from api.operator.words import ID, Language, Moment, ReferenceWord, Strict
from api.records import Key, Link, Purpose
from api.records.audit import note

router = APIRouter(prefix="/v1/links", tags=["links"])
Reader = Annotated[Key, Depends(allowed(Scope.LINKS_READ))]
Writer = Annotated[Key, Depends(allowed(Scope.LINKS_WRITE))]


class LinkIn(Strict):
    """A link that is wanted."""

    bill: ReferenceWord = Field(description="Reference of the bill that it opens.")
    purpose: Purpose = Field(Purpose.WATCH, description="What it is for.")
    expires: Moment | None = Field(None, description="Default: BILLREEL_LINK_DAYS from now.")
    locale: Language | None = Field(None, description="Language of the page at first.")


class LinkOut(BaseModel):
    """A link, without its address, which is told once."""

    id: str
    bill: str = Field(description="Id of its bill.")
    purpose: Purpose
    locale: str | None = None
    created: Moment
    expires: Moment
    revoked: Moment | None = None


class MintedLink(LinkOut):
    """A new link, with its address."""

    url: str = Field(
        description="What the customer is sent. It is not kept and cannot be told again."
    )


@router.post("", response_model=MintedLink, status_code=201, responses=problems(400, 404, 408, 413))
def mint(wish: LinkIn, services: ServicesOf, key: Writer, once: OnceOf) -> Response:
    """Mint a link to a bill. Its address is in this answer only, and in none of our records."""
    settings, now = services.settings, services.clock()
    expires = wish.expires or now + timedelta(days=settings.link_days)
    if not now < expires <= now + timedelta(days=settings.link_days_most):
        raise RequestError(
            "link-expiry",
            "a link cannot last so long, or is over already",
            where="body/expires",
            remedy=f"Take a moment within {settings.link_days_most} days.",
        )

    def work(session: Session) -> Done:
        bill = bill_of(session, services.vault, key.operator_id, wish.bill)
        minted = mint_link(session, key, bill, now, expires, wish.locale)
        told = MintedLink(
            **_told(minted.record).model_dump(), url=f"{settings.address}/b/{minted.id}"
        )
        return Done(told, account_id=bill.account_id)

    return once.do(key, work)


@router.get("", responses=problems(404))
def list_links(
    services: ServicesOf,
    key: Reader,
    wanted: WantedOf,
    bill: Annotated[ReferenceWord | None, Query(description="Only to this bill.")] = None,
) -> Page[LinkOut]:
    """List links, newest first."""
    found = select(Link).where(Link.operator_id == key.operator_id)
    with services.database.reading() as session:
        if bill is not None:
            one = bill_of(session, services.vault, key.operator_id, bill)
            found = found.where(Link.bill_id == one.id)

        def told(links: Sequence[Link]) -> list[LinkOut]:
            return [_told(link) for link in links]

        return wanted.page(
            session, key, f"links {bill or ''}", found, (Link.created, Link.id), told
        )


@router.delete(
    "/{id}",
    status_code=204,
    responses={204: {"description": "It is revoked, now or before."}, **problems(404)},
)
def revoke(
    id: Annotated[str, Path(pattern=ID)],  # noqa: A002  (its name in the address)
    services: ServicesOf,
    key: Writer,
) -> None:
    """Revoke a link: it opens nothing any more, and neither does a browser that had it open."""
    now = services.clock()
    with services.database.writing() as session:
        link = session.get(Link, id)
        if link is None or link.operator_id != key.operator_id:
            raise not_found()
        changed = session.scalars(
            update(Link)
            .where(Link.id == id, Link.revoked.is_(None))
            .values(revoked=now)
            .returning(Link.id)
        ).all()
        if changed:
            note(session, key, now, "link.revoke", id)


def _told(link: Link) -> LinkOut:
    return LinkOut(
        id=link.id,
        bill=link.bill_id,
        purpose=link.purpose,
        locale=link.locale,
        created=link.created,
        expires=link.expires,
        revoked=link.revoked,
    )
