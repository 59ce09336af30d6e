"""Lines of text and counters, drawn by `renderer.text`."""

from __future__ import annotations

import numpy as np
import skia
from numpy.typing import NDArray

from renderer.frames.paints import rgba
from renderer.plan.model import UNIT, CounterShape, PlanTextStyle, TextShape
from renderer.text.draw import DrawnLine, draw_line
from renderer.text.faces import Faces
from renderer.text.shaping import EM, outline, setting
from renderer.text.sprites import Sprites

_MOST_KNOWN = 2_000


class TextPainter:
    """Draws text with one registry of faces.

    Args:
        faces: the registry of the plan.
        families: key of a style's `faces` -> family.
        sprites: where lines drawn before are kept.
    """

    def __init__(self, faces: Faces, families: dict[str, str], sprites: Sprites) -> None:
        self._faces = faces
        self._sprites = sprites
        self._families = families
        # Keyed by id, which the shape beside it keeps from being given to another.
        self._lines: dict[int, tuple[TextShape | CounterShape, list[DrawnLine]]] = {}

    def draw(self, canvas: skia.Canvas, shape: TextShape | CounterShape, alpha: float) -> None:
        """Draw every line of a text, or every run of a counter's one state."""
        red, green, blue, own = rgba(shape.color)
        color = (red, green, blue, own * alpha)
        for line in self.lines(shape):
            draw_line(canvas, line, color, self._faces, self._sprites)

    def lines(self, shape: TextShape | CounterShape) -> list[DrawnLine]:
        """Return what a shape draws, in Plan units."""
        key = id(shape)
        if key not in self._lines:
            if len(self._lines) >= _MOST_KNOWN:
                self._lines.clear()
            self._lines[key] = shape, self._lines_of(shape)
        return self._lines[key][1]

    def _lines_of(self, shape: TextShape | CounterShape) -> list[DrawnLine]:
        if isinstance(shape, TextShape):
            return [
                self._line(line.text, line.x, line.baseline, shape.style, shape.direction)
                for line in shape.lines
            ]
        runs = shape.states[0][1] if shape.states else ()
        return [
            self._line(text, x, shape.baseline, shape.style, shape.direction) for text, x in runs
        ]

    def ink(self, shape: TextShape | CounterShape) -> skia.Rect:
        """Return a rectangle around the outlines of all lines, in Plan units."""
        ink = skia.Rect.MakeEmpty()
        for line in self.lines(shape):
            bounds = outline(line.text, line.chosen, line.direction, self._faces).getBounds()
            scale = line.size / EM
            ink.join(
                skia.Matrix.Scale(scale, scale).mapRect(bounds).makeOffset(line.x, line.baseline)
            )
        return ink

    def near(
        self, line: DrawnLine, matrix: skia.Matrix, shape: tuple[int, int], beside: float
    ) -> NDArray[np.bool_]:
        """Tell which pixels of a picture of `shape` a line's ink is on, or within `beside` em."""
        path = outline(line.text, line.chosen, line.direction, self._faces)
        marks = np.zeros(shape, np.uint8)
        canvas = skia.Canvas(
            marks, colorType=skia.kAlpha_8_ColorType, alphaType=skia.kPremul_AlphaType
        )
        canvas.concat(matrix)
        canvas.translate(line.x, line.baseline)
        canvas.scale(line.size / EM, line.size / EM)
        paint = skia.Paint(AntiAlias=True, Style=skia.Paint.Style.kStrokeAndFill_Style)
        paint.setStrokeWidth(2 * beside * EM)
        canvas.drawPath(path, paint)
        return marks > 127

    def _line(
        self, text: str, x: int, baseline: int, style: PlanTextStyle, direction: str
    ) -> DrawnLine:
        families = tuple(self._families.get(key, key) for key in style.faces)
        chosen = setting(families, style.weight, style.size / UNIT, style.tracking)
        return DrawnLine(text, chosen, style.size, x, baseline, direction)
