"""`/v1/suspensions`: taking a cycle or a pack's content off, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import BaseModel, Field, model_validator
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.errors import not_found
from api.http import ServicesOf, problems
from api.operator.caller import allowed
from api.operator.once import Done, OnceOf
from api.operator.page import Page, WantedOf
from api.operator.scopes import Scope
from api.operator.words import ID, Cycle, Moment, Sha256, Strict
from api.records import Key, Suspension
from api.records.audit import note

router = APIRouter(prefix="/v1/suspensions", tags=["suspensions"])
Writer = Annotated[Key, Depends(allowed(Scope.SUSPENSIONS_WRITE))]


class SuspensionIn(Strict):
    """What is to be taken off: a cycle or a pack's content."""

    cycle: Cycle | None = Field(None, description="A billing cycle.")
    pack: Sha256 | None = Field(None, description="Hash of a pack.")

    @model_validator(mode="after")
    def _one(self) -> SuspensionIn:
        if (self.cycle is None) == (self.pack is None):
            raise ValueError("either a cycle or a pack")
        return self


class SuspensionOut(BaseModel):
    """What is, or was, taken off."""

    id: str
    cycle: str | None = None
    pack: str | None = None
    by: str = Field(description="Name on the key.")
    created: Moment
    resumed: Moment | None = None
    resumed_by: str | None = None


@router.post("", response_model=SuspensionOut, status_code=201, responses=problems(400, 408, 413))
def suspend(wish: SuspensionIn, services: ServicesOf, key: Writer, once: OnceOf) -> Response:
    """Suspend: within a minute every link concerned leads to "being corrected"."""

    def work(session: Session) -> Done:
        made = Suspension(
            operator_id=key.operator_id,
            cycle=wish.cycle,
            pack_sha256=wish.pack,
            by=key.name,
            created=services.clock(),
        )
        session.add(made)
        session.flush()
        note(session, key, made.created, "suspension.begin", made.id)
        return Done(_told(made))

    return once.do(key, work)


@router.post("/{id}/resume", response_model=SuspensionOut, status_code=200, responses=problems(404))
def resume(
    id: Annotated[str, Path(pattern=ID)],  # noqa: A002  (its name in the address)
    services: ServicesOf,
    key: Writer,
    once: OnceOf,
) -> Response:
    """End a suspension; ended before, it stays as it was."""

    def work(session: Session) -> Done:
        found = session.get(Suspension, id, with_for_update=True)
        if found is None or found.operator_id != key.operator_id:
            raise not_found()
        if found.resumed is None:
            found.resumed, found.resumed_by = services.clock(), key.name
            note(session, key, found.resumed, "suspension.end", found.id)
        return Done(_told(found), 200)

    return once.do(key, work)


@router.get("")
def list_suspensions(
    services: ServicesOf,
    key: Writer,
    wanted: WantedOf,
    active: Annotated[bool, Query(description="Only those that are not ended.")] = False,
) -> Page[SuspensionOut]:
    """List suspensions, newest first."""
    found = select(Suspension).where(Suspension.operator_id == key.operator_id)
    if active:
        found = found.where(Suspension.resumed.is_(None))

    def told(suspensions: Sequence[Suspension]) -> list[SuspensionOut]:
        return [_told(one) for one in suspensions]

    with services.database.reading() as session:
        order = (Suspension.created, Suspension.id)
        return wanted.page(session, key, f"suspensions {active}", found, order, told)


def _told(one: Suspension) -> SuspensionOut:
    return SuspensionOut(
        id=one.id,
        cycle=one.cycle,
        pack=one.pack_sha256,
        by=one.by,
        created=one.created,
        resumed=one.resumed,
        resumed_by=one.resumed_by,
    )
