"""A store in a folder, shared by any number of processes that may end at any moment.

    <folder>/secret            the installation's secret (`open.py`)
    <folder>/entries/ab/cd…    one file an entry (`entry.py`), by the key's first byte and the rest

A file appears under its name whole and once: written beside it, then linked. What a power cut may
make of it is found out by its sum when it is read, and made again, so nobody waits for the disk.
Its time of change is when it was last read, which is what eviction goes by.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from renderer.store.entry import MOST_BYTES, opened, sealed

MOST_KEPT = 4 << 30
"""Bytes a store may hold unless told otherwise."""
_FOLDERS = 256
_GROUP_BYTES = 16 << 20
"""Least share of a group of folders: below it, how evenly keys fall into them would show."""
_SLACK = 16
"""A group is counted again after this part of its share was written to it."""
_KEPT_AFTER = 0.9
"""Of its share: how much eviction leaves of a group, so that it is not at it all the time."""
_STALE_S = 3600.0
"""Age of an unfinished file that nobody will finish."""
_UNFINISHED = ".new-"


class FolderStore:
    """Keeps entries as files, the least recently used of them leaving first.

    Folders are counted in groups, each with an equal share of the bytes. A writer counts only the
    group it wrote to, so that what a put costs does not grow with the store.

    Args:
        folder: made when something is first kept.
        most_bytes: that all entries may take. Passed by a sixteenth, at most, for each process that
            writes at the same time.
    """

    def __init__(self, folder: Path, most_bytes: int = MOST_KEPT) -> None:
        self.folder = folder
        self._entries = folder / "entries"
        self._groups = max(1, min(_FOLDERS, most_bytes // _GROUP_BYTES))
        self._share = most_bytes // self._groups
        self._written: dict[int, int] = {}

    def get(self, key: str) -> bytes | None:
        """Return what was put under `key`; a damaged entry is removed, to be made again."""
        path = self._path(key)
        try:
            with path.open("rb", buffering=0) as file:
                whole = os.fstat(file.fileno()).st_size <= MOST_BYTES
                entry = file.read() if whole else b""
        except OSError:
            return None
        body = opened(key, entry)
        if body is None:
            self.discard(key)
            return None
        with suppress(OSError):
            os.utime(path)
        return body

    def put(self, key: str, body: bytes) -> None:
        """Keep `body` under `key`, unless something is there; a disk that refuses keeps nothing."""
        path = self._path(key)
        if len(body) > min(self._share, MOST_BYTES) or path.exists():
            return
        with suppress(OSError):
            self._publish(path, (sealed(key, body), body))
            self._count(int(key[:2], 16) % self._groups, len(body))

    def discard(self, key: str) -> None:
        """Remove an entry that turned out not to be what it should."""
        with suppress(OSError):
            self._path(key).unlink()

    def _path(self, key: str) -> Path:
        return self._entries / key[:2] / key[2:]

    def _publish(self, path: Path, parts: tuple[bytes, ...]) -> None:
        try:
            publish_once(path, parts, synced=False)
        except FileNotFoundError:
            path.parent.mkdir(0o700, parents=True, exist_ok=True)
            publish_once(path, parts, synced=False)

    def _count(self, group: int, size: int) -> None:
        """Count what was written to a group, and evict from it when that may be too much."""
        if group in self._written and self._written[group] + size <= self._share // _SLACK:
            self._written[group] += size
            return
        self._written[group] = 0
        now = time.time()
        found: list[tuple[float, int, str]] = []
        for name, status in self._files(group):
            unfinished = _UNFINISHED in name
            if unfinished and now - status.st_mtime > _STALE_S:
                _remove(name)
            elif not unfinished:
                found.append((status.st_mtime, status.st_size, name))
        total = sum(size for _, size, _ in found)
        if total <= self._share:
            return
        for _, size, name in sorted(found):
            if total <= self._share * _KEPT_AFTER:
                break
            _remove(name)
            total -= size

    def _files(self, group: int) -> Iterator[tuple[str, os.stat_result]]:
        for first in range(group, _FOLDERS, self._groups):
            with suppress(OSError), os.scandir(self._entries / f"{first:02x}") as files:
                for file in files:
                    with suppress(OSError):
                        yield file.path, file.stat(follow_symlinks=False)


def publish_once(path: Path, parts: tuple[bytes, ...], *, synced: bool = True) -> None:
    """Write a file whole under a name that nobody has taken; what is there stays.

    One that is `synced` is on the disk before it has its name: no power cut can damage it.

    Source: link(2), which is atomic and fails where the name is taken.
    """
    name = f"{_UNFINISHED}{os.getpid()}-{secrets.token_hex(8)}"
    staged = path.with_name(name)
    descriptor = os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            for part in parts:
                file.write(part)
            if synced:
                file.flush()
                os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(staged, path)
    finally:
        staged.unlink(missing_ok=True)


def _remove(name: str) -> None:
    with suppress(OSError):
        Path(name).unlink()
