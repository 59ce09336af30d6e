"""Suspensions, reports, and the audit trail."""

from __future__ import annotations

from datetime import date

from api.packs.archive import is_suspended
from api.records import Count, Key
from tests.server.running import Running


def test_a_cycle_or_a_pack_is_suspended_until_it_is_resumed(running: Running):
    operator = running.operator()
    client = operator.everything
    operator_id = operator.record("ines").operator_id

    def suspended(cycle: str, pack: str | None) -> bool:
        with running.services.database.reading() as session:
            return is_suspended(session, operator_id, cycle, pack)

    cycle = client.post("/v1/suspensions", json={"cycle": "2026-11"}).json()
    pack = client.post("/v1/suspensions", json={"pack": "a" * 64}).json()
    assert suspended("2026-11", None)
    assert suspended("2026-12", "a" * 64)
    assert not suspended("2026-12", "b" * 64)
    assert not suspended("2026-12", None)
    for one in (cycle, pack):
        assert client.post(f"/v1/suspensions/{one['id']}/resume").json()["resumed_by"] == "system"
    assert not suspended("2026-11", "a" * 64)
    assert client.get("/v1/suspensions", params={"active": True}).json()["items"] == []
    assert len(client.get("/v1/suspensions").json()["items"]) == 2


def test_either_a_cycle_or_a_pack_is_suspended(running: Running):
    client = running.operator().everything
    for wish in ({}, {"cycle": "x", "pack": "a" * 64}):
        answer = client.post("/v1/suspensions", json=wish)
        assert (answer.status_code, answer.json()["code"]) == (422, "request-not-valid")


def test_a_report_tells_apart_what_was_asked(running: Running):
    operator = running.operator()
    operator_id = operator.record("ines").operator_id
    counts = [
        ("play", "greeting", "fr", date(2026, 11, 1), 3),
        ("play", "greeting", "de", date(2026, 11, 2), 4),
        ("complete", "closing", "fr", date(2026, 11, 2), 5),
    ]
    with running.services.database.writing() as session:
        for kind, scene, language, day, events in counts:
            session.add(
                Count(
                    operator_id=operator_id,
                    day=day,
                    cycle="2026-11",
                    kind=kind,
                    detail="",
                    scene=scene,
                    language=language,
                    country="FR",
                    events=events,
                )
            )
    client = operator.everything

    def rows(**params) -> list:
        return client.get("/v1/reports", params=params).json()["rows"]

    plain = [{k: v for k, v in row.items() if v is not None} for row in rows(by="kind")]
    assert plain == [{"kind": "complete", "events": 5}, {"kind": "play", "events": 7}]
    by_two = rows(by=["language", "kind"])
    assert [(r["language"], r["kind"], r["events"]) for r in by_two] == [
        ("de", "play", 4),
        ("fr", "complete", 5),
        ("fr", "play", 3),
    ]
    assert [row["events"] for row in rows(by="kind", end="2026-11-01")] == [3]
    assert rows(cycle="2026-12") == []


def test_the_audit_trail_says_who_did_what_and_nothing_of_whom(running: Running):
    operator = running.operator()
    reference = operator.upload()
    operator.link(reference)
    acts = operator.everything.get("/v1/audit").json()["items"]
    assert [act["action"] for act in acts] == ["link.mint", "bill.put"]
    with running.services.database.reading() as session:
        holders = {session.get_one(Key, act["actor"].split()[0]).name for act in acts}
    assert holders == {"system"}
    assert reference not in str(acts)
