"""A package through a store: the same bills, asked for in the same way, are told once.

Pictures and sound stand in the store as they are, for any film. The rest, which holds a customer's
name and figures in words, is sealed with a key made of the bills themselves: whoever has the store
and its secret, but not the bill, cannot read it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from renderer.package.hls import FOLDER, fragments
from renderer.package.made_by import packaged_by
from renderer.package.mp4 import mp4
from renderer.package.parts import Outline, Package, Parts
from renderer.plan import Plan
from renderer.segments import AudioTrack, Segment, read_segment, read_track
from renderer.store import Shelf, seal, unseal

VIDEO = "video.mp4"
_LEVEL = 1
"""Of compression: what the page brings is the same in all, and soon made small."""


class KeptPackage:
    """One film's package in a store.

    Args:
        shelf: the store and its keys.
        bills: all that is told of, in text that only the same bills have.
        asked: how, as plain JSON.
    """

    def __init__(self, shelf: Shelf, bills: str, asked: Any) -> None:
        whole = json.dumps([packaged_by(), asked, bills], sort_keys=True).encode()
        self._shelf = shelf
        self._key = shelf.keyring.sign("package", whole)
        self._seal = bytes.fromhex(shelf.keyring.sign("package's seal", whole))

    def find(self, lay: Callable[[], Plan]) -> Package | None:
        """Return the package, if it and all that it is made of are kept; `lay` lays its plan."""
        recipe = self._recipe()
        return None if recipe is None else recipe.package(self._shelf, lay)

    def keep(self, package: Package) -> None:
        """Keep a package that was made with this store."""
        if package.parts is not None:
            recipe = _Recipe.of(package, package.parts)
            body = zlib.compress(recipe.written(), _LEVEL)
            self._shelf.put(self._key, seal(self._seal, body))

    def forget(self) -> None:
        """Remove the package, and the segments, sound and pictures that it is made of.

        Those that other films share are made again for the next one.
        """
        recipe = self._recipe()
        if recipe is not None:
            parts = recipe.parts
            for key in {*parts.segments, parts.track, *parts.speech, *parts.pictures.values()}:
                self._shelf.store.discard(key)
        self._shelf.store.discard(self._key)

    def _recipe(self) -> _Recipe | None:
        return self._shelf.find(self._key, partial(_read, self._seal))


@dataclass(frozen=True, slots=True)
class _Recipe:
    """How a package is put together again.

    Args:
        names: of all its files, in order.
        small: those that stand in no other entry of the store.
    """

    names: tuple[str, ...]
    small: Mapping[str, bytes]
    outline: Outline
    parts: Parts

    @classmethod
    def of(cls, package: Package, parts: Parts) -> _Recipe:
        """Take apart a package."""
        small = {
            name: data
            for name, data in package.files.items()
            if name != VIDEO and name not in parts.pictures and not _is_fragment(name)
        }
        return cls(tuple(package.files), small, package.outline, parts)

    def written(self) -> bytes:
        """Return it as bytes: a line of JSON, then the small files."""
        told = {
            "names": self.names,
            "small": {name: len(data) for name, data in self.small.items()},
            "outline": asdict(self.outline),
            "parts": asdict(self.parts),
        }
        return json.dumps(told).encode() + b"\n" + b"".join(self.small.values())

    def package(self, shelf: Shelf, lay: Callable[[], Plan]) -> Package | None:
        """Put the package together, or return None where a part of it is not kept any more."""
        found: dict[str, Segment | None] = {
            key: shelf.find(key, read_segment) for key in dict.fromkeys(self.parts.segments)
        }
        segments = [one for key in self.parts.segments if (one := found[key]) is not None]
        track = shelf.find(self.parts.track, read_track)
        pictures = {name: shelf.store.get(key) for name, key in self.parts.pictures.items()}
        if len(segments) < len(self.parts.segments) or track is None:
            return None
        files = {**self.small, **self._media(segments, track)}
        for name, data in pictures.items():
            if data is None:
                return None
            files[name] = data
        return Package(
            {name: files[name] for name in self.names},
            self.outline,
            (len(segments), 0),
            self.parts,
            lay=lay,
        )

    def _media(self, segments: list[Segment], track: AudioTrack) -> Mapping[str, bytes]:
        files = {VIDEO: mp4(segments, track, self.outline.language)}
        if any(map(_is_fragment, self.names)):
            files |= {f"{FOLDER}/{name}": data for name, data in fragments(segments, track)}
        return files


def _is_fragment(name: str) -> bool:
    return name.startswith(f"{FOLDER}/") and name.endswith(".m4s")


def _read(key: bytes, sealed: bytes) -> _Recipe:
    """Read what `written` wrote. Raises `ValueError` for anything else."""
    try:
        head, _, rest = zlib.decompress(unseal(key, sealed)).partition(b"\n")
        told = json.loads(head)
        small, at = {}, 0
        for name, size in told["small"].items():
            small[name] = rest[at : at + size]
            at += size
        outline, parts = told["outline"], told["parts"]
        return _Recipe(
            tuple(told["names"]),
            small,
            Outline(**{**outline, "scenes": tuple(outline["scenes"])}),
            Parts(
                tuple(parts["segments"]),
                parts["track"],
                tuple(parts["speech"]),
                parts["pictures"],
            ),
        )
    except (zlib.error, KeyError, TypeError) as error:
        raise ValueError("a package of another form") from error
