"""Nothing of a customer is in logs, meters, addresses or errors, whatever field it stood in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.server.running import JSON, Running, sample

CANARY = "Qwilleran"
DIGITS = "4915550123498"


def planted(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Yield a document with the canary in each text of it in turn, and where that is."""
    if isinstance(value, dict):
        for name, inner in value.items():
            for at, changed in planted(inner, f"{place}/{name}"):
                yield at, {**value, name: changed}
        yield f"{place}+", {**value, f"{CANARY} {DIGITS}": f"{CANARY} {DIGITS}"}
    elif isinstance(value, list):
        for index, inner in enumerate(value[:2]):
            for at, changed in planted(inner, f"{place}/{index}"):
                yield at, [*value[:index], changed, *value[index + 1 :]]
    elif isinstance(value, str):
        yield place, f"{CANARY} {DIGITS}"


def told(running: Running) -> str:
    token = {"Authorization": "Bearer token-of-the-metrics"}
    return running.logs.getvalue() + running.client().get("/metrics", headers=token).text


def clean(text: str) -> bool:
    return CANARY not in text and DIGITS not in text


def test_the_canary_in_each_field_of_a_bill_is_told_nobody(running: Running):
    client = running.operator().everything
    bill = json.loads(sample())
    bill["appliedCustomerBillingRate"] = bill["appliedCustomerBillingRate"][:2]
    places, refused = 0, set()
    for number, (place, changed) in enumerate(planted(bill)):
        answer = client.put(f"/v1/bills/c-{number}", content=json.dumps(changed), headers=JSON)
        assert answer.status_code in (201, 409, 422), place
        assert clean(answer.text), place
        assert clean(str(answer.headers)), place
        places += 1
        if answer.status_code == 422:
            refused.add(answer.json()["code"])
    assert places > 100
    assert len(refused) >= 5
    assert clean(told(running))


def test_the_canary_in_each_member_query_and_header_is_told_nobody(running: Running):
    operator = running.operator()
    client, word = operator.everything, f"{CANARY}-{DIGITS}"
    bodies = {
        "/v1/links": {"bill": "x", "expires": "2027-01-01T00:00:00Z", "locale": "fr"},
        "/v1/videos": {"bill": "x", "pack": "a" * 64, "language": "fr", "shape": "wide"},
        "/v1/accounts": {"reference": "x", "country": "FR", "last_digits": "1234"},
        "/v1/erasures": {"account": "x"},
        "/v1/suspensions": {"cycle": "x"},
    }
    for path, body in bodies.items():
        for _, changed in planted(body):
            assert clean(client.post(path, json=changed).text)
    for path in ("bills", "videos", "links", "reports", "audit"):
        names = ("cursor", "limit", "cycle", "bill", "state", "by", "start", CANARY)
        for name in names:
            assert clean(client.get(f"/v1/{path}", params={name: word}).text)
    headers = ("Idempotency-Key", "If-Match", "If-None-Match", "X-Request-Id", "User-Agent")
    headers += ("Cookie", "Referer", "X-Forwarded-For", "traceparent", "Content-Type")
    for name in headers:
        answer = client.post("/v1/links", json={"bill": "x"}, headers={name: word})
        assert clean(answer.text + str(answer.headers))
    assert clean(client.get(f"/v1/bills/{CANARY}/{DIGITS}").text)
    assert clean(client.get(f"/{word}").text)
    assert clean(client.request(CANARY[:8].upper(), "/v1/bills").text)
    assert clean(running.client(f"brk_{word}").get("/v1/bills").text)
    assert clean(told(running))


def test_the_canary_in_other_formats_is_told_nobody(running: Running):
    client = running.operator().everything
    xml = f"<Invoice><{CANARY}>{DIGITS}</{CANARY}></Invoice>".encode()
    for content, kind in (
        (xml, "application/xml"),
        (f"%PDF-1.7 {CANARY} {DIGITS}".encode(), "application/pdf"),
        (f'{{"customerBill": {CANARY}'.encode(), "application/json"),
        (f"{CANARY};{DIGITS}\n".encode(), "application/json"),
    ):
        answer = client.put("/v1/bills/x", content=content, headers={"Content-Type": kind})
        assert answer.status_code == 422
        assert clean(answer.text)
    assert clean(told(running))


def test_what_fails_by_our_fault_is_logged_without_its_words(running: Running, monkeypatch):
    import api.operator.routes.packs as packs

    def broken(*_: Any) -> None:
        raise ValueError(f"{CANARY} {DIGITS}")

    monkeypatch.setattr(packs, "_told", broken)
    operator = running.operator()
    operator.publish("ines")
    answer = operator.everything.get("/v1/packs")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert clean(answer.text)
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    line = running.logged(answer.json()["request"])
    assert line["error"] == "ValueError"
    assert re.fullmatch(r"[\w/.]+\.py:\d+", line["at"])
    assert clean(told(running))


def test_a_customers_link_is_in_no_log(running: Running):
    operator = running.operator()
    minted = operator.link(operator.upload())
    running.client().get(f"/b/{minted['url'].rpartition('/')[2]}")
    assert minted["url"].rpartition("/")[2] not in told(running)
