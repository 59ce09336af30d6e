"""`/v1/accounts` and `/v1/erasures`: second factors, country, and forgetting.

An account's reference may be a customer's number, so it stands in bodies and never in an address.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, Field, StringConstraints
from sqlalchemy.orm import Session

from api.http import ServicesOf, problems
from api.operator.accounts import put_account
from api.operator.caller import allowed
from api.operator.erase import erase_account
from api.operator.once import Done, OnceOf
from api.operator.scopes import Scope
from api.operator.words import Moment, Strict
from api.records import Key

router = APIRouter(tags=["accounts"])
Writer = Annotated[Key, Depends(allowed(Scope.ACCOUNTS_WRITE))]
Eraser = Annotated[Key, Depends(allowed(Scope.ACCOUNTS_ERASE))]
AccountReference = Annotated[str, StringConstraints(min_length=1, max_length=128)]
_REFERENCE = "The account as your bills name it."


class AccountIn(Strict):
    """An account, whole: what is left out is not kept any more."""

    reference: AccountReference = Field(description=_REFERENCE)
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = Field(
        None, description="ISO 3166-1 alpha-2: decides which events are recorded."
    )
    last_digits: Annotated[str, StringConstraints(pattern=r"^[0-9]{4,8}$")] | None = Field(
        None, description="Last digits of the customer's number, which the page may ask for."
    )
    birth_date: date | None = Field(None, description="Which the page may ask for.")


class AccountOut(BaseModel):
    """An account as the server knows it; its factors are not told."""

    id: str
    country: str | None = None
    factors: list[str] = Field(description="Which second factors it has.")
    created: Moment


class ErasureIn(Strict):
    """Who is to be forgotten."""

    account: AccountReference = Field(description=_REFERENCE)


class ErasureOut(BaseModel):
    """What was erased. The same for an account that is not known, with nothing in it."""

    bills: int
    videos: int
    links: int
    erased: Moment


@router.post(
    "/v1/accounts",
    response_model=AccountOut,
    status_code=200,
    responses=problems(400, 408, 409, 413),
)
def put(wish: AccountIn, services: ServicesOf, key: Writer, once: OnceOf) -> Response:
    """Set an account's second factors and country. It is made if it is not there."""

    def work(session: Session) -> Done:
        account = put_account(
            session,
            services.vault,
            key,
            wish.reference,
            wish.country,
            wish.last_digits,
            wish.birth_date,
            services.clock(),
        )
        factors = [
            name for name in ("last_digits", "birth_date") if getattr(wish, name) is not None
        ]
        told = AccountOut(
            id=account.id, country=account.country, factors=factors, created=account.created
        )
        return Done(told, 200, account.id)

    return once.do(key, work)


@router.post(
    "/v1/erasures",
    response_model=ErasureOut,
    status_code=201,
    responses=problems(400, 408, 413),
)
def erase(wish: ErasureIn, services: ServicesOf, key: Eraser, once: OnceOf) -> Response:
    """Erase a customer: bills, documents, videos, links, payments, questions.

    What is left is a keyed hash that refuses their bills from now on. Backups are yours to age out.
    """

    def work(session: Session) -> Done:
        now = services.clock()
        erased = erase_account(session, services.vault, key, wish.account, now)
        told = ErasureOut(bills=erased.bills, videos=erased.videos, links=erased.links, erased=now)
        return Done(told)

    response = once.do(key, work)
    services.remover.round()
    return response
