"""What is tried again, how often, and what stops a run."""

from __future__ import annotations

import json
import re
import signal
import subprocess
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path

import pytest

from api.batch.breaker import IN_A_ROW, Breaker
from api.batch.cycle import open_cycle
from api.batch.ledger_view import LedgerView
from api.batch.model import Item, Kind, Outcome, State
from api.batch.places import places_of
from api.batch.verdict import settle, with_care
from tests.batch.cycles import diary, films, links, poison, run, staged, write_cycle
from tests.batch.processes import start_driver, wait_for


def test_what_fails_once_is_made_the_next_time(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 4, workers=2)
    poison(tmp_path, c000001="crash-once", c000003="killed-once")
    report = run(path)
    assert (report.rendered, report.stopped, report.codes) == (4, None, {})
    assert (report.outcomes[Kind.CRASH], report.outcomes[Kind.KILLED]) == (1, 1)


def test_what_crashes_always_is_quarantined_by_a_worker_of_its_own(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 4, workers=1, attempts=3)
    poison(tmp_path, c000002="segfault")
    report = run(path)
    assert (report.rendered, report.codes) == (3, {"worker-crashed": 1})
    begun = [line.split() for line in diary(path) if line.startswith("begin")]
    assert [key for _, key, _ in begun].count("000002") == 3
    last = begun[-1]
    assert last[1] == "000002"
    assert Counter(pid for _, _, pid in begun)[last[2]] == 1


def test_the_ledger_keeps_code_and_place_and_no_value_of_a_bill(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 2, workers=1, attempts=2)
    poison(tmp_path, c000002="raise")
    run(path)
    places = places_of(open_cycle(path))
    with closing(LedgerView.read(places.ledger)) as ledger:
        (one,) = ledger.entries(State.QUARANTINED)
    assert one.code == "internal"
    assert one.place is not None
    assert re.fullmatch(r"\S+/batch/\S+\.py:\d+: ValueError", one.place)
    for file in places.own.iterdir():
        assert file.is_dir() or b"4711.08" not in file.read_bytes()


def until_judged(kind: Kind, attempts: int) -> list[Item]:
    """Let an item come back as the same until it is quarantined; return it as it was handed out."""
    handed = [with_care(Item("a"), attempts)]
    while True:
        settled = settle(handed[-1], Outcome(kind, code="x-y"), attempts)
        if settled.state is State.QUARANTINED:
            return handed
        again = Item("a", tries=settled.tries, killed=settled.killed)
        handed.append(with_care(again, attempts))


@pytest.mark.parametrize("attempts", [2, 3, 5])
@pytest.mark.parametrize("kind", [Kind.CRASH, Kind.FAULT, Kind.LIMIT])
def test_failing_is_counted_and_the_last_time_is_alone(kind: Kind, attempts: int) -> None:
    handed = until_judged(kind, attempts)
    assert [item.fresh for item in handed] == [False] * (attempts - 1) + [True]


@pytest.mark.parametrize("attempts", [2, 3])
def test_being_killed_from_outside_counts_half(attempts: int) -> None:
    handed = until_judged(Kind.KILLED, attempts)
    assert len(handed) == 2 * attempts
    assert handed[-1].fresh


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (Kind.MADE, State.RENDERED),
        (Kind.FOUND, State.RENDERED),
        (Kind.SAME, State.RENDERED),
        (Kind.REFUSED, State.QUARANTINED),
        (Kind.GONE, State.SKIPPED),
        (Kind.BLOCKED, State.PENDING),
        (Kind.FAULT, State.PENDING),
        (Kind.LIMIT, State.PENDING),
    ],
)
def test_where_an_item_goes(kind: Kind, state: State) -> None:
    assert settle(Item("a"), Outcome(kind), 3).state is state


def test_a_blocked_item_is_not_counted_against() -> None:
    settled = settle(Item("a", tries=1), Outcome(Kind.BLOCKED, code="output-failed"), 2)
    assert (settled.tries, settled.killed, settled.code) == (1, 0, None)


def test_a_run_stops_when_more_than_the_share_failed_but_not_before_enough_were_tried() -> None:
    breaker = Breaker(0.1, 20)
    for kind in [Kind.REFUSED] * 3 + [Kind.MADE] * 16:
        breaker.count(Item("a"), kind)
        assert breaker.why() is None
    breaker.count(Item("a"), Kind.MADE)
    assert breaker.why() == "3 of the first 20 films failed"


def test_second_tries_and_kills_from_outside_do_not_count_in_the_share() -> None:
    breaker = Breaker(0.1, 10)
    for _ in range(10):
        breaker.count(Item("a"), Kind.MADE)
    for _ in range(IN_A_ROW - 1):
        breaker.count(Item("a"), Kind.KILLED)
    for _ in range(50):
        breaker.count(Item("a", tries=1), Kind.CRASH)
    assert breaker.why() is None
    breaker.count(Item("a"), Kind.KILLED)
    assert breaker.why() == f"{IN_A_ROW} films failed one after another"


def test_a_share_of_one_never_stops() -> None:
    breaker = Breaker(1, 1)
    for _ in range(100):
        breaker.count(Item("a"), Kind.REFUSED)
    assert breaker.why() is None


def test_a_run_that_stops_by_its_share_says_so_and_goes_on_later(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 8, stop_when={"share": 0.3, "after": 2})
    good = {}
    for number in range(1, 5):
        bill = tmp_path / f"bills/{number:06}/bill.json"
        good[bill] = bill.read_text()
        bill.write_text("{")
    report = run(path)
    assert report.stopped == "2 of the first 2 films failed"
    assert report.edition is None
    assert report.films[State.PENDING] == 6
    for bill, text in good.items():
        bill.write_text(text)
    report = run(path)
    assert (report.stopped, report.rendered) == (None, 8)


def test_a_signal_finishes_the_films_at_work_and_the_rest_waits(tmp_path: Path) -> None:
    path = interrupted(tmp_path, bills=12, workers=2, after=2)
    done = made(path)
    assert done == sum(line.startswith("begin") for line in diary(path)) < 12
    assert (len(films(path)), staged(path)) == (done, [])
    with closing(LedgerView.read(places_of(open_cycle(path)).ledger)) as ledger:
        assert ledger.counts()[State.RENDERED] == done
    report = run(path)
    assert (report.rendered, report.unchanged) == (12 - done, done)
    assert made(path) == 12


def interrupted(folder: Path, *, bills: int, workers: int, after: int) -> Path:
    """Run a cycle and end it in peace once so many films are made; return its file."""
    path = write_cycle(folder, bills, workers=workers)
    poison(folder)
    driver = start_driver(path)
    wait_for(lambda: made(path) >= after)
    driver.send_signal(signal.SIGTERM)
    assert driver.wait(120) == 3
    return path


def made(path: Path) -> int:
    return sum(line.startswith("made") for line in diary(path))


def test_a_second_signal_ends_the_films_at_work(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 3, workers=1, limits={"wall_s": 3600})
    poison(tmp_path, c000002="hang")
    driver = start_driver(path)
    wait_for(lambda: any("begin 000002" in line for line in diary(path)))
    driver.send_signal(signal.SIGINT)
    with pytest.raises(Exception, match="timed out"):
        driver.wait(1)
    ended = None
    while ended is None:  # of two that come before the first is heard, one is heard
        driver.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            ended = driver.wait(2)
    assert ended == 3
    assert len(films(path)) == 1


def test_a_run_goes_on_with_what_waits_before_it_looks_for_more(tmp_path: Path) -> None:
    path = interrupted(tmp_path, bills=4, workers=1, after=1)
    before = {line.split()[1] for line in diary(path)}
    bill = json.loads((tmp_path / "bills/000001/bill.json").read_text())
    later = tmp_path / "bills/000000"
    later.mkdir()
    (later / "bill.json").write_text(json.dumps(bill))
    run(path)
    begun = [line.split()[1] for line in diary(path) if line.startswith("begin")]
    assert [key for key in begun if key not in before][-1] == "000000"
    assert len(links(path)) == 5
