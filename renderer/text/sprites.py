"""Sprites: things drawn once into a small picture, then set at any eighth of a pixel.

Skia blits a picture of its own pixel format many times faster than it fills a path or blurs a
mask. A sprite depends on nothing but what it shows, its scale and the fraction of a pixel it starts
at, so a frame drawn alone equals the same frame drawn in order, whatever is remembered.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

import numpy as np
import skia

NATIVE = {"colorType": skia.kN32_ColorType, "alphaType": skia.kPremul_AlphaType}
"""The pixel format that Skia's fast paths are written for on this platform; 8 bits a channel."""
_FRACTIONS = 8
_MOST_PX = 4_000_000
_MOST_BYTES = 96_000_000


@dataclass(frozen=True, slots=True)
class _Sprite:
    image: skia.Image
    left: int
    top: int
    bytes: int


class Sprites:
    """The sprites set last, up to a number of bytes."""

    def __init__(self, most_bytes: int = _MOST_BYTES) -> None:
        self._kept: OrderedDict[Hashable, _Sprite] = OrderedDict()
        self._most = most_bytes
        self._bytes = 0
        self.within: skia.Rect | None = None
        """What sprites are cut to, in px: less to set where only a part of a frame is drawn."""

    def draw(
        self,
        canvas: skia.Canvas,
        key: Hashable,
        at: tuple[float, float],
        bounds: skia.Rect,
        draw: Callable[[skia.Canvas], None],
        alpha: float,
    ) -> None:
        """Draw something at a place of the canvas, faded to `alpha` (0..1).

        Args:
            canvas: to draw on.
            key: names what `draw` draws; equal keys draw equal things.
            at: where the origin of `draw` goes, in the canvas's units.
            bounds: around all that `draw` draws, from that origin.
            draw: draws it around the origin, opaque.
            alpha: how much of it shows.
        """
        matrix = canvas.getTotalMatrix()
        scale = matrix.getScaleX()
        upright = matrix.isScaleTranslate() and scale == matrix.getScaleY() and scale > 0
        if not upright or bounds.width() * bounds.height() * scale * scale > _MOST_PX:
            _draw_as_is(canvas, at, bounds, draw, alpha)
            return
        origin = matrix.mapXY(*at)
        across, phase_x = divmod(int(np.floor(origin.x() * _FRACTIONS + 0.5)), _FRACTIONS)
        down, phase_y = divmod(int(np.floor(origin.y() * _FRACTIONS + 0.5)), _FRACTIONS)
        sprite = self._sprite((key, scale, phase_x, phase_y), bounds, draw)
        paint = skia.Paint()
        paint.setAlphaf(alpha)
        canvas.save()
        canvas.resetMatrix()
        if self.within is not None:
            canvas.clipRect(self.within)
        canvas.drawImage(
            sprite.image, across + sprite.left, down + sprite.top, skia.SamplingOptions(), paint
        )
        canvas.restore()

    def _sprite(
        self,
        key: tuple[Hashable, float, int, int],
        bounds: skia.Rect,
        draw: Callable[[skia.Canvas], None],
    ) -> _Sprite:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        _, scale, phase_x, phase_y = key
        sprite = _drawn(scale, phase_x / _FRACTIONS, phase_y / _FRACTIONS, bounds, draw)
        self._kept[key] = sprite
        self._bytes += sprite.bytes
        while self._bytes > self._most and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].bytes
        return sprite


def _drawn(
    scale: float, dx: float, dy: float, bounds: skia.Rect, draw: Callable[[skia.Canvas], None]
) -> _Sprite:
    left = int(np.floor(bounds.left() * scale + dx)) - 1
    top = int(np.floor(bounds.top() * scale + dy)) - 1
    width = int(np.ceil(bounds.right() * scale + dx)) + 1 - left
    height = int(np.ceil(bounds.bottom() * scale + dy)) + 1 - top
    pixels = np.zeros((height, width, 4), np.uint8)
    canvas = skia.Canvas(pixels, **NATIVE)
    canvas.translate(dx - left, dy - top)
    canvas.scale(scale, scale)
    draw(canvas)
    return _Sprite(skia.Image.fromarray(pixels, **NATIVE), left, top, pixels.nbytes)


def _draw_as_is(
    canvas: skia.Canvas,
    at: tuple[float, float],
    bounds: skia.Rect,
    draw: Callable[[skia.Canvas], None],
    alpha: float,
) -> None:
    canvas.save()
    canvas.translate(*at)
    if alpha < 1:
        layer = skia.Paint()
        layer.setAlphaf(alpha)
        canvas.saveLayer(bounds, layer)
    draw(canvas)
    if alpha < 1:
        canvas.restore()
    canvas.restore()
