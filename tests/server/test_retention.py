"""What is over its time is deleted, with all that belongs to it; everything else stays."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from api.films.videos import MOST_CLAIMS, Wish, claim_video, want_video
from api.operator.links import mint_link
from api.packs import approve_pack, open_pack, publish_pack, sweep_unpacked
from api.records import (
    Account,
    Answer,
    Audit,
    Bill,
    BillVersion,
    Count,
    Event,
    Link,
    PublishedPack,
    Removal,
    Video,
    VideoState,
    ViewerSession,
)
from api.records.removals import remove_kept
from api.server.retention import sweep_objects, sweep_records
from api.services import Services
from renderer.errors import RenderError
from renderer.script import load_pack
from tests.server.parts import Clock, key_of, parts, put


@pytest.fixture
def services_and_clock(tmp_path: Path, database_url: str) -> Iterator[tuple[Services, Clock]]:
    with parts(tmp_path, database_url, answer_hours=20) as found:
        yield found


def count(services: Services, record) -> int:
    with services.database.reading() as session:
        return len(session.scalars(select(record)).all())


def test_a_bill_leaves_with_its_documents_films_and_links(services_and_clock):
    services, clock = services_and_clock
    key = key_of(services)
    old = put(services, key, "old")
    with services.database.writing() as session:
        mint_link(session, key, old.bill, clock(), clock() + timedelta(days=9))
        video = Video(
            operator_id=key.operator_id,
            bill_id=old.bill.id,
            version_id=old.version.id,
            language="fr",
            shape="wide",
            brand="nordlys",
            voice="silent",
            pack_sha256="0" * 64,
            kept=bytes.fromhex("ab" * 32 + "cd" * 32),
            created=clock(),
            changed=clock(),
        )
        session.add(video)
    for name in ("ab", "cd", "ef"):
        services.shelf.store.put(name * 32, b"picture")
    clock.move(days=services.settings.bill_days)
    new = put(services, key, "new")
    sweep_records(services)
    assert count(services, Bill) == 2
    clock.move(seconds=1)
    sweep_records(services)
    with services.database.reading() as session:
        assert session.scalars(select(Bill.id)).all() == [new.bill.id]
        assert session.scalars(select(Account.id)).all() == [new.bill.account_id]
        assert session.scalars(select(BillVersion.id)).all() == [new.version.id]
    assert count(services, Link) == count(services, Video) == 0
    services.remover.round()
    assert [one.key for one in services.objects.walk("accounts/")] == [new.version.document]
    kept = [name for name in ("ab", "cd", "ef") if services.shelf.store.get(name * 32)]
    assert kept == ["ef"]


def test_removals_are_done_by_each_machine_that_has_segments(services_and_clock, tmp_path: Path):
    services, clock = services_and_clock
    services.shelf.store.put("ab" * 32, b"picture")
    with services.database.writing() as session:
        remove_kept(session, [Video(kept=bytes.fromhex("ab" * 32))], clock())
    services.remover.round()
    assert services.shelf.store.get("ab" * 32) is None
    # Alone with its database, a machine is done; others that share it have yet to remove it.
    assert count(services, Removal) == (0 if services.database.embedded else 1)
    clock.move(days=8)
    sweep_records(services)
    assert count(services, Removal) == 0


def test_events_answers_sessions_and_audit_leave_in_their_time(services_and_clock):
    services, clock = services_and_clock
    key, settings = key_of(services), services.settings
    bill = put(services, key, "x").bill
    with services.database.writing() as session:
        link = mint_link(session, key, bill, clock(), clock() + timedelta(days=3000)).record
        session.add_all(
            [
                Answer(
                    key_id=key.id,
                    digest=b"d" * 32,
                    fingerprint=b"f" * 32,
                    status=201,
                    body_sealed=b"",
                    created=clock(),
                ),
                ViewerSession(link_id=link.id, digest=b"s" * 32, created=clock(), expires=clock()),
                Event(
                    operator_id=key.operator_id,
                    visit=os.urandom(16),
                    at=clock(),
                    kind="play",
                    cycle="c",
                    language="fr",
                    basis="consent",
                ),
                Count(
                    operator_id=key.operator_id,
                    day=date(2026, 11, 1),
                    cycle="c",
                    kind="play",
                    detail="",
                    scene="",
                    language="fr",
                    country="",
                    events=1,
                ),
            ]
        )
    gone_after = [
        (Answer, timedelta(hours=settings.answer_hours)),
        (ViewerSession, timedelta(days=1)),
        (Event, timedelta(days=settings.event_days)),
        (Audit, timedelta(days=settings.audit_days)),
    ]
    start = clock()
    for record, time in gone_after:
        clock.now = start + time - timedelta(seconds=1)
        sweep_records(services)
        assert count(services, record) > 0, record
        clock.now = start + time + timedelta(seconds=1)
        sweep_records(services)
        assert count(services, record) == 0, record
    assert count(services, Count) == 1


def test_an_object_that_no_record_names_leaves_when_no_upload_can_still_want_it(
    services_and_clock,
):
    services, clock = services_and_clock
    kept = put(services, key_of(services), "x").version.document
    services.objects.publish("accounts/acc_x/0123/document", b"orphan")
    services.objects.publish("packs/abc/archive.tar", b"pack")
    assert sweep_objects(services) == 0
    clock.move(hours=1, seconds=5)
    assert sweep_objects(services) == 1
    left = sorted(one.key for one in services.objects.walk(""))
    assert left == sorted([kept, "packs/abc/archive.tar"])


def test_the_day_is_that_of_where_customers_are(tmp_path: Path, database_url: str):
    with parts(tmp_path, database_url, time_zone="Asia/Seoul") as (services, clock):
        clock.now = datetime(2026, 12, 15, 15, 0, tzinfo=UTC)
        assert services.today() == date(2026, 12, 16)
        clock.move(seconds=-1)
        assert services.today() == date(2026, 12, 15)


def ready_pack(services: Services, clock: Clock) -> PublishedPack:
    pack = load_pack("telco")
    ines, tomasz = key_of(services, "ines"), key_of(services, "tomasz")
    publish_pack(services.database, services.objects, ines, pack, clock())
    with services.database.writing() as session:
        return approve_pack(session, tomasz, pack.sha256, clock())


def test_a_video_that_nobody_finished_is_taken_up_by_others_but_not_for_ever(services_and_clock):
    services, clock = services_and_clock
    key, pack = key_of(services), ready_pack(services, clock)
    made = put(services, key, "x")
    with services.database.writing() as session:
        wish = Wish("fr", "wide", "nordlys", "silent")
        want_video(session, made.bill, made.version, pack, wish, clock())

    def claim() -> Video | None:
        with services.database.writing() as session:
            return claim_video(session, clock())

    first = claim()
    assert first is not None
    assert claim() is None
    clock.move(seconds=60)
    assert claim() is None
    clock.move(seconds=6)
    again = claim()
    assert again is not None
    assert (again.id, again.attempts, again.state) == (first.id, 2, VideoState.QUEUED)
    for _ in range(MOST_CLAIMS - 2):
        clock.move(minutes=2)
        assert claim() is not None
    clock.move(minutes=2)
    assert claim() is None
    with services.database.reading() as session:
        video = session.scalars(select(Video)).one()
    assert (video.state, video.error) == (VideoState.FAILED, "work-died")


def test_a_published_pack_is_what_was_published_or_is_not_used(services_and_clock, tmp_path: Path):
    services, clock = services_and_clock
    pack = ready_pack(services, clock)
    folder = open_pack(services.objects, pack.archive, pack.sha256, services.packs)
    assert load_pack(folder).sha256 == pack.sha256
    assert open_pack(services.objects, pack.archive, pack.sha256, services.packs) == folder
    with pytest.raises(RenderError, match="pack-changed"):
        open_pack(services.objects, pack.archive, "0" * 64, tmp_path / "other")
    assert list((tmp_path / "other").iterdir()) == []


def test_what_was_unpacked_in_part_is_removed(services_and_clock):
    services, clock = services_and_clock
    pack = ready_pack(services, clock)
    folder = open_pack(services.objects, pack.archive, pack.sha256, services.packs)
    (services.packs / ".new-left").mkdir()
    assert sweep_unpacked(services.packs, clock() - timedelta(hours=1)) == 0
    assert sweep_unpacked(services.packs, clock() + timedelta(hours=1)) == 1
    assert list(services.packs.iterdir()) == [folder]
