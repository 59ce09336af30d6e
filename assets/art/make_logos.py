"""Draw the logos of the sample brands as SVG outlines: a mark made here, a word set in Inter.

Run `python assets/art/make_logos.py` after changing a mark; the SVG files are kept in the pack.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ART = Path(__file__).parents[2] / "scenes" / "telco" / "art"
HEIGHT = 34
WORD_SIZE = 30


def _bold() -> TTFont:
    fonts = files("justmytype_western_core")
    path = next(p for p in Path(str(fonts)).rglob("Inter[[]*.ttf") if "Italic" not in p.name)
    font = TTFont(path)
    axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    return instantiateVariableFont(font, axes | {"wght": 700})


def _word(font: TTFont, text: str, x: float, baseline: float) -> tuple[str, float]:
    """Return path data of `text` from `x` on `baseline`, and the x where it ends."""
    scale = WORD_SIZE / font["head"].unitsPerEm
    glyphs, cmap = font.getGlyphSet(), font.getBestCmap()
    data = []
    for char in text:
        name = cmap[ord(char)]
        pen = SVGPathPen(glyphs, ntos=lambda value: f"{value:.2f}".rstrip("0").rstrip("."))
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, x, baseline)))
        data.append(pen.getCommands())
        x += font["hmtx"][name][0] * scale - 0.5
    return "".join(data), x


def _write(name: str, marks: str, word: str, width: float, ink: str) -> None:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {HEIGHT}" '
        f'width="{width:.0f}" height="{HEIGHT}">{marks}<path fill="{ink}" d="{word}"/></svg>\n'
    )
    (ART / f"{name}.svg").write_text(svg, encoding="utf-8")


def _bars(colors: tuple[str, str, str]) -> str:
    tops = (18, 10, 2)
    return "".join(
        f'<rect x="{i * 11}" y="{top}" width="7.5" height="{32 - top}" rx="3.2" fill="{color}"/>'
        for i, (top, color) in enumerate(zip(tops, colors, strict=True))
    )


def _peaks(front: str, back: str) -> str:
    return (
        f'<path fill="{back}" d="M14 32 L27.5 9.5 Q29 7 30.5 9.5 L44 32 Z"/>'
        f'<path fill="{front}" d="M0 32 L15.3 4.6 Q17 1.6 18.7 4.6 L34 32 Z"/>'
    )


def main() -> None:
    """Write every logo."""
    font = _bold()
    word, end = _word(font, "nordlys", 44, 27.5)
    _write("nordlys-page", _bars(("#4338F0", "#4338F0", "#00B8A2")), word, end + 2, "#0B1020")
    _write("nordlys-stage", _bars(("#FFFFFF",) * 3), word, end + 2, "#FFFFFF")
    word, end = _word(font, "fjell", 56, 27.5)
    _write("fjell-stage", _peaks("#2FC8B2", "#4AA8FF"), word, end + 2, "#FFFFFF")


if __name__ == "__main__":
    main()
