"""`/errors/<code>`: the page that a problem's `type` names, made from `docs/errors/<code>.md`."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from markdown_it import MarkdownIt

from api.errors import not_found
from api.http.policy import Policy
from api.http.problems import problems
from renderer.assets import data_root

router = APIRouter(tags=["errors"])
_STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HEADERS = {
    **Policy(styles=True).header,
    "Cache-Control": "public, max-age=3600",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


@router.get(
    "/errors/{code}",
    response_class=HTMLResponse,
    responses={200: {"description": "The page."}, **problems(404, 503)},
)
def error_page(code: str) -> HTMLResponse:
    """Explain an error: what it means, wrong and right."""
    return HTMLResponse(page(code), headers=_HEADERS)


@lru_cache(maxsize=512)
def page(code: str) -> str:
    """Return an error's page as HTML.

    Raises:
        RequestError: `not-found`.
    """
    path = data_root() / "docs/errors" / f"{code}.md"
    if not _CODE.fullmatch(code) or not path.is_file():
        raise not_found()
    body = (
        MarkdownIt("commonmark", {"html": False})
        .enable("table")
        .render(path.read_text(encoding="utf-8"))
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(code)} - Billreel</title>"
        '<link rel="stylesheet" href="/errors.css"></head>'
        f"<body><main>{body}</main></body></html>"
    )


@router.get(
    "/errors.css",
    response_class=HTMLResponse,
    responses={
        200: {"description": "Its style sheet.", "content": {"text/css": {}}},
        **problems(503),
    },
)
def error_style() -> HTMLResponse:
    """Return how error pages look."""
    headers = {"Cache-Control": "public, max-age=3600"}
    return HTMLResponse(_STYLE, media_type="text/css", headers=headers)
