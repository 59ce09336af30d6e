"""Packages under names that are taken once: whole, for good, and nothing left on the way."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from renderer.errors import PackageError
from renderer.package.publish import publish_new

FILES = {"manifest.json": b"{}", "video.mp4": b"film", "hls/film.m3u8": b"list"}


@pytest.fixture
def staging(tmp_path: Path) -> Path:
    folder = tmp_path / "staging"
    folder.mkdir()
    return folder


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_package_is_there_with_the_folders_above_it(tmp_path: Path, staging: Path) -> None:
    folder = tmp_path / "films/ab/cd/abcd"
    assert publish_new(FILES, folder, staging)
    assert content(folder) == FILES
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755
    assert list(staging.iterdir()) == []


def test_what_is_published_stays(tmp_path: Path, staging: Path) -> None:
    folder = tmp_path / "film"
    assert publish_new(FILES, folder, staging)
    assert not publish_new({"manifest.json": b"another"}, folder, staging)
    assert content(folder) == FILES
    assert list(staging.iterdir()) == []


def test_of_many_who_publish_one_name_one_does(tmp_path: Path, staging: Path) -> None:
    packages = [{"manifest.json": bytes([number])} for number in range(16)]
    for turn in range(20):
        folder = tmp_path / str(turn)
        with ThreadPoolExecutor(16) as pool:
            won = list(pool.map(publish_new, packages, [folder] * 16, [staging] * 16))
        assert won.count(True) == 1
        assert content(folder) == packages[won.index(True)]
    assert list(staging.iterdir()) == []


@pytest.mark.parametrize("call", ["fsync", "rename", "mkdir"])
def test_a_disk_that_refuses_leaves_nothing(
    tmp_path: Path, staging: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    folder = tmp_path / "films/ab/film"

    def refuse(*_given: object, **_named: object) -> None:
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse)
        with pytest.raises(PackageError) as caught:
            publish_new(FILES, folder, staging)
    assert caught.value.code == "output-failed"
    assert "No space left" in caught.value.message
    assert not folder.exists()
    assert list(staging.iterdir()) == []
    assert publish_new(FILES, folder, staging)


def test_a_name_that_is_a_file_is_refused(tmp_path: Path, staging: Path) -> None:
    (tmp_path / "film").write_text("x")
    with pytest.raises(PackageError):
        publish_new(FILES, tmp_path / "film", staging)
    assert list(staging.iterdir()) == []
