"""Records are the same on both databases, go up and down, and are not written by who reads."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError, StatementError

from api.records import Account, Database, Operator, open_database
from api.records.duty import take_duty
from api.records.locks import lock
from api.records.migrate import differences, downgrade, require_current, upgrade
from renderer.errors import RenderError

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.fixture
def empty(database_url: str) -> Iterator[Database]:
    found = open_database(database_url)
    yield found
    found.close()


@pytest.fixture
def database(empty: Database) -> Database:
    upgrade(empty)
    return empty


def test_models_and_migrations_agree(database: Database):
    assert differences(database) == []
    require_current(database)


def test_migrations_go_down_to_nothing_and_up_again(database: Database):
    downgrade(database, "base")
    assert set(inspect(database.engine).get_table_names()) <= {"alembic_version"}
    upgrade(database)
    assert differences(database) == []


def test_a_database_of_another_version_is_refused(empty: Database):
    with pytest.raises(RenderError, match="database-outdated"):
        require_current(empty)


def test_a_migration_that_fails_changes_nothing(empty: Database):
    def migrate() -> None:
        with empty.migrating() as connection:
            connection.execute(text("CREATE TABLE half (id INTEGER)"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        migrate()
    assert inspect(empty.engine).get_table_names() == []


def test_who_reads_cannot_write(database: Database):
    with database.reading() as session:
        session.add(Operator(name="x", created=NOW))
        with pytest.raises(SQLAlchemyError, match=r"(?i)read-?only"):
            session.flush()
    with database.writing() as session:
        session.add(Operator(name="x", created=NOW))
    with database.reading() as session:
        assert session.scalar(select(Operator.name)) == "x"


def test_what_is_written_is_kept_as_a_whole_or_not_at_all(database: Database):
    def write() -> None:
        with database.writing() as session:
            session.add(Operator(name="x", created=NOW))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    with database.reading() as session:
        assert session.scalars(select(Operator)).all() == []


def test_what_belongs_to_something_needs_it_and_goes_with_it(database: Database):
    with pytest.raises(IntegrityError), database.writing() as session:
        session.add(account("opr_none"))


def account(operator_id: str) -> Account:
    return Account(
        operator_id=operator_id, reference_digest=b"d" * 32, reference_sealed=b"s", created=NOW
    )


def test_times_come_back_in_utc_and_must_say_their_zone(database: Database):
    local = NOW.astimezone(timezone(timedelta(hours=9)))
    with database.writing() as session:
        session.add(Operator(name="x", created=local))
    with database.reading() as session:
        found = session.scalars(select(Operator)).one()
    assert (found.created, found.created.tzinfo) == (NOW, UTC)
    with pytest.raises(StatementError), database.writing() as session:
        session.add(Operator(name="y", created=NOW.replace(tzinfo=None)))


def test_ids_tell_nothing(database: Database):
    with database.writing() as session:
        for number in range(20):
            session.add(Operator(name=f"n{number}", created=NOW))
    with database.reading() as session:
        ids = session.scalars(select(Operator.id).order_by(Operator.name)).all()
    assert len({one[:6] for one in ids}) > 15
    assert all(len(one) == 26 for one in ids)


def test_a_duty_is_held_by_one_until_it_is_over(database: Database):
    hour = timedelta(hours=1)
    assert take_duty(database, "sweep", "a", NOW, hour)
    assert not take_duty(database, "sweep", "b", NOW + timedelta(minutes=59), hour)
    assert take_duty(database, "sweep", "b", NOW + hour, hour)
    assert not take_duty(database, "sweep", "a", NOW + hour, hour)
    assert take_duty(database, "other", "a", NOW, hour)


def test_a_name_is_held_by_one_transaction_at_a_time(database: Database):
    order: list[str] = []
    held, second = threading.Event(), threading.Event()

    def wait_for_it() -> None:
        second.set()
        with database.writing() as session:
            lock(session, b"name" * 8)
            order.append("second")

    thread = threading.Thread(target=wait_for_it)
    with database.writing() as session:
        lock(session, b"name" * 8)
        thread.start()
        second.wait(10)
        held.wait(0.2)
        order.append("first")
    thread.join(10)
    assert order == ["first", "second"]


@pytest.mark.parametrize(
    "url", ["mysql://root:hunter2@host/x", "nonsense", "postgresql://u:hunter2@127.0.0.1:1/x"]
)
def test_a_database_that_cannot_be_used_is_refused_without_its_password(url: str):
    with pytest.raises(RenderError, match="database-unusable") as refused:
        open_database(url)
    assert "hunter2" not in str(refused.value)


def test_an_embedded_database_is_its_owners_only_and_survives_power_loss(tmp_path: Path):
    database = open_database(f"sqlite:///{tmp_path / 'in/a.db'}")
    with database.reading() as session:
        settings = {
            name: session.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    database.close()
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
    }
    assert (tmp_path / "in/a.db").stat().st_mode & 0o777 == 0o600
