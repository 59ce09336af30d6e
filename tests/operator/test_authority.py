"""A key does what its scopes say, within its operator, and cannot find out what others have."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any

import pytest

from api.operator.scopes import Scope
from tests.server.running import JSON, Operator, Running, sample

UNKNOWN = "A" * 22


@dataclass(frozen=True)
class Call:
    """One address of the API, as somebody may call it.

    Args:
        names: what of somebody's it is about; none when it is about nothing in particular.
    """

    scope: Scope
    method: str
    path: str
    body: Any = None
    params: dict[str, str] = field(default_factory=dict)
    names: bool = True

    def send(self, client, things: dict[str, str]):
        body = self.body(things) if callable(self.body) else self.body
        sent = {"content": body, "headers": JSON} if isinstance(body, bytes) else {"json": body}
        params = {name: value.format(**things) for name, value in self.params.items()}
        return client.request(self.method, self.path.format(**things), params=params, **sent)


BALANCE = {"settlement": "paid", "open": {"unit": "EUR", "value": "0"}}
CALLS = [
    Call(Scope.BILLS_READ, "GET", "/v1/bills", names=False),
    Call(Scope.BILLS_READ, "GET", "/v1/bills/{bill}"),
    Call(Scope.BILLS_WRITE, "PUT", "/v1/bills/{fresh}", sample(), names=False),
    Call(Scope.BILLS_WRITE, "PUT", "/v1/bills/{bill}/original", b"%PDF-1.7"),
    Call(Scope.BALANCES_WRITE, "PUT", "/v1/bills/{bill}/balance", BALANCE),
    Call(Scope.VIDEOS_READ, "GET", "/v1/videos", names=False),
    Call(Scope.VIDEOS_READ, "GET", "/v1/videos", params={"bill": "{bill}"}),
    Call(Scope.VIDEOS_READ, "GET", "/v1/videos/{video}"),
    Call(
        Scope.VIDEOS_WRITE,
        "POST",
        "/v1/videos",
        lambda things: {"bill": things["bill"], "pack": things["pack"]},
    ),
    Call(Scope.LINKS_READ, "GET", "/v1/links", names=False),
    Call(Scope.LINKS_READ, "GET", "/v1/links", params={"bill": "{bill}"}),
    Call(Scope.LINKS_WRITE, "POST", "/v1/links", lambda things: {"bill": things["bill"]}),
    Call(Scope.LINKS_WRITE, "DELETE", "/v1/links/{link}"),
    Call(Scope.ACCOUNTS_WRITE, "POST", "/v1/accounts", {"reference": "A-1"}, names=False),
    Call(Scope.ACCOUNTS_ERASE, "POST", "/v1/erasures", {"account": "A-none"}, names=False),
    Call(Scope.PACKS_READ, "GET", "/v1/packs", names=False),
    Call(Scope.PACKS_APPROVE, "POST", "/v1/packs/{pack}/approval"),
    Call(Scope.SUSPENSIONS_WRITE, "POST", "/v1/suspensions", {"cycle": "x"}, names=False),
    Call(Scope.SUSPENSIONS_WRITE, "GET", "/v1/suspensions", names=False),
    Call(Scope.SUSPENSIONS_WRITE, "POST", "/v1/suspensions/{suspension}/resume"),
    Call(Scope.REPORTS_READ, "GET", "/v1/reports", names=False),
    Call(Scope.AUDIT_READ, "GET", "/v1/audit", names=False),
]
IDS = [f"{call.method} {call.path} {'by bill' if call.params else ''}".strip() for call in CALLS]


def with_type(call: Call, things: dict[str, str], client):
    if call.path.endswith("/original"):
        client.headers["Content-Type"] = "application/pdf"
        return client.put(call.path.format(**things), content=call.body)
    return call.send(client, things)


def things_of(operator) -> dict[str, str]:
    reference = operator.upload()
    client = operator.everything
    wish = {"bill": reference, "pack": operator.pack, "voice": "silent"}
    return {
        "bill": reference,
        "fresh": f"f-{secrets.token_hex(4)}",
        "pack": operator.pack,
        "video": client.post("/v1/videos", json=wish).json()["id"],
        "link": operator.link(reference)["id"],
        "suspension": client.post("/v1/suspensions", json={"cycle": "none"}).json()["id"],
    }


def test_every_address_of_the_api_is_called_here(running: Running):
    paths = running.client().get("/v1/openapi.json").json()["paths"]
    known = {
        (
            method.upper(),
            path.replace("{reference}", "{}").replace("{id}", "{}").replace("{sha256}", "{}"),
        )
        for path, methods in paths.items()
        if path.startswith("/v1/")
        for method in methods
    }
    blank = dict.fromkeys(("bill", "fresh", "video", "link", "pack", "suspension"), "{}")
    assert {(call.method, call.path.format(**blank)) for call in CALLS} == known


@pytest.fixture(scope="session")
def owner(running: Running) -> tuple[Operator, dict[str, str]]:
    """Somebody who has one of everything."""
    operator = running.operator()
    return operator, things_of(operator)


@pytest.mark.parametrize("call", CALLS, ids=IDS)
def test_only_the_scope_that_it_names_opens_an_address(running: Running, owner, call: Call):
    operator, things = owner
    others = [scope for scope in Scope if scope is not call.scope]
    closed = with_type(call, things, operator.client(*others))
    assert (closed.status_code, closed.json()["code"]) == (403, "scope-missing")
    opened = with_type(call, things, operator.client(call.scope, name="lena"))
    assert opened.status_code < 300, opened.text
    for key in (None, "brk_" + "A" * 43):
        nobody = with_type(call, things, running.client(key))
        assert (nobody.status_code, nobody.json()["code"]) == (401, "key-missing")
        assert nobody.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "call", [call for call in CALLS if call.names], ids=lambda c: f"{c.method} {c.path}"
)
def test_what_is_anothers_and_what_is_nowhere_are_answered_alike(
    running: Running, owner, call: Call
):
    _, theirs = owner
    unknown = {
        "bill": f"u-{secrets.token_hex(4)}",
        "pack": theirs["pack"] if "videos" in call.path else "0" * 64,
        "video": f"vid_{UNKNOWN}",
        "link": f"lnk_{UNKNOWN}",
        "suspension": f"sus_{UNKNOWN}",
    }
    caller = running.operator().client()
    answers = []
    for things in (theirs, unknown):
        answer = with_type(call, things, caller)
        problem = answer.json()
        assert problem.pop("request").startswith("req_")
        headers = {name: value for name, value in answer.headers.items() if name not in CHANGING}
        answers.append((answer.status_code, problem, headers))
    assert answers[0] == answers[1]
    assert answers[0][0] == 404


CHANGING = ("date", "x-request-id")


def test_lists_hold_nothing_of_anothers(running: Running, owner):
    mine = running.operator().everything
    for path in ("bills", "videos", "links", "packs", "suspensions", "audit"):
        assert mine.get(f"/v1/{path}").json()["items"] == []
    assert mine.get("/v1/reports").json()["rows"] == []


def test_two_operators_may_use_the_same_references(running: Running):
    first, second = running.operator(), running.operator()
    for operator in (first, second):
        operator.upload("2047", sample())
    bills = [one.everything.get("/v1/bills/2047").json()["id"] for one in (first, second)]
    assert len(set(bills)) == 2
    assert first.everything.post("/v1/erasures", json={"account": "A-2047"}).json()["bills"] == 1
    assert second.everything.get("/v1/bills/2047").status_code == 200
