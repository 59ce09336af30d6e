"""Write a package whole or not at all.

Files are written and synced in a sibling folder, which then takes the package's name in one
rename. A reader never sees a part of one; between an old package and a new one there is a moment
without any. `publish_new` writes under names that are taken once and for all.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from renderer.disk import make_folders, sync_folder
from renderer.errors import PackageError


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def check_folder(folder: Path) -> None:
    """Check that a package may be written as `folder`.

    Raises:
        PackageError: `output-not-a-package` when the folder holds anything that is not a package.
    """
    if folder.exists() and not _replaceable(folder):
        raise PackageError(
            "output-not-a-package",
            "the output folder exists and is not a package",
            where=str(folder),
            remedy="Name an empty or a new folder.",
        )


def publish(files: Mapping[str, bytes], folder: Path) -> None:
    """Write `files` (name -> content) as the folder `folder`, replacing an older package there.

    Raises:
        PackageError: `output-not-a-package` when the folder holds anything that is not a package,
            `output-failed` when the disk refuses.
    """
    folder = folder.absolute()
    check_folder(folder)
    with _refusals(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _staged(files, folder.parent, f".{folder.name}-") as staged:
            _swap(staged, folder)


def publish_new(files: Mapping[str, bytes], folder: Path, staging: Path) -> bool:
    """Write `files` as the folder `folder`, unless there is one: what is published stays.

    When it returns, the package and its name are on disk.

    Args:
        files: name -> content; at least one.
        staging: a folder on the same file system, in which the package is prepared under a name
            that begins with the folder's. What a killed process leaves there may be removed.

    Returns:
        Whether it is this one that was published.

    Raises:
        PackageError: `output-failed` when the disk refuses.
    """
    remedy = "Make room, or the folder writable, and run the same again."
    with _refusals(folder, remedy), _staged(files, staging, f"{folder.name}-") as staged:
        for inside in {(staged / name).parent for name in files} | {staged}:
            sync_folder(inside)
        make_folders(folder.parent)
        try:
            # Source: rename(2): a folder never replaces one that is not empty.
            staged.rename(folder)
        except OSError as error:
            if error.errno not in (errno.EEXIST, errno.ENOTEMPTY):
                raise
            return False
        sync_folder(folder.parent)
        return True


@contextmanager
def _staged(files: Mapping[str, bytes], parent: Path, prefix: str) -> Iterator[Path]:
    """Write files into a new folder in `parent`; what is still there in the end is removed."""
    staged = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
    try:
        staged.chmod(0o755)
        for name, data in files.items():
            _write(staged / name, data)
        yield staged
    finally:
        if staged.exists():
            shutil.rmtree(staged, ignore_errors=True)


@contextmanager
def _refusals(folder: Path, remedy: str | None = None) -> Iterator[None]:
    """Tell what the disk refuses inside the block as `output-failed`."""
    try:
        yield
    except OSError as error:
        raise PackageError(
            "output-failed",
            f"the package could not be written: {error.strerror}",
            where=str(folder),
            remedy=remedy,
        ) from error


def _replaceable(folder: Path) -> bool:
    return folder.is_dir() and ((folder / "manifest.json").is_file() or not any(folder.iterdir()))


def _swap(staged: Path, folder: Path) -> None:
    if not folder.exists():
        staged.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent)) / folder.name
    folder.rename(old)
    try:
        staged.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)
