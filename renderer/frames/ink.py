"""Ink: the least rectangle that is sure to hold what a shape draws at its reveal."""

from __future__ import annotations

from dataclasses import replace

import skia

from renderer.frames.extents import extent
from renderer.frames.shapes import arc_path, revealed
from renderer.frames.texts import TextPainter
from renderer.plan.model import (
    ONE,
    ArcShape,
    CounterShape,
    Draw,
    RectShape,
    Shape,
    TextShape,
)


class Ink:
    """Measures shapes, each once at every reveal."""

    def __init__(self, texts: TextPainter) -> None:
        self._texts = texts
        # Keyed by id, which the shape beside it keeps from being given to another.
        self._known: dict[tuple[int, int], tuple[Shape, skia.Rect]] = {}

    def forget(self) -> None:
        """Forget all shapes."""
        self._known.clear()

    def of(self, item: Draw) -> skia.Rect:
        """Return a rectangle around what a draw puts down, in Plan units."""
        key = (id(item.shape), item.reveal)
        if key not in self._known:
            self._known[key] = item.shape, self._measured(item)
        return self._known[key][1]

    def _measured(self, item: Draw) -> skia.Rect:
        match item.shape:
            case TextShape() | CounterShape() as shape:
                return self._texts.ink(shape)
            case ArcShape() as shape:
                path = arc_path(shape, shape.sweep * item.reveal // ONE)
                reach = shape.thickness / 2
                return path.getBounds().makeOutset(reach, reach)
            case RectShape() as shape:
                rect = revealed(shape.rect, shape.edge, item.reveal)
                return extent(Draw(replace(shape, rect=rect)))
        return extent(item)
