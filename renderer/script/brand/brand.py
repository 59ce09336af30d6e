"""`Brand`: what token names mean, resolved for a shape and a language when asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from renderer.errors import ScriptError
from renderer.script.brand.once import once
from renderer.script.brand.tokens import Token, Tokens, alias
from renderer.script.brand.type import text_style
from renderer.script.brand.values import (
    color,
    dimension,
    duration,
    families,
    gradient,
    hex_color,
    measure,
    plain,
    shadow,
    solid,
    stops,
    weight,
)
from renderer.script.json_source import parse_json
from renderer.script.paint import Color, Ground, Paint, Shadow, TextStyle
from renderer.script.place import Place, did_you_mean
from renderer.script.problem import error
from renderer.script.tree import Items, Scalar, Table, Tree

MOTION: Mapping[str, float] = {
    "enter": 0.45, "exit": 0.25, "stagger": 0.07, "count": 1.1, "lead": 0.45, "tail": 0.7,
    "travel": 30.0,
}  # fmt: skip
"""What a brand without motion tokens moves by; seconds, and px of travel."""


class Brand:
    """A brand's tokens by the names that templates use.

    Args:
        id: its file's name without `.tokens.json`.
    """

    def __init__(self, brand_id: str, tokens: Tokens) -> None:
        self.id = brand_id
        self.tokens = tokens
        self.found: dict[tuple[str, ...], Any] = {}
        """What names meant, by who asked."""

    def names(self, group: str) -> tuple[str, ...]:
        """Return the names that a group gives."""
        return tuple(self.tokens.group(group))

    def _named(self, name: str, place: Place, *groups: str) -> Token:
        for group in groups:
            if token := self.tokens.by_name.get(f"{group}.{name}"):
                return self.tokens.target(token)
        known = [known for group in groups for known in self.names(group)]
        what = {"type": "text style", "color": "colour"}.get(groups[0], groups[0])
        raise error(
            "script-token",
            f"the brand {self.id} has no {what} '{name}'",
            place,
            did_you_mean(name, known),
        )

    @once
    def color(self, name: str, place: Place) -> Color:
        """Return a colour by token name or hex."""
        if name.startswith("#"):
            return _hex(name, place)
        return color(self.tokens.resolve(self._named(name, place, "color").value))

    @once
    def paint(self, name: str, place: Place) -> Paint:
        """Return a colour or gradient by token name or hex."""
        if name.startswith("#"):
            return solid(_hex(name, place))
        return self._paint_of(self._named(name, place, "color", "gradient"))

    def _paint_of(self, token: Token) -> Paint:
        value = self.tokens.resolve(token.value)
        if token.type == "gradient":
            return gradient(stops(value), token.ours)
        return solid(color(value))

    @once
    def space(self, name: str, place: Place) -> float:
        """Return a space token in px."""
        return dimension(self.tokens.resolve(self._named(name, place, "space").value))

    @once
    def radius(self, name: str, place: Place) -> float:
        """Return a radius token in px."""
        return dimension(self.tokens.resolve(self._named(name, place, "radius").value))

    @once
    def shadow(self, name: str, place: Place) -> Shadow:
        """Return a shadow token."""
        return shadow(self.tokens.resolve(self._named(name, place, "shadow").value))

    @once
    def style(self, name: str, place: Place, shape: str, language: str) -> TextStyle:
        """Return a step of the type scale, for one shape and language."""
        return text_style(self.tokens, self._named(name, place, "type"), shape, language)

    @once
    def logo(self, name: str, place: Place) -> str:
        """Return the pack path of a logo."""
        value = self.tokens.resolve(self._named(name, place, "logo").value)
        if isinstance(value, Scalar) and isinstance(value.value, str):
            return value.value
        raise error("brand-value", "a logo is a path in the pack", value.place)

    @once
    def ground(self, name: str, place: Place) -> Ground:
        """Return a ground's paints, bottom first."""
        token = self._named(name, place, "ground")
        layers = token.value.items if isinstance(token.value, Items) else (token.value,)
        return Ground(name, tuple(self._layer(layer) for layer in layers))

    def _layer(self, layer: Tree) -> Paint:
        if name := alias(layer):
            return self._paint_of(self.tokens.target(self.tokens.find(name, layer.place)))
        if isinstance(layer, Table) and "stops" in layer.items:
            return gradient(stops(self.tokens.resolve(layer.items["stops"])), layer)
        return solid(color(layer))

    def motion(self) -> Mapping[str, float]:
        """Return the motion tokens: seconds, and `travel` in px."""
        return self._motion

    @cached_property
    def _motion(self) -> Mapping[str, float]:
        own: dict[str, float] = {}
        for name, token in self.tokens.group("motion").items():
            if token.type in _MEASURES:
                own[name] = _MEASURES[token.type](self.tokens.resolve(token.value))
        return {**MOTION, **own}

    def web(self) -> tuple[str, str, Mapping[str, Color]]:
        """Return what the page around a film wears: name, colour scheme, and colours by name."""
        tokens = self.tokens.group("web")
        texts = {
            key: str(one.value.value)
            for key, one in tokens.items()
            if one.type == "string" and isinstance(one.value, Scalar)
        }
        colors = {
            key.replace("-", "_"): color(self.tokens.resolve(one.value))
            for key, one in tokens.items()
            if one.type == "color"
        }
        return texts.get("name", self.id), texts.get("scheme", "auto"), colors

    def problems(self) -> Iterator[ScriptError]:
        """Yield what is wrong with any token, used or not."""
        for name, token in self.tokens.by_name.items():
            try:
                self._check(name, token)
            except ScriptError as failure:
                yield failure

    def _check(self, name: str, token: Token) -> None:
        target = self.tokens.target(token)
        value = self.tokens.resolve(target.value)
        match target.type:
            case "color":
                color(value)
            case "dimension" | "duration" | "number":
                _MEASURES[target.type](value)
            case "fontFamily":
                families(value)
            case "fontWeight":
                weight(value)
            case "cubicBezier":
                _bezier(value)
            case "typography":
                for shape in ("wide", "tall"):
                    text_style(self.tokens, target, shape, "en")
            case "shadow":
                shadow(value)
            case "gradient":
                gradient(stops(value), target.ours)
            case "ground":
                self.ground(name.split(".", 1)[-1], token.place)
            case "string":
                if not (isinstance(value, Scalar) and isinstance(value.value, str)):
                    raise error("brand-value", f"the token '{name}' is a text", token.place)
            case "asset":
                self.logo(name.split(".", 1)[-1], token.place)
            case _:
                raise error(
                    "brand-value",
                    f"the token '{name}' has no type that is known here",
                    token.place,
                    did_you_mean(target.type, _TYPES),
                )


def _number(tree: Tree) -> float:
    return measure(tree, {"": 1.0}, "a number")


_MEASURES = {"dimension": dimension, "duration": duration, "number": _number}
_TYPES = (
    "color", "dimension", "duration", "number", "fontFamily", "fontWeight", "cubicBezier",
    "typography", "shadow", "gradient", "ground", "asset", "string",
)  # fmt: skip


def _bezier(tree: Tree) -> None:
    if not isinstance(tree, Items) or len(tree.items) != 4:
        raise error("brand-value", "this is not a cubic Bézier", tree.place)
    for item in tree.items:
        plain(item)


def _hex(name: str, place: Place) -> Color:
    found = hex_color(name)
    if found is None:
        raise error("script-token", f"'{name}' is not a colour", place, 'Write "#RRGGBB".')
    return found


def load_brand(root: Path, brand_id: str, place: Place) -> Brand:
    """Read `brands/<id>.tokens.json` of a pack.

    Raises:
        ScriptError: the file is not there, not JSON, or a token in it is wrong.
    """
    name = f"brands/{brand_id}.tokens.json"
    path = root / name
    if path.is_symlink() or not path.is_file():
        raise error("pack-missing", f"there is no file {name}", place, "Add the brand's tokens.")
    return Brand(brand_id, Tokens(parse_json(path.read_bytes(), name)))
