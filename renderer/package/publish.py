"""Write a package whole or not at all.

Files are written and synced in a sibling folder, which then takes the package's name in one
rename. A reader never sees a part of one; between an old package and a new one there is a moment
without any.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

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
    staged: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        staged = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        staged.chmod(0o755)
        for name, data in files.items():
            _write(staged / name, data)
        _swap(staged, folder)
    except OSError as error:
        raise PackageError(
            "output-failed",
            f"the package could not be written: {error.strerror}",
            where=str(folder),
        ) from error
    finally:
        if staged and staged.exists():
            shutil.rmtree(staged, ignore_errors=True)


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
