"""Drawing one line of text: its outline as a mask, set at any eighth of a pixel.

A mask depends on nothing but the line, the scale and the fraction of a pixel it starts at, so a
frame drawn alone equals the same frame drawn in order, whatever the cache holds.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import skia

from renderer.text.faces import Faces
from renderer.text.shaping import EM, Setting, outline

_FRACTIONS = 8
_MOST_MASK_PX = 4_000_000
_CACHE_BYTES = 48_000_000


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """What `draw_line` draws, in the canvas's own units.

    Args:
        text: logical order, without a line break.
        size: of one em; x, baseline: of the line's left end.
        direction: "ltr" or "rtl".
    """

    text: str
    chosen: Setting
    size: float
    x: float
    baseline: float
    direction: str


def draw_line(canvas: skia.Canvas, line: DrawnLine, paint: skia.Paint, faces: Faces) -> None:
    """Draw one line of text, without hinting and without snapping to whole pixels."""
    path = outline(line.text, line.chosen, line.direction, faces)
    if path.isEmpty():
        return
    matrix = canvas.getTotalMatrix()
    scale = matrix.getScaleX() * line.size / EM
    upright = matrix.isScaleTranslate() and matrix.getScaleX() == matrix.getScaleY() > 0
    bounds = path.getBounds()
    if not upright or bounds.width() * bounds.height() * scale * scale > _MOST_MASK_PX:
        _draw_outline(canvas, path, line, paint)
        return
    origin = matrix.mapXY(line.x, line.baseline)
    across, phase_x = divmod(int(np.floor(origin.x() * _FRACTIONS + 0.5)), _FRACTIONS)
    down, phase_y = divmod(int(np.floor(origin.y() * _FRACTIONS + 0.5)), _FRACTIONS)
    key = (line.text, line.chosen, line.direction, scale, phase_x, phase_y)
    mask = _masks(faces).mask(key, path)
    canvas.save()
    canvas.resetMatrix()
    canvas.drawImage(mask.image, across + mask.left, down + mask.top, skia.SamplingOptions(), paint)
    canvas.restore()


def _draw_outline(canvas: skia.Canvas, path: skia.Path, line: DrawnLine, paint: skia.Paint) -> None:
    canvas.save()
    canvas.translate(line.x, line.baseline)
    canvas.scale(line.size / EM, line.size / EM)
    canvas.drawPath(path, paint)
    canvas.restore()


_Key = tuple[str, Setting, str, float, int, int]


@dataclass(frozen=True, slots=True)
class _Mask:
    image: skia.Image
    left: int
    top: int
    bytes: int


class _Masks:
    """The masks drawn last, up to a number of bytes."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_Key, _Mask] = OrderedDict()
        self._bytes = 0

    def mask(self, key: _Key, path: skia.Path) -> _Mask:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        mask = _masked(path, key[3], key[4] / _FRACTIONS, key[5] / _FRACTIONS)
        self._kept[key] = mask
        self._bytes += mask.bytes
        while self._bytes > _CACHE_BYTES and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].bytes
        return mask


@lru_cache(maxsize=4)
def _masks(_faces: Faces) -> _Masks:
    return _Masks()


def _masked(path: skia.Path, scale: float, dx: float, dy: float) -> _Mask:
    bounds = path.getBounds()
    left = int(np.floor(bounds.left() * scale + dx)) - 1
    top = int(np.floor(bounds.top() * scale + dy)) - 1
    width = int(np.ceil(bounds.right() * scale + dx)) + 1 - left
    height = int(np.ceil(bounds.bottom() * scale + dy)) + 1 - top
    coverage = np.zeros((height, width), np.uint8)
    canvas = skia.Canvas(coverage, colorType=skia.kAlpha_8_ColorType)
    canvas.translate(dx - left, dy - top)
    canvas.scale(scale, scale)
    canvas.drawPath(path, skia.Paint(AntiAlias=True))
    image = skia.Image.fromarray(coverage, colorType=skia.kAlpha_8_ColorType)
    return _Mask(image, left, top, coverage.nbytes)
