"""Layers that fade as one picture: drawn again while they move, kept as a picture while they rest.

A scene that leaves fades for many frames and moves in none: what is inside is then drawn once.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import skia

from renderer.frames.extents import extent
from renderer.frames.paints import color_paint
from renderer.plan.model import Draw, Layer, Transform
from renderer.text.sprites import NATIVE

_MOST_SEEN = 64
_MOST_KEPT = 8

Items = tuple[Layer | Draw, ...]
Key = tuple[tuple[int, ...], tuple[float, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class _Picture:
    """What a layer's items draw, `image` with its corner at (left, top) of the frame.

    `items` keeps alive what the picture's key names.
    """

    items: Items
    image: skia.Image | None
    left: int = 0
    top: int = 0


class Together:
    """Draws layers as one picture, and keeps the pictures of those it is asked for again.

    Args:
        width: of frames, px.
        height: of frames, px.
        draw: draws items, opaque, with all of the canvas's matrix in place.
    """

    def __init__(self, width: int, height: int, draw: Callable[[skia.Canvas, Items], None]) -> None:
        self._size = (width, height)
        self._draw = draw
        self._seen: OrderedDict[Key, Items] = OrderedDict()
        self._kept: OrderedDict[Key, _Picture] = OrderedDict()

    def draw(self, canvas: skia.Canvas, items: Items, alpha: float) -> None:
        """Draw items and fade them to `alpha` (0..1) as one picture."""
        canvas.saveLayer(_around(items), color_paint("#000000ff", alpha))
        self._draw(canvas, items)
        canvas.restore()

    def draw_again(self, canvas: skia.Canvas, items: Items, alpha: float) -> None:
        """Do what `draw` does, sooner from the second time on for items in the same place."""
        matrix = canvas.getTotalMatrix()
        key = (tuple(map(id, items)), tuple(matrix.get9()))
        if key not in self._kept:
            if key not in self._seen:
                self._seen[key] = items
                _hold(self._seen, _MOST_SEEN)
                self.draw(canvas, items, alpha)
                return
            self._kept[key] = self._picture(items, matrix)
            _hold(self._kept, _MOST_KEPT)
        self._kept.move_to_end(key)
        picture = self._kept[key]
        if picture.image is not None:
            canvas.save()
            canvas.resetMatrix()
            canvas.drawImage(
                picture.image,
                picture.left,
                picture.top,
                skia.SamplingOptions(),
                color_paint("#000000ff", alpha),
            )
            canvas.restore()

    def _picture(self, items: Items, matrix: skia.Matrix) -> _Picture:
        """Draw items into a picture by way of the very layer that `draw` makes."""
        width, height = self._size
        box = matrix.mapRect(_around(items)).roundOut()
        if not box.intersect(skia.IRect.MakeWH(width, height)):
            return _Picture(items, None)
        pixels = np.zeros((height, width, 4), np.uint8)
        canvas = skia.Canvas(pixels, **NATIVE)
        canvas.concat(matrix)
        self.draw(canvas, items, 1.0)
        part = np.ascontiguousarray(pixels[box.top() : box.bottom(), box.left() : box.right()])
        return _Picture(items, skia.Image.fromarray(part, **NATIVE), box.left(), box.top())


def _hold(kept: OrderedDict[Key, Items] | OrderedDict[Key, _Picture], most: int) -> None:
    if len(kept) > most:
        kept.popitem(last=False)


def _around(items: Items) -> skia.Rect:
    return extent(Layer(Transform(), items))
