"""Bills in a folder for every customer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from api.batch.cycle_file import CustomersIn
from api.batch.model import Listed
from api.batch.sources.documents import Documents, earlier_in
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
            place, key = folder / entry.name, f"{name}{entry.name}"
            found = self._documents(place)
            if found is None:
                yield listed(key, mark_of([place]))  # the worker says what is wrong
            elif found.bill:
                yield listed(key, found.mark())
            elif depth < DEEPEST and place.is_dir() and not entry.is_symlink():
                yield from self._below(place, f"{key}/", depth + 1)

    def _documents(self, folder: Path) -> Documents | None:
        """Find a customer's files; none of a bill where it is no customer's folder.

        Returns None for a folder that is there and cannot be read.
        """
        told = self._told
        try:
            names = sorted(one.name for one in folder.iterdir())
            bill = [folder / name for name in names if fnmatchcase(name, told.bill)]
            earlier = earlier_in(folder / told.previous) if told.previous in names else None
        except FileNotFoundError:
            return Documents(())
        except OSError:
            return None
        preferences = folder / told.preferences if told.preferences in names else None
        return Documents(tuple(bill), earlier, preferences)

    def expect(self, keys: Sequence[str]) -> None:
        """Do nothing: each is read by itself."""

    def papers(self, key: str) -> Papers:
        """Open a customer's files."""
        folder = self._root / key
        found = self._documents(folder)
        if found is None:
            found = Documents((folder,))
        if not found.bill:
            check_there(self._root)
            raise GoneError
        return found.papers()

    def mark(self, key: str) -> str:
        """Return the mark of a customer's files."""
        found = self._documents(self._root / key)
        return found.mark() if found else mark_of([self._root / key])

    def place(self, where: str) -> str:
        """Leave out the source's own folder."""
        return where.replace(f"{self._root}/", "")
