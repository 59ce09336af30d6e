"""A YAML or JSON document whose every value knows its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from renderer.script.place import Place

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
Path = Sequence[str | int]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A leaf."""

    value: bool | int | float | str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Tree, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping; `keys` are the places of its keys."""

    items: dict[str, Tree]
    keys: dict[str, Place]
    place: Place


Tree = Scalar | Items | Table


@dataclass(frozen=True, slots=True)
class Document:
    """One file of a pack, parsed."""

    file: str
    root: Tree
    _places: dict[tuple[object, ...], Place] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return where the value (or its key) at `path` stands; the nearest place above it if the
        path leads nowhere. Steps that are not in the document are skipped.
        """
        asked = (key, *path)
        known = self._places.get(asked)
        if known is None:
            known = self._places[asked] = self._find(path, key)
        return known

    def _find(self, path: Path, key: bool) -> Place:
        node, place = self.root, self.root.place
        for step in path:
            match node:
                case Table(items=items, keys=keys) if step in items:
                    name = str(step)
                    node = items[name]
                    place = keys[name] if key else node.place
                case Items(items=items) if isinstance(step, int) and step < len(items):
                    node = items[step]
                    place = node.place
                case _:
                    continue
        return place


def plain(tree: Tree) -> Plain:
    """Return a tree as plain data."""
    match tree:
        case Scalar(value=value):
            return value
        case Items(items=items):
            return [plain(item) for item in items]
        case Table(items=table):
            return {name: plain(item) for name, item in table.items()}
