"""Workers that crash, hang, eat memory or are killed: each takes one film with it, no more."""

from __future__ import annotations

import re
import resource
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from api.batch.cycle import open_cycle, order_hash
from api.batch.lock import is_locked, locked
from api.batch.maker import Maker
from api.batch.model import Item, Kind, Outcome
from api.batch.open_engine import hello, open_engine
from api.batch.places import places_of
from api.batch.slots import Limits, Slots
from renderer.errors import RenderError
from tests.batch.cycles import POISONED, diary, poison, write_cycle
from tests.batch.processes import is_running, start_driver, wait_for

LIMITS = {"cpu_s": 20, "wall_s": 20, "memory_mb": 1000}
"""Far more than a film of these takes, on a machine that is busy otherwise."""


@pytest.fixture
def cycle(tmp_path: Path) -> Path:
    path = write_cycle(tmp_path, 4, workers=2, limits=LIMITS)
    places_of(open_cycle(path)).make()
    return path


def slots_of(path: Path, workers: int = 2, **limits: float) -> Slots:
    """Open slots whose workers find poison, without a driver."""
    cycle = open_cycle(path)
    order = order_hash(Maker(cycle).order)
    told = {**hello(cycle, order), **{k: v for k, v in limits.items() if k != "wall_s"}}
    bounds = Limits(
        limits.get("wall_s", 20.0), int(limits.get("memory_mb", 1000)), int(limits.get("films", 9))
    )
    return Slots(told, workers, bounds, places_of(cycle).staging, entry=POISONED)


def make(path: Path, workers: int = 2, fresh: bool = False, **limits: float) -> dict[str, Outcome]:
    """Make the films of four customers; return what each came back as."""
    with closing(slots_of(path, workers, **limits)) as slots:
        return {item.key: outcome for item, outcome in slots.map(items(fresh=fresh))}


def items(count: int = 4, *, fresh: bool = False) -> Iterator[tuple[Item, ...]]:
    return iter([(Item(f"{number:06}", fresh=fresh),) for number in range(1, count + 1)])


def kinds(outcomes: dict[str, Outcome]) -> list[Kind]:
    return [outcomes[key].kind for key in sorted(outcomes)]


@pytest.mark.parametrize(
    ("kind", "expected", "code", "place"),
    [
        ("segfault", Kind.CRASH, "worker-crashed", r"SIGSEGV: tests/batch/poisoned.py:\d+"),
        ("leave", Kind.CRASH, "worker-crashed", r"exit 3"),
        ("raise", Kind.FAULT, "internal", r"\S+/batch/\S+\.py:\d+: ValueError"),
        ("killed", Kind.KILLED, "worker-killed", r"SIGKILL"),
        ("gulp", Kind.LIMIT, "limit-memory", None),
    ],
)
def test_a_worker_that_fails_takes_one_film_with_it(
    cycle: Path, kind: str, expected: Kind, code: str, place: str | None
) -> None:
    poison(cycle.parent, c000002=kind)
    found = make(cycle)
    assert kinds(found) == [Kind.MADE, expected, Kind.MADE, Kind.MADE]
    bad = found["000002"]
    assert (bad.code, bad.made) == (code, None)
    if place is None:
        assert bad.place is None
    else:
        assert re.match(place, bad.place or "")


@pytest.mark.parametrize(
    ("kind", "limit", "code"),
    [
        ("hang", {"wall_s": 8.0}, "limit-wall"),
        ("spin", {"cpu_s": 3, "wall_s": 900.0}, "limit-cpu"),
        ("eat", {"memory_mb": 500, "wall_s": 900.0}, "limit-memory"),
    ],
)
def test_a_film_that_takes_too_much_is_ended_with_its_place(
    cycle: Path, kind: str, limit: dict[str, float], code: str
) -> None:
    poison(cycle.parent, c000003=kind)
    found = make(cycle, **limit)
    assert kinds(found) == [Kind.MADE, Kind.MADE, Kind.LIMIT, Kind.MADE]
    bad = found["000003"]
    assert bad.code == code
    assert (bad.place or "").startswith("tests/batch/poisoned.py:")
    assert f"in _{kind}" in (bad.place or "")


def test_no_core_is_dumped_where_cores_are_wanted(cycle: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))
    poison(cycle.parent, c000001="segfault")
    try:
        with closing(slots_of(cycle, 1)) as slots:
            for _item, _outcome in slots.map(items(1)):
                pass
            for _item, _outcome in slots.map(iter([(Item("000002"),)])):
                (pid,) = slots.pids
                text = Path(f"/proc/{pid}/limits").read_text()
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)
    (line,) = [one for one in text.splitlines() if one.startswith("Max core file size")]
    assert line.split()[4:6] == ["1", "1"]


def test_a_fresh_item_has_a_worker_to_itself(cycle: Path) -> None:
    poison(cycle.parent)
    make(cycle, workers=1, fresh=True)
    pids = [line.split()[-1] for line in diary(cycle) if line.startswith("begin")]
    assert len(pids) == len(set(pids)) == 4


def test_a_worker_is_renewed_after_so_many_films(cycle: Path) -> None:
    poison(cycle.parent)
    make(cycle, workers=1, films=2)
    pids = [line.split()[-1] for line in diary(cycle) if line.startswith("begin")]
    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [2, 2]


def test_items_are_taken_when_somebody_is_free_and_never_before(cycle: Path) -> None:
    taken, back = 0, 0

    def parcels() -> Iterator[tuple[Item, ...]]:
        nonlocal taken
        for parcel in items():
            taken += 1
            assert taken - back <= 2
            yield parcel

    with closing(slots_of(cycle)) as slots:
        for _ in slots.map(parcels()):
            back += 1
    assert (taken, back) == (4, 4)


def test_a_stop_lets_the_films_at_work_finish_and_begins_no_other(cycle: Path) -> None:
    with closing(slots_of(cycle, 1)) as slots:
        found = []
        for item, _ in slots.map(iter([tuple(one for (one,) in items())])):
            found.append(item.key)
            slots.stop()
    assert found == ["000001"]


def test_a_kill_ends_films_at_work(cycle: Path) -> None:
    poison(cycle.parent, c000002="hang")
    began = time.monotonic()
    with closing(slots_of(cycle, 1, wall_s=500.0)) as slots:
        found = []
        for item, _ in slots.map(items()):
            found.append(item.key)
            signal.signal(signal.SIGALRM, lambda *_: slots.kill())
            signal.alarm(2)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    assert found == ["000001"]
    assert time.monotonic() - began < 400


def test_workers_that_never_come_to_be_ready_are_given_up(cycle: Path) -> None:
    told = hello(open_cycle(cycle), "0" * 64)
    slots = Slots(told, 2, Limits(), cycle.parent, entry="import os; os._exit(7)")
    with closing(slots), pytest.raises(RenderError) as caught:
        list(slots.map(items()))
    assert caught.value.code == "worker-not-starting"
    assert "exit 7" in caught.value.message


def test_a_worker_that_finds_another_order_says_so(cycle: Path) -> None:
    told = hello(open_cycle(cycle), "0" * 64)
    with (
        closing(Slots(told, 1, Limits(), cycle.parent)) as slots,
        pytest.raises(RenderError) as caught,
    ):
        list(slots.map(items()))
    assert caught.value.code == "cycle-changed"


@pytest.mark.parametrize("kind", ["slow", "hang", "spin"])
def test_workers_end_with_their_driver_and_leave_no_film_in_part(cycle: Path, kind: str) -> None:
    poison(cycle.parent, **{f"c00000{number}": kind for number in range(1, 5)})
    driver = start_driver(cycle)
    try:
        pids = wait_for(lambda: begun(cycle))
    finally:
        driver.send_signal(signal.SIGKILL)
        driver.wait()
    wait_for(lambda: not [pid for pid in pids if is_running(pid)])
    places = places_of(open_cycle(cycle))
    assert not list(places.films.rglob("*.mp4"))
    with locked(places.lock, wait_s=20):
        places.sweep()
    assert list(places.staging.iterdir()) == []


def begun(path: Path) -> set[int]:
    """Return the workers that are at a film, once there are two."""
    try:
        found = {int(line.split()[-1]) for line in diary(path) if line.startswith("begin")}
    except OSError:
        return set()
    return found if len(found) == 2 else set()


def test_a_driver_cannot_begin_while_an_orphan_is_at_work(cycle: Path) -> None:
    places = places_of(open_cycle(cycle))
    with locked(places.lock) as descriptor:
        orphan = subprocess.Popen(["sleep", "600"], pass_fds=(descriptor,))
    try:
        with pytest.raises(RenderError) as caught, locked(places.lock, wait_s=0):
            pass
        assert caught.value.code == "cycle-running"
    finally:
        orphan.kill()
        orphan.wait()
    with locked(places.lock):
        assert is_locked(places.lock)


def test_the_engine_that_a_cycle_asks_for(cycle: Path) -> None:
    opened = open_cycle(cycle)
    order = order_hash(Maker(opened).order)
    with (
        locked(places_of(opened).lock) as lock,
        closing(open_engine(opened, order, lock, POISONED)) as engine,
    ):
        assert isinstance(engine, Slots)
        assert sum(1 for _ in engine.map(items(2))) == 2
        assert engine.peak_mb > 20
