"""Drawing one line of text from its outline: no hinting, no snapping to whole pixels."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from renderer.text.faces import Faces
from renderer.text.shaping import EM, Setting, outline
from renderer.text.sprites import Sprites

Color = tuple[float, float, float, float]
"""Red, green, blue and alpha, 0..1, sRGB, not premultiplied."""


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """What `draw_line` draws, in the canvas's own units.

    Args:
        text: logical order, without a line break.
        chosen: how it is shaped.
        size: of one em.
        x: of the line's left end.
        baseline: of the line.
        direction: "ltr" or "rtl".
    """

    text: str
    chosen: Setting
    size: float
    x: float
    baseline: float
    direction: str


def draw_line(
    canvas: skia.Canvas, line: DrawnLine, color: Color, faces: Faces, sprites: Sprites
) -> None:
    """Draw one line of text. It is as wide as it was measured, wherever it stands."""
    path = outline(line.text, line.chosen, line.direction, faces)
    if path.isEmpty():
        return
    scale = line.size / EM
    red, green, blue, alpha = color

    def fill(inner: skia.Canvas) -> None:
        paint = skia.Paint(AntiAlias=True)
        paint.setColor4f(skia.Color4f(red, green, blue, 1))
        inner.scale(scale, scale)
        inner.drawPath(path, paint)

    key = (line.text, line.chosen, line.direction, line.size, color[:3])
    bounds = skia.Matrix.Scale(scale, scale).mapRect(path.getBounds())
    sprites.draw(canvas, key, (line.x, line.baseline), bounds, fill, alpha)
