"""Token names looked up once: a film asks for the same few hundred times."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar

from renderer.script.place import Place

MOST = 2_000
"""Remembered by one brand; a pack's templates can make up names."""

_T = TypeVar("_T")


class Remembering(Protocol):
    """What remembers what its token names mean."""

    found: dict[tuple[str, ...], Any]


_R = TypeVar("_R", bound=Remembering)


def once(look_up: Callable[..., _T]) -> Callable[..., _T]:
    """Remember what a method `(self, name, place, *texts)` returns; `place` is for errors only."""

    @wraps(look_up)
    def remembered(brand: _R, name: str, place: Place, *more: str) -> _T:
        key = (look_up.__name__, name, *more)
        known: _T | None = brand.found.get(key)
        if known is None:
            known = look_up(brand, name, place, *more)
            if len(brand.found) >= MOST:
                brand.found.clear()
            brand.found[key] = known
        return known

    return remembered
