"""What an object store is, and what its keys may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from renderer.errors import RenderError

CHUNK = 256 * 1024
"""Bytes read at a time."""
_PART = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.=-]{0,127}", re.ASCII)
"""A part of a key. None begins with a dot, so none is `..`, and none is a file we stage."""
_LONGEST = 512


@dataclass(frozen=True, slots=True)
class Found:
    """An object that was walked by.

    Args:
        size: in bytes.
        written: when, in UTC.
    """

    key: str
    size: int
    written: datetime


class Objects(Protocol):
    """Keeps bytes under keys like `accounts/acc_x/bills/bil_y/1/document`."""

    def publish(self, key: str, body: bytes, /) -> bool:
        """Keep `body` under a key that nothing has: whole, and durably when this returns.

        Returns:
            False when the key is taken; what is there stays.
        """
        ...

    def size(self, key: str, /) -> int | None:
        """Return how many bytes an object has, or None when there is none."""
        ...

    def read(self, key: str, start: int = 0, end: int | None = None, /) -> Iterator[bytes]:
        """Return the bytes from `start` to before `end`, in parts of at most `CHUNK`.

        Raises:
            RenderError: `object-missing`, before the first part.
        """
        ...

    def walk(self, prefix: str, /) -> Iterator[Found]:
        """Walk the objects whose key begins with `prefix`, which ends a part or is empty."""
        ...

    def delete(self, key: str, /) -> None:
        """Remove an object; there being none is no error."""
        ...


def parts(key: str) -> tuple[str, ...]:
    """Return the parts of a key.

    Raises:
        RenderError: `object-key`: it is none.
    """
    found = tuple(key.split("/"))
    if len(key) > _LONGEST or not all(_PART.fullmatch(one) for one in found):
        raise RenderError(
            "object-key",
            "this cannot be the key of an object",
            remedy="Take ASCII letters, digits and -_.= in parts of at most 128 between slashes.",
            ours=True,
        )
    return found


def missing() -> RenderError:
    """Make the error for a key that nothing is under."""
    return RenderError(
        "object-missing",
        "an object that a record names is not in the object store",
        remedy="Restore the object store to a moment not before the database's.",
        ours=True,
    )


def whole(objects: Objects, key: str) -> bytes:
    """Return all bytes of an object.

    Raises:
        RenderError: `object-missing`.
    """
    return b"".join(objects.read(key))


def clear(objects: Objects, prefix: str) -> int:
    """Remove the object of a key, or all under a prefix; return how many there were there."""
    objects.delete(prefix)
    count = 0
    for found in objects.walk(prefix):
        objects.delete(found.key)
        count += 1
    return count
