"""Links are told once, kept as a hash, and revoked at once."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from api.records import find_link
from tests.server.running import Running


def test_a_link_is_128_random_bits_and_nothing_else(running: Running):
    operator = running.operator()
    reference = operator.upload()
    urls = [operator.link(reference)["url"] for _ in range(20)]
    assert len(set(urls)) == 20
    assert all(re.fullmatch(r"http://127\.0\.0\.1:8470/b/[A-Za-z0-9_-]{22}", url) for url in urls)


def test_the_address_is_found_by_its_hash_and_kept_nowhere(running: Running):
    operator = running.operator()
    minted = operator.link(operator.upload())
    given = minted["url"].rpartition("/")[2]
    with running.services.database.reading() as session:
        found = find_link(session, given)
        assert found is not None
        assert found.id == minted["id"]
        kept = [str(getattr(found, one.key)) for one in found.__table__.columns]
        assert given not in " ".join(kept)
        assert find_link(session, given[:-1] + ("A" if given[-1] != "A" else "B")) is None
        assert find_link(session, given + "x") is None


def test_a_list_of_links_does_not_tell_addresses(running: Running):
    operator = running.operator()
    reference = operator.upload()
    operator.link(reference)
    listed = operator.everything.get("/v1/links", params={"bill": reference}).json()["items"]
    assert len(listed) == 1
    assert "url" not in listed[0]


def test_revoking_twice_is_revoking_once(running: Running):
    operator = running.operator()
    reference = operator.upload()
    minted, client = operator.link(reference), operator.everything
    for _ in range(2):
        assert client.delete(f"/v1/links/{minted['id']}").status_code == 204
    (listed,) = client.get("/v1/links", params={"bill": reference}).json()["items"]
    assert listed["revoked"] is not None
    acts = client.get("/v1/audit").json()["items"]
    assert [act["action"] for act in acts].count("link.revoke") == 1


def test_a_link_lasts_as_long_as_the_settings_say_and_no_longer(running: Running):
    operator = running.operator()
    reference = operator.upload()
    minted = operator.link(reference)
    days = datetime.fromisoformat(minted["expires"]) - datetime.fromisoformat(minted["created"])
    assert days == timedelta(days=running.settings.link_days)
    for expires in (
        datetime.now(UTC) - timedelta(seconds=1),
        datetime.now(UTC) + timedelta(days=401),
    ):
        wish = {"bill": reference, "expires": expires.isoformat()}
        answer = operator.everything.post("/v1/links", json=wish)
        assert answer.json()["code"] == "link-expiry"
    naive = {"bill": reference, "expires": "2027-01-01T00:00:00"}
    assert operator.everything.post("/v1/links", json=naive).status_code == 422
