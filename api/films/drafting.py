"""An order for a film -> the film planned, and what of it was kept."""

from __future__ import annotations

import copyreg
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from api.films.facts import DOCUMENT
from api.segments import open_segments
from renderer.bill import Document, parse_bill
from renderer.planning import Choice, Draft, draft
from renderer.store import Shelf, Store


def _unchangeable(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


# A draft holds mappings that nobody can change; it travels to the server all the same.
copyreg.pickle(MappingProxyType, lambda mapping: (_unchangeable, (dict(mapping),)))


@dataclass(frozen=True)
class FilmOrder:
    """What a film is made of.

    Args:
        document: the bill's bytes.
        earlier: those of the account's earlier bills.
        pack: folder of the published pack.
        segments: folder of the store of segments and speech; `secret` names things in it.
    """

    document: bytes = field(repr=False)
    earlier: tuple[bytes, ...] = field(repr=False)
    language: str
    shape: str
    brand: str
    voice: str
    pack: Path
    segments: Path
    secret: str = field(repr=False)


@dataclass(frozen=True)
class Drafted:
    """A film that can be watched.

    Args:
        draft: all that drawing it takes.
        kept: keys of its speech in the store of segments.
    """

    draft: Draft
    kept: tuple[bytes, ...]


class NotedStore:
    """A store that notes the keys of a film's parts, so that they can be erased."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.noted: set[str] = set()

    def get(self, key: str, /) -> bytes | None:
        """Return what was put under `key`."""
        self.noted.add(key)
        return self._store.get(key)

    def put(self, key: str, body: bytes, /) -> None:
        """Keep `body`."""
        self.noted.add(key)
        self._store.put(key, body)

    def discard(self, key: str, /) -> None:
        """Forget what is kept under `key`."""
        self._store.discard(key)


def draft_film(order: FilmOrder, most_bytes: int) -> Drafted:
    """Read, tell, bind, speak and lay a film; raises as `renderer.planning.draft`."""
    shelf = open_segments(order.segments, order.secret, most_bytes)
    noted = NotedStore(shelf.store)
    bill = parse_bill([Document(DOCUMENT, order.document)])
    earlier = [parse_bill([Document(DOCUMENT, one)]) for one in order.earlier]
    choice = Choice(
        language=order.language,
        pack=order.pack,
        brand=order.brand,
        shape=order.shape,
        voice=order.voice,
        shelf=Shelf(noted, shelf.keyring),
    )
    made = draft(bill, earlier, choice)
    return Drafted(made, tuple(bytes.fromhex(key) for key in sorted(noted.noted)))
