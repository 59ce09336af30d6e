"""Which code points of a text no face of a chain can show: asked before anything is drawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from weakref import WeakKeyDictionary

from renderer.errors import TextError
from renderer.text.faces import Faces, default_faces

_KNOWN: WeakKeyDictionary[Faces, dict[tuple[str, ...], set[str]]] = WeakKeyDictionary()
"""By faces and families: characters that need no further look."""
_MOST_KNOWN = 20_000


def missing(text: str, families: Sequence[str], faces: Faces | None = None) -> tuple[str, ...]:
    """Return the characters that no family has a glyph for, each once, in order.

    Controls, isolates, joiners and line breaks need none.
    """
    registry = faces or default_faces()
    chain = tuple(families)
    known = _KNOWN.setdefault(registry, {}).setdefault(chain, set())
    composed = unicodedata.normalize("NFC", text)
    if known.issuperset(composed):
        return ()
    lacking = dict.fromkeys(
        character
        for character in composed
        if not unseen(character) and not any(registry.has(family, character) for family in chain)
    )
    if len(known) < _MOST_KNOWN:
        known.update(set(composed).difference(lacking))
    return tuple(lacking)


def require_glyphs(text: str, families: Sequence[str], faces: Faces | None = None) -> None:
    """Raise `TextError` "missing-glyph" unless the families can show all of a text."""
    lacking = missing(text, families, faces)
    if lacking:
        points = ", ".join(f"U+{ord(character):04X}" for character in lacking[:8])
        raise TextError(
            "missing-glyph",
            f"no typeface of {', '.join(families)} has a glyph for {points}",
            remedy="Add a family that has it to the type style, or change the text.",
        )


def unseen(character: str) -> bool:
    """Tell whether a character draws nothing of its own: a control, an isolate, a joiner."""
    return unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp") or (
        "\ufe00" <= character <= "\ufe0f"
    )


def needed(text: str, families: Sequence[str], faces: Faces) -> tuple[str, ...]:
    """Return the families a text needs, in order: the first always, others as they are missed."""
    left = {character for character in text if not unseen(character)}
    chain: list[str] = []
    for family in families:
        if chain and not left:
            break
        has = {character for character in left if faces.has(family, character)}
        if has or not chain:
            chain.append(family)
        left -= has
    return tuple(chain)
