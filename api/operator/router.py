"""Everything under `/v1`."""

from __future__ import annotations

from fastapi import APIRouter

from api.http import problems
from api.operator.routes import (
    accounts,
    balance,
    bills,
    links,
    originals,
    packs,
    reports,
    suspensions,
    videos,
)

router = APIRouter(responses=problems(401, 403, 422, 429, 503))
for matter in (bills, balance, originals, videos, links, accounts, packs, suspensions, reports):
    router.include_router(matter.router)
