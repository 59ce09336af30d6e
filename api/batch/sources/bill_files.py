"""Bills in a file each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from api.batch.cycle_file import FilesIn
from api.batch.model import Listed
from api.batch.sources.documents import Documents, earlier_in
from api.batch.sources.marks import DEEPEST, check_there, entries_of, listed
from api.batch.sources.model import GoneError, Papers


class BillFiles:
    """A file a bill, at any depth below the source's folder.

    Args:
        root: the source's folder.
        earlier: the folder of earlier bills, if there is one.
        told: which files are bills.
    """

    together = 1

    def __init__(self, root: Path, earlier: Path | None, told: FilesIn) -> None:
        self._root, self._earlier, self._told = root, earlier, told

    def bills(self) -> Iterator[Listed]:
        """Walk all files that are bills."""
        check_there(self._root)
        yield from self._below(self._root, "", 0)

    def _below(self, folder: Path, name: str, depth: int) -> Iterator[Listed]:
        for entry in entries_of(folder):
            key = f"{name}{entry.name}"
            if entry.is_dir():
                if depth < DEEPEST and not entry.is_symlink():
                    yield from self._below(folder / entry.name, f"{key}/", depth + 1)
            elif fnmatchcase(entry.name, self._told.pattern):
                yield listed(key, self._documents(key).mark())

    def _documents(self, key: str) -> Documents:
        own = self._earlier / Path(key).with_suffix("") if self._earlier else None
        earlier = earlier_in(str(own)) if own is not None and own.is_dir() else None
        return Documents((self._root / key,), earlier)

    def expect(self, keys: Sequence[str]) -> None:
        """Do nothing: each is read by itself."""

    def papers(self, key: str) -> Papers:
        """Open a bill's file and those of earlier ones."""
        if not (self._root / key).exists():
            check_there(self._root)
            raise GoneError
        return self._documents(key).papers()

    def mark(self, key: str) -> str:
        """Return the mark of a bill's files."""
        return self._documents(key).mark()

    def place(self, where: str) -> str:
        """Leave out the folders' own names."""
        short = where.replace(f"{self._root}/", "")
        return short.replace(f"{self._earlier}/", "") if self._earlier else short
