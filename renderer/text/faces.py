"""Typefaces by family: where their files are, and Skia's typefaces of one weight made of them.

Nothing is loaded before it is asked for: a Latin text never opens the ten megabytes of a Korean
face. System fonts are never looked at, so frames are the same everywhere.
"""

from __future__ import annotations

import difflib
import hashlib
import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import skia

from renderer.errors import TextError
from renderer.text.embedding import check_embeddable

_WESTERN = "justmytype_western_core"
_RTL = "justmytype_intl_rtl"
_CJK = "justmytype_intl_cjk"

PACKAGED = MappingProxyType(
    {
        "Inter": (_WESTERN, "inter/Inter[opsz,wght].ttf"),
        "Noto Sans": (_WESTERN, "notosans/NotoSans[wdth,wght].ttf"),
        "Noto Sans Arabic": (_RTL, "notosansarabic/NotoSansArabic[wdth,wght].ttf"),
        "Noto Sans Hebrew": (_RTL, "notosanshebrew/NotoSansHebrew[wdth,wght].ttf"),
        "Noto Sans KR": (_CJK, "notosanskr/NotoSansKR[wght].ttf"),
        "Noto Sans JP": (_CJK, "notosansjp/NotoSansJP[wght].ttf"),
        "Noto Sans SC": (_CJK, "notosanssc/NotoSansSC[wght].ttf"),
        "Noto Sans TC": (_CJK, "notosanstc/NotoSansTC[wght].ttf"),
    }
)
"""Family -> (package that carries it, file below its `fonts/ofl`)."""


@dataclass(frozen=True, slots=True)
class Face:
    """A family and the file it comes from. `sha256`: hex, of the file's bytes."""

    family: str
    sha256: str
    path: Path


@dataclass(frozen=True, slots=True)
class FaceMetrics:
    """Vertical measures in em, all positive; `ascent` above the baseline, `descent` below it."""

    ascent: float
    descent: float
    cap_height: float
    x_height: float


class Faces:
    """The registry of families: those of the font packages, and a brand's own.

    Args:
        extra: font files (OTF, TTF) whose families are added, and win over packaged ones.
    """

    def __init__(self, extra: Sequence[Path] = ()) -> None:
        self._loader = skia.FontMgr.New_Custom_Empty()
        self._opened: dict[str, skia.Typeface] = {}
        self._cut: dict[tuple[str, int, int], skia.Typeface] = {}
        self._glyphs: dict[tuple[str, str], bool] = {}
        self._extra: dict[str, Path] = {}
        for path in extra:
            check_embeddable(path)
            typeface = self._load(path)
            family = str(typeface.getFamilyName())
            self._extra[family] = path
            self._opened[family] = typeface

    @property
    def families(self) -> tuple[str, ...]:
        """Return every family there is, a brand's own first."""
        return (*self._extra, *(name for name in PACKAGED if name not in self._extra))

    def __getitem__(self, family: str) -> Face:
        path = self.path(family)
        return Face(family, _sha256(path, path.stat().st_mtime_ns), path)

    @property
    def opened(self) -> frozenset[str]:
        """Return the families whose files have been opened so far."""
        return frozenset(self._opened)

    def path(self, family: str) -> Path:
        """Return the file of a family; raises `TextError` for a family that is not there."""
        if family in self._extra:
            return self._extra[family]
        if family not in PACKAGED:
            near = difflib.get_close_matches(family, self.families, 1)
            raise TextError(
                "unknown-typeface",
                f"there is no typeface {family!r}",
                remedy=f"Did you mean {near[0]!r}?"
                if near
                else "Name one of: " + ", ".join(self.families) + ".",
            )
        package, inside = PACKAGED[family]
        spec = importlib.util.find_spec(package)
        roots = list(spec.submodule_search_locations or ()) if spec else []
        path = Path(roots[0], "fonts", "ofl", inside) if roots else None
        if path is None or not path.is_file():
            name = package.replace("_", "-")
            raise TextError(
                "unknown-typeface",
                f"the typeface {family!r} is not installed",
                remedy=f"Install the Python package {name}.",
            )
        return path

    def typeface(self, family: str, weight: int, optical_size: int) -> skia.Typeface:
        """Return one cut of a family.

        Args:
            family: one of `families`.
            weight: 100..900, held to what the file offers.
            optical_size: px, held to what the file offers; ignored where it has no such axis.
        """
        key = (family, weight, optical_size)
        if key not in self._cut:
            self._cut[key] = _cut(self._open(family), {"wght": weight, "opsz": optical_size})
        return self._cut[key]

    def has(self, family: str, character: str) -> bool:
        """Tell whether a family has a glyph for one code point."""
        key = (family, character)
        if key not in self._glyphs:
            self._glyphs[key] = bool(self._open(family).unicharToGlyph(ord(character)))
        return self._glyphs[key]

    def metrics(self, family: str) -> FaceMetrics:
        """Return a family's vertical measures."""
        measured = skia.Font(self._open(family), 1000).getMetrics()
        return FaceMetrics(
            -measured.fAscent / 1000,
            measured.fDescent / 1000,
            measured.fCapHeight / 1000,
            measured.fXHeight / 1000,
        )

    def _open(self, family: str) -> skia.Typeface:
        if family not in self._opened:
            self._opened[family] = self._load(self.path(family))
        return self._opened[family]

    def _load(self, path: Path) -> skia.Typeface:
        typeface = self._loader.makeFromFile(str(path), 0) if path.is_file() else None
        if typeface is None:
            raise TextError(
                "bad-typeface",
                "the file is not a font that can be read",
                where=path.name,
                remedy="Give an OTF or TTF file.",
            )
        return typeface


@lru_cache(maxsize=1)
def default_faces() -> Faces:
    """Return the registry of packaged families, shared by all who bring none of their own."""
    return Faces()


def optical_size(size: float) -> int:
    """Return the optical size of a text set at `size` px: its size, in steps of 1 px, 14..32.

    Source: CSS Fonts 4, `font-optical-sizing: auto`; the range is Inter's.
    """
    return min(32, max(14, int(size + 0.5)))


def _cut(typeface: skia.Typeface, axes: dict[str, int]) -> skia.Typeface:
    position = skia.FontArguments.VariationPosition
    chosen = []
    for axis in typeface.getVariationDesignParameters():
        name = int(axis.tag).to_bytes(4, "big").decode("ascii")
        if name in axes:
            value = min(axis.max, max(axis.min, axes[name]))
            chosen.append(position.Coordinate(axis.tag, value))
    if not chosen:
        return typeface
    # Skia keeps a bare pointer to the coordinates: they must outlive the call.
    coordinates = position.Coordinates(chosen)
    arguments = skia.FontArguments()
    arguments.setVariationDesignPosition(position(coordinates))
    cut = typeface.makeClone(arguments)
    del coordinates
    return cut


@lru_cache(maxsize=64)
def _sha256(path: Path, _modified_ns: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
