"""Advances of single characters, for numbers that count in equal cells and rest in natural ones.

SkParagraph exposes no font features: figures are made tabular by setting each in its own cell.
"""

from __future__ import annotations

from renderer.script.model import TextStyle
from renderer.text.faces import Faces, default_faces
from renderer.text.shaping import Setting, advance, setting

_DIGITS = "0123456789"


def advances(
    text: str, style: TextStyle, size: float | None = None, faces: Faces | None = None
) -> tuple[float, ...]:
    """Return each character's width on its own, in logical px, without tracking."""
    px, chosen, registry = _resolve(style, size, faces)
    return tuple(advance(character, chosen, "ltr", registry) * px for character in text)


def digit_cell(style: TextStyle, size: float | None = None, faces: Faces | None = None) -> float:
    """Return the step in px from one tabular digit to the next: the widest digit, and tracking."""
    px, chosen, registry = _resolve(style, size, faces)
    widest = max(advance(digit, chosen, "ltr", registry) for digit in _DIGITS)
    return (widest + chosen.tracking / 1000) * px


def natural_positions(
    text: str, style: TextStyle, size: float | None = None, faces: Faces | None = None
) -> tuple[float, ...]:
    """Return the left edge of each character in px, as the line sets it with kerning and tracking.

    For left-to-right text without joining letters: figures, signs and separators.
    """
    px, chosen, registry = _resolve(style, size, faces)
    ends = [advance(text[: index + 1], chosen, "ltr", registry) for index in range(len(text))]
    return tuple(
        (end - advance(character, chosen, "ltr", registry)) * px
        for end, character in zip(ends, text, strict=True)
    )


def _resolve(
    style: TextStyle, size: float | None, faces: Faces | None
) -> tuple[float, Setting, Faces]:
    px = style.size if size is None else size
    chosen = setting(style.families, style.weight, px, round(style.tracking * 1000))
    return px, chosen, faces or default_faces()
