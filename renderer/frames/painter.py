"""plan -paint-> frames: a display list in, pixels out. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ParamSpec, TypeVar
from weakref import WeakMethod

import numpy as np
import skia
from numpy.typing import NDArray

from renderer.errors import FrameError
from renderer.frames.artwork import Artwork, Assets
from renderer.frames.extents import matrix_of
from renderer.frames.folding import Folding
from renderer.frames.grounds import Passages, ground
from renderer.frames.ink import Ink
from renderer.frames.marks import Box, Mark, Marks
from renderer.frames.pixels import as_bgra
from renderer.frames.repaint import Repaint
from renderer.frames.shapes import draw_arc, draw_ellipse, draw_path, draw_rect, rounded_rect
from renderer.frames.standing import Standing
from renderer.frames.texts import TextPainter
from renderer.frames.together import Together
from renderer.plan.display import display
from renderer.plan.model import (
    OPAQUE,
    UNIT,
    ArcShape,
    CounterShape,
    DisplayList,
    Draw,
    EllipseShape,
    ImageShape,
    Layer,
    PathShape,
    Plan,
    RectShape,
    SvgShape,
    TextShape,
    Transform,
)
from renderer.plan.reel import Reel
from renderer.text.faces import Faces, default_faces
from renderer.text.sprites import NATIVE, Sprites

_LEAST_HEIGHT, _MOST_HEIGHT = 16, 4_320

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Painter:
    """Paints the frames of one plan. A frame depends on its display list alone.

    Args:
        plan: the film.
        assets: sha256 (hex) -> bytes, of every picture and artwork the plan names.
        height: of the frames in px; the plan's own if None. 1080p is the same list, by 3/2.
        faces: the registry the plan was laid with, if a brand brings typefaces of its own.

    Raises:
        FrameError: "bad-height", or "typeface-changed" if a typeface is not the plan's.
    """

    def __init__(
        self,
        plan: Plan,
        assets: Assets,
        height: int | None = None,
        faces: Faces | None = None,
    ) -> None:
        self._plan = plan
        self.height = plan.height if height is None else height
        if not _LEAST_HEIGHT <= self.height <= _MOST_HEIGHT:
            raise FrameError(
                "bad-height",
                f"frames of {self.height} px height cannot be painted",
                remedy=f"Ask for {_LEAST_HEIGHT} to {_MOST_HEIGHT} px.",
            )
        self.width = (plan.width * self.height + plan.height // 2) // plan.height
        self._scale = self.height / plan.height
        self._sprites = Sprites()
        self._passages = Passages()
        registry = faces or default_faces()
        self._texts = TextPainter(registry, _families(plan, registry), self._sprites)
        self._artwork = Artwork(assets, self._sprites)
        self._folding = Folding()
        self._together = Together(self.width, self.height, _lent(self._draw_opaque))
        self._reel: Reel | None = None
        self._standing: Standing | None = None

    def paint(self, n: int) -> NDArray[np.uint8]:
        """Return frame `n` of the film as `paint_list` does."""
        return self.paint_list(display(self._plan, n))

    def paint_list(self, shown: DisplayList) -> NDArray[np.uint8]:
        """Return one frame: shape (height, width, 4), uint8, BGRA, opaque, sRGB."""
        pixels = self._ground(shown).copy()
        canvas = skia.Canvas(pixels, **NATIVE)
        canvas.concat(self.matrix)
        self._draw_all(canvas, shown.items, 1.0)
        return as_bgra(pixels)

    def repaint(self, n: int) -> Repaint:
        """Bring the painter's standing picture to frame `n`: the same pixels as `paint`, sooner.

        Only what differs from the frame that was repainted last is drawn, so frames in order cost
        least; any order gives the same pictures.
        """
        if self._standing is None:
            marks = Marks(self.matrix, Ink(self._texts))
            size = (self.width, self.height)
            self._standing = Standing(*size, marks, _lent(self._ground), _lent(self._draw_mark))
        if self._reel is None:
            self._reel = Reel(self._plan)
        return self._standing.repaint(self._reel.display(n))

    @property
    def matrix(self) -> skia.Matrix:
        """Return the matrix from Plan units to px of the frame."""
        return skia.Matrix.Scale(self._scale / UNIT, self._scale / UNIT)

    @property
    def texts(self) -> TextPainter:
        """Return what draws text, for those who measure it on frames."""
        return self._texts

    def _ground(self, shown: DisplayList) -> NDArray[np.uint8]:
        size = (self.width, self.height, self._scale)
        if shown.mix and shown.ground_to:
            return self._passages.picture(shown.ground, shown.ground_to, shown.mix, *size)
        return ground(shown.ground, *size)

    def _draw_all(self, canvas: skia.Canvas, items: Sequence[Layer | Draw], alpha: float) -> None:
        for item in items:
            if isinstance(item, Layer):
                self._draw_layer(canvas, item, alpha)
            elif item.reveal > 0:
                self._draw(canvas, item, alpha)

    def _draw_opaque(self, canvas: skia.Canvas, items: Sequence[Layer | Draw]) -> None:
        self._draw_all(canvas, items, 1.0)

    def _draw_layer(self, canvas: skia.Canvas, layer: Layer, alpha: float) -> None:
        transform = layer.transform
        if transform.opacity <= 0 or transform.scale <= 0:
            return
        faded = alpha * transform.opacity / OPAQUE
        canvas.save()
        _push(canvas, transform)
        if faded == 1 or self._folding.folds(layer):
            self._draw_all(canvas, layer.items, faded)
        else:
            self._together.draw(canvas, layer.items, faded)
        canvas.restore()

    def _draw_mark(self, canvas: skia.Canvas, mark: Mark, inside: Box | None) -> None:
        place = mark.place
        canvas.save()
        if place.cut is None:
            canvas.setMatrix(place.matrix)
        else:
            canvas.setMatrix(self.matrix)
            for transform in place.transforms:
                _push(canvas, transform)
        if isinstance(mark.item, Layer):
            # A layer meets an antialiased clip in another way than a picture does.
            draw = self._together.draw_again if place.cut is None else self._together.draw
            draw(canvas, mark.item.items, mark.alpha)
        else:
            self._sprites.within = inside and skia.Rect.MakeLTRB(*inside)
            self._draw(canvas, mark.item, mark.alpha)
            self._sprites.within = None
        canvas.restore()

    def _draw(self, canvas: skia.Canvas, item: Draw, alpha: float) -> None:
        match item.shape:
            case RectShape() as shape:
                draw_rect(canvas, shape, item.reveal, alpha, self._sprites)
            case EllipseShape() as shape:
                draw_ellipse(canvas, shape, alpha, self._sprites)
            case ArcShape() as shape:
                draw_arc(canvas, shape, item.reveal, alpha)
            case PathShape() as shape:
                draw_path(canvas, shape, item.reveal, alpha)
            case TextShape() | CounterShape() as shape:
                self._texts.draw(canvas, shape, alpha)
            case ImageShape() as shape:
                self._artwork.draw_image(canvas, shape, alpha)
            case SvgShape() as shape:
                self._artwork.draw_svg(canvas, shape, alpha)


def _push(canvas: skia.Canvas, transform: Transform) -> None:
    canvas.concat(matrix_of(transform))
    if transform.clip:
        rect, radius = transform.clip
        canvas.clipRRect(rounded_rect(rect, radius), True)
    if transform.wipe:
        canvas.clipRect(skia.Rect.MakeXYWH(*transform.wipe), True)


def _families(plan: Plan, faces: Faces) -> dict[str, str]:
    """Return key -> family, having checked that each is the file the plan was laid with."""
    families = {}
    for key, face in plan.faces.items():
        if faces[face.family].sha256 != face.sha256:
            raise FrameError(
                "typeface-changed",
                f"the typeface {face.family!r} is not the one the plan was laid with",
                remedy="Make the plan again, or install the typefaces of the lock file.",
            )
        families[key] = face.family
    return families


def _lent(method: Callable[_P, _T]) -> Callable[_P, _T]:
    """Return a method for parts of a painter that do not outlive it.

    They do not hold it either: a painter's pictures go with it, not when cycles are looked for.
    """
    held = WeakMethod(method)

    def call(*args: _P.args, **options: _P.kwargs) -> _T:
        own = held()
        if own is None:
            raise ReferenceError("a part of a painter has outlived it")
        return own(*args, **options)

    return call
