"""`billreel render --store`: what a second film costs, and what a wrong store says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SAMPLE = Path(__file__).parents[2] / "scenes/telco/samples/en-short"
ARGUMENTS = ("render", SAMPLE / "bill.json", "--previous", SAMPLE / "previous", "--voice", "silent")


def test_the_second_film_draws_nothing_and_is_the_same(
    billreel: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    monkeypatch.delenv("BILLREEL_STORE", raising=False)
    first = billreel(*ARGUMENTS, "-o", tmp_path / "a", "--store", store, "--hls", "--json")
    assert first.status == 0
    assert first.json["segments"]["drawn"] > 0
    monkeypatch.setenv("BILLREEL_STORE", str(store))
    second = billreel(*ARGUMENTS, "-o", tmp_path / "b", "--hls", "--json")
    assert second.json["segments"] == {**first.json["segments"], "drawn": 0}
    files = {path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*.*")}
    assert Path("hls/film.m3u8") in files
    for name in files:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_without_a_store_nothing_is_kept(
    billreel: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BILLREEL_STORE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    ran = billreel(*ARGUMENTS, "-o", tmp_path / "a", "--json")
    assert ran.json["segments"]["drawn"] == ran.json["segments"]["total"]
    assert not (tmp_path / "home").exists()


def test_a_file_is_no_store(billreel: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    ran = billreel(*ARGUMENTS, "-o", tmp_path / "a", "--store", tmp_path / "file")
    assert ran.status == 2
    assert "store-unusable" in ran.said
    assert not (tmp_path / "a").exists()
