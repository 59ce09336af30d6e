"""Objects in a folder: each a file that appears whole, once, and is on disk when it does.

Every folder on the way to a file is opened by itself and without following links, so that a link
somebody placed in there leads nowhere.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from api.objects.model import CHUNK, Found, missing, parts
from renderer.errors import RenderError

_STAGED = ".new-"
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_TRIES = 8
"""A folder that was just emptied may be removed before a file is put in it."""


class FolderObjects:
    """An object store in a folder of this machine.

    Args:
        root: the folder, which is made if it is not there; it may be a link itself.
    """

    def __init__(self, root: Path) -> None:
        root.mkdir(0o700, parents=True, exist_ok=True)
        self._root = root.resolve()

    def publish(self, key: str, body: bytes, /) -> bool:
        """Keep `body` under a key that nothing has.

        Source: link(2), which is atomic and fails where the name is taken.
        """
        *folders, name = parts(key)
        for left in reversed(range(_TRIES)):
            try:
                with self._folder(folders, make=True) as folder:
                    return _publish(folder, name, body)
            except FileNotFoundError:
                if not left:
                    raise
        raise AssertionError("a try returns or raises")

    def size(self, key: str, /) -> int | None:
        """Return how many bytes an object has."""
        *folders, name = parts(key)
        with suppress(FileNotFoundError), self._folder(folders) as folder:
            status = os.stat(name, dir_fd=folder, follow_symlinks=False)
            return status.st_size if stat.S_ISREG(status.st_mode) else None
        return None

    def read(self, key: str, start: int = 0, end: int | None = None, /) -> Iterator[bytes]:
        """Return the bytes of a range."""
        *folders, name = parts(key)
        try:
            with self._folder(folders) as folder:
                descriptor = os.open(
                    name, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=folder
                )
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ELOOP, errno.ENOTDIR):
                raise missing() from None
            raise
        return _chunks(descriptor, start, end)

    def walk(self, prefix: str, /) -> Iterator[Found]:
        """Walk the objects under a prefix."""
        folders = parts(prefix.rstrip("/")) if prefix else ()
        with suppress(FileNotFoundError), self._folder(folders) as folder:
            yield from _walk(folder, "/".join((*folders, "")))

    def delete(self, key: str, /) -> None:
        """Remove an object, and the folders that are empty then."""
        *folders, name = parts(key)
        with suppress(FileNotFoundError, IsADirectoryError), self._folder(folders) as folder:
            os.unlink(name, dir_fd=folder)
            os.fsync(folder)
        while folders:
            *folders, name = folders
            try:
                with self._folder(folders) as folder:
                    os.rmdir(name, dir_fd=folder)
            except OSError:
                return

    def sweep(self, before: datetime) -> int:
        """Remove files that were staged before a moment and never published; return how many."""
        count = 0
        for path in self._root.rglob(f"{_STAGED}*"):
            with suppress(OSError):
                status = path.lstat()
                if stat.S_ISREG(status.st_mode) and status.st_mtime < before.timestamp():
                    path.unlink()
                    count += 1
        return count

    @contextmanager
    def _folder(self, names: tuple[str, ...] | list[str], make: bool = False) -> Iterator[int]:
        """Open a folder by its names, one after the other; a link on the way is as good as none."""
        descriptor = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            for name in names:
                if make:
                    with suppress(FileExistsError):
                        os.mkdir(name, 0o700, dir_fd=descriptor)
                        os.fsync(descriptor)
                inner = _open_folder(name, descriptor)
                os.close(descriptor)
                descriptor = inner
            yield descriptor
        finally:
            os.close(descriptor)


def _open_folder(name: str, parent: int) -> int:
    try:
        return os.open(name, _FOLDER, dir_fd=parent)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENOTDIR):
            raise FileNotFoundError(errno.ENOENT, "not a folder of ours") from None
        raise


def _publish(folder: int, name: str, body: bytes) -> bool:
    staged = f"{_STAGED}{secrets.token_hex(8)}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(staged, flags, 0o600, dir_fd=folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(staged, name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
        except FileExistsError:
            return False
        os.fsync(folder)
        return True
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
            raise RenderError(
                "store-full",
                f"the object store takes nothing more: {error.strerror}",
                remedy="Free space, or allow writing; nothing was kept of this request.",
                ours=True,
            ) from error
        raise
    finally:
        with suppress(OSError):
            os.unlink(staged, dir_fd=folder)


def _chunks(descriptor: int, start: int, end: int | None) -> Iterator[bytes]:
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        file.seek(start)
        left = None if end is None else max(0, end - start)
        while left is None or left > 0:
            chunk = file.read(CHUNK if left is None else min(CHUNK, left))
            if not chunk:
                return
            left = None if left is None else left - len(chunk)
            yield chunk


def _walk(folder: int, path: str) -> Iterator[Found]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda one: one.name)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            with suppress(FileNotFoundError):
                inner = _open_folder(entry.name, folder)
                try:
                    yield from _walk(inner, f"{path}{entry.name}/")
                finally:
                    os.close(inner)
        elif entry.is_file(follow_symlinks=False) and not entry.name.startswith("."):
            with suppress(FileNotFoundError):
                status = entry.stat(follow_symlinks=False)
                written = datetime.fromtimestamp(status.st_mtime, UTC)
                yield Found(f"{path}{entry.name}", status.st_size, written)
