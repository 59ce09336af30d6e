"""What a store is: bytes by key, written once, gone at any time."""

from __future__ import annotations

from typing import Protocol


class Store(Protocol):
    """Keeps what can be made again. Keys are lower-case hex of 64 digits (`Keyring.key`)."""

    def get(self, key: str, /) -> bytes | None:
        """Return exactly what was put under `key`, or None: never kept, evicted or damaged."""
        ...

    def put(self, key: str, body: bytes, /) -> None:
        """Keep `body`. What is kept under the key already stays; a store that cannot, does not."""
        ...

    def discard(self, key: str, /) -> None:
        """Forget what is kept under `key`, which its reader found to be wrong."""
        ...
