"""Folding: whether fading each item of a layer gives the picture that fading them together does."""

from __future__ import annotations

from renderer.frames.extents import apart
from renderer.plan.model import Draw, EllipseShape, Layer, PathShape, RectShape

_MOST = 20_000


class Folding:
    """Tells it, and remembers: a layer that fades over many frames holds the same items in all."""

    def __init__(self) -> None:
        self._told: dict[tuple[int, ...], tuple[tuple[Layer | Draw, ...], bool]] = {}

    def forget(self) -> None:
        """Forget what was told."""
        self._told.clear()

    def folds(self, layer: Layer) -> bool:
        """Tell whether a layer needs no picture of its own to fade.

        It needs none if nothing inside lies on anything else.
        """
        key = tuple(map(id, layer.items))
        if key not in self._told:
            if len(self._told) > _MOST:
                self.forget()
            self._told[key] = layer.items, self._fold(layer.items)
        return self._told[key][1]

    def _fold(self, items: tuple[Layer | Draw, ...]) -> bool:
        return all(
            self.folds(item) if isinstance(item, Layer) else _one_coat(item) for item in items
        ) and (len(items) == 1 or apart(items))


def _one_coat(item: Draw) -> bool:
    match item.shape:
        case RectShape() | EllipseShape() as shape:
            coats = (shape.fill, shape.stroke, shape.shadow)
            return sum(coat is not None for coat in coats) == 1
        case PathShape() as shape:
            return shape.fill is None or shape.stroke is None
        case _:
            return True
