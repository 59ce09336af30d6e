"""Counters: a number's text at every frame in which it changes.

While it counts, each digit stands in an equal cell, so that nothing trembles; over the last third
every digit eases to where the words at rest have it; the last state is those words as one line.
"""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import bidirectional

from renderer.errors import PlanError
from renderer.plan.easing import eased
from renderer.plan.model import CounterShape
from renderer.plan.motion import Move
from renderer.plan.numbers import to_minor, write_digits
from renderer.plan.paints import color
from renderer.plan.places import Area, units
from renderer.plan.stage import Stage
from renderer.plan.typeset import counter_text, plain
from renderer.script.model import CounterSpec, Node, TextStyle
from renderer.text.digits import advances, digit_cell, natural_positions

SETTLE_FROM = 70
"""Per cent of its time after which a counter's digits ease to their own places."""

Runs = tuple[tuple[str, int], ...]


def counter_shape(
    spec: CounterSpec, area: Area, stage: Stage, node: Node, move: Move | None
) -> CounterShape:
    """Set a counter in its content box. Without `move` it stands at its end value throughout.

    Raises:
        PlanError: the words do not fit, or do not hold the value's digits.
    """
    laid = stage.type.set(counter_text(spec), area.width, node)
    line = laid.lines[0]
    at_rest: Runs = ((line.text, units(area.x + line.x)),)
    states: list[tuple[int, Runs]] = []
    if move is not None and move.end > move.start:
        setting = _setting(spec, laid.size, area.x + line.x, line.width, stage, node)
        states = _counted(spec, setting, move)
        states.append((move.end, at_rest))
    else:
        states.append((0, at_rest))
    return CounterShape(
        tuple(states),
        units(area.y + line.baseline),
        stage.type.style(spec.style, laid.size),
        color(spec.color),
        stage.direction,
    )


@dataclass(frozen=True)
class _Setting:
    """Where a counter's digits and words stand, in px.

    Args:
        digits: those of the end value; natural: left edge of each at rest.
        cell: width of a digit's cell; widths: of each character that may occur.
        left: of the cells' block, `block` px wide, that the end value's digits fill.
        before, after: (text, left edge) of the words left and right of the block; the first one
            stays next to the leading digit when `before_moves`.
    """

    digits: str
    natural: tuple[float, ...]
    cell: float
    widths: dict[str, float]
    left: float
    block: float
    before: tuple[str, float]
    after: tuple[str, float]
    at_rest: tuple[float, float]
    before_moves: bool


def _setting(
    spec: CounterSpec, size: float, x: float, width: float, stage: Stage, node: Node
) -> _Setting:
    text = plain(spec.words)
    digits = write_digits(spec.pattern, to_minor(spec.pattern, spec.value))
    at = text.find(digits)
    around = text[:at] + text[at + len(digits) :]
    if at < 0 or any(character.isdigit() for character in around):
        raise PlanError(
            "counter-mismatch",
            f"{node.path} ({stage.type.language}): the number's pattern does not give its words",
            node.where,
            ours=True,
        )
    head, tail = text[:at].strip(), text[at + len(digits) :].strip()
    style, faces = spec.style, stage.type.faces
    rtl = stage.direction == "rtl" and any(bidirectional(char) in ("R", "AL") for char in text)
    natural = natural_positions(digits, style, size, faces)
    widths = dict(zip("0123456789", advances("0123456789", style, size, faces), strict=True))
    for sign in set(digits) - set(widths):
        widths[sign] = advances(sign, style, size, faces)[0] + style.tracking * size
    cell = digit_cell(style, size, faces)
    block = sum(cell if character.isdigit() else widths[character] for character in digits)
    number = natural[-1] + advances(digits[-1], style, size, faces)[0]
    first, last = (tail, head) if rtl else (head, tail)
    last_at = x + width - _width(last, style, size, stage)
    # Right to left, what the words leave beside number and suffix is the space between them.
    beside = width - number - (x + width - last_at) if rtl else 0.0
    start = x + (beside if rtl else natural_positions(text, style, size, faces)[at])
    align = {"start": 0.0, "center": 0.5, "end": 1.0}[spec.align]
    share = 1 - align if rtl else align
    over = (block - number) - _slack(stage, x, width, share)
    if over > 0:  # cells give way where equal ones would leave the room
        cell -= over / sum(character.isdigit() for character in digits)
        block -= over
    left = start - (block - number) * share
    return _Setting(
        digits=digits,
        natural=tuple(start + place for place in natural),
        cell=cell,
        widths=widths,
        left=left,
        block=block,
        before=(first, x + left - start),
        after=(last, last_at + left + block - start - number),
        at_rest=(x, last_at),
        before_moves=not rtl,
    )


def _slack(stage: Stage, x: float, width: float, share: float) -> float:
    """Return by how much a line may be wider while it counts, `share` of that to its left."""
    room = stage.room if stage.direction == "ltr" else stage.room.mirrored(stage.width)
    before, after = max(0.0, x - room.x), max(0.0, room.right - x - width)
    sides = [before / share] if share > 0 else []
    sides += [after / (1 - share)] if share < 1 else []
    return min(sides)


def _counted(spec: CounterSpec, setting: _Setting, move: Move) -> list[tuple[int, Runs]]:
    first, last = (to_minor(spec.pattern, value) for value in (spec.start, spec.value))
    length = move.end - move.start
    states: list[tuple[int, Runs]] = []
    for time in range(length):
        minor = first + eased(move.easing, time, length, last - first)
        late = time * 100 - SETTLE_FROM * length
        share = eased("ease-in-out", max(0, late), (100 - SETTLE_FROM) * length, 4096) / 4096
        runs = _runs(write_digits(spec.pattern, minor), setting, share)
        if not states or states[-1][1] != runs:
            states.append((move.start + time, runs))
    return states


def _runs(digits: str, setting: _Setting, settled: float) -> Runs:
    """Set one number; `settled` 0..1 is how far its digits have eased to their own places."""
    out: list[tuple[str, int]] = []
    x = setting.left + setting.block
    for back, character in enumerate(reversed(digits), 1):
        width = setting.widths[character]
        step = setting.cell if character.isdigit() else width
        x -= step
        middle = x + step / 2
        if back <= len(setting.digits):
            own = setting.digits[-back]
            rest = setting.natural[-back] + setting.widths[own] / 2
            middle += (rest - middle) * settled
        out.append((character, units(middle - width / 2)))
    for (text, place), rest, moves in (
        (setting.before, setting.at_rest[0], setting.before_moves),
        (setting.after, setting.at_rest[1], False),
    ):
        if text:
            shifted = place + (x - setting.left if moves else 0.0)
            out.append((text, units(shifted + (rest - shifted) * settled)))
    return tuple(sorted(out, key=lambda run: run[1]))


def _width(text: str, style: TextStyle, size: float, stage: Stage) -> float:
    return stage.type.width(text, style, size) if text else 0.0
