"""Keys: shown once, kept as a keyed hash, valid until they are revoked or expire, counted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from api.errors import RequestError
from api.operator.caller import Rate
from api.operator.keys import create_key, find_key, revoke_key
from api.operator.scopes import MEANING, Scope
from api.records import Database, open_database
from api.records.migrate import upgrade
from api.vault import Vault

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
VAULT = Vault(b"s" * 32)


@pytest.fixture
def database(database_url: str):
    found = open_database(database_url)
    upgrade(found)
    yield found
    found.close()


def made(database: Database, vault: Vault = VAULT, **more):
    with database.writing() as session:
        return create_key(session, vault, "main", "mailer", [Scope.LINKS_WRITE], NOW, **more)


def found(database: Database, secret: str, now: datetime = NOW, vault: Vault = VAULT):
    with database.reading() as session:
        return find_key(session, vault, secret, now)


def test_a_key_is_found_by_itself_and_not_kept(database: Database):
    key = made(database)
    record = found(database, key.secret)
    assert record is not None
    assert (record.id, record.scopes) == (key.record.id, ["links:write"])
    kept = b" ".join(str(getattr(record, c.key)).encode() for c in record.__table__.columns)
    assert key.secret.removeprefix("brk_").encode() not in kept


def test_no_other_key_is_valid(database: Database):
    key = made(database)
    last = "A" if key.secret[-1] != "A" else "B"
    for forged in ("", "brk_", key.secret[:-1], key.secret[:-1] + last, key.secret + "A"):
        assert found(database, forged) is None


def test_a_key_ends_when_it_expires_or_is_revoked(database: Database):
    brief = made(database, expires=NOW + timedelta(days=1))
    assert found(database, brief.secret, NOW + timedelta(hours=23)) is not None
    assert found(database, brief.secret, NOW + timedelta(days=1)) is None
    key = made(database)
    with database.writing() as session:
        assert revoke_key(session, key.record.id, NOW)
        assert not revoke_key(session, key.record.id, NOW)
        assert not revoke_key(session, "key_unknown", NOW)
    assert found(database, key.secret) is None


def test_keys_outlive_a_rotated_secret_as_long_as_it_is_named(database: Database):
    key = made(database)
    assert found(database, key.secret, vault=Vault(b"n" * 32, [b"s" * 32])) is not None
    assert found(database, key.secret, vault=Vault(b"n" * 32)) is None


def test_names_are_plain_words(database: Database):
    with database.writing() as session, pytest.raises(RequestError, match="key-name"):
        create_key(session, VAULT, "main", "Inès (marketing)", [Scope.LINKS_READ], NOW)


def test_every_scope_says_what_it_allows():
    assert set(MEANING) == set(Scope)


def test_a_key_that_sends_too_much_is_told_when_to_come_back():
    rate = Rate(most=60)
    waits = [rate.wait_s("a", 0.0) for _ in range(12)]
    assert waits[:10] == [0.0] * 10
    assert waits[10] == pytest.approx(1.0)
    assert rate.wait_s("b", 0.0) == 0.0
    assert rate.wait_s("a", 1.0) == 0.0
    assert rate.wait_s("a", 1.0) > 0
