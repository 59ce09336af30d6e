"""Display lists written by hand, in logical px, and painters for them."""

from renderer.frames import Painter
from renderer.plan.model import (
    ONE,
    UNIT,
    ArcShape,
    DisplayList,
    Draw,
    EllipseShape,
    PathShape,
    Plan,
    PlanPaint,
    PlanStroke,
    PlanTextStyle,
    RectShape,
    TextLine,
    TextShape,
)
from renderer.text import default_faces
from renderer.text.shaping import advance, setting

FAMILIES = ("Inter", "Noto Sans Arabic", "Noto Sans KR")
WHITE, BLACK, BLUE = "#ffffffff", "#000000ff", "#4338f0ff"


def units(*values):
    """Turn logical px into Plan units."""
    return tuple(round(value * UNIT) for value in values)


def solid(color):
    """Make a paint of one colour."""
    return PlanPaint("solid", ((0, color),))


def linear(start, end, *colors):
    """Make a gradient with evenly spread colours."""
    stops = tuple((ONE * index // (len(colors) - 1), color) for index, color in enumerate(colors))
    return PlanPaint("linear", stops, units(*start, *end))


def radial(center, radius, *colors):
    """Make a light with evenly spread colours, from its middle outwards."""
    stops = tuple((ONE * index // (len(colors) - 1), color) for index, color in enumerate(colors))
    return PlanPaint("radial", stops, units(*center, radius))


def stroke(color, width, dash=(), cap="butt"):
    """Make a stroke of one colour."""
    return PlanStroke(solid(color), round(width * UNIT), units(*dash), cap)


def rect(x, y, w, h, *, reveal=ONE, radius=0, fill=None, **more):
    """Draw a rectangle."""
    shape = RectShape(units(x, y, w, h), round(radius * UNIT), fill, **more)
    return Draw(shape, reveal)


def ellipse(x, y, w, h, fill, **more):
    """Draw an ellipse."""
    return Draw(EllipseShape(units(x, y, w, h), fill, **more))


def arc(x, y, radius, thickness, start, sweep, color=BLUE, cap="butt", reveal=ONE):
    """Draw a ring's segment; degrees clockwise from twelve o'clock."""
    shape = ArcShape(
        units(x, y),
        round(radius * UNIT),
        round(thickness * UNIT),
        start * 64,
        sweep * 64,
        solid(color),
        cap,
    )
    return Draw(shape, reveal)


def path(*points, fill=None, stroke=None, reveal=ONE):
    """Draw straight lines from point to point."""
    commands = tuple(("L" if index else "M", *units(*point)) for index, point in enumerate(points))
    return Draw(PathShape(commands, fill, stroke), reveal)


def text(words, x, baseline, size=20, weight=600, color=BLACK, tracking=0, direction="ltr"):
    """Draw one line of text."""
    chosen = setting(FAMILIES, weight, size, tracking)
    width = advance(words, chosen, direction, default_faces()) * size
    line = TextLine(words, *units(x, baseline, width))
    style = PlanTextStyle(round(size * UNIT), weight, tracking, FAMILIES)
    return Draw(TextShape((line,), style, color, direction))


def listed(*items, width=160, height=90, ground=None, **more):
    """Make a display list, on white unless told."""
    return DisplayList(width, height, ground or (solid(WHITE),), tuple(items), **more)


def plan(width=160, height=90):
    """Make a plan without scenes."""
    return Plan(
        language="en",
        direction="ltr",
        pack=("telco", "1.0.0", "0" * 64),
        brand="nordlys",
        shape="wide",
        width=width,
        height=height,
        frames=0,
        scenes=(),
        lines=(),
        captions=(),
        hotspots=(),
        appearances=(),
        faces={},
        assets={},
        title="",
        music=False,
    )


def painted(display, assets=None, height=None):
    """Paint a display list with a painter of its own."""
    held = assets or {}
    painter = Painter(plan(display.width, display.height), held.__getitem__, height)
    return painter.paint_list(display)
