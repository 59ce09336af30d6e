"""Typography tokens -> text styles, by shape and language."""

from __future__ import annotations

from renderer.script.brand.tokens import EMPTY, Token, Tokens
from renderer.script.brand.values import dimension, families, measure, plain, weight
from renderer.script.paint import TextStyle
from renderer.script.problem import error
from renderer.script.tree import Items, Scalar, Table, Tree

UNTRACKED = frozenset({"ar", "fa", "he", "ko", "ur"})
"""Languages whose scripts are never tracked: joined letters, and syllable blocks."""


def text_style(tokens: Tokens, token: Token, shape: str, language: str) -> TextStyle:
    """Return a typography token as a style of one shape and language."""
    value = tokens.resolve(tokens.target(token).value)
    if not isinstance(value, Table):
        raise error("brand-value", "this is not a typography token", token.place)
    ours = tokens.target(token).ours
    shaped = ours.items.get(shape)
    over = tokens.resolve(shaped) if shaped else EMPTY

    def part(name: str) -> Tree | None:
        own = over.items.get(name) if isinstance(over, Table) else None
        return own if own is not None else value.items.get(name)

    size_tree, family_tree = part("fontSize"), part("fontFamily")
    if size_tree is None or family_tree is None:
        raise error("brand-value", "a typography token lacks fontSize or fontFamily", token.place)
    size = dimension(size_tree)
    least = (over.items.get("min") if isinstance(over, Table) else None) or ours.items.get("min")
    height, spacing, bold = part("lineHeight"), part("letterSpacing"), part("fontWeight")
    return TextStyle(
        size=size,
        min_size=min(size, dimension(least)) if least else size,
        weight=weight(bold) if bold else 400,
        tracking=0.0 if language in _untracked(ours) else _tracking(spacing, size),
        line_height=plain(height) if height else 1.2,
        families=families(family_tree),
    )


def _untracked(ours: Table) -> frozenset[str]:
    listed = ours.items.get("untracked")
    items = listed.items if isinstance(listed, Items) else ()
    return UNTRACKED | {str(item.value) for item in items if isinstance(item, Scalar)}


def _tracking(tree: Tree | None, size: float) -> float:
    """Read letter spacing in em; px are shares of the size."""
    if tree is None:
        return 0.0
    return measure(tree, {"em": 1.0, "px": 1 / size if size else 0.0, "": 0.0}, "letter spacing")
