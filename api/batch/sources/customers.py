"""Bills in a folder for every customer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from api.batch.cycle_file import CustomersIn
from api.batch.model import Listed
from api.batch.sources.documents import Documents, earlier_in, entries_in
from api.batch.sources.marks import DEEPEST, check_there, entries_of, listed, mark_of
from api.batch.sources.model import GoneError, Papers


class CustomerFolders:
    """A folder a customer, at any depth below the source's own.

    Args:
        root: the source's folder.
        told: names in a customer's folder.
    """

    together = 1

    def __init__(self, root: Path, told: CustomersIn) -> None:
        self._root, self._told = root, told

    def bills(self) -> Iterator[Listed]:
        """Walk all customers."""
        check_there(self._root)
        yield from self._below(self._root, "", 0)

    def _below(self, folder: Path, name: str, depth: int) -> Iterator[Listed]:
        for entry in entries_of(folder):
            if not entry.is_dir():
                continue
            key = f"{name}{entry.name}"
            found = self._documents(entry.path)
            if found is None:
                yield listed(key, mark_of([entry]))  # the worker says what is wrong
            elif found.bill:
                yield listed(key, found.mark())
            elif depth < DEEPEST and not entry.is_symlink() and Path(entry).is_dir():
                yield from self._below(Path(entry), f"{key}/", depth + 1)

    def _documents(self, folder: str) -> Documents | None:
        """Find a customer's files; none of a bill where it is no customer's folder.

        Returns None for a folder that is there and cannot be read.
        """
        told = self._told
        try:
            own = {one.name: one for one in entries_in(folder)}
            bill = [one for name, one in own.items() if fnmatchcase(name, told.bill)]
            earlier = own.get(told.previous)
            before = earlier_in(earlier.path) if bill and earlier else None
        except FileNotFoundError:
            return Documents(())
        except OSError:
            return None
        return Documents(tuple(bill), before, own.get(told.preferences))

    def expect(self, keys: Sequence[str]) -> None:
        """Do nothing: each is read by itself."""

    def papers(self, key: str) -> Papers:
        """Open a customer's files."""
        folder = self._root / key
        found = self._documents(str(folder))
        if found is None:
            found = Documents((folder,))
        if not found.bill:
            check_there(self._root)
            raise GoneError
        return found.papers()

    def mark(self, key: str) -> str:
        """Return the mark of a customer's files."""
        found = self._documents(str(self._root / key))
        return found.mark() if found else mark_of([self._root / key])

    def place(self, where: str) -> str:
        """Leave out the source's own folder."""
        return where.replace(f"{self._root}/", "")
