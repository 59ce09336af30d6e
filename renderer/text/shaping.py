"""Shaping: one line of text to its advance and its outline, by SkParagraph.

SkParagraph reorders, joins and falls back between faces; it has no text direction (an isolate
around the line gives it one) and no font features. Lines are shaped once at a large size and
scaled, so that a width never depends on hinting or on the size of the picture; the outline is drawn
without hinting, and at any fraction of a pixel, which glyph caches cannot do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from weakref import WeakKeyDictionary

import skia

from renderer.errors import TextError
from renderer.text.coverage import needed
from renderer.text.faces import Faces, optical_size
from renderer.text.isolates import in_direction
from renderer.text.outlines import outline_of

EM = 1024
"""Units of an outline in one em."""
_ENDLESS = 1e9
_EVERYWHERE = skia.Rect.MakeLTRB(-_ENDLESS, -_ENDLESS, _ENDLESS, _ENDLESS)
_JOINED = re.compile("[\u0600-\u07bf\u0840-\u086f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Setting:
    """Everything about a style that shapes a line, besides its size.

    Args:
        families: in order of fallback.
        weight: 100..900.
        optical_size: px, see `optical_size`.
        tracking: 1/1000 em; scripts whose letters join are never tracked.
    """

    families: tuple[str, ...]
    weight: int
    optical_size: int
    tracking: int = 0


def setting(families: tuple[str, ...], weight: int, size: float, tracking: int) -> Setting:
    """Return the setting of a style at `size` px; tracking in 1/1000 em."""
    return Setting(families, weight, optical_size(size), tracking)


def advance(text: str, chosen: Setting, direction: str, faces: Faces) -> float:
    """Return a line's width in em: from its first glyph's origin to the end of its last one.

    Tracking stands between glyphs, not after the last one.
    """
    return _shaper(faces).advance(text, chosen, direction)


def measurer(chosen: Setting, direction: str, faces: Faces) -> Callable[[str], float]:
    """Return what measures lines as `advance` does."""
    known = _shaper(faces).advance
    return lambda text: known(text, chosen, direction)


def outline(text: str, chosen: Setting, direction: str, faces: Faces) -> skia.Path:
    """Return a line's outline: 1/1024 em, origin at its left end on the baseline, y down."""
    return _shaper(faces).outline(text, chosen, direction)


class _Shaper:
    """SkParagraph over one registry of faces, with everything it has shaped so far."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._provider = skia.textlayout.TypefaceFontProvider()
        self._collection = skia.textlayout.FontCollection()
        self._collection.setDefaultFontManager(self._provider)
        self._unicode = skia.Unicodes.ICU.Make()
        self._registered: set[str] = set()
        self.advance = lru_cache(maxsize=20_000)(self._advance)
        self.outline = lru_cache(maxsize=2_000)(self._outline)

    def _advance(self, text: str, chosen: Setting, direction: str) -> float:
        if not text:
            return 0.0
        paragraph = self._paragraph(text, chosen, direction)
        after_last = _tracking(text, chosen) * EM / 1000
        return float(paragraph.MaxIntrinsicWidth - after_last) / EM

    def _outline(self, text: str, chosen: Setting, direction: str) -> skia.Path:
        if not text:
            return skia.Path()
        paragraph = self._paragraph(text, chosen, direction)
        stream = skia.DynamicMemoryWStream()
        canvas = skia.SVGCanvas.Make(_EVERYWHERE, stream, skia.SVGCanvas.kConvertTextToPaths_Flag)
        # SkParagraph puts half of the tracking before each glyph, and rounds the baseline.
        before_first = _tracking(text, chosen) * EM / 2000
        baseline = int(paragraph.AlphabeticBaseline + 0.5)
        paragraph.paint(canvas, 0, 0)
        del canvas  # the document is complete only then
        return outline_of(bytes(stream.detachAsData()), -before_first, -baseline)

    def _paragraph(self, text: str, chosen: Setting, direction: str) -> skia.textlayout.Paragraph:
        shown = in_direction(_drawable(text), direction)
        style = skia.textlayout.TextStyle()
        style.setFontFamilies([self._alias(family, chosen) for family in self._chain(text, chosen)])
        style.setFontSize(EM)
        style.setLetterSpacing(_tracking(text, chosen) * EM / 1000)
        paragraph_style = skia.textlayout.ParagraphStyle()
        paragraph_style.setTextStyle(style)
        builder = skia.textlayout.ParagraphBuilder.make(
            paragraph_style, self._collection, self._unicode
        )
        builder.pushStyle(style)
        builder.addText(shown)
        paragraph = builder.Build()
        paragraph.layout(_ENDLESS)
        return paragraph

    def _chain(self, text: str, chosen: Setting) -> tuple[str, ...]:
        return needed(_drawable(text), chosen.families, self._faces)

    def _alias(self, family: str, chosen: Setting) -> str:
        alias = f"{family}/{chosen.weight}/{chosen.optical_size}"
        if alias not in self._registered:
            cut = self._faces.typeface(family, chosen.weight, chosen.optical_size)
            self._provider.registerTypeface(cut, alias)
            self._registered.add(alias)
        return alias


_SHAPERS: WeakKeyDictionary[Faces, _Shaper] = WeakKeyDictionary()


def _shaper(faces: Faces) -> _Shaper:
    if faces not in _SHAPERS:
        _SHAPERS[faces] = _Shaper(faces)
    return _SHAPERS[faces]


def _tracking(text: str, chosen: Setting) -> int:
    return 0 if _JOINED.search(text) else chosen.tracking


def _drawable(text: str) -> str:
    """Return a text without controls and soft hyphens, in composed form."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        character
        for character in composed
        if character != "\xad" and unicodedata.category(character) != "Cc"
    )


def check_length(text: str, most: int) -> None:
    """Raise `TextError` for a text longer than `most` code points."""
    if len(text) > most:
        raise TextError(
            "too-much-text",
            f"the text is longer than {most} characters",
            remedy="Shorten it: a film shows sentences, not pages.",
        )
