"""An order for a film -> the film planned, and what of it was kept."""

from __future__ import annotations

import copyreg
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from api.films.facts import DOCUMENT
from api.segments import open_segments
from renderer.bill import Document, parse_bill
from renderer.planning import Choice, Draft, draft
from renderer.store import Shelf
from renderer.workshop import Workshop


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


@dataclass(frozen=True)
class _Workplace:
    """What a worker process keeps from film to film: the store's door, packs and voices."""

    shelf: Shelf
    workshop: Workshop


@lru_cache(maxsize=2)
def _workplace(segments: Path, secret: str, most_bytes: int) -> _Workplace:
    """Open them once; they end with the process."""
    return _Workplace(open_segments(segments, secret, most_bytes), Workshop())


def draft_film(order: FilmOrder, most_bytes: int) -> Drafted:
    """Read, tell, bind, speak and lay a film; raises as `renderer.planning.draft`."""
    place = _workplace(order.segments, order.secret, most_bytes)
    bill = parse_bill([Document(DOCUMENT, order.document)])
    earlier = [parse_bill([Document(DOCUMENT, one)]) for one in order.earlier]
    choice = Choice(
        language=order.language,
        pack=order.pack,
        brand=order.brand,
        shape=order.shape,
        voice=order.voice,
        shelf=place.shelf,
    )
    made = draft(bill, earlier, choice, workshop=place.workshop)
    kept = {key for clip in made.narration.clips.values() for key in clip.kept}
    return Drafted(made, tuple(bytes.fromhex(key) for key in sorted(kept)))
