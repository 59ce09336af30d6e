"""Folders whose names are on disk: no power cut takes back what was said to be there."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def make_folders(folder: Path) -> None:
    """Make a folder and those above it, and have their names on disk."""
    if not folder.is_dir():
        make_folders(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir()
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Have what a folder lists on disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
