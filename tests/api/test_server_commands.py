"""Keys, packs, settings and migrations from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.records import open_database
from api.records.migrate import newest, require_current
from api.settings import PREFIX, Settings
from renderer.script import load_pack


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation of the test's own."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"{PREFIX}{name.upper()}", raising=False)
    monkeypatch.setenv("BILLREEL_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def key(billreel, name: str, *scopes: str) -> str:
    options = [part for scope in scopes for part in ("--scope", scope)]
    made = billreel("keys", "create", "--name", name, *options, "--json")
    assert made.status == 0, made.said
    return made.json["key"]


def test_a_key_is_shown_once_listed_without_itself_and_revoked(billreel):
    secret = key(billreel, "mailer", "links:write", "links:read")
    listed = billreel("keys", "list", "--json")
    (found,) = listed.json["keys"]
    assert (found["name"], found["operator"]) == ("mailer", "main")
    assert found["scopes"] == ["links:read", "links:write"]
    assert secret not in listed.out
    assert "mailer" in billreel("keys", "list").said
    assert billreel("keys", "revoke", found["id"]).status == 0
    again = billreel("keys", "revoke", found["id"], "--json")
    assert (again.status, again.json["error"]["code"]) == (2, "key-unknown")
    assert "revoked" in billreel("keys", "list").said


@pytest.mark.parametrize("scopes", [(), ("everything",), ("links:write", "nope")])
def test_a_key_needs_scopes_that_there_are(billreel, scopes: tuple[str, ...]):
    options = [part for scope in scopes for part in ("--scope", scope)]
    refused = billreel("keys", "create", "--name", "x", *options)
    assert refused.status == 2
    assert "key-scope" in refused.said
    assert "links:write (mint and revoke links)" in refused.said


def test_a_pack_is_published_by_one_person_and_approved_by_another(billreel):
    ines = key(billreel, "ines", "packs:publish", "packs:approve")
    tomasz = key(billreel, "tomasz", "packs:approve")
    published = billreel("pack", "publish", "telco", "--key", ines, "--json")
    assert published.json == {"sha256": load_pack("telco").sha256, "publisher": "ines"}
    sha256 = published.json["sha256"]
    assert "nobody yet" in billreel("pack", "list").said
    own = billreel("pack", "approve", sha256, "--key", ines, "--json")
    assert (own.status, own.json["error"]["code"]) == (2, "four-eyes")
    approved = billreel("pack", "approve", sha256, "--key", tomasz, "--json")
    assert approved.json == {"sha256": sha256, "approver": "tomasz"}
    (listed,) = billreel("pack", "list", "--json").json["packs"]
    assert (listed["publisher"], listed["approver"]) == ("ines", "tomasz")


def test_who_publishes_needs_a_key_with_that_scope(billreel):
    other = key(billreel, "lena", "packs:read")
    for given, code in ((other, "scope-missing"), ("brk_" + "A" * 43, "key-missing")):
        refused = billreel("pack", "publish", "telco", "--key", given, "--json")
        assert (refused.status, refused.json["error"]["code"]) == (2, code)


def test_a_pack_with_mistakes_is_not_published(billreel, tmp_path: Path):
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "pack.yaml").write_text("pack: broken\nwhat: nothing\n")
    refused = billreel("pack", "publish", str(broken), "--key", key(billreel, "i", "packs:publish"))
    assert refused.status == 2
    assert "pack-has-mistakes" in refused.said


def test_migrating_brings_a_database_up(billreel, folder: Path, monkeypatch):
    url = f"sqlite:///{folder / 'other.db'}"
    monkeypatch.setenv("BILLREEL_DATABASE_URL", url)
    for _ in range(2):
        assert billreel("migrate", "--json").json == {"revision": newest()}
    database = open_database(url)
    require_current(database)
    database.close()


def test_settings_are_printed_with_what_they_are_for(billreel):
    rows = billreel("settings", "--json").json["settings"]
    assert {row["variable"] for row in rows} == {
        f"{PREFIX}{n.upper()}" for n in Settings.model_fields
    }
    assert "| `BILLREEL_GATE` | `details` |" in billreel("settings").out
