"""Videos are made of approved packs, once; they are ready to be watched, or say what failed."""

from __future__ import annotations

import json

from sqlalchemy import update

from api.films.videos import draft_video
from api.records import Video, VideoState
from renderer.script import load_pack
from tests.server.running import SAMPLES, Running, sample


def test_a_video_becomes_ready_and_its_film_can_be_drawn(running: Running):
    operator = running.operator()
    video = operator.video(operator.upload(), language="de")
    assert (video["state"], video["language"], video["error"]) == ("ready", "de", None)
    assert 20 < video["seconds"] < 120
    services = running.services
    with services.database.reading() as session:
        found = session.get_one(Video, video["id"])
    drafted = draft_video(services, found)
    assert drafted.draft.plan.frames / 30 == video["seconds"]
    assert drafted.draft.plan.language == "de"


def test_earlier_bills_of_the_account_tell_what_changed(running: Running):
    operator = running.operator()
    for path in sorted((SAMPLES / "fr/previous").iterdir())[-2:]:
        operator.upload(path.stem, path.read_bytes())
    reference = operator.upload("now", sample("fr"))
    video = operator.video(reference)
    alone = operator.video(operator.upload(), language="fr")
    with running.services.database.reading() as session:
        scenes = [
            {scene.id for scene in draft_video(running.services, found).draft.plan.scenes}
            for found in (session.get_one(Video, one["id"]) for one in (video, alone))
        ]
    assert "changed" in scenes[0] - scenes[1]


def test_asked_for_twice_it_is_one(running: Running):
    operator = running.operator()
    wish = {"bill": operator.upload(), "pack": operator.pack, "voice": "silent"}
    first, again = (operator.everything.post("/v1/videos", json=wish) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["id"] == again.json()["id"]


def test_the_language_is_the_customers_own_where_the_pack_has_it(running: Running):
    operator = running.operator()
    own = json.loads(sample())
    own["preferences"] = {"language": "ar-AE"}
    operator.upload("arabic", json.dumps(own).encode())
    wish = {"bill": "arabic", "pack": operator.pack}
    assert operator.everything.post("/v1/videos", json=wish).json()["language"] == "ar"


def test_what_a_pack_has_not_is_refused_at_once(running: Running):
    operator = running.operator()
    wish = {"bill": operator.upload(), "pack": operator.pack}
    for name, value in (
        ("language", "xx"),
        ("shape", "round"),
        ("brand", "acme"),
        ("voice", "gtts"),
    ):
        answer = operator.everything.post("/v1/videos", json={**wish, name: value})
        assert (answer.status_code, answer.json()["where"]) == (422, f"body/{name}")
        assert answer.json()["code"] == "pack-has-not"


def test_a_pack_has_to_be_published_and_approved_by_another_person(running: Running):
    operator = running.operator()
    reference, client = operator.upload(), operator.everything
    sha256 = load_pack("telco").sha256
    wish = {"bill": reference, "pack": sha256}
    assert client.post("/v1/videos", json=wish).json()["code"] == "pack-not-published"
    operator.publish("ines")
    assert client.post("/v1/videos", json=wish).json()["code"] == "pack-not-approved"
    own = operator.client(name="ines").post(f"/v1/packs/{sha256}/approval")
    assert (own.status_code, own.json()["code"]) == (409, "four-eyes")
    approved = operator.client(name="tomasz").post(f"/v1/packs/{sha256}/approval").json()
    assert (approved["publisher"], approved["approver"]) == ("ines", "tomasz")
    assert client.post("/v1/videos", json=wish).status_code == 201
    assert client.get("/v1/packs").json()["items"] == [approved]


def test_a_video_that_failed_is_tried_again_when_it_is_asked_for(running: Running):
    operator = running.operator()
    reference = operator.upload()
    video = operator.video(reference)
    with running.services.database.writing() as session:
        session.execute(
            update(Video)
            .where(Video.id == video["id"])
            .values(state=VideoState.FAILED, error="missing-glyph", where="document#/x")
        )
    client = operator.everything
    failed = client.get("/v1/videos", params={"bill": reference, "state": "failed"}).json()["items"]
    assert [(one["error"], one["where"]) for one in failed] == [("missing-glyph", "document#/x")]
    again = operator.video(reference)
    assert (again["id"], again["state"], again["error"]) == (video["id"], "ready", None)


def test_a_bill_that_cannot_be_told_fails_with_its_code_and_place(running: Running):
    operator = running.operator()
    odd = sample(account="A-odd").replace(b"Forfait Aurore", "Forfait \U00012000".encode())
    video = operator.video(operator.upload("odd", odd))
    assert (video["state"], video["error"]) == ("failed", "missing-glyph")
    assert "\U00012000" not in (video["where"] or "")
