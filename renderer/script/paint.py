"""Colours, paints and type as a script holds them: resolved, without token names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Color:
    """sRGB, not premultiplied, 0..255 each."""

    red: int
    green: int
    blue: int
    alpha: int = 255


@dataclass(frozen=True, slots=True)
class Stop:
    """A gradient's stop: `at` in 0..1."""

    at: float
    color: Color


@dataclass(frozen=True, slots=True)
class Paint:
    """What fills a shape: one colour, or a gradient over the shape's own box (0..1 coordinates).

    Args:
        kind: "solid", "linear" (from `start` to `end`) or "radial" (centre `start`, radius in
            units of the box's longer side).
        stops: one for "solid", at least two otherwise.
    """

    kind: str
    stops: tuple[Stop, ...]
    start: tuple[float, float] = (0.0, 0.0)
    end: tuple[float, float] = (0.0, 1.0)
    radius: float = 1.0


@dataclass(frozen=True, slots=True)
class Shadow:
    """One soft shadow: offset and blur in logical px."""

    x: float
    y: float
    blur: float
    color: Color


@dataclass(frozen=True, slots=True)
class Stroke:
    """An outline: width in logical px, `dash` as (on, off) px or empty."""

    paint: Paint
    width: float
    dash: tuple[float, ...] = ()
    cap: Literal["butt", "round", "square"] = "butt"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A step of the brand's type scale, resolved for this language.

    Args:
        size, min_size: px; text shrinks down to `min_size` where `fit` is "shrink".
        weight: 100..900.
        tracking: em (negative is tighter); 0 for Arabic and Hangul.
        line_height: multiple of the size.
        families: in order of preference, per script (`renderer.text` falls back along them).
    """

    size: float
    min_size: float
    weight: int
    tracking: float
    line_height: float
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a scene stands on: paints laid over each other, bottom first."""

    name: str
    paints: tuple[Paint, ...]


@dataclass(frozen=True)
class PageLook:
    """How the page around a film looks: the brand's `web` tokens.

    Args:
        name: of the operator, as the page says it.
        scheme: "light", "dark" or "auto".
        logo: sha256 of the brand's logo for light ground (dark, where `scheme` is "dark").
        colors: by the names that `player/README.md` lists.
    """

    name: str
    scheme: str
    logo: str | None
    colors: Mapping[str, Color]


NO_PAGE = PageLook("", "auto", None, {})
