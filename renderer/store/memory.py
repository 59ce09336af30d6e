"""A store that lasts as long as its process."""

from __future__ import annotations

import threading
from collections import OrderedDict

MOST_KEPT = 256 << 20
"""Bytes it holds unless told otherwise."""


class MemoryStore:
    """Keeps entries in memory, the least recently used of them leaving first; for any thread."""

    def __init__(self, most_bytes: int = MOST_KEPT) -> None:
        self._most = most_bytes
        self._bytes = 0
        self._entries: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str) -> bytes | None:
        """Return what was put under `key`."""
        with self._lock:
            body = self._entries.get(key)
            if body is not None:
                self._entries.move_to_end(key)
            return body

    def put(self, key: str, body: bytes) -> None:
        """Keep `body` under `key`, unless something is there or it is too large."""
        with self._lock:
            if key in self._entries or len(body) > self._most:
                return
            self._entries[key] = body
            self._bytes += len(body)
            while self._bytes > self._most:
                self._bytes -= len(self._entries.popitem(last=False)[1])

    def discard(self, key: str) -> None:
        """Forget an entry."""
        with self._lock:
            self._bytes -= len(self._entries.pop(key, b""))
