"""What every answer has, and what every request is held to."""

from __future__ import annotations

import re
import socket
import time
from pathlib import Path

import pytest

from api.http.headers import ALWAYS
from api.http.policy import Policy
from tests.server.running import JSON, Running, sample

ROOT = Path(__file__).parents[2]


def raw(running: Running, *parts: bytes, pause: float = 0.0) -> bytes:
    """Send bytes as they are, and return all that comes back."""
    host, port = running.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=60) as one:
        for part in parts:
            one.sendall(part)
            time.sleep(pause)
        found = b""
        while chunk := one.recv(65536):
            found += chunk
    return found


def test_every_answer_has_the_headers_that_protect_it(running: Running):
    client = running.client()
    for path in ("/livez", "/nothing", "/v1/bills", "/v1/openapi.json"):
        answer = client.get(path)
        assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS
        assert re.fullmatch(r"req_[0-9a-f]{16}", answer.headers["X-Request-Id"])
        assert "server" not in answer.headers


def test_a_request_id_is_ours_and_never_the_clients(running: Running):
    answer = running.client().get("/livez", headers={"X-Request-Id": "Marchand"})
    assert answer.headers.get_list("X-Request-Id") != ["Marchand"]
    assert len(answer.headers.get_list("X-Request-Id")) == 1


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nothing", 404, "not-found"),
        ("GET", "/errors/../secret", 404, "not-found"),
        ("GET", "/errors/%2e%2e%2fsecret", 404, "not-found"),
        ("POST", "/livez", 405, "method-not-allowed"),
        ("GET", "/v1/bills", 401, "key-missing"),
    ],
)
def test_every_refusal_is_a_problem_with_a_page(
    running: Running, method: str, path: str, status: int, code: str
):
    answer = running.client().request(method, path)
    problem = answer.json()
    assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert problem["type"] == f"{running.settings.address}/errors/{code}"
    assert problem["request"] == answer.headers["X-Request-Id"]
    page = running.client().get(f"/errors/{code}")
    assert page.status_code == 200
    assert f"<h1>{code}</h1>" in page.text
    assert "style-src 'self'" in page.headers["Content-Security-Policy"]


def test_every_error_has_a_page_that_the_server_serves(running: Running):
    client = running.client()
    codes = sorted(path.stem for path in (ROOT / "docs/errors").glob("*.md"))
    assert [code for code in codes if client.get(f"/errors/{code}").status_code != 200] == []


def test_a_body_over_the_bound_is_refused_before_it_is_read(running: Running):
    operator = running.operator()
    key = operator.key()
    head = (
        f"POST /v1/links HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\n"
        "Content-Type: application/json\r\nConnection: close\r\nContent-Length: 10000000000\r\n\r\n"
    )
    began = time.monotonic()
    answer = raw(running, head.encode())
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"body-too-large" in answer
    assert time.monotonic() - began < running.settings.body_seconds


def test_a_body_that_says_no_length_is_bounded_too(running: Running):
    client = running.operator().everything
    many = (b"x" * 10_000 for _ in range(100))
    answer = client.post("/v1/links", content=many, headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (413, "body-too-large")


def test_a_bill_may_be_sixteen_mebibytes_and_no_more(running: Running):
    client = running.operator().everything
    largest = 16 * 1024 * 1024
    padded = sample() + b" " * (largest - len(sample()))
    assert client.put("/v1/bills/x", content=padded, headers=JSON).status_code == 201
    over = client.put("/v1/bills/y", content=padded + b" ", headers=JSON)
    assert (over.status_code, over.json()["code"]) == (413, "body-too-large")


def test_who_has_no_key_may_send_nothing_large(running: Running):
    answer = running.client().put("/v1/bills/x", content=b"[" * 1_000_000, headers=JSON)
    assert answer.status_code == 401


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"\xff\xfe",
        b"[" * 60_000,
        b'{"bill":' * 5_000,
        b'{"bill": NaN}',
        b'{"bill": 1' + b"0" * 50_000 + b"}",
        b"null",
        b'"text"',
        b"[]",
    ],
    ids=["cut", "not-utf8", "deep", "deep-object", "nan", "huge-number", "null", "text", "list"],
)
def test_odd_json_is_refused_in_no_time(running: Running, body: bytes):
    client = running.operator().everything
    answer = client.post("/v1/links", content=body, headers=JSON)
    assert answer.status_code in (400, 422)
    assert answer.json()["code"] in ("body-not-readable", "request-not-valid")


@pytest.mark.parametrize("body", [b"[" * 1_000_000, b'{"a":' * 100_000, b"<a>" * 200_000])
def test_bombs_of_bills_are_refused_by_the_loaders_bounds(running: Running, body: bytes):
    kind = {"Content-Type": "application/xml" if body.startswith(b"<") else "application/json"}
    answer = running.operator().everything.put("/v1/bills/x", content=body, headers=kind)
    assert answer.status_code == 422
    assert answer.json()["code"] in ("json-too-deep", "xml-not-valid", "document-too-large")


def test_a_name_that_a_client_made_up_is_not_repeated(running: Running):
    client = running.operator().everything
    answer = client.post("/v1/links", json={"bill": "x", "Zoé Marchand": "06 39 98 12 47"})
    assert answer.status_code == 422
    assert "Marchand" not in answer.text
    assert "06 39" not in answer.text


def test_metrics_are_for_who_has_the_token(running: Running):
    client = running.client()
    assert client.get("/metrics").status_code == 401
    wrong = client.get("/metrics", headers={"Authorization": "Bearer wrong"})
    assert wrong.json()["code"] == "token-wrong"
    token = {"Authorization": "Bearer token-of-the-metrics"}
    text = client.get("/metrics", headers=token).text
    for name in ("requests_total", "videos_queued", "requests_waiting", "crew_waiting"):
        assert f"billreel_{name}" in text


def test_health_is_told_without_a_key_and_tells_nothing(running: Running):
    client = running.client()
    assert client.get("/livez").text == "alive"
    assert client.get("/readyz").text == "ready"


def test_logs_are_json_lines_with_the_route_and_no_address(running: Running):
    operator = running.operator()
    reference = operator.upload()
    answer = operator.everything.get(f"/v1/bills/{reference}")
    number = answer.headers["X-Request-Id"]
    line = running.logged(number)
    assert (line["route"], line["method"], line["status"]) == ("/v1/bills/{reference}", "GET", 200)
    assert line["key"].startswith("key_")
    assert reference not in running.logs.getvalue()


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (
            Policy(),
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        ),
        (
            Policy(styles=True, forms=("https://pay.example",), framed_by=("https://a.example",)),
            "default-src 'none'; style-src 'self'; base-uri 'none'; "
            "form-action 'self' https://pay.example; frame-ancestors https://a.example",
        ),
    ],
)
def test_a_policy_allows_nothing_that_it_does_not_say(policy: Policy, expected: str):
    assert str(policy) == expected


def test_a_page_with_the_player_loads_from_here_only():
    policy = str(Policy(player=True))
    assert policy.startswith("default-src 'none'; script-src 'self'; ")
    assert "unsafe" not in policy
    assert "require-trusted-types-for 'script'" in policy
