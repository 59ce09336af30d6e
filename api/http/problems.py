"""Errors -> `application/problem+json`, with a link to the error's page.

Source: RFC 9457. What a client sent is never repeated in one: not its values, and not the names it
made up.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from api.errors import RequestError, not_found
from renderer.errors import RenderError

MEDIA_TYPE = "application/problem+json"
_BUSY = {"pool-full": 2, "store-full": 60, "objects-unusable": 5, "hls-file-unknown": None}
"""Codes of other stages whose status is not 422 or 500: seconds to wait, None for "not found"."""


class Problem(BaseModel):
    """What went wrong with a request, and what to do."""

    model_config = ConfigDict(title="Problem")

    type: str = Field(description="Address of the page that explains this error.")
    title: str = Field(description="The error's code, in words.")
    status: int = Field(ge=400, le=599, description="The HTTP status.")
    detail: str = Field(description="What is wrong, without any value of a bill or request.")
    code: str = Field(description="The error's code; it stays the same.")
    where: str | None = Field(None, description="Place in the request, or in the document.")
    remedy: str | None = Field(None, description="What to do about it.")
    request: str = Field(description="Id of the request, which the logs name too.")


class ProblemResponse(JSONResponse):
    """A problem as an answer."""

    media_type = MEDIA_TYPE


def answer(request: Request, error: RenderError) -> ProblemResponse:
    """Return the answer to a request that met an error."""
    return ProblemResponse(
        problem(error, base_of(request.scope), request_id(request.scope)),
        status_of(error),
        headers=_headers(error),
    )


def problem(error: RenderError, base_url: str, request: str) -> dict[str, Any]:
    """Return an error as a problem."""
    found = {
        "type": f"{base_url}/errors/{error.code}",
        "title": error.code.replace("-", " ").capitalize(),
        "status": status_of(error),
        "detail": error.message,
        "code": error.code,
        "where": error.where,
        "remedy": error.remedy,
        "request": request,
    }
    return {name: value for name, value in found.items() if value is not None}


def status_of(error: RenderError) -> int:
    """Return the HTTP status of an error."""
    if isinstance(error, RequestError):
        return error.status
    if error.code in _BUSY:
        return 404 if _BUSY[error.code] is None else 503
    return 500 if error.ours else 422


def _headers(error: RenderError) -> dict[str, str]:
    wait = error.retry_s if isinstance(error, RequestError) else _BUSY.get(error.code)
    headers = {} if wait is None else {"Retry-After": str(wait)}
    if status_of(error) == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    return headers


def request_id(scope: Mapping[str, Any]) -> str:
    """Return the id that a request was given."""
    return str(scope.get("billreel.request", "-"))


def base_of(scope: Mapping[str, Any]) -> str:
    """Return the address that the server is reached by."""
    return str(scope["app"].state.base_url) if "app" in scope else ""


_STATUSES = {
    400: ("body-not-readable", "the request's body cannot be read", "Send what the API says."),
    405: ("method-not-allowed", "this address takes another method", "See the Allow header."),
    406: ("not-acceptable", "there is no such form of this", "Accept what the API says."),
    408: ("body-too-slow", "the request's body took too long to arrive", "Send it faster."),
    413: ("body-too-large", "the request's body is larger than it may be", "Send less."),
    415: ("media-type", "the body is of a kind that is not read here", "Send what the API says."),
    416: ("range-outside", "the range lies outside the file", "Ask for bytes that it has."),
}


def from_http(error: HTTPException) -> RenderError:
    """Turn what the framework refuses into an error of ours."""
    if error.status_code == HTTPStatus.NOT_FOUND:
        return not_found()
    code, message, remedy = _STATUSES.get(
        error.status_code, ("refused", "the request was refused", "See the API's description.")
    )
    return RequestError(code, message, remedy=remedy, status=error.status_code)


_QUOTABLE = frozenset(
    {
        "missing",
        "string_type",
        "string_too_short",
        "string_too_long",
        "int_type",
        "int_parsing",
        "bool_type",
        "bool_parsing",
        "list_type",
        "enum",
        "literal_error",
        "greater_than",
        "greater_than_equal",
        "less_than",
        "less_than_equal",
        "too_long",
        "too_short",
        "timezone_aware",
        "model_attributes_type",
    }
)
"""Kinds of pydantic's errors whose message never repeats what was sent."""


def from_validation(error: RequestValidationError) -> RenderError:
    """Turn the first thing wrong with a request's parameters or body into an error of ours."""
    first = error.errors()[0]
    kind, place = str(first["type"]), [str(one) for one in first["loc"]]
    if kind == "json_invalid":
        return from_http(HTTPException(400))
    if kind == "extra_forbidden":
        # The last part is a name that the client made up.
        message, place = "there is a member that is not known", place[:-1]
    elif kind in _QUOTABLE:
        message = str(first["msg"])
    else:
        message = f"a value is not as it should be ({kind.replace('_', ' ')})"
    return RequestError(
        "request-not-valid",
        message[:1].lower() + message[1:],
        where="/".join(place),
        remedy="See the API's description: /v1/openapi.json.",
        status=422,
    )


_SAID = {
    400: "The body cannot be read.",
    401: "There is no key, or not a valid one.",
    403: "The key may not do this.",
    404: "There is nothing here for this key or link.",
    408: "The body took too long to arrive.",
    409: "It is not in a state that allows this.",
    412: "It was changed since: `If-Match` does not hold.",
    413: "The body is larger than it may be.",
    415: "The body is of a kind that is not read here.",
    416: "The range lies outside the file.",
    422: "The request, or the document in it, is wrong.",
    429: "Too many requests of this key or client.",
    503: "The server has no time; ask again.",
}
_RETRY = {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}}}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the description of the problems that a route may answer, for OpenAPI."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        status: {
            "description": _SAID[status],
            "content": content,
            **({"headers": _RETRY} if status in (429, 503) else {}),
        }
        for status in statuses
    }
