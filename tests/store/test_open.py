"""Opening a store: its secret, made once, and keys that depend on it."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import rfc8785

from renderer.errors import RenderError
from renderer.store import Keyring, MemoryStore, Shelf, open_store, source_of, store_folder
from renderer.store.open import SECRET, STORE

CONTENT = {"b": [1, -2, {"z": None, "a": True}], "a": 'é"\\ \x01\u2028 한', "ü": False, "": ""}


def test_a_key_is_over_canonical_json() -> None:
    keyring = Keyring(bytes(32))
    assert keyring.key("segment", CONTENT) == keyring.sign("segment", rfc8785.dumps(CONTENT))


def test_keys_differ_by_secret_kind_and_content() -> None:
    one, other = Keyring(b"1" * 32), Keyring(b"2" * 32)
    keys = {one.key("a", 1), other.key("a", 1), one.key("b", 1), one.key("a", 2), one.key("a", "1")}
    assert len(keys) == 5
    assert {len(key) for key in keys} == {64}


def test_a_secret_is_made_once_whoever_comes_first(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "store"
    with ThreadPoolExecutor(8) as pool:
        shelves = list(pool.map(lambda _: open_store(folder, environment={}), range(16)))
    assert len({shelf.key("a", 1) for shelf in shelves}) == 1
    assert stat.S_IMODE((folder / "secret").stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == ["secret"]


def test_two_installations_have_two_secrets(tmp_path: Path) -> None:
    one, other = (open_store(tmp_path / name, environment={}) for name in "ab")
    assert one.key("a", 1) != other.key("a", 1)


def test_a_secret_can_be_given(tmp_path: Path) -> None:
    given = {SECRET: "0123456789abcdef" * 4}
    one, other = (open_store(tmp_path / name, environment=given) for name in "ab")
    assert one.key("a", 1) == other.key("a", 1)
    assert not (tmp_path / "a" / "secret").exists()


def test_a_short_secret_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RenderError) as caught:
        open_store(tmp_path, environment={SECRET: "guess"})
    assert caught.value.code == "secret-too-short"
    assert "guess" not in str(caught.value)


def test_a_damaged_secret_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"short")
    with pytest.raises(RenderError) as caught:
        open_store(tmp_path, environment={})
    assert caught.value.code == "store-unusable"


def test_a_file_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"")
    with pytest.raises(RenderError) as caught:
        open_store(path, environment={})
    assert (caught.value.code, caught.value.where) == ("store-unusable", str(path))


def test_a_store_is_named_by_option_else_by_the_environment_else_there_is_none() -> None:
    assert store_folder(Path("a"), {STORE: "b"}) == Path("a")
    assert store_folder(None, {STORE: "b"}) == Path("b")
    assert store_folder(None, {STORE: ""}) is None
    assert store_folder(None, {}) is None


def test_an_entry_that_its_reader_refuses_is_forgotten() -> None:
    shelf = Shelf(MemoryStore(), Keyring(bytes(32)))
    key = shelf.key("a", 1)
    shelf.put(key, b"x")

    def refuse(body: bytes) -> int:
        raise ValueError(len(body))

    assert shelf.find(key, refuse) is None
    assert shelf.find(key, len) is None


def test_memory_forgets_the_least_recently_used() -> None:
    store = MemoryStore(most_bytes=30)
    for name in "abc":
        store.put(name, bytes(10))
    assert store.get("a") == bytes(10)
    store.put("d", bytes(10))
    store.put("e", bytes(31))
    assert [name for name in "abcde" if store.get(name) is not None] == ["a", "c", "d"]
    store.discard("a")
    store.put("b", bytes(10))
    assert [name for name in "abcd" if store.get(name) is not None] == ["b", "c", "d"]


def test_source_is_named_by_what_stands_in_it() -> None:
    assert source_of("frames") != source_of("text")
    assert source_of("plan/display.py", "frames") != source_of("frames")
