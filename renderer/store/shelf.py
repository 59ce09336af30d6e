"""A store and the keys to it: what stages are given to keep things in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from renderer.store.keyring import Keyring
from renderer.store.model import Store

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where made things stand, and how they are found again."""

    store: Store
    keyring: Keyring

    def find(self, key: str, read: Callable[[bytes], _T]) -> _T | None:
        """Return what stands under a key, as `read` reads it.

        An entry that `read` refuses with a `ValueError` was written by somebody else, or wrongly:
        it is removed, and counts as missing.
        """
        body = self.store.get(key)
        if body is None:
            return None
        try:
            return read(body)
        except ValueError:
            self.store.discard(key)
            return None

    def key(self, kind: str, content: Any) -> str:
        """Return the key of `content`, as `Keyring.key`."""
        return self.keyring.key(kind, content)

    def put(self, key: str, body: bytes) -> None:
        """Put something made under its key."""
        self.store.put(key, body)
