"""A POST with an Idempotency-Key is done once, and answered every time as it was the first time."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from sqlalchemy import func, select

from api.operator.scopes import Scope
from api.records import Answer, Link
from renderer.errors import RenderError
from tests.server.running import Running


def links_of(running: Running, reference: str, client) -> list:
    return client.get("/v1/links", params={"bill": reference}).json()["items"]


def test_the_same_key_and_body_have_the_same_answer(running: Running):
    operator = running.operator()
    client, wish = operator.everything, {"bill": operator.upload()}
    first, again = (
        client.post("/v1/links", json=wish, headers={"Idempotency-Key": '"k-1"'}) for _ in range(2)
    )
    assert (again.status_code, again.json()) == (first.status_code, first.json())
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Idempotency-Replayed"] == "true"
    assert len(links_of(running, wish["bill"], client)) == 1


def test_the_same_key_with_another_body_or_address_is_refused(running: Running):
    operator = running.operator()
    client, reference = operator.everything, operator.upload()
    headers = {"Idempotency-Key": "k-1"}
    assert client.post("/v1/links", json={"bill": reference}, headers=headers).is_success
    for address, body in (
        ("/v1/links", {"bill": reference, "locale": "de"}),
        ("/v1/suspensions", {"cycle": "c"}),
    ):
        answer = client.post(address, json=body, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (422, "idempotency-key-reused")


def test_keys_of_two_callers_are_two_keys(running: Running):
    operator = running.operator()
    wish = {"bill": operator.upload()}
    urls = {
        operator.client()
        .post("/v1/links", json=wish, headers={"Idempotency-Key": "same"})
        .json()["url"]
        for _ in range(2)
    }
    assert len(urls) == 2


def test_requests_at_the_same_moment_are_one_execution(running: Running):
    operator = running.operator()
    secret, wish = operator.key(), {"bill": operator.upload()}
    start = threading.Barrier(8)

    def send(_: int) -> tuple[int, str]:
        with running.client(secret) as client:
            start.wait()
            answer = client.post("/v1/links", json=wish, headers={"Idempotency-Key": "race"})
            return answer.status_code, answer.text

    with ThreadPoolExecutor(8) as threads:
        answers = set(threads.map(send, range(8)))
    assert len(answers) == 1
    assert answers.pop()[0] == 201
    assert len(links_of(running, wish["bill"], operator.everything)) == 1


def test_what_failed_is_not_remembered(running: Running):
    operator = running.operator()
    client, headers = operator.everything, {"Idempotency-Key": "k"}
    early = client.post("/v1/links", json={"bill": "late"}, headers=headers)
    assert early.status_code == 404
    operator.upload("late")
    assert client.post("/v1/links", json={"bill": "late"}, headers=headers).status_code == 201


@pytest.mark.parametrize("name", ["", "a b", 'a"b', "x" * 256])
def test_what_is_no_key_is_refused(running: Running, name: str):
    operator = running.operator()
    client = operator.client(Scope.LINKS_WRITE)
    answer = client.post("/v1/links", json={"bill": "x"}, headers={"Idempotency-Key": name})
    assert answer.status_code == 422


def test_a_kept_answer_can_be_read_with_the_clients_key_only(running: Running):
    operator = running.operator()
    wish = {"bill": operator.upload()}
    made = operator.everything.post("/v1/links", json=wish, headers={"Idempotency-Key": "mine"})
    secret = made.json()["url"].rpartition("/")[2].encode()
    vault = running.services.vault
    with running.services.database.reading() as session:
        link = session.get_one(Link, made.json()["id"])
        answers = session.scalars(select(Answer)).all()
        assert session.scalar(select(func.count()).select_from(Answer)) == len(answers)
    assert secret not in link.digest
    assert not [one for one in answers if secret in one.body_sealed]

    def opens(sealed: bytes, name: str) -> bool:
        with suppress(RenderError):
            return secret in vault.unseal(f"answer {name}", sealed)
        return False

    assert len([one for one in answers if opens(one.body_sealed, "mine")]) == 1
    assert not [one for one in answers if opens(one.body_sealed, "yours")]
