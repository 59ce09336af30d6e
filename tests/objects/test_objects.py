"""One contract for both object stores: a folder, and a bucket on a real S3 server on loopback."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from api.objects import CHUNK, BucketObjects, FolderObjects, Objects, open_objects
from api.objects.model import clear, whole
from renderer.errors import RenderError


@pytest.fixture(params=["folder", "bucket"])
def objects(request: pytest.FixtureRequest, tmp_path: Path) -> Objects:
    if request.param == "folder":
        return FolderObjects(tmp_path / "objects")
    reach = dict(request.getfixturevalue("s3"))
    prefix = f"s3://{reach.pop('bucket')}/{os.urandom(6).hex()}"
    return BucketObjects(prefix, client_options={"allow_http": True}, **reach)


def test_what_was_published_is_read_back(objects: Objects):
    body = os.urandom(3 * CHUNK + 17)
    assert objects.publish("a/b/document", body)
    assert objects.size("a/b/document") == len(body)
    parts = list(objects.read("a/b/document"))
    assert b"".join(parts) == body
    assert max(map(len, parts)) <= CHUNK


@pytest.mark.parametrize(
    ("start", "end"), [(0, 0), (5, 5), (3, 9), (CHUNK - 1, CHUNK + 1), (9, None)]
)
def test_a_range_is_read_as_it_is_asked_for(objects: Objects, start: int, end: int | None):
    body = os.urandom(CHUNK + 10)
    objects.publish("x", body)
    assert b"".join(objects.read("x", start, end)) == body[start:end]


def test_an_empty_object_is_an_object(objects: Objects):
    assert objects.publish("empty", b"")
    assert objects.size("empty") == 0
    assert whole(objects, "empty") == b""


def test_what_is_there_stays(objects: Objects):
    assert objects.publish("x", b"first")
    assert not objects.publish("x", b"second")
    assert whole(objects, "x") == b"first"


def test_of_sixteen_at_once_one_publishes(objects: Objects):
    start = threading.Barrier(16)

    def publish(number: int) -> bool:
        start.wait()
        return objects.publish("raced", str(number).encode())

    with ThreadPoolExecutor(16) as threads:
        outcomes = list(threads.map(publish, range(16)))
    assert outcomes.count(True) == 1
    assert whole(objects, "raced") == str(outcomes.index(True)).encode()


def test_what_is_not_there_is_said_to_be_missing(objects: Objects):
    assert objects.size("none") is None
    with pytest.raises(RenderError, match="object-missing"):
        list(objects.read("none"))
    objects.delete("none")


def test_a_walk_finds_what_is_under_a_prefix_and_nothing_beside_it(objects: Objects):
    for key in ("a/1/x", "a/1/y", "a/2/x", "ab/1/x"):
        objects.publish(key, key.encode())
    assert sorted(one.key for one in objects.walk("a/")) == ["a/1/x", "a/1/y", "a/2/x"]
    assert sorted(one.key for one in objects.walk("a/1")) == ["a/1/x", "a/1/y"]
    assert len(list(objects.walk(""))) == 4
    (found,) = objects.walk("ab/")
    assert found.size == 6
    assert abs(datetime.now(UTC) - found.written) < timedelta(minutes=5)
    assert list(objects.walk("none/")) == []


def test_clearing_removes_a_prefix_or_a_single_object(objects: Objects):
    for key in ("a/1/x", "a/1/y", "a/2/x", "b"):
        objects.publish(key, b"")
    clear(objects, "a/1")
    clear(objects, "b")
    assert [one.key for one in objects.walk("")] == ["a/2/x"]
    objects.delete("a/2/x")
    assert objects.publish("a/2/x", b"again")


@pytest.mark.parametrize(
    "key", ["", "/", "a//b", "../x", "a/../b", ".hidden", "a/.new-1", "a\0b", "ä", "x" * 600, "a b"]
)
def test_a_key_leads_nowhere_else(objects: Objects, key: str):
    for use in (
        lambda: objects.publish(key, b""),
        lambda: objects.read(key),
        lambda: objects.size(key),
    ):
        with pytest.raises(RenderError, match="object-key"):
            use()


def test_a_link_in_the_folder_leads_nowhere(tmp_path: Path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/file").write_bytes(b"secret")
    root = tmp_path / "objects"
    objects = FolderObjects(root)
    (root / "door").symlink_to(tmp_path / "secret")
    (root / "file").symlink_to(tmp_path / "secret/file")
    for key in ("door/file", "file"):
        with pytest.raises(RenderError, match="object-missing"):
            list(objects.read(key))
        assert objects.size(key) is None
    assert not objects.publish("file", b"over")
    with pytest.raises(OSError, match="not a folder of ours"):
        objects.publish("door/new", b"out")
    assert list(objects.walk("")) == []
    assert sorted(path.name for path in (tmp_path / "secret").iterdir()) == ["file"]


def test_what_was_staged_and_never_published_is_swept(tmp_path: Path):
    objects = FolderObjects(tmp_path)
    objects.publish("a/x", b"kept")
    left = tmp_path / "a/.new-left"
    left.write_bytes(b"half")
    assert [one.key for one in objects.walk("")] == ["a/x"]
    now = datetime.now(UTC)
    assert objects.sweep(now - timedelta(hours=1)) == 0
    assert objects.sweep(now + timedelta(hours=1)) == 1
    assert not left.exists()
    assert whole(objects, "a/x") == b"kept"


def test_files_are_their_owners_only(tmp_path: Path):
    objects = FolderObjects(tmp_path / "objects")
    objects.publish("a/x", b"")
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "objects").rglob("*")}
    assert modes == {0o700, 0o600}


@pytest.mark.parametrize("where", ["http://bucket", "ftp://x/y", "/dev/null/x"])
def test_what_cannot_be_opened_is_said_so(where: str):
    with pytest.raises(RenderError, match="objects-unusable"):
        open_objects(where)
