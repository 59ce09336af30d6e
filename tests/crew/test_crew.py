"""Workers do one thing at a time; what goes wrong in one harms nobody, and is told without data."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from api.crew import Crew
from api.errors import RequestError
from renderer.errors import BillError, RenderError
from tests.crew import pranks

ROOT = Path(__file__).parents[2]


@pytest.fixture
def crew() -> Iterator[Crew]:
    found = Crew(1)
    yield found
    found.close()


def test_a_function_returns_from_another_process(crew: Crew):
    assert crew.run(30, pranks.double, 21) == 42
    assert crew.run(30, pranks.pid) == crew.pids[0] != os.getpid()


def test_an_error_of_ours_comes_back_as_it_was(crew: Crew):
    with pytest.raises(BillError) as raised:
        crew.run(30, pranks.refuse)
    assert (raised.value.code, raised.value.where) == ("not-a-bill", "document#/x")


def test_any_other_error_is_told_by_its_kind_and_place_only(crew: Crew):
    with pytest.raises(RenderError, match="work-failed") as raised:
        crew.run(30, pranks.fail)
    assert "ValueError" in str(raised.value)
    assert "Marchand" not in str(raised.value)
    assert raised.value.ours
    with pytest.raises(RenderError, match="work-failed"):
        crew.run(30, pranks.unpicklable)


@pytest.mark.parametrize("prank", [pranks.die, pranks.crash, pranks.hang_holding_the_lock])
def test_a_worker_that_is_lost_is_replaced(crew: Crew, prank):
    first = crew.run(30, pranks.pid)
    with pytest.raises(RenderError, match="work-died"):
        crew.run(1, prank)
    assert crew.run(30, pranks.pid) != first
    assert not _alive(first)


def test_a_worker_has_a_bound_of_memory(crew: Crew):
    with pytest.raises(RenderError, match="work-failed") as raised:
        crew.run(30, pranks.eat_memory)
    assert "MemoryError" in str(raised.value)
    assert crew.run(30, pranks.double, 1) == 2


def test_who_comes_when_all_places_to_wait_are_taken_is_sent_away(tmp_path: Path):
    crew = Crew(1, most_waiting=1)
    started = tmp_path / "started"
    with ThreadPoolExecutor(2) as threads:
        working = threads.submit(crew.run, 60, pranks.slow, str(started))
        _until(started.exists)
        waiting = threads.submit(crew.run, 60, pranks.double, 1)
        _until(lambda: crew.waiting == 1)
        with pytest.raises(RequestError, match="crew-busy") as refused:
            crew.run(60, pranks.double, 1)
        assert (refused.value.status, refused.value.retry_s) == (503, 2)
        crew.close()
        for one in (working, waiting):
            with pytest.raises(RenderError):
                one.result(30)


def test_who_waits_too_long_is_sent_away(tmp_path: Path):
    crew = Crew(1)
    started = tmp_path / "started"
    thread = threading.Thread(target=_quietly, args=(crew, started))
    thread.start()
    _until(started.exists)
    with pytest.raises(RequestError, match="crew-busy"):
        crew.run(0.2, pranks.double, 1)
    crew.close()
    thread.join(30)


def test_workers_end_with_a_server_that_is_killed(tmp_path: Path):
    script = (
        "import sys\nfrom api.crew import Crew\nfrom tests.crew import pranks\n"
        "crew = Crew(1)\nprint(crew.run(30, pranks.pid), flush=True)\n"
        "crew.run(600, pranks.slow, sys.argv[1])\n"
    )
    server = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path / "started")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    with server:
        assert server.stdout is not None
        worker = int(server.stdout.readline())
        _until((tmp_path / "started").exists)
        server.kill()
    _until(lambda: not _alive(worker))


def _quietly(crew: Crew, started: Path) -> None:
    with suppress(RenderError):
        crew.run(60, pranks.slow, str(started))


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def _until(true) -> None:
    for _ in range(1200):
        if true():
            return
        time.sleep(0.05)
    pytest.fail("never came true")
