"""DTCG JSON -> tokens by dotted name, with inherited types and resolved aliases.

Source: Design Tokens Format Module (W3C community group), sections 5 to 9.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from renderer.script.place import Place, did_you_mean
from renderer.script.problem import error
from renderer.script.tree import Document, Items, Scalar, Table, Tree

_ALIAS = re.compile(r"\{([^{}]{1,200})\}\Z")
MAX_HOPS = 32
"""Aliases of aliases."""
MAX_VALUES = 2_000
"""Values of one token once its aliases are followed."""
EMPTY = Table({}, {}, Place(""))


@dataclass(frozen=True, slots=True)
class Token:
    """One token as written, its type inherited, aliases not followed yet."""

    name: str
    type: str
    value: Tree
    ours: Table
    place: Place


class Tokens:
    """All tokens of a brand by dotted name ("color.ink")."""

    def __init__(self, document: Document) -> None:
        self.file = document.file
        self.by_name: dict[str, Token] = {}
        if not isinstance(document.root, Table):
            raise error("brand-token", "a brand is a mapping of groups", document.root.place)
        self._collect(document.root, "", "")

    def _collect(self, group: Table, prefix: str, inherited: str) -> None:
        own = group.items.get("$type")
        kind = str(own.value) if isinstance(own, Scalar) else inherited
        for name, child in group.items.items():
            if name.startswith("$"):
                continue
            if "." in name or "{" in name or "}" in name or not isinstance(child, Table):
                raise error(
                    "brand-token",
                    "a group holds groups and tokens only",
                    group.keys[name],
                    "A token is a mapping with `$value`.",
                )
            full = f"{prefix}{name}"
            if "$value" not in child.items:
                self._collect(child, full + ".", kind)
                continue
            typed = child.items.get("$type")
            self.by_name[full] = Token(
                full,
                str(typed.value) if isinstance(typed, Scalar) else kind,
                child.items["$value"],
                _ours(child),
                child.items["$value"].place,
            )

    def find(self, name: str, place: Place) -> Token:
        """Return a token by its full name.

        Raises:
            ScriptError: `brand-token` with the nearest known name.
        """
        if name not in self.by_name:
            raise error(
                "brand-token",
                f"there is no token '{name}'",
                place,
                did_you_mean(name, self.by_name),
            )
        return self.by_name[name]

    def target(self, token: Token) -> Token:
        """Return the token that an alias token finally names, itself if it is none.

        Raises:
            ScriptError: `brand-token` when aliases form a circle.
        """
        seen: list[str] = []
        while name := alias(token.value):
            seen.append(token.name)
            if name in seen or len(seen) > MAX_HOPS:
                raise error(
                    "brand-token",
                    f"the token '{name}' names itself by aliases",
                    token.place,
                    "Break the circle.",
                )
            token = self.find(name, token.place)
        return token

    def resolve(self, tree: Tree) -> Tree:
        """Return a value with every alias in it replaced by what it names.

        Raises:
            ScriptError: `brand-token` for a circle, or for a value that aliases blow up.
        """
        return self._resolve(tree, 0, [MAX_VALUES])

    def _resolve(self, tree: Tree, hops: int, left: list[int]) -> Tree:
        left[0] -= 1
        if hops > MAX_HOPS or left[0] < 0:
            raise error(
                "brand-token",
                "aliases go round in a circle, or grow too large",
                tree.place,
                "Break the circle.",
            )
        if name := alias(tree):
            return self._resolve(self.find(name, tree.place).value, hops + 1, left)
        match tree:
            case Items(items=items, place=place):
                return Items(tuple(self._resolve(item, hops, left) for item in items), place)
            case Table(items=table, keys=keys, place=place):
                inner = {name: self._resolve(item, hops, left) for name, item in table.items()}
                return Table(inner, keys, place)
        return tree

    def group(self, name: str) -> Mapping[str, Token]:
        """Return a group's tokens by their name inside it."""
        prefix = name + "."
        return {
            full.removeprefix(prefix): token
            for full, token in self.by_name.items()
            if full.startswith(prefix)
        }


def alias(tree: Tree) -> str | None:
    """Return the name that an alias value holds."""
    if isinstance(tree, Scalar) and isinstance(tree.value, str):
        found = _ALIAS.match(tree.value)
        return found[1] if found else None
    return None


def _ours(token: Table) -> Table:
    extensions = token.items.get("$extensions")
    ours = extensions.items.get("billreel") if isinstance(extensions, Table) else None
    return ours if isinstance(ours, Table) else EMPTY
