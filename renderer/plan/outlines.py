"""SVG path data, and the outlines that charts draw, as a plan's path commands.

Source: SVG 1.1, section 8.3 "Path data", and its appendix F.6 for elliptical arcs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from renderer.errors import PlanError
from renderer.plan.model import PathShape
from renderer.plan.paints import paint, stroke
from renderer.plan.places import Area, units
from renderer.plan.stage import Stage
from renderer.script.model import Node, PathSpec

Command = tuple[str | int, ...]
Point = tuple[float, float]
Absolute = tuple[str, tuple[Point, ...]]

MOST_COMMANDS = 20_000
KAPPA = 0.5522847498
"""How far a cubic's handles reach for a quarter of a circle, of its radius."""

_TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|[\s,]+")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def path_shape(spec: PathSpec, area: Area, stage: Stage, node: Node) -> PathShape:
    """Scale a path's view into its box. Raises `PlanError` for path data that cannot be read."""
    flip = spec.mirror and stage.direction == "rtl"
    across, down = area.width / spec.view[0], area.height / spec.view[1]

    def place(point: Point) -> tuple[int, int]:
        x = spec.view[0] - point[0] if flip else point[0]
        return units(area.x + x * across), units(area.y + point[1] * down)

    commands: list[Command] = [
        (letter, *(part for point in points for part in place(point)))
        for letter, points in parse(spec.d, node)
    ]
    return PathShape(
        tuple(commands),
        None if spec.fill is None else paint(spec.fill, area, stage.direction),
        stroke(spec.stroke, area, stage.direction),
    )


def parse(data: str, node: Node) -> list[Absolute]:
    """Read SVG path data to absolute M, L, C and Z."""
    tokens = _tokens(data, node)
    out: list[Absolute] = []
    here: Point = (0.0, 0.0)
    start = here
    handle: Point | None = None
    smooth = ""
    index, letter = 0, ""
    while index < len(tokens):
        token = tokens[index]
        if isinstance(token, str):
            letter = token
            index += 1
        elif letter in "Zz":
            raise _bad(node)
        elif letter in "Mm":
            letter = "L" if letter == "M" else "l"
        count = _ARGUMENTS[letter.upper()] if letter else -1
        numbers = tokens[index : index + count]
        if count < 0 or len(numbers) < count or any(isinstance(part, str) for part in numbers):
            raise _bad(node)
        index += count
        kind, at = letter.upper(), [float(part) for part in numbers]
        home = here if letter.islower() else (0.0, 0.0)
        if kind == "Z":
            out.append(("Z", ()))
            here, handle = start, None
            if index < len(tokens) and not isinstance(tokens[index], str):
                raise _bad(node)
            continue
        curves, here_next, handle_next = _drawn(kind, at, here, home, handle, smooth)
        out.extend(curves)
        here, handle, smooth = here_next, handle_next, kind
        if kind == "M":
            start = here
        if len(out) > MOST_COMMANDS:
            raise _bad(node)
    if out and out[0][0] != "M":
        raise _bad(node)
    return out


def rounded(area: Area, corners: tuple[float, float, float, float]) -> list[Absolute]:
    """Outline a rectangle; its corners' radii run clockwise from the top left one."""
    x, y, right, bottom = area.x, area.y, area.right, area.bottom
    most = min(area.width, area.height) / 2
    a, b, c, d = (max(0.0, min(corner, most)) for corner in corners)
    k = 1 - KAPPA
    return [
        ("M", ((x + a, y),)),
        ("L", ((right - b, y),)),
        ("C", ((right - b * k, y), (right, y + b * k), (right, y + b))),
        ("L", ((right, bottom - c),)),
        ("C", ((right, bottom - c * k), (right - c * k, bottom), (right - c, bottom))),
        ("L", ((x + d, bottom),)),
        ("C", ((x + d * k, bottom), (x, bottom - d * k), (x, bottom - d))),
        ("L", ((x, y + a),)),
        ("C", ((x, y + a * k), (x + a * k, y), (x + a, y))),
        ("Z", ()),
    ]


def commands(outline: Sequence[Absolute]) -> tuple[Command, ...]:
    """Write an outline in px as a plan's commands in units."""
    return tuple(
        (letter, *(units(part) for point in points for part in point)) for letter, points in outline
    )


def _drawn(
    kind: str, at: list[float], here: Point, home: Point, handle: Point | None, before: str
) -> tuple[list[Absolute], Point, Point | None]:
    """Return what one command draws, where it ends, and its last handle."""
    if kind == "H":
        end = (home[0] + at[0], here[1])
        return [("L", (end,))], end, None
    if kind == "V":
        end = (here[0], home[1] + at[0])
        return [("L", (end,))], end, None
    if kind == "A":
        end = (home[0] + at[5], home[1] + at[6])
        return _arc(here, end, at[0], at[1], at[2], bool(at[3]), bool(at[4])), end, None
    points = [(home[0] + at[i], home[1] + at[i + 1]) for i in range(0, len(at), 2)]
    end = points[-1]
    mirrored = (2 * here[0] - handle[0], 2 * here[1] - handle[1]) if handle else here
    match kind:
        case "C":
            return [("C", tuple(points))], end, points[1]
        case "S":
            first = mirrored if before in "CS" else here
            return [("C", (first, points[0], end))], end, points[0]
        case "Q" | "T":
            middle = points[0] if kind == "Q" else mirrored if before in "QT" else here
            one = _between(here, middle, 2 / 3)
            two = _between(end, middle, 2 / 3)
            return [("C", (one, two, end))], end, middle
    return [(kind, (end,))], end, None


def _between(start: Point, end: Point, share: float) -> Point:
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def _arc(
    start: Point, end: Point, rx: float, ry: float, turn: float, large: bool, sweep: bool
) -> list[Absolute]:
    rx, ry = abs(rx), abs(ry)
    if start == end:
        return []
    if rx == 0 or ry == 0:
        return [("L", (end,))]
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * half_x + sin * half_y, -sin * half_x + cos * half_y
    grown = math.sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grown, ry * grown
    under = (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2
    root = math.sqrt(max(0.0, under / ((rx * y) ** 2 + (ry * x) ** 2)))
    root = -root if large == sweep else root
    cx, cy = root * rx * y / ry, -root * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    turned = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    if sweep and turned < 0:
        turned += 2 * math.pi
    elif not sweep and turned > 0:
        turned -= 2 * math.pi
    centre = (
        cos * cx - sin * cy + (start[0] + end[0]) / 2,
        sin * cx + cos * cy + (start[1] + end[1]) / 2,
    )
    pieces = max(1, math.ceil(abs(turned) / (math.pi / 2) - 1e-9))
    step = turned / pieces
    reach = 4 / 3 * math.tan(step / 4)

    def point(angle: float, out: float) -> Point:
        px = rx * (math.cos(angle) - out * math.sin(angle))
        py = ry * (math.sin(angle) + out * math.cos(angle))
        return (centre[0] + cos * px - sin * py, centre[1] + sin * px + cos * py)

    curves: list[Absolute] = []
    for piece in range(pieces):
        a, b = first + piece * step, first + (piece + 1) * step
        last = end if piece == pieces - 1 else point(b, 0)
        curves.append(("C", (point(a, reach), point(b, -reach), last)))
    return curves


def _tokens(data: str, node: Node) -> list[str | float]:
    out: list[str | float] = []
    at = 0
    while at < len(data):
        found = _TOKEN.match(data, at)
        if found is None or len(out) > MOST_COMMANDS * 7:
            raise _bad(node)
        at = found.end()
        if found[1]:
            out.append(found[1])
        elif found[2]:
            out.append(float(found[2]))
    return out


def _bad(node: Node) -> PlanError:
    return PlanError(
        "bad-path",
        f"{node.path}: the path data cannot be read",
        node.where,
        "Write SVG path data that starts with M.",
    )
