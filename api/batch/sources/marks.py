"""Marks, which tell that a file was touched, and keys, which tell bills apart."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from api.batch.model import Listed
from renderer.errors import RenderError

LONGEST_KEY = 500
"""Characters."""
DEEPEST = 8
"""Folders between that of a source and a bill."""


File = Path | os.DirEntry[str]
"""A file to be read; an entry of a folder that was just listed knows its status once asked."""


def mark_of(files: Iterable[File]) -> str:
    """Return a mark that changes when a file does: of names, sizes and times, 32 hex digits.

    A file that is not there, or not to be seen, has a mark too.
    """
    total = blake2b(digest_size=16)
    for file in files:
        try:
            status = file.stat()
            told = f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}"
        except OSError as error:
            told = f"error {error.errno}"
        total.update(os.fsencode(file.name) + b"\0" + told.encode() + b"\0")
    return total.hexdigest()


def listed(key: str, mark: str) -> Listed:
    """List a bill under its key, or under one like it with what is wrong with the key."""
    if len(key) > LONGEST_KEY:
        return Listed(key[:LONGEST_KEY].encode(errors="replace").decode(), mark, "key-too-long")
    try:
        key.encode()
    except UnicodeEncodeError:
        return Listed(key.encode(errors="backslashreplace").decode(), mark, "key-not-text")
    return Listed(key, mark)


def entries_of(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Walk what is in a folder as it comes, without what is hidden.

    Raises:
        RenderError: `bills-not-readable`.
    """
    try:
        with os.scandir(folder) as found:
            for entry in found:
                if not entry.name.startswith("."):
                    yield entry
    except OSError as error:
        raise not_readable(folder, error) from error


def check_there(root: Path) -> None:
    """Check that a source's folder is there and not empty, as an unmounted one is.

    Raises:
        RenderError: `bills-not-readable`.
    """
    if next(entries_of(root), None) is None:
        raise not_readable(root)


def not_readable(folder: Path, error: OSError | None = None) -> RenderError:
    """Make the error for bills that cannot be listed."""
    why = (error.strerror or "unknown reason").lower() if error else "it is empty"
    return RenderError(
        "bills-not-readable",
        f"the bills cannot be listed: {why}",
        str(folder),
        "Check that the folder is there (mounted), and may be read.",
    )
