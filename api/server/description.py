"""The app's OpenAPI description: problems as they are answered, nothing that is not."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.http.problems import Problem
from api.operator.scopes import MEANING


def describe(app: FastAPI) -> None:
    """Give an app its description, made when it is first asked for."""

    def openapi() -> dict[str, Any]:
        if not app.openapi_schema:
            app.openapi_schema = _description(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _description(app: FastAPI) -> dict[str, Any]:
    scopes = "\n".join(f"- `{scope}`: {meaning}" for scope, meaning in MEANING.items())
    found = get_openapi(
        title="Billreel",
        version="1",
        summary="Bills become films that explain them, with links to watch and pay.",
        description=f"Errors are problems (RFC 9457). Scopes of API keys:\n\n{scopes}\n",
        routes=app.routes,
    )
    schemas = found.setdefault("components", {}).setdefault("schemas", {})
    schemas["Problem"] = Problem.model_json_schema()
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    for operation in (one for path in found["paths"].values() for one in path.values()):
        if "HTTPValidationError" in str(operation["responses"].get("422")):
            # The framework adds it where nothing can be wrong.
            del operation["responses"]["422"]
    return found
