"""Token values by their DTCG type: colours, dimensions, durations, weights, shadows, gradients."""

from __future__ import annotations

import re
from collections.abc import Mapping

from renderer.script.paint import Color, Paint, Shadow, Stop
from renderer.script.place import Place
from renderer.script.problem import error
from renderer.script.tree import Items, Scalar, Table, Tree

_HEX = re.compile(r"#([0-9A-Fa-f]{6})([0-9A-Fa-f]{2})?\Z")
_UNIT = re.compile(r"(-?[0-9]*\.?[0-9]+)\s*(px|em|ms|s)?\Z")
WEIGHTS: Mapping[str, int] = {
    "thin": 100, "hairline": 100, "extra-light": 200, "ultra-light": 200, "light": 300,
    "normal": 400, "regular": 400, "book": 400, "medium": 500, "semi-bold": 600,
    "demi-bold": 600, "bold": 700, "extra-bold": 800, "ultra-bold": 800, "black": 900,
    "heavy": 900,
}  # fmt: skip


def _wrong(what: str, place: Place, remedy: str = "") -> Exception:
    return error("brand-value", f"this is not {what}", place, remedy)


def hex_color(text: str) -> Color | None:
    """Return the colour of "#RRGGBB" or "#RRGGBBAA", None for anything else."""
    found = _HEX.match(text)
    if not found:
        return None
    red, green, blue = bytes.fromhex(found[1])
    return Color(red, green, blue, int(found[2] or "ff", 16))


def color(tree: Tree) -> Color:
    """Read a colour: hex text, or sRGB components in 0..1 with an alpha."""
    if (
        isinstance(tree, Scalar)
        and isinstance(tree.value, str)
        and (hexed := hex_color(tree.value))
    ):
        return hexed
    if isinstance(tree, Table) and isinstance(parts := tree.items.get("components"), Items):
        space = tree.items.get("colorSpace")
        if not isinstance(space, Scalar) or space.value != "srgb" or len(parts.items) != 3:
            raise _wrong("a colour in sRGB", tree.place, "Export colours as sRGB or hex.")
        alpha = tree.items.get("alpha")
        shares = [share(part) for part in parts.items] + [share(alpha) if alpha else 1.0]
        return Color(*(round(value * 255) for value in shares))
    raise _wrong("a colour", tree.place, 'Write "#RRGGBB".')


def plain(tree: Tree) -> float:
    """Read a bare number."""
    value = tree.value if isinstance(tree, Scalar) else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    raise _wrong("a number", tree.place)


def share(tree: Tree) -> float:
    """Read a number in 0..1."""
    value = plain(tree)
    if not 0 <= value <= 1:
        raise _wrong("a number from 0 to 1", tree.place)
    return value


def measure(tree: Tree, units: Mapping[str, float], what: str) -> float:
    """Read a number with a unit, as text or as {value, unit}, times the unit's factor."""
    if isinstance(tree, Table):
        unit = tree.items.get("unit")
        value = tree.items.get("value")
        if value is not None and isinstance(unit, Scalar) and unit.value in units:
            return plain(value) * units[str(unit.value)]
    elif isinstance(tree, Scalar) and isinstance(tree.value, str):
        found = _UNIT.match(tree.value)
        if found and (found[2] or "") in units:
            return float(found[1]) * units[found[2] or ""]
    elif isinstance(tree, Scalar) and "" in units:
        return plain(tree) * units[""]
    raise _wrong(what, tree.place, f"Write it in {' or '.join(u for u in units if u)}.")


def dimension(tree: Tree) -> float:
    """Read a length in px."""
    return measure(tree, {"px": 1.0, "": 1.0}, "a dimension")


def duration(tree: Tree) -> float:
    """Read a duration in seconds."""
    return measure(tree, {"s": 1.0, "ms": 0.001}, "a duration")


def weight(tree: Tree) -> int:
    """Read a font weight, 1..1000."""
    if isinstance(tree, Scalar) and isinstance(tree.value, str) and tree.value in WEIGHTS:
        return WEIGHTS[tree.value]
    value = plain(tree)
    if not 1 <= value <= 1000:
        raise _wrong("a font weight", tree.place, "From 1 to 1000.")
    return round(value)


def families(tree: Tree) -> tuple[str, ...]:
    """Read a font family or a list of them."""
    items = tree.items if isinstance(tree, Items) else (tree,)
    found = [
        item.value for item in items if isinstance(item, Scalar) if isinstance(item.value, str)
    ]
    if not found or len(found) != len(items):
        raise _wrong("a font family", tree.place)
    return tuple(found)


def shadow(tree: Tree) -> Shadow:
    """Read one shadow; several layers are refused."""
    if isinstance(tree, Items) and len(tree.items) == 1:
        tree = tree.items[0]
    if not isinstance(tree, Table) or "color" not in tree.items:
        raise _wrong("a shadow", tree.place, "One layer with color, offsetX, offsetY and blur.")
    zero = Scalar(0, tree.place)
    return Shadow(
        dimension(tree.items.get("offsetX", zero)),
        dimension(tree.items.get("offsetY", zero)),
        dimension(tree.items.get("blur", zero)),
        color(tree.items["color"]),
    )


def stops(tree: Tree) -> tuple[Stop, ...]:
    """Read a gradient's stops: {color, position}, or [position, color]."""
    found: list[Stop] = []
    for item in tree.items if isinstance(tree, Items) else ():
        match item:
            case Table(items={"color": paint, "position": at}):
                found.append(Stop(share(at), color(paint)))
            case Items(items=(at, paint)):
                found.append(Stop(share(at), color(paint)))
            case _:
                raise _wrong("a gradient's stop", item.place)
    if len(found) < 2 or sorted(stop.at for stop in found) != [stop.at for stop in found]:
        raise _wrong("a gradient", tree.place, "Two stops or more, in rising order.")
    return tuple(found)


def point(tree: Tree) -> tuple[float, float]:
    """Read a point as [x, y]."""
    if isinstance(tree, Items) and len(tree.items) == 2:
        return plain(tree.items[0]), plain(tree.items[1])
    raise _wrong("a point", tree.place, "Write [x, y] in 0..1.")


def gradient(found: tuple[Stop, ...], ours: Table) -> Paint:
    """Return a gradient's paint from its stops and its direction, from top to bottom by default."""
    kind = ours.items.get("kind")
    name = kind.value if isinstance(kind, Scalar) else "linear"
    if name not in ("linear", "radial"):
        raise _wrong("a gradient's kind", ours.place, "Write linear or radial.")
    start, end, radius = (ours.items.get(key) for key in ("from", "to", "radius"))
    middle = (0.5, 0.5) if name == "radial" else (0.0, 0.0)
    return Paint(
        str(name),
        found,
        point(start) if start else middle,
        point(end) if end else (0.0, 1.0),
        plain(radius) if radius else 0.5 if name == "radial" else 1.0,
    )


def solid(paint: Color) -> Paint:
    """Return a paint of one colour."""
    return Paint("solid", (Stop(0.0, paint),))
