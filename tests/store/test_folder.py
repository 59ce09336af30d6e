"""A store in a folder: what it gives back, what it refuses, what it forgets first."""

from __future__ import annotations

import os
import stat
import time
from hashlib import sha256
from pathlib import Path

import pytest

from renderer.store import FolderStore

BODY = b"a segment of a film" * 40


def key_of(number: int) -> str:
    return sha256(str(number).encode()).hexdigest()


def entry(folder: Path, key: str) -> Path:
    return folder / "entries" / key[:2] / key[2:]


def files(folder: Path) -> list[Path]:
    return [path for path in (folder / "entries").rglob("*") if path.is_file()]


def test_what_was_put_comes_back_in_any_process(tmp_path: Path) -> None:
    FolderStore(tmp_path).put(key_of(1), BODY)
    assert FolderStore(tmp_path).get(key_of(1)) == BODY
    assert FolderStore(tmp_path).get(key_of(2)) is None


def test_an_entry_of_nothing_is_an_entry(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.put(key_of(1), b"")
    assert store.get(key_of(1)) == b""


def test_what_is_there_stays(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.put(key_of(1), BODY)
    store.put(key_of(1), b"another")
    assert store.get(key_of(1)) == BODY


@pytest.mark.parametrize("at", [0, 8, 9, 12, 17, 18, 30, 49, 50, 100, -1])
def test_an_entry_with_one_wrong_bit_is_removed_and_not_read(tmp_path: Path, at: int) -> None:
    store = FolderStore(tmp_path)
    store.put(key_of(1), BODY)
    path = entry(tmp_path, key_of(1))
    damaged = bytearray(path.read_bytes())
    damaged[at] ^= 0x10
    path.write_bytes(damaged)
    assert store.get(key_of(1)) is None
    assert not path.exists()
    store.put(key_of(1), BODY)
    assert store.get(key_of(1)) == BODY


@pytest.mark.parametrize("kept", [0, 1, 49, 50, 51, -1])
def test_an_entry_cut_short_is_not_read(tmp_path: Path, kept: int) -> None:
    store = FolderStore(tmp_path)
    store.put(key_of(1), BODY)
    path = entry(tmp_path, key_of(1))
    path.write_bytes(path.read_bytes()[:kept])
    assert store.get(key_of(1)) is None


def test_an_entry_with_more_behind_it_is_not_read(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.put(key_of(1), BODY)
    path = entry(tmp_path, key_of(1))
    path.write_bytes(path.read_bytes() + b"\0")
    assert store.get(key_of(1)) is None


def test_an_entry_under_another_name_is_not_read(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.put(key_of(1), BODY)
    other = entry(tmp_path, key_of(2))
    other.parent.mkdir(exist_ok=True)
    entry(tmp_path, key_of(1)).rename(other)
    assert store.get(key_of(2)) is None


def test_only_the_owner_may_read(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "store")
    store.put(key_of(1), BODY)
    path = entry(tmp_path / "store", key_of(1))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_least_recently_read_leaves_first(tmp_path: Path) -> None:
    size = 1000
    store = FolderStore(tmp_path, most_bytes=20 * size)
    now = time.time()
    for number in range(16):
        store.put(key_of(number), bytes(size))
        os.utime(entry(tmp_path, key_of(number)), (now - 100 + number, now - 100 + number))
    assert store.get(key_of(0)) is not None
    for number in range(16, 24):
        store.put(key_of(number), bytes(size))
    kept = {number for number in range(24) if store.get(key_of(number)) is not None}
    assert 0 in kept
    assert 1 not in kept
    assert {20, 21, 22, 23} <= kept


def test_a_store_stays_in_its_bounds(tmp_path: Path) -> None:
    most = 100_000
    store = FolderStore(tmp_path, most_bytes=most)
    for number in range(250):
        store.put(key_of(number), bytes(1_000 + number % 7))
        assert sum(path.stat().st_size for path in files(tmp_path)) <= most * 17 // 16 + 2_000
    assert sum(path.stat().st_size for path in files(tmp_path)) > most // 2


def test_a_store_in_many_groups_stays_in_its_bounds(tmp_path: Path) -> None:
    most = 64 << 20
    store = FolderStore(tmp_path, most_bytes=most)
    for number in range(120):
        store.put(key_of(number), bytes(1 << 20))
    total = sum(path.stat().st_size for path in files(tmp_path))
    assert most // 2 < total <= most * 17 // 16 + (1 << 20)


def test_what_is_larger_than_its_share_is_not_kept(tmp_path: Path) -> None:
    store = FolderStore(tmp_path, most_bytes=1_000)
    store.put(key_of(1), bytes(1_001))
    assert store.get(key_of(1)) is None


def test_files_that_nobody_will_finish_go(tmp_path: Path) -> None:
    store = FolderStore(tmp_path, most_bytes=100_000)
    store.put(key_of(1), BODY)
    folder = entry(tmp_path, key_of(1)).parent
    old, young = folder / ".new-1-a", folder / ".new-2-b"
    for path in (old, young):
        path.write_bytes(bytes(50))
    hours_ago = time.time() - 7_200
    os.utime(old, (hours_ago, hours_ago))
    FolderStore(tmp_path, most_bytes=100_000).put(key_of(2), BODY)
    assert not old.exists()
    assert young.exists()


def test_a_folder_that_cannot_be_written_keeps_nothing_and_harms_nobody(tmp_path: Path) -> None:
    (tmp_path / "entries").write_bytes(b"in the way")
    store = FolderStore(tmp_path)
    store.put(key_of(1), BODY)
    assert store.get(key_of(1)) is None


def test_forgetting_what_is_not_there_is_nothing(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.discard(key_of(1))
    store.put(key_of(1), BODY)
    store.discard(key_of(1))
    assert store.get(key_of(1)) is None
