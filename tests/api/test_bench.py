"""`billreel bench`: what is measured, and how it is told."""

from __future__ import annotations

import json
import sys

import pytest

from api.bench.bill30 import Films, result, steps
from api.bench.cycle import growth, hits
from api.bench.page import FILM_COLUMNS, films, text, write
from api.bench.peers import Peer, find_peers
from api.bench.spent import Spent, middle, run
from renderer.errors import RenderError
from tests.api.conftest import ROOT

MACHINE = {
    "processor": "one",
    "cores": 2,
    "memory_gb": 8.0,
    "system": "Linux x86_64",
    "python": "3.11.7",
    "versions": {"av": "18"},
    "load": 0.1,
    "date": "2026-01-01",
}
LIKE = {"ssim": 0.95, "least": 0.9, "scenes": {"total": 0.95}}


def seen(cpu: float) -> Spent:
    return Spent(cpu, cpu * 2, 100.4)


def films_of(peers: dict[str, list[float]]) -> Films:
    found = Films()
    for name in ("cold", "warm", "second", "cold_1080"):
        found.ours[name] = [seen(2.0), seen(4.0), seen(3.0)]
        found.stages[name] = [{"start": 1.0, "encode": at} for at in (1.0, 3.0, 2.0)]
    for name, costs in peers.items():
        found.peers[name] = [seen(cost) for cost in costs]
        found.sizes[name] = 1_000_000
    found.sizes |= {"bill30": 900_000, "bill30_1080": 1_800_000}
    found.facts = {
        "frames": {"total": 900, "distinct": 500},
        "second_segments": {"total": 16, "drawn": 9},
    }
    return found


@pytest.fixture
def found() -> dict:
    peers = {"moviepy_flat": [12.0, 11.0, 90.0], "ffmpeg": [15.0, 15.0, 15.0]}
    quality = {"bill30": {"ssim": 0.999, "least": 0.99, "scenes": {"total": 0.999}}}
    told = result(films_of(peers), quality | dict.fromkeys(peers, LIKE), {"moviepy_layered": "no"})
    told["bill30"]["machine"] = MACHINE
    return told


def test_a_run_counts_the_process_and_its_children(tmp_path):
    child = "x = 0\nfor i in range(2_000_000): x += i"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}]); print(7)"
    alone, _ = run([sys.executable, "-c", "pass"], tmp_path)
    spent, said = run([sys.executable, "-c", parent], tmp_path)
    assert said == b"7\n"
    assert spent.cpu_s > alone.cpu_s
    assert spent.wall_s > 0


def test_a_run_counts_memory(tmp_path):
    wait = "import time; time.sleep(1)"
    small, _ = run([sys.executable, "-c", wait], tmp_path)
    large, _ = run([sys.executable, "-c", f"held = b'x' * 100_000_000; {wait}"], tmp_path)
    assert large.peak_mb - small.peak_mb > 90


def test_a_program_that_fails_says_why(tmp_path):
    with pytest.raises(RenderError) as failed:
        run([sys.executable, "-c", "raise SystemExit('no reason')"], tmp_path)
    assert failed.value.code == "bench-failed"
    assert "no reason" in failed.value.message


def test_a_measured_program_finds_no_store(tmp_path, monkeypatch):
    monkeypatch.setenv("BILLREEL_STORE", str(tmp_path))
    ask = "import os; print(os.environ.get('BILLREEL_STORE'))"
    assert run([sys.executable, "-c", ask], tmp_path)[1] == b"None\n"


def test_medians_are_of_each_number():
    assert middle([Spent(1, 9, 5), Spent(2, 8, 6), Spent(9, 1, 7)]) == Spent(2, 8, 6)


def test_results_stand_under_their_names(found):
    assert found["bill30"]["cold"]["cpu_s"] == 3.0
    assert found["bill30"]["warm"]["cpu_s"] == 3.0
    assert found["bill30"]["second"]["cpu_s"] == 3.0
    assert found["bill30"]["bytes"] == 900_000
    assert found["bill30"]["ssim"] == 0.999
    assert found["bill30"]["cold"]["stages"] == {"start": 1.0, "encode": 2.0}
    assert found["bill30"]["p1080"]["ratio_to_720"] == 1.0
    assert found["peers"]["moviepy_flat"]["cpu_s"] == 12.0
    assert found["peers"]["ffmpeg"]["ratio"] == 0.2
    assert found["ratio_to_best_peer"] == 0.25
    assert found["peers_not_run"] == {"moviepy_layered": "no"}


def test_without_other_tools_there_is_no_ratio():
    alone = result(films_of({}), {"bill30": LIKE}, {})
    assert alone["ratio_to_best_peer"] is None
    alone["bill30"]["machine"] = MACHINE
    assert "Against the best" not in text(alone)


def test_the_page_shows_every_film_and_stage(found, tmp_path):
    page = write(found, tmp_path)
    written = page.read_text("utf-8")
    assert all(len(row) == len(FILM_COLUMNS) for row in films(found))
    for shown in ("| **ours, cold** | 3.00 | 6.0 | 100 | 0.90 M |", "**0.25**", "| encode | 2.000"):
        assert shown in written
    assert "Not run: MoviePy, layered: no." in written


def test_the_page_keeps_what_another_run_found(found, tmp_path):
    write(found, tmp_path)
    cycle = {
        "customers": 2, "store": True, "marginal_cpu_s": 1.5, "seconds_of_film": 45.0,
        "peak_rss_mb": 200, "repeat_cpu_s": 0.25, "stages": {"encode": 1.0}, "refused": {},
        "growth": growth([2.0, 1.0]), "hits": {"total": {"segments": 4, "share": 0.5}},
        "machine": MACHINE,
    }  # fmt: skip
    written = write({"cycle": cycle}, tmp_path).read_text("utf-8")
    assert "**ours, cold**" in written
    assert "**1.50 CPU s**" in written
    assert "| total | 4 | 50 % |" in written
    assert set(json.loads((tmp_path / "benchmarks.json").read_text())) >= {"bill30", "cycle"}


def test_growth_tells_the_mean_and_the_last_tenth():
    costs = [10.0] + [2.0] * 9 + [1.0] * 10
    assert growth(costs) == {
        "1": {"mean_cpu_s": 10.0, "last_cpu_s": 10.0},
        "10": {"mean_cpu_s": 2.8, "last_cpu_s": 2.0},
        "20": {"mean_cpu_s": 1.9, "last_cpu_s": 1.0},
    }


def test_hits_are_counted_by_scene():
    films = [{"scenes": {"total": [0, 2], "due": [0, 1]}}, {"scenes": {"total": [1, 2]}}, {}]
    assert hits(films) == {
        "due": {"segments": 1, "share": 0.0},
        "total": {"segments": 4, "share": 0.25},
    }


def test_layers_are_measured_once():
    peers = [Peer("moviepy_layered", ()), Peer("ffmpeg", ())]
    assert steps(3, peers) == 3 * 3 + 1 + 3 + 1


def test_a_named_python_runs_the_other_tools():
    able, unable = find_peers(ROOT, ["moviepy_flat"], ROOT / "python")
    commands = [peer.command for peer in able]
    assert unable or commands[0][0] == str(ROOT / "python")


def test_an_unknown_tool_is_refused(billreel):
    done = billreel("bench", "--peer", "premiere", "--json")
    assert done.status == 2
    assert done.json["error"]["code"] == "peer-unknown"


def test_a_cohort_is_rendered_and_what_it_shares_is_seen(tmp_path, tiny):
    cohort, films_folder = tmp_path / "cohort", tmp_path / "films"
    from api.cohort.cohort import Order, write_cohort

    write_cohort(Order(2, 1, 1, "en"), cohort, lambda: None)
    command = [sys.executable, "-m", "api.bench.cycle_session", cohort, films_folder]
    spent, said = run([*command, tmp_path / "store", tiny, "hits"], ROOT)
    one, two = map(json.loads, said.splitlines())
    assert spent.cpu_s >= one["cpu_s"] + two["cpu_s"]
    assert one["segments"]["drawn"] == one["segments"]["total"]
    again = sum(old for old, _ in two["scenes"].values())
    assert two["segments"]["total"] - two["segments"]["drawn"] >= again
    assert not any(films_folder.iterdir())
    _, said = run([*command, tmp_path / "store", tiny], ROOT)
    repeated = [json.loads(line) for line in said.splitlines()]
    assert [film["segments"]["drawn"] for film in repeated] == [0, 0]
    assert [list(film["stages"]) for film in repeated] == [["find", "publish"]] * 2
