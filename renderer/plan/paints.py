"""Paints of a script, in shares of a box, to paints of a plan, in absolute places."""

from __future__ import annotations

from renderer.plan.model import ONE, PlanPaint, PlanShadow, PlanStroke
from renderer.plan.places import Area, units
from renderer.script.model import Color, Paint, Shadow, Stroke


def color(value: Color, opacity: float = 1.0) -> str:
    """Write a colour as "#rrggbbaa"."""
    alpha = int(value.alpha * opacity + 0.5)
    return f"#{value.red:02x}{value.green:02x}{value.blue:02x}{alpha:02x}"


def paint(value: Paint, over: Area, direction: str) -> PlanPaint:
    """Lay a paint over a box; from right to left it is mirrored with everything else."""
    stops = tuple((int(stop.at * ONE + 0.5), color(stop.color)) for stop in value.stops)
    if value.kind == "solid":
        return PlanPaint("solid", ((0, stops[0][1]),))

    def point(at: tuple[float, float]) -> tuple[int, int]:
        across = at[0] if direction == "ltr" else 1.0 - at[0]
        return units(over.x + across * over.width), units(over.y + at[1] * over.height)

    if value.kind == "radial":
        radius = units(value.radius * max(over.width, over.height))
        return PlanPaint("radial", stops, (*point(value.start), max(1, radius)))
    return PlanPaint("linear", stops, (*point(value.start), *point(value.end)))


def stroke(value: Stroke | None, over: Area, direction: str) -> PlanStroke | None:
    """Resolve an outline."""
    if value is None or value.width <= 0:
        return None
    return PlanStroke(
        paint(value.paint, over, direction),
        units(value.width),
        tuple(units(part) for part in value.dash),
        value.cap,
    )


def shadow(value: Shadow | None) -> PlanShadow | None:
    """Resolve a shadow: light comes from above in every language, so x is not mirrored."""
    if value is None:
        return None
    return PlanShadow(units(value.x), units(value.y), units(value.blur), color(value.color))


def radius(px: float, area: Area) -> int:
    """Return a corner's radius in units, at most half of the shorter side."""
    return units(min(px, area.width / 2, area.height / 2))
