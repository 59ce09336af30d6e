"""Golden pictures of what the painter draws: each tests one thing."""

import pytest

from renderer.plan.model import ONE, UNIT, Draw, Layer, PlanShadow, SvgShape, Transform
from tests.frames.lists import (
    BLUE,
    WHITE,
    arc,
    ellipse,
    linear,
    listed,
    painted,
    path,
    radial,
    rect,
    solid,
    stroke,
    text,
    units,
)
from tests.golden.compare import compare

pytestmark = pytest.mark.golden

INK = "#0b1020ff"
SOFT = PlanShadow(0, 6 * UNIT, 24 * UNIT, "#0b102030")
PAPER = (solid("#f5f6fcff"),)
NIGHT = (
    linear((0, 0), (160, 90), "#1a1170ff", "#4338f0ff", "#7c4df3ff"),
    radial((130, 10), 80, "#ffffff50", "#ffffff00"),
)
ICON = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g fill="none" stroke="#000" '
    b'stroke-width="2"><circle cx="9" cy="12" r="7"/><path d="M9 12l10-9"/></g></svg>'
)
ONES = {
    "arc-butt": listed(arc(80, 45, 28, 14, 10, 250)),
    "arc-round": listed(arc(80, 45, 28, 14, 10, 250, cap="round")),
    "arc-full": listed(arc(80, 45, 28, 14, 0, 360)),
    "rect-radius": listed(rect(20, 15, 120, 60, radius=20, fill=solid(BLUE))),
    "rect-pill": listed(rect(20, 30, 120, 30, radius=99, fill=solid(BLUE))),
    "rect-stroke": listed(rect(20, 15, 120, 60, radius=20, stroke=stroke(BLUE, 2))),
    "rect-gradient": listed(
        rect(20, 10, 50, 70, radius=10, fill=linear((20, 10), (70, 80), "#8a5cf6ff", BLUE))
    ),
    "rect-fraction": listed(rect(20.25, 15.5, 50.5, 40.75, radius=8, fill=solid(BLUE))),
    "rect-reveal-bottom": listed(
        rect(30, 10, 40, 70, radius=12, fill=solid(BLUE), reveal=ONE // 5)
    ),
    "shadow-card": listed(
        rect(30, 20, 100, 45, radius=14, fill=solid(WHITE), shadow=SOFT), ground=PAPER
    ),
    "shadow-glass": listed(
        rect(30, 20, 100, 45, radius=14, fill=solid("#ffffff40"), shadow=SOFT), ground=NIGHT
    ),
    "ellipse-shadow": listed(ellipse(40, 15, 80, 50, solid(WHITE), shadow=SOFT), ground=PAPER),
    "path-dashed": listed(path((15, 45), (145, 45), stroke=stroke(INK, 2, (3, 5), "round"))),
    "path-joins": listed(
        path((15, 60), (50, 20), (85, 60), (145, 25), stroke=stroke(BLUE, 6, cap="round"))
    ),
    "path-reveal": listed(
        path((15, 60), (50, 20), (85, 60), (145, 25), stroke=stroke(BLUE, 6), reveal=ONE * 3 // 5)
    ),
    "path-fill": listed(path((20, 80), (80, 10), (140, 80), fill=solid(BLUE))),
    "ground-lights": listed(ground=NIGHT),
    "text-latin": listed(text("Zoé, 87,42 €", 10, 52, 24, 600, INK)),
    "text-display-tracked": listed(text("87,42", 8, 66, 60, 800, INK, tracking=-40)),
    "text-small": listed(text("1er–30 nov. · Échéance", 6, 50, 13, 500, INK)),
    "text-korean": listed(text("11월 76,890원", 8, 54, 22, 700, INK)),
    "text-korean-tracked": listed(text("데이터 GB", 8, 54, 26, 800, INK, tracking=-30)),
    "text-arabic": listed(text("المبلغ المستحق", 8, 52, 22, 600, INK, direction="rtl")),
    "text-arabic-digits": listed(
        text("\u2068321.50\u00a0درهم\u2069 الآن", 8, 52, 18, 600, INK, direction="rtl")
    ),
    "text-arabic-latin": listed(
        text("فاتورة \u2068nordlys 5G\u2069 اليوم", 4, 52, 15, 600, INK, direction="rtl")
    ),
    "text-fraction": listed(text("Hamburg", 8.375, 50.625, 24, 600, INK)),
    "text-rotated": listed(
        Layer(Transform(rotation=12 * 64, origin=units(80, 45)), (text("87,42 €", 30, 52, 26),))
    ),
    "text-on-light": listed(text("Bonjour", 10, 52, 28, 800, WHITE), ground=NIGHT),
    "layer-opacity": listed(
        Layer(
            Transform(opacity=512),
            (rect(20, 20, 60, 40, fill=solid(BLUE)), rect(60, 35, 60, 40, fill=solid("#f2602bff"))),
        )
    ),
    "layer-clip": listed(
        Layer(
            Transform(clip=(units(30, 15, 100, 60), 24 * UNIT)),
            (rect(0, 0, 160, 90, fill=solid(BLUE)),),
        )
    ),
    "layer-scale": listed(
        Layer(
            Transform(scale=ONE * 92 // 100, origin=units(80, 45)),
            (
                rect(30, 20, 100, 50, radius=14, fill=solid(BLUE)),
                text("Pay", 58, 52, 24, 700, WHITE),
            ),
        )
    ),
    "svg-tint": listed(Draw(SvgShape("icon", units(50, 15, 60, 60), "#4338f0ff"))),
    "svg-mirror": listed(Draw(SvgShape("icon", units(50, 15, 60, 60), mirror=True))),
}


@pytest.mark.parametrize("name", ONES)
def test_primitive(name):
    compare(f"primitives/{name}", painted(ONES[name], {"icon": ICON}))


def test_1080_lines_are_as_crisp():
    compare("primitives/text-scaled", painted(ONES["text-latin"], height=135))
