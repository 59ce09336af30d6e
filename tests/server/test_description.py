"""The server does what its description says, for whatever a machine thinks of sending it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from api.server.app import create_app
from tests.server.running import Running, settings_for

SCHEMA: dict[str, Any] = create_app(settings_for(Path("unused"))).openapi()
OPERATIONS = [
    (method.upper(), path) for path, methods in SCHEMA["paths"].items() for method in methods
]


@schemathesis.serializer("application/pdf")
def as_it_is(_context: Any, value: Any) -> Any:
    """Send what was generated for a PDF."""
    return value if isinstance(value, bytes) else str(value).encode()


CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
    unsupported_method,
    ignored_auth,
)
EXAMPLES = 25


@pytest.mark.parametrize(("method", "path"), OPERATIONS, ids=lambda value: str(value))
def test_an_operation_answers_as_it_says(running: Running, method: str, path: str):
    schema = schemathesis.openapi.from_dict(SCHEMA)
    schema.config.base_url = running.url
    operation = schema[path][method]
    operator = running.operator()
    token = "token-of-the-metrics" if path == "/metrics" else operator.key()
    headers = {"Authorization": f"Bearer {token}"}

    def call(case) -> None:
        response = case.call(headers=headers, timeout=60)
        case.validate_response(response, checks=CHECKS)

    strategy = operation.as_strategy()
    limited = settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    limited(given(case=strategy)(call))()


def test_every_operation_says_what_it_is_and_which_problems_it_has():
    for path, methods in SCHEMA["paths"].items():
        for method, operation in methods.items():
            said = f"{method} {path}"
            assert operation.get("description") or operation.get("summary"), said
            assert operation["responses"], said
            if path.startswith("/v1/"):
                assert {"401", "403", "422", "429", "503"} <= set(operation["responses"]), said
                assert operation["security"] == [{"key": []}], said
            for status, answer in operation["responses"].items():
                if int(status) >= 400:
                    assert list(answer["content"]) == ["application/problem+json"], said


def test_nothing_of_the_frameworks_own_errors_is_in_the_description():
    text = str(SCHEMA)
    assert "HTTPValidationError" not in text
    assert SCHEMA["components"]["schemas"]["Problem"]["required"]
