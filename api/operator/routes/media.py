"""What kind of body a request says it has."""

from __future__ import annotations

from fastapi import Request


def media_type(request: Request) -> str:
    """Return the kind of a request's body, without parameters; any JSON is JSON."""
    found = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return "application/json" if found.endswith("+json") else found
