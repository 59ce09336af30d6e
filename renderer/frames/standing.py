"""The standing picture: a film's frames drawn one over another, only where they differ."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import skia
from numpy.typing import NDArray

from renderer.frames.damage import area, differences, joined, meet, rectangles
from renderer.frames.marks import Box, Mark, Marks
from renderer.frames.pixels import IS_BGRA
from renderer.frames.repaint import Repaint
from renderer.plan.model import DisplayList
from renderer.text.sprites import NATIVE

_MOST_OF_IT = 0.6
"""Share of a frame from which on drawing it whole is cheaper."""
_MOST_REMEMBERED = 20_000

DrawMark = Callable[[skia.Canvas, Mark, Box | None], None]
"""Draws a mark; only needs to draw it inside the box, and may elsewhere."""


class Standing:
    """Draws display lists one after another; the pixels are those of drawing each whole.

    Skia's antialiasing of a path depends on the clip, so nothing is drawn clipped: what changed is
    drawn again on a second canvas, over everything's edges, and only the damaged px are taken from
    there.

    Args:
        width: px.
        height: px.
        marks: what makes marks of a display list.
        ground: the ground of a display list, in Skia's own order.
        draw: draws a mark.
    """

    def __init__(
        self,
        width: int,
        height: int,
        marks: Marks,
        ground: Callable[[DisplayList], NDArray[np.uint8]],
        draw: DrawMark,
    ) -> None:
        self._whole: Box = (0, 0, width, height)
        self._marks = marks
        self._ground = ground
        self._draw = draw
        self._pixels = np.zeros((height, width, 4), np.uint8)
        self._aside = np.zeros_like(self._pixels)
        self._canvas = skia.Canvas(self._pixels, **NATIVE)
        self._beside = skia.Canvas(self._aside, **NATIVE)
        self._shown: tuple[DisplayList, list[Mark]] | None = None
        self._count = 0

    def repaint(self, shown: DisplayList) -> Repaint:
        """Bring the picture to a display list."""
        changed = self._brought(shown)
        count, self._count = self._count, self._count + 1
        return Repaint(self._pixels, "bgra" if IS_BGRA else "rgba", changed, count)

    def _brought(self, shown: DisplayList) -> tuple[Box, ...]:
        before, self._shown = self._shown, None
        if before is None or not _same_ground(before[0], shown):
            self._marks.forget()
            before = None
        elif self._marks.remembered > _MOST_REMEMBERED:
            self._marks.forget()
        marks = self._marks.of(shown.items)
        changed: tuple[Box, ...] = (self._whole,)
        if before is not None:
            changed = rectangles(differences(before[1], marks), *self._whole[2:])
        if sum(map(area, changed)) > _MOST_OF_IT * area(self._whole):
            changed = (self._whole,)
            self._draw_whole(shown, marks)
        elif changed:
            self._draw_changed(shown, marks, changed)
        self._shown = shown, marks
        return changed

    def _draw_whole(self, shown: DisplayList, marks: list[Mark]) -> None:
        self._pixels[:] = self._ground(shown)
        for mark in marks:
            self._draw(self._canvas, mark, None)

    def _draw_changed(
        self, shown: DisplayList, marks: list[Mark], changed: tuple[Box, ...]
    ) -> None:
        ground = self._ground(shown)
        for left, top, right, bottom in changed:
            self._aside[top:bottom, left:right] = ground[top:bottom, left:right]
        for mark in marks:
            touched = [box for box in changed if meet(mark.box, box)]
            if touched:
                box = touched[0]
                for other in touched[1:]:
                    box = joined(box, other)
                self._draw(self._beside, mark, box)
        for left, top, right, bottom in changed:
            self._pixels[top:bottom, left:right] = self._aside[top:bottom, left:right]


def _same_ground(one: DisplayList, other: DisplayList) -> bool:
    return (one.ground, one.ground_to, one.mix) == (other.ground, other.ground_to, other.mix)
