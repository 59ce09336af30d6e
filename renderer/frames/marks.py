"""Marks: a display list as one flat row of things to draw, each with its place and its bounds.

What has not changed since the last list is the same mark, so that two rows compare at a glance.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import skia

from renderer.frames.extents import matrix_of
from renderer.frames.folding import Folding
from renderer.frames.ink import Ink
from renderer.plan.model import OPAQUE, Draw, Layer, Transform

Box = tuple[int, int, int, int]
"""left, top, right, bottom in px of the frame; empty where right <= left or bottom <= top."""

_EDGE = 2
"""px around a mark's outline: antialiasing, and the eighth of a pixel that sprites are set at."""


_MULTIPLIES = skia.Canvas(1, 1)


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where marks stand: the transforms around them, outermost first.

    Args:
        transforms: of all layers around.
        matrix: all of them together, from Plan units to px.
        cut: around what their clips and wipes leave, in px; None for all.
    """

    transforms: tuple[Transform, ...]
    matrix: skia.Matrix
    cut: skia.Rect | None

    def inside(self, transform: Transform) -> Place:
        """Return the place inside one more transform."""
        # A canvas multiplies in its own way, and marks are drawn with no other matrix than its.
        canvas = _MULTIPLIES
        canvas.setMatrix(self.matrix)
        canvas.concat(matrix_of(transform))
        matrix = canvas.getTotalMatrix()
        cut = self.cut
        for rect in (transform.clip and transform.clip[0], transform.wipe):
            if rect:
                left = matrix.mapRect(skia.Rect.MakeXYWH(*rect))
                if cut is not None and not left.intersect(cut):
                    left = skia.Rect.MakeEmpty()
                cut = left
        return Place((*self.transforms, transform), matrix, cut)


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """One shape, or a layer that fades as one picture, and the px it may touch."""

    item: Draw | Layer
    place: Place
    alpha: float
    box: Box


class Marks:
    """Makes marks, and remembers them.

    Args:
        matrix: from Plan units to px.
        ink: measures what shapes draw.
    """

    def __init__(self, matrix: skia.Matrix, ink: Ink) -> None:
        self._frame = Place((), matrix, None)
        self._ink = ink
        self._folding = Folding()
        self.forget()

    def forget(self) -> None:
        """Forget all marks: the next ones are new."""
        # Keys hold ids: what they name is kept alive by the marks and layers kept beside them.
        self._places: dict[tuple[int, Transform], tuple[Place, Place]] = {}
        self._drawn: dict[tuple[int, int, int, float], Mark] = {}
        self._layers: dict[tuple[int, int, float], tuple[Layer, Place, list[Mark]]] = {}
        self._ink.forget()
        self._folding.forget()

    @property
    def remembered(self) -> int:
        """Return how many marks and layers are remembered."""
        return len(self._drawn) + len(self._layers)

    def of(self, items: Iterable[Layer | Draw]) -> list[Mark]:
        """Return all that a display list's items draw, in paint order."""
        return [mark for item in items for mark in self._of(item, self._frame, 1.0)]

    def _of(self, item: Layer | Draw, place: Place, alpha: float) -> Sequence[Mark]:
        if isinstance(item, Draw):
            return (self._of_draw(item, place, alpha),) if item.reveal > 0 else ()
        if item.transform.opacity <= 0 or item.transform.scale <= 0:
            return ()
        key = (id(item), id(place), alpha)
        if key not in self._layers:
            self._layers[key] = item, place, self._of_layer(item, place, alpha)
        return self._layers[key][2]

    def _of_layer(self, layer: Layer, place: Place, alpha: float) -> list[Mark]:
        inside = self._inside(place, layer.transform)
        faded = alpha * layer.transform.opacity / OPAQUE
        together = faded < 1 and not self._folding.folds(layer)
        marks = [
            mark
            for item in layer.items
            for mark in self._of(item, inside, 1 if together else faded)
        ]
        return [Mark(layer, inside, faded, around(marks))] if together else marks

    def _of_draw(self, item: Draw, place: Place, alpha: float) -> Mark:
        key = (id(item.shape), item.reveal, id(place), alpha)
        if key not in self._drawn:
            self._drawn[key] = Mark(item, place, alpha, self._box(item, place))
        return self._drawn[key]

    def _inside(self, place: Place, transform: Transform) -> Place:
        key = (id(place), transform)
        if key not in self._places:
            self._places[key] = place, place.inside(transform)
        return self._places[key][1]

    def _box(self, item: Draw, place: Place) -> Box:
        rect = place.matrix.mapRect(self._ink.of(item))
        if rect.isEmpty() or (place.cut is not None and not rect.intersect(place.cut)):
            return (0, 0, 0, 0)
        whole = rect.makeOutset(_EDGE, _EDGE).roundOut()
        return whole.left(), whole.top(), whole.right(), whole.bottom()


def around(marks: Iterable[Mark]) -> Box:
    """Return the box around all marks' boxes."""
    boxes = [mark.box for mark in marks if mark.box[0] < mark.box[2]]
    if not boxes:
        return (0, 0, 0, 0)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
