"""Contrast of text, measured on painted frames: over gradients, cards and pictures alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import skia
from numpy.typing import NDArray

from renderer.frames.extents import matrix_of
from renderer.frames.painter import Painter
from renderer.frames.paints import rgba
from renderer.plan.model import OPAQUE, CounterShape, DisplayList, Draw, Layer, TextShape

_WORST_PERCENT = 2
"""Share of a text's surroundings that may be worse than the ratio told: antialiased edges."""
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
_BESIDE = 0.05
"""How far around its ink a text's background counts, in em."""


@dataclass(frozen=True, slots=True)
class TextContrast:
    """One text of a frame and its ratio, 1..21, against the worst of what is behind it."""

    text: str
    ratio: float


def text_contrast(display: DisplayList, painter: Painter) -> list[TextContrast]:
    """Return the contrast of every text a frame shows, in paint order.

    The frame is painted without its texts; each text's colour, at the opacity it has there, is
    then compared with every pixel under and beside its ink. A text outside the frame has none.
    Source: WCAG 2.2, "contrast ratio" and "relative luminance".
    """
    behind = painter.paint_list(replace(display, items=_without_text(display.items)))
    found = []
    for shape, matrix, opacity in _texts(display.items, painter.matrix, 1.0):
        for line in painter.texts.lines(shape):
            pixels = behind[painter.texts.near(line, matrix, behind.shape[:2], _BESIDE)]
            if pixels.size:
                found.append(TextContrast(line.text, _ratio(shape.color, opacity, pixels)))
    return found


def _ratio(color: str, opacity: float, pixels: NDArray[np.uint8]) -> float:
    red, green, blue, alpha = rgba(color)
    covered = alpha * opacity
    behind = pixels[:, 2::-1] / 255
    shown = behind * (1 - covered) + np.array([red, green, blue]) * covered
    first, second = _luminance(shown), _luminance(behind)
    ratios = (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)
    return float(np.percentile(ratios, _WORST_PERCENT))


def _luminance(colors: NDArray[np.float64]) -> NDArray[np.float64]:
    linear = np.where(colors <= 0.04045, colors / 12.92, ((colors + 0.055) / 1.055) ** 2.4)
    luminance: NDArray[np.float64] = linear @ _LUMINANCE
    return luminance


def _texts(
    items: Sequence[Layer | Draw], matrix: skia.Matrix, opacity: float
) -> Iterator[tuple[TextShape | CounterShape, skia.Matrix, float]]:
    for item in items:
        if isinstance(item, Layer):
            inner = skia.Matrix.Concat(matrix, matrix_of(item.transform))
            yield from _texts(item.items, inner, opacity * item.transform.opacity / OPAQUE)
        elif isinstance(item.shape, TextShape | CounterShape):
            yield item.shape, matrix, opacity


def _without_text(items: Sequence[Layer | Draw]) -> tuple[Layer | Draw, ...]:
    kept: list[Layer | Draw] = []
    for item in items:
        if isinstance(item, Layer):
            kept.append(replace(item, items=_without_text(item.items)))
        elif not isinstance(item.shape, TextShape | CounterShape):
            kept.append(item)
    return tuple(kept)
