"""Vertical measures of lines: CSS line boxes from the primary face alone.

Fallback faces (Arabic, Hangul) are taller than Inter. A line's height and baseline come from the
first family of the style, so that a name in another script never moves the lines around it.
"""

from __future__ import annotations

from dataclasses import dataclass

from renderer.script.model import TextStyle
from renderer.text.faces import Faces, default_faces


@dataclass(frozen=True, slots=True)
class LineBox:
    """One line of a style at a size, in logical px.

    Args:
        height: of the line, from one baseline to the next.
        baseline: below the line's top.
        cap_height, x_height: of capitals and of small letters, above the baseline.
    """

    height: float
    baseline: float
    cap_height: float
    x_height: float


def line_box(style: TextStyle, size: float | None = None, faces: Faces | None = None) -> LineBox:
    """Return the box of a style's lines at `size` px (the style's own by default).

    Half of what `line_height` leaves beside ascent and descent stands above, half below.
    Source: CSS 2.2, 10.8.1 "Leading and half-leading".
    """
    px = style.size if size is None else size
    measured = (faces or default_faces()).metrics(style.families[0])
    height = px * style.line_height
    leading = height - px * (measured.ascent + measured.descent)
    return LineBox(
        height, leading / 2 + px * measured.ascent, px * measured.cap_height, px * measured.x_height
    )
