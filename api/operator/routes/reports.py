"""`/v1/reports` and `/v1/audit`: counts of what viewers did, and who of the operator's did what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field
from sqlalchemy import func, select

from api.errors import RequestError
from api.http import ServicesOf
from api.operator.caller import allowed
from api.operator.page import Page, WantedOf
from api.operator.scopes import Scope
from api.operator.words import Cycle, Moment
from api.records import Audit, Count, Key

MOST_ROWS = 10_000

router = APIRouter(tags=["reports"])
Reader = Annotated[Key, Depends(allowed(Scope.REPORTS_READ))]
Auditor = Annotated[Key, Depends(allowed(Scope.AUDIT_READ))]


class Dimension(StrEnum):
    """What counts may be told apart by."""

    DAY = "day"
    CYCLE = "cycle"
    KIND = "kind"
    DETAIL = "detail"
    SCENE = "scene"
    LANGUAGE = "language"
    COUNTRY = "country"


class ReportRow(BaseModel):
    """A sum. Only what was asked to tell apart is given."""

    day: date | None = None
    cycle: str | None = None
    kind: str | None = None
    detail: str | None = None
    scene: str | None = None
    language: str | None = None
    country: str | None = None
    events: int = Field(description="How often.")


class Report(BaseModel):
    """Sums of what viewers did."""

    rows: list[ReportRow]


class AuditOut(BaseModel):
    """One act."""

    id: str
    at: Moment
    actor: str = Field(description="Id and name of the key.")
    action: str
    subject: str = Field(description="Opaque id of what it was done to.")


@router.get("/v1/reports")
def report(
    services: ServicesOf,
    key: Reader,
    cycle: Annotated[Cycle | None, Query(description="Only of this cycle.")] = None,
    start: Annotated[date | None, Query(description="From this day.")] = None,
    end: Annotated[date | None, Query(description="To this day, which counts.")] = None,
    by: Annotated[
        list[Dimension], Query(max_length=len(Dimension), description="What to tell apart.")
    ] = [Dimension.KIND, Dimension.DETAIL],  # noqa: B006  (pydantic copies it)
) -> Report:
    """Sum up what viewers did."""
    names = list(dict.fromkeys(by))
    columns = [getattr(Count, name.value) for name in names]
    found = select(*columns, func.sum(Count.events)).where(Count.operator_id == key.operator_id)
    if cycle is not None:
        found = found.where(Count.cycle == cycle)
    if start is not None:
        found = found.where(Count.day >= start)
    if end is not None:
        found = found.where(Count.day <= end)
    found = found.group_by(*columns).order_by(*columns).limit(MOST_ROWS + 1)
    with services.database.reading() as session:
        rows = session.execute(found).all()
    if len(rows) > MOST_ROWS:
        raise RequestError(
            "report-too-large",
            "the report would have too many rows",
            where="query/by",
            remedy="Tell fewer things apart, or take fewer days.",
        )
    told = [
        ReportRow(
            **dict(zip((name.value for name in names), row[:-1], strict=True)), events=row[-1]
        )
        for row in rows
        if row[-1] is not None
    ]
    return Report(rows=told)


@router.get("/v1/audit")
def audit(services: ServicesOf, key: Auditor, wanted: WantedOf) -> Page[AuditOut]:
    """List who did what, newest first."""
    found = select(Audit).where(Audit.operator_id == key.operator_id)

    def told(acts: Sequence[Audit]) -> list[AuditOut]:
        return [
            AuditOut(id=one.id, at=one.at, actor=one.actor, action=one.action, subject=one.subject)
            for one in acts
        ]

    with services.database.reading() as session:
        return wanted.page(session, key, "audit", found, (Audit.at, Audit.id), told)
