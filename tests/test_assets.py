"""Files named by a script are found again by hash, and only inside their folders."""

from __future__ import annotations

import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

from renderer.assets import Assets, data_root, find_asset, inside
from renderer.errors import RenderError


def digest_of(data: bytes) -> str:
    return sha256(data).hexdigest()


def test_the_checkout_holds_packs_and_assets() -> None:
    assert (data_root() / "scenes").is_dir()
    assert find_asset("icons/card.svg").is_file()


@pytest.mark.parametrize("name", ["../pyproject.toml", "/etc/hostname", "", "a/../../x"])
def test_a_name_cannot_leave_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(RenderError) as caught:
        inside(tmp_path, name)
    assert caught.value.code == "asset-outside"


def test_a_file_is_read_by_its_hash(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(b"one")
    assets = Assets([tmp_path], {"a.svg": digest_of(b"one")})
    assert assets.read(digest_of(b"one")) == b"one"


def test_a_file_that_changed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(b"two")
    with pytest.raises(RenderError) as caught:
        Assets([tmp_path], {"a.svg": digest_of(b"one")}).read(digest_of(b"one"))
    assert caught.value.code == "asset-changed"


def test_an_unknown_hash_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RenderError) as caught:
        Assets([tmp_path], {}).read("0" * 64)
    assert caught.value.code == "asset-missing"


def test_what_the_pack_lacks_comes_from_the_installation(tmp_path: Path) -> None:
    data = find_asset("icons/card.svg").read_bytes()
    assert Assets([tmp_path], {"icons/card.svg": digest_of(data)}).read(digest_of(data)) == data


def test_every_asset_says_where_it_comes_from() -> None:
    folder = data_root() / "assets"
    listed = tomllib.loads((folder / "SOURCES.toml").read_text(encoding="utf-8"))["asset"]
    files = {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc", ".toml")
    }
    assert {one["path"]: one["sha256"] for one in listed} == files
    assert all(one["origin"] and one["licence"] for one in listed)
