"""What orchestration and monitoring ask: alive, ready, and how it goes."""

from __future__ import annotations

import asyncio
import hmac
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import PlainTextResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from api.errors import RequestError, not_found
from api.http.depends import ServicesOf
from api.http.problems import problems
from api.records import Delivery, Video, VideoState
from api.services import Services

router = APIRouter(tags=["health"])
_BEARER = HTTPBearer(auto_error=False, scheme_name="metrics", description="BILLREEL_METRICS_TOKEN")
_TOLD: dict[int | str, dict[str, Any]] = {
    200: {"description": "It is.", "content": {"text/plain": {}}}
}


@router.get("/livez", response_class=PlainTextResponse, responses={**_TOLD})
async def alive() -> str:
    """Tell that the process answers; it should be ended when it does not."""
    return "alive"


@router.get("/readyz", response_class=PlainTextResponse, responses={**_TOLD, **problems(503)})
async def ready(services: ServicesOf) -> str:
    """Tell whether requests should be sent here: not while it stops, nor without a database."""
    try:
        await asyncio.wait_for(asyncio.to_thread(services.database.check), 2)
    except (SQLAlchemyError, TimeoutError):
        raise RequestError(
            "not-ready",
            "the database does not answer",
            remedy="Send requests elsewhere meanwhile.",
            ours=True,
            status=503,
            retry_s=2,
        ) from None
    return "ready"


@router.get("/metrics", response_class=PlainTextResponse, responses={**_TOLD, **problems(401, 404)})
async def metrics(
    services: ServicesOf,
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)],
) -> PlainTextResponse:
    """Return the meters in Prometheus' text format, to who has the token."""
    token = services.settings.metrics_token
    if token is None:
        raise not_found()
    given = bearer.credentials if bearer else ""
    if not hmac.compare_digest(given.encode(), token.get_secret_value().encode()):
        raise RequestError(
            "token-wrong",
            "this is not the token of /metrics",
            remedy="Send BILLREEL_METRICS_TOKEN as a bearer token.",
            status=401,
        )
    await asyncio.to_thread(_count, services)
    return PlainTextResponse(
        services.meters.text(), media_type="text/plain; version=0.0.4; charset=utf-8"
    )


def _count(services: Services) -> None:
    """Measure what is counted in the database, when it is asked for."""
    with services.database.reading() as session:
        queued = select(func.count()).where(Video.state == VideoState.QUEUED)
        services.meters.queued.set(session.scalar(queued) or 0)
        undelivered = select(func.count()).where(
            Delivery.delivered.is_(None), Delivery.given_up.is_(None)
        )
        services.meters.undelivered.set(session.scalar(undelivered) or 0)
    services.meters.crew_waiting.set(services.crew.waiting)
