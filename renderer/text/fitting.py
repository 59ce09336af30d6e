"""Laying a text into a box: broken into lines, shrunk or shortened until it fits, or refused."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from renderer.errors import TextError
from renderer.script.model import TextStyle
from renderer.text.coverage import require_glyphs
from renderer.text.faces import Faces, default_faces
from renderer.text.isolates import well_formed
from renderer.text.lines import Line, Measure, fill, narrowest, shorten
from renderer.text.lines import balance as balance_lines
from renderer.text.metrics import line_box
from renderer.text.shaping import check_length, measurer, setting

MOST_CHARACTERS = 2_000
_STEPS_A_PX = 4
"""Sizes tried while shrinking are multiples of 1/4 px."""
_SLACK = 1 / 32
"""Px by which a line may pass its box: two units of the Plan, what rounding may take."""


@dataclass(frozen=True, slots=True)
class LaidLine:
    """One line: text in logical order with its isolates closed, left edge, width and baseline.

    Logical px, from the top left corner of the text's box.
    """

    text: str
    x: float
    width: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A text in its box, in logical px. `width`: of the widest line; `size`: of the letters."""

    lines: tuple[LaidLine, ...]
    width: float
    height: float
    size: float


def lay(
    text: str,
    style: TextStyle,
    *,
    max_width: float | None = None,
    max_lines: int | None = None,
    fit: str = "wrap",
    direction: str = "ltr",
    language: str = "en",
    align: str = "start",
    balance: bool = False,
    must_fit: bool = True,
    faces: Faces | None = None,
) -> Laid:
    r"""Lay a text into lines.

    Args:
        text: logical order; isolates and line breaks ("\n") are kept.
        style: size, weight, tracking, line height and families.
        max_width: px of the box, or None for lines as long as they come.
        max_lines: most lines, or None for any number.
        fit: "wrap" keeps the size; "shrink" goes down to `style.min_size` as needed; "ellipsis"
            ends the last of `max_lines` (1 if None) with an ellipsis.
        direction: "ltr" or "rtl", of the paragraph; `align` follows it.
        language: BCP 47; kept for rules of breaking that differ by language.
        align: "start", "center" or "end" within `max_width` (within the widest line if None).
        balance: make lines of like length, so that no single word is left on the last one.
        must_fit: if false, a text that does not fit is laid as well as can be instead.
        faces: the registry to use, if a brand brings typefaces of its own.

    Raises:
        TextError: "text-does-not-fit", "missing-glyph", "too-much-text" or "unknown-typeface".
    """
    asked = _Asked(text, style, max_width, max_lines, fit, direction, align, balance, must_fit)
    del language  # every rule of `breaking` goes by script so far
    return _lay(asked, faces or default_faces())


def min_content(
    text: str, style: TextStyle, *, direction: str = "ltr", faces: Faces | None = None
) -> float:
    """Return the px width of the widest word: CSS's min-content."""
    registry = faces or default_faces()
    return (
        narrowest(well_formed(text), _measure(style, style.size, direction, registry)) * style.size
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    text: str
    style: TextStyle
    max_width: float | None
    max_lines: int | None
    fit: str
    direction: str
    align: str
    balance: bool
    must_fit: bool


@lru_cache(maxsize=8_192)
def _lay(asked: _Asked, faces: Faces) -> Laid:
    check_length(asked.text, MOST_CHARACTERS)
    require_glyphs(asked.text, asked.style.families, faces)
    asked = replace(asked, text=well_formed(asked.text))
    if asked.fit == "ellipsis":
        return _placed(asked, asked.style.size, _elided_lines(asked, faces), faces)
    size = _size(asked, faces)
    lines = _lines(asked, size, faces)
    if _fits(asked, size, lines):
        lines = _balanced(asked, size, lines, faces)
    elif asked.must_fit:
        raise _does_not_fit(asked)
    return _placed(asked, size, lines, faces)


def _size(asked: _Asked, faces: Faces) -> float:
    """Return the size: for "shrink" the largest at which no word or figure is broken."""
    largest = asked.style.size
    smallest = min(largest, asked.style.min_size)
    if asked.fit != "shrink":
        return largest
    steps = math.ceil((largest - smallest) * _STEPS_A_PX)
    sizes = [max(smallest, largest - step / _STEPS_A_PX) for step in range(steps + 1)]
    if _unbroken(asked, largest, faces):
        return largest
    low, high = 1, steps
    while low < high:
        middle = (low + high) // 2
        if _unbroken(asked, sizes[middle], faces):
            high = middle
        else:
            low = middle + 1
    return sizes[min(low, steps)]


def _unbroken(asked: _Asked, size: float, faces: Faces) -> bool:
    """Tell whether a text fits at a size without breaking a word or a figure."""
    lines = _lines(asked, size, faces)
    return _fits(asked, size, lines) and not any(line.broken for line in lines)


def _lines(asked: _Asked, size: float, faces: Faces) -> tuple[Line, ...]:
    measure = _measure(asked.style, size, asked.direction, faces)
    return fill(asked.text, _width_em(asked, size), measure)


def _elided_lines(asked: _Asked, faces: Faces) -> tuple[Line, ...]:
    size = asked.style.size
    most = asked.max_lines or 1
    lines = _lines(asked, size, faces)
    if _fits(replace(asked, max_lines=most), size, lines):
        return _balanced(asked, size, lines, faces)
    measure = _measure(asked.style, size, asked.direction, faces)
    width = _width_em(asked, size)
    for index, line in enumerate(lines[:most]):
        if index == most - 1 or line.width > width:
            last = shorten(asked.text, line, width, measure)
            if last.width > width and asked.must_fit:
                raise _does_not_fit(asked)
            return (*lines[:index], last)
    return lines


def _balanced(
    asked: _Asked, size: float, lines: tuple[Line, ...], faces: Faces
) -> tuple[Line, ...]:
    if not asked.balance or asked.max_width is None:
        return lines
    measure = _measure(asked.style, size, asked.direction, faces)
    return balance_lines(asked.text, lines, _width_em(asked, size), measure)


def _fits(asked: _Asked, size: float, lines: tuple[Line, ...]) -> bool:
    return (asked.max_lines is None or len(lines) <= asked.max_lines) and all(
        line.width <= _width_em(asked, size) for line in lines
    )


def _width_em(asked: _Asked, size: float) -> float:
    return math.inf if asked.max_width is None else (asked.max_width + _SLACK) / size


def _measure(style: TextStyle, size: float, direction: str, faces: Faces) -> Measure:
    chosen = setting(style.families, style.weight, size, round(style.tracking * 1000))
    return measurer(chosen, direction, faces)


def _placed(asked: _Asked, size: float, lines: tuple[Line, ...], faces: Faces) -> Laid:
    box = line_box(asked.style, size, faces)
    widths = [line.width * size for line in lines]
    widest = max(widths, default=0.0)
    room = widest if asked.max_width is None else asked.max_width
    share = {"start": 0.0, "center": 0.5, "end": 1.0}[asked.align]
    if asked.direction == "rtl":
        share = 1 - share
    placed = tuple(
        LaidLine(line.text, (room - width) * share, width, index * box.height + box.baseline)
        for index, (line, width) in enumerate(zip(lines, widths, strict=True))
    )
    return Laid(placed, widest, len(lines) * box.height, size)


def _does_not_fit(asked: _Asked) -> TextError:
    room = "its box" if asked.max_width is None else f"{asked.max_width:.0f} px"
    most = f" and {asked.max_lines} lines" if asked.max_lines else ""
    down_to = (
        f" even at its smallest size of {asked.style.min_size:g} px"
        if asked.fit == "shrink"
        else ""
    )
    return TextError(
        "text-does-not-fit",
        f"a text of {len(asked.text)} characters does not fit into {room}{most}{down_to}",
        remedy="Give it more room or lines, `fit: shrink` with a smaller `min_size`, or less text.",
    )
