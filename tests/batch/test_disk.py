"""Disks that are full, read-only or in the way: a clear end, nothing in part, and it goes on."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from api.batch.model import State
from renderer.errors import RenderError
from tests.batch.chaos import is_whole
from tests.batch.cycles import ROOT, films, links, run, staged, write_cycle

CUSTOMERS = 12
MOST_BYTES = 150_000
"""Less than a film of these has, more than the ledger's files."""


def may_mount() -> bool:
    """Tell whether this machine lets us mount a small disk: containers often do not."""
    command = ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
    return bool(shutil.which("unshare")) and not subprocess.run(command, check=False).returncode


@pytest.mark.parametrize("workers", [0, 2] if may_mount() else [])
def test_a_full_disk_and_one_that_is_read_only_end_a_run_and_it_goes_on(
    tmp_path: Path, workers: int
) -> None:
    path = write_cycle(tmp_path, CUSTOMERS, workers=workers)
    done = subprocess.run(
        ["unshare", "-rm", sys.executable, "-m", "tests.batch.full_disk", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    full, still_full, read_only, larger = map(json.loads, done.stdout.splitlines())
    for one in (full, still_full):
        assert one["error"] in (None, "output-failed", "ledger-failed")
        assert one["error"] or one["stopped"]
        assert one["films"] == one["whole"] < CUSTOMERS
        assert not one["edition"]
    assert full["films"] >= 2
    assert read_only["error"] in ("output-failed", "ledger-failed")
    assert larger == {
        "error": None, "stopped": None, "films": CUSTOMERS, "whole": CUSTOMERS, "staged": 0,
        "edition": True,
    }  # fmt: skip


def test_files_that_cannot_grow_end_a_run_and_it_goes_on(tmp_path: Path) -> None:
    """As on a full disk, on any machine: no file may become as large as a film's."""
    path = write_cycle(tmp_path, 3, height=1080)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_BYTES, before[1]))
    try:
        report = run(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert report.stopped is not None
    assert "[output-failed]" in report.stopped
    assert report.films[State.PENDING] == 3
    assert (report.edition, films(path), staged(path)) == (None, {}, [])
    assert run(path).rendered == 3
    assert max(len(files["video.mp4"]) for files in films(path).values()) > MOST_BYTES
    assert all(map(is_whole, films(path).values()))


def test_an_output_that_cannot_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(RenderError) as caught:
        run(write_cycle(tmp_path, 1))
    assert caught.value.code == "output-failed"


def test_a_store_that_cannot_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("in the way")
    with pytest.raises(RenderError) as caught:
        run(write_cycle(tmp_path, 1))
    assert caught.value.code == "store-unusable"


def test_a_store_that_keeps_nothing_costs_time_and_no_film(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 2)
    (tmp_path / "store").mkdir()
    (tmp_path / "store/entries").write_text("in the way")
    assert run(path).rendered == 2
    assert len(links(path)) == 2


def test_a_store_with_another_secret_is_another_order(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 2)
    run(path)
    shutil.rmtree(tmp_path / "store")
    with pytest.raises(RenderError, match="names changed since") as caught:
        run(path)
    assert caught.value.code == "cycle-changed"


def test_a_ledger_may_stand_elsewhere(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 1, ledger="local/cycle.sqlite")
    assert run(path).rendered == 1
    assert (tmp_path / "local/cycle.sqlite").is_file()
    assert run(path).unchanged == 1


def test_a_ledger_of_another_cycle_is_refused(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 1, ledger="local/cycle.sqlite")
    run(path)
    write_cycle(tmp_path, 0, ledger="local/cycle.sqlite", cycle="other")
    with pytest.raises(RenderError, match="another cycle's"):
        run(path, again=True)
