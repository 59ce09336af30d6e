"""Skia's SVG of a line of text, read back as one path: the only door to SkParagraph's glyphs."""

from __future__ import annotations

import re

import numpy as np
import skia

from renderer.errors import TextError

_DATA = re.compile(rb'\bd="([^"]*)"')
_VERBS = {
    ord("M"): (int(skia.Path.Verb.kMove_Verb), 1),
    ord("L"): (int(skia.Path.Verb.kLine_Verb), 1),
    ord("Q"): (int(skia.Path.Verb.kQuad_Verb), 2),
    ord("C"): (int(skia.Path.Verb.kCubic_Verb), 3),
    ord("Z"): (int(skia.Path.Verb.kClose_Verb), 0),
}
"""SVG command -> Skia's verb and how many points it takes."""
_TO_SPACES = bytes.maketrans(b"MLQCZ,", b"      ")


def outline_of(svg: bytes, dx: float, dy: float) -> skia.Path:
    """Return all paths of an SVG document that Skia wrote, as one, moved by (dx, dy).

    Raises `TextError` if the document holds anything but absolute path commands.
    """
    if b"transform=" in svg:
        raise _unexpected()
    data = b"".join(_DATA.findall(svg))
    commands = data.translate(None, delete=b"0123456789.,-+e ")
    if not set(commands) <= _VERBS.keys():
        raise _unexpected()
    numbers = np.array(data.translate(_TO_SPACES).split(), dtype=np.float64)
    if numbers.size != 2 * sum(_VERBS[command][1] for command in commands):
        raise _unexpected()
    moved = numbers.reshape(-1, 2) + np.array([dx, dy])
    points = [skia.Point(x, y) for x, y in moved.tolist()]
    verbs = [_VERBS[command][0] for command in commands]
    return skia.Path.Make(points, verbs, [], skia.PathFillType.kWinding)


def _unexpected() -> TextError:
    return TextError(
        "outline-unreadable",
        "Skia wrote the outline of a text in a form that is not known here",
        remedy="Use the locked version of skia-python.",
        ours=True,
    )
