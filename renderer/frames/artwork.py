"""Pictures and SVG artwork, read once, within bounds, and drawn into their rectangles."""

from __future__ import annotations

from collections.abc import Callable

import skia

from renderer.errors import FrameError
from renderer.frames.paints import color_paint
from renderer.frames.shapes import rounded_rect
from renderer.plan.model import ImageShape, SvgShape
from renderer.text.sprites import Sprites

MOST_SVG_BYTES = 2_000_000

Assets = Callable[[str], bytes]
"""sha256 (hex) of an asset -> its bytes."""


class Artwork:
    """Draws the pictures of one plan; `sprites` keeps the artwork drawn before."""

    def __init__(self, assets: Assets, sprites: Sprites) -> None:
        self._assets = assets
        self._sprites = sprites
        self._pictures: dict[str, skia.Image] = {}
        self._drawings: dict[str, skia.SVGDOM] = {}

    def draw_image(self, canvas: skia.Canvas, shape: ImageShape, alpha: float) -> None:
        """Draw a part of a picture into its rectangle."""
        if shape.asset not in self._pictures:
            from renderer.frames.pictures import decode  # here: few films have pictures

            self._pictures[shape.asset] = decode(self._bytes(shape.asset), shape.asset)
        sampling = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
        canvas.save()
        canvas.clipRRect(rounded_rect(shape.rect, shape.radius), True)
        canvas.drawImageRect(
            self._pictures[shape.asset],
            skia.Rect.MakeXYWH(*shape.source),
            skia.Rect.MakeXYWH(*shape.rect),
            sampling,
            color_paint("#000000ff", alpha),
            skia.Canvas.SrcRectConstraint.kStrict_SrcRectConstraint,
        )
        canvas.restore()

    def draw_svg(self, canvas: skia.Canvas, shape: SvgShape, alpha: float) -> None:
        """Draw artwork as large as fits into its rectangle, in the middle."""
        if shape.asset not in self._drawings:
            self._drawings[shape.asset] = parse_svg(self._bytes(shape.asset), shape.asset)
        drawing = self._drawings[shape.asset]
        x, y, width, height = shape.rect

        def draw(inner: skia.Canvas) -> None:
            if shape.mirror:
                inner.translate(width, 0)
                inner.scale(-1, 1)
            if shape.tint is not None:
                inner.saveLayer(None, _tinting(shape.tint))
            _render(inner, drawing, width, height)
            if shape.tint is not None:
                inner.restore()

        key = ("svg", shape.asset, width, height, shape.tint, shape.mirror)
        bounds = skia.Rect.MakeWH(width, height)
        self._sprites.draw(canvas, key, (x, y), bounds, draw, alpha)

    def _bytes(self, asset: str) -> bytes:
        try:
            return self._assets(asset)
        except (KeyError, OSError) as error:
            raise FrameError(
                "asset-missing",
                "an asset that the plan names is not there",
                where=asset[:12],
                remedy="Render with the pack that the plan was made from.",
            ) from error


def parse_svg(data: bytes, where: str) -> skia.SVGDOM:
    """Return SVG artwork; raises `FrameError` if it is none, too large, or declares entities."""
    small_enough = len(data) <= MOST_SVG_BYTES
    plain = b"<!DOCTYPE" not in data and b"<!ENTITY" not in data
    drawing = (
        skia.SVGDOM.MakeFromStream(skia.MemoryStream(data)) if small_enough and plain else None
    )
    if drawing is None:
        raise FrameError(
            "bad-svg",
            "an SVG cannot be drawn",
            where=where[:12],
            remedy="Give a well-formed SVG 1.1 file under 2 MB without a DOCTYPE.",
        )
    return drawing


def _render(canvas: skia.Canvas, drawing: skia.SVGDOM, width: int, height: int) -> None:
    own = drawing.containerSize()
    if own.width() > 0 and own.height() > 0:
        scale = min(width / own.width(), height / own.height())
        canvas.translate((width - own.width() * scale) / 2, (height - own.height() * scale) / 2)
        canvas.scale(scale, scale)
        drawing.render(canvas)
    else:
        # Without a size of its own it takes the container's, which is then put back.
        drawing.setContainerSize(skia.Size(width, height))
        drawing.render(canvas)
        drawing.setContainerSize(skia.Size(0, 0))


def _tinting(tint: str) -> skia.Paint:
    color = color_paint(tint).getColor()
    return skia.Paint(ColorFilter=skia.ColorFilters.Blend(color, skia.BlendMode.kSrcIn))
