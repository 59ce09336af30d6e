"""`billreel batch` as an operator meets it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.api.conftest import ROOT
from tests.batch.cycles import films, write_cycle
from tests.batch.processes import wait_for

PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests run in background
from api.cli import main
main()
"""

MANY = 1500
"""Films: a run of so many is not over before something happens to it."""


@pytest.fixture
def cycle(tmp_path: Path) -> Path:
    """A cycle of three customers, one of whose bills is no bill."""
    path = write_cycle(tmp_path, 3)
    (tmp_path / "bills/000002/bill.json").write_text("{")
    return path


def test_a_run_says_what_it_did_for_programs_and_people(billreel, cycle: Path) -> None:
    done = billreel("batch", "run", cycle, "--json")
    assert done.status == 2
    assert done.json["films"] == {"pending": 0, "rendered": 2, "quarantined": 1, "skipped": 0}
    assert done.json["quarantined"] == {"json-not-valid": 1}
    assert (done.json["rendered"], done.json["unchanged"], done.json["stopped"]) == (2, 0, None)
    assert done.json["outcomes"] == {"made": 2, "refused": 1}
    assert done.json["edition"]["new"] is True
    assert done.json["bytes"] > 100_000
    assert done.json["cost"]["peak_worker_mb"] > 20
    assert done.err == ""
    again = billreel("batch", "run", cycle)
    assert again.status == 2
    assert "0 films made, 2 were there, 1 quarantined" in again.said
    assert "billreel batch list" in again.said


def test_a_run_without_quarantine_ends_well(billreel, tmp_path: Path) -> None:
    assert billreel("batch", "run", write_cycle(tmp_path, 1)).status == 0


def test_a_run_tells_how_it_goes_on_where_there_is_no_terminal(billreel, cycle: Path) -> None:
    assert "3 films wait, no workers but this process" in billreel("batch", "run", cycle).err


def test_workers_may_be_chosen_for_a_run(billreel, cycle: Path) -> None:
    assert "3 films wait, 1 at a time" in billreel("batch", "run", cycle, "--workers", "1").err


def test_status_says_how_a_cycle_stands(billreel, cycle: Path) -> None:
    missing = billreel("batch", "status", cycle, "--json")
    assert (missing.status, missing.json["error"]["code"]) == (2, "ledger-missing")
    billreel("batch", "run", cycle)
    found = billreel("batch", "status", cycle, "--json").json
    assert found["films"] == {"pending": 0, "rendered": 2, "quarantined": 1, "skipped": 0}
    assert found["quarantined"] == {"json-not-valid": 1}
    assert (found["running"], found["run"]["ended"], found["run"]["rendered"]) == (False, "done", 2)
    assert found["an_hour"] > 0
    people = billreel("batch", "status", cycle).said
    assert "2 rendered, 1 quarantined" in people
    assert "films an hour" in people


def test_list_says_which_and_where(billreel, cycle: Path) -> None:
    billreel("batch", "run", cycle)
    (line,) = billreel("batch", "list", cycle).out.splitlines()
    key, shape, code, place = line.split("\t")
    assert (key, shape, code) == ("000002", "wide", "json-not-valid")
    assert place.startswith("000002/bill.json")
    (told,) = billreel("batch", "list", cycle, "--json").out.splitlines()
    assert json.loads(told)["code"] == "json-not-valid"
    rendered = billreel("batch", "list", cycle, "--state", "rendered").out.splitlines()
    assert [line.split("\t")[0] for line in rendered] == ["000001", "000003"]
    assert {line.split("\t")[3] for line in rendered} == set(films(cycle))
    assert billreel("batch", "list", cycle, "--code", "no-such").out == ""


def test_retry_lets_quarantined_films_wait_again(billreel, cycle: Path) -> None:
    billreel("batch", "run", cycle)
    assert billreel("batch", "retry", cycle, "--code", "no-such", "--json").json == {"waiting": 0}
    assert "1 films wait again" in billreel("batch", "retry", cycle).said
    assert billreel("batch", "status", cycle, "--json").json["films"]["pending"] == 1
    assert billreel("batch", "run", cycle, "--json").json["outcomes"] == {"refused": 1}


def test_status_loads_no_encoder(cycle: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys\nfrom pathlib import Path\nfrom api.batch.cycle import open_cycle\n"
            "from api.batch.status import status_of\nimport api.batch.run\n"
            "open_cycle(Path(sys.argv[1]))\n"
            "print([one for one in ('av', 'skia', 'numpy') if one in sys.modules])",
            str(cycle),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"


def test_a_mistake_in_the_file_is_told_with_its_place(billreel, tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 0, wrokers=2)
    done = billreel("batch", "run", path, "--json")
    assert (done.status, done.json["error"]["code"]) == (2, "cycle-not-valid")
    assert "'workers'" in done.json["error"]["remedy"]


def test_settings_that_changed_are_told_and_may_be_taken(billreel, cycle: Path) -> None:
    billreel("batch", "run", cycle)
    write_cycle(cycle.parent, 0, shapes=["tall"])
    refused = billreel("batch", "run", cycle, "--json")
    assert (refused.status, refused.json["error"]["code"]) == (2, "cycle-changed")
    assert billreel("batch", "run", cycle, "--again", "--json").json["rendered"] == 2


def test_two_runs_at_a_time_are_refused(billreel, tmp_path: Path) -> None:
    cycle = write_cycle(tmp_path, MANY, workers=1)
    running = start("run", cycle)
    wait_for(lambda: billreel("batch", "status", cycle, "--json").json.get("running"))
    for command in ("run", "retry"):
        done = billreel("batch", command, cycle, "--json")
        assert (done.status, done.json["error"]["code"]) == (2, "cycle-running")
    running.send_signal(signal.SIGINT)
    assert running.wait(120) == 130


def start(command: str, cycle: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "batch", command, str(cycle), *options],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_interrupted_says_how_to_go_on(
    tmp_path: Path, number: signal.Signals, status: int
) -> None:
    cycle = write_cycle(tmp_path, MANY, workers=1)
    running = start("run", cycle)
    wait_for(lambda: len(films(cycle)) > 1)
    running.send_signal(number)
    out, err = running.communicate(timeout=120)
    assert running.returncode == status
    assert "Finishing the films at work" in err
    assert f"billreel batch run {cycle} goes on from here" in out
    assert "Traceback" not in out + err


def test_a_bar_is_drawn_on_a_terminal(tmp_path: Path) -> None:
    cycle = write_cycle(tmp_path, 2)
    here, there = os.openpty()
    running = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "batch", "run", str(cycle)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=there,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "120"},
    )
    os.close(there)
    drawn = b""
    with suppress(OSError):  # how Linux ends a terminal that nobody writes to
        while part := os.read(here, 1 << 16):
            drawn += part
    os.close(here)
    said, _ = running.communicate(timeout=60)
    assert running.returncode == 0
    assert "2 of 2 films" in drawn.decode()
    assert "0 quarantined" in drawn.decode()
    assert b"2 films made" in said


def test_help_loads_no_stage() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import atexit, json, sys; atexit.register(lambda: json.dump(sorted(sys.modules), "
            f"sys.stderr)); {PROGRAM}",
            "batch",
            "run",
            "--help",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = {name for name in json.loads(done.stderr) if name.startswith("renderer.")}
    assert found <= {"renderer.assets", "renderer.errors"}
