"""The ledger: what it keeps, what waits, who may open it."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from api.batch.ledger import TOGETHER, Ledger
from api.batch.ledger_view import BEFORE_ALL, LedgerView
from api.batch.model import Item, Listed, Made, Settled, State
from renderer.errors import RenderError

ORDER = {"cycle": "x", "shapes": ["wide"], "voice": "silent"}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with closing(Ledger.open(tmp_path / "ledger.sqlite")) as opened:
        opened.set_order("x", ORDER)
        yield opened


def enlist(ledger: Ledger, *keys: str, mark: str = "m", there: bool = True) -> tuple[int, int, int]:
    found = ledger.enlist([Listed(key, mark) for key in keys], ["wide"], lambda _name: there)
    return found.new, found.changed, found.same


def waiting(ledger: LedgerView) -> list[str]:
    return [item.key for item in ledger.waiting(BEFORE_ALL, 100)]


def made(name: str = "f" * 32, of: str = "a" * 64) -> Made:
    return Made(name, of, "bill", "en", "b" * 64, 100)


def settle(ledger: Ledger, key: str, state: State, **told: object) -> None:
    ledger.settle(Settled(Item(key), state, **told))  # type: ignore[arg-type]
    ledger.flush()


def past(tmp_path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as connection:
        return connection.execute("SELECT key, folder FROM past ORDER BY folder").fetchall()


def test_bills_are_enlisted_once_and_wait_in_the_order_of_their_keys(ledger: Ledger) -> None:
    assert enlist(ledger, "b", "a") == (2, 0, 0)
    assert enlist(ledger, "a", "b", "c") == (1, 0, 2)
    assert waiting(ledger) == ["a", "b", "c"]
    assert ledger.waiting((0, "a", "wide"), 1) == [Item("b")]


def test_those_that_failed_least_come_first(ledger: Ledger) -> None:
    enlist(ledger, "a", "b", "c", "d")
    settle(ledger, "a", State.PENDING, tries=2)
    settle(ledger, "c", State.PENDING, tries=0, killed=1)
    assert [(item.key, item.tries, item.killed) for item in ledger.waiting(BEFORE_ALL, 9)] == [
        ("b", 0, 0), ("d", 0, 0), ("c", 0, 1), ("a", 2, 0),
    ]  # fmt: skip
    assert [item.key for item in ledger.waiting((0, "d", "wide"), 9)] == ["c", "a"]


def test_a_bill_that_was_touched_waits_again_and_knows_its_film(ledger: Ledger) -> None:
    enlist(ledger, "a")
    settle(ledger, "a", State.RENDERED, made=made())
    assert enlist(ledger, "a") == (0, 0, 1)
    assert enlist(ledger, "a", mark="n") == (0, 1, 0)
    assert ledger.waiting(BEFORE_ALL, 9) == [Item("a", known="a" * 64)]
    settle(ledger, "a", State.RENDERED, mark="n")
    (one,) = ledger.entries(State.RENDERED)
    assert (one.folder, one.manifest) == ("f" * 32, "b" * 64)


def test_a_film_that_is_gone_waits_again_and_is_not_known(ledger: Ledger) -> None:
    enlist(ledger, "a")
    settle(ledger, "a", State.RENDERED, made=made())
    assert enlist(ledger, "a", there=False) == (0, 1, 0)
    assert ledger.waiting(BEFORE_ALL, 9) == [Item("a")]


def test_the_film_before_a_change_is_remembered(ledger: Ledger, tmp_path: Path) -> None:
    enlist(ledger, "a")
    settle(ledger, "a", State.RENDERED, made=made("1" * 32))
    settle(ledger, "a", State.RENDERED, made=made("1" * 32))
    assert past(tmp_path) == []
    settle(ledger, "a", State.RENDERED, made=made("2" * 32))
    assert past(tmp_path) == [("a", "1" * 32)]


def test_a_quarantined_bill_stays_until_it_is_touched_or_asked_for(ledger: Ledger) -> None:
    enlist(ledger, "a", "b", "c")
    for key, code in (("a", "x-y"), ("b", "x-y"), ("c", "z-z")):
        settle(ledger, key, State.QUARANTINED, code=code, place="bill.json#/a", tries=3)
    assert ledger.codes() == {"x-y": 2, "z-z": 1}
    assert [one.key for one in ledger.entries(State.QUARANTINED, "x-y")] == ["a", "b"]
    assert enlist(ledger, "a") == (0, 0, 1)
    assert enlist(ledger, "a", mark="n") == (0, 1, 0)
    assert waiting(ledger) == ["a"]
    assert ledger.retry("z-z") == 1
    assert ledger.retry() == 1
    assert ledger.waiting(BEFORE_ALL, 9) == [Item("a"), Item("b"), Item("c")]
    assert ledger.codes() == {}


def test_a_key_that_cannot_be_is_quarantined_at_once(ledger: Ledger) -> None:
    ledger.enlist([Listed("a", "m", "key-not-text")], ["wide"], lambda _name: True)
    assert ledger.codes() == {"key-not-text": 1}
    assert waiting(ledger) == []


def test_a_bill_that_comes_back_waits_again(ledger: Ledger) -> None:
    enlist(ledger, "a")
    settle(ledger, "a", State.SKIPPED, code="bill-withdrawn")
    assert enlist(ledger, "a") == (0, 1, 0)
    assert waiting(ledger) == ["a"]


def test_another_order_lets_all_films_be_made_anew(ledger: Ledger, tmp_path: Path) -> None:
    ledger.enlist([Listed("a", "m")], ["wide", "tall"], lambda _name: True)
    settle(ledger, "a", State.RENDERED, made=made())
    ledger.set_order("x", {**ORDER, "voice": "espeak"})
    assert ledger.order() == {**ORDER, "voice": "espeak"}
    assert [(item.key, item.shape, item.known) for item in ledger.waiting(BEFORE_ALL, 9)] == [
        ("a", "wide", None)
    ]
    assert past(tmp_path) == [("a", "f" * 32)]


def test_outcomes_are_written_together_and_all_or_none(ledger: Ledger, tmp_path: Path) -> None:
    enlist(ledger, *map(str, range(TOGETHER + 1)))
    with closing(LedgerView.read(tmp_path / "ledger.sqlite")) as seen:
        for number in range(TOGETHER):
            assert seen.counts()[State.RENDERED] == 0
            ledger.settle(Settled(Item(str(number)), State.RENDERED, made=made()))
        assert seen.counts()[State.RENDERED] == TOGETHER


def test_what_was_not_written_is_as_it_was(ledger: Ledger, tmp_path: Path) -> None:
    enlist(ledger, "a")
    ledger.settle(Settled(Item("a"), State.RENDERED, made=made()))
    ledger.close()
    with closing(LedgerView.read(tmp_path / "ledger.sqlite")) as seen:
        assert seen.counts()[State.PENDING] == 1


def test_runs_are_numbered_and_say_how_they_ended(ledger: Ledger) -> None:
    assert ledger.last_run() is None
    assert (ledger.begin_run(), ledger.begin_run()) == (1, 2)
    ledger.beat(2, 7)
    number, began, seen, rendered, ended = ledger.last_run() or (0, 0, 0, 0, "")
    assert (number, rendered, ended, seen >= began > 1e9) == (2, 7, None, True)
    ledger.beat(2, 9, "done")
    assert (ledger.last_run() or ())[3:] == (9, "done")


def test_only_its_owner_may_read_it(ledger: Ledger, tmp_path: Path) -> None:
    enlist(ledger, "a")
    for path in tmp_path.glob("ledger.sqlite*"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_reader_cannot_write(ledger: Ledger, tmp_path: Path) -> None:
    enlist(ledger, "a")
    with closing(Ledger.read(tmp_path / "ledger.sqlite")) as seen:
        assert waiting(seen) == ["a"]
        with pytest.raises(RenderError) as caught:
            seen.retry()
    assert caught.value.code == "ledger-failed"


def test_what_is_no_ledger_of_this_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with pytest.raises(RenderError) as caught:
        LedgerView.read(path)
    assert caught.value.code == "ledger-missing"
    Ledger.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    for opening in (Ledger.open, LedgerView.read):
        with pytest.raises(RenderError) as caught:
            opening(path)
        assert caught.value.code == "ledger-version"
    other = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE mine (x)")
        connection.execute("PRAGMA user_version = 5")
    with pytest.raises(RenderError) as caught:
        Ledger.open(other)
    assert caught.value.code == "ledger-version"


def test_a_damaged_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"this is no database, whatever its name says" * 100)
    with pytest.raises(RenderError) as caught:
        Ledger.open(path)
    assert caught.value.code == "ledger-failed"
    assert str(path) in str(caught.value)


def test_a_great_many_bills_are_enlisted_and_found_again_at_speed(ledger: Ledger) -> None:
    some = [Listed(f"{number:08}", "m") for number in range(20_000)]
    assert ledger.enlist(some, ["wide"], lambda _name: True).new == 20_000
    assert ledger.enlist(some, ["wide"], lambda _name: True).same == 20_000
    cursor, seen = BEFORE_ALL, 0
    while items := ledger.waiting(cursor, 512):
        seen += len(items)
        cursor = (0, items[-1].key, items[-1].shape)
    assert seen == 20_000
