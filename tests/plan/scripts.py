"""Small scripts made by hand: nodes, scenes, narrations with even words."""

import re
from dataclasses import replace
from decimal import Decimal

import numpy as np

from renderer.script.box import Length, Sides
from renderer.script.model import (
    Box,
    ButtonSpec,
    ChartItem,
    ChartSpec,
    Color,
    Column,
    ContainerSpec,
    CounterSpec,
    Ground,
    Hotspot,
    LineToSpeak,
    Moment,
    Motion,
    Node,
    NumberPattern,
    Paint,
    ProgressSpec,
    RectSpec,
    Scene,
    Script,
    Span,
    Stop,
    Stroke,
    Surface,
    TableSpec,
    TextSpec,
    TextStyle,
    Words,
)
from renderer.speech.model import SAMPLE_RATE, Clip, Narration, Word

FAMILIES = ("Inter", "Noto Sans Arabic", "Noto Sans KR")
INK = Color(11, 16, 32)
MOTION = {
    "enter": 0.45,
    "exit": 0.25,
    "stagger": 0.08,
    "count": 1.0,
    "lead": 0.4,
    "tail": 0.5,
    "travel": 32.0,
}
EUROS = NumberPattern("", "\u00a0€", ",", ".", 2)


def px(value):
    return Length(float(value))


def sides(top=0, end=0, bottom=0, start=0):
    return Sides(px(top), px(end), px(bottom), px(start))


def solid(red=67, green=56, blue=240):
    return Paint("solid", (Stop(0.0, Color(red, green, blue)),))


def gradient():
    return Paint("linear", (Stop(0.0, INK), Stop(1.0, Color(67, 56, 240))), (0.0, 0.0), (1.0, 1.0))


def style(size=28.0, min_size=20.0, weight=500):
    return TextStyle(size, min_size, weight, 0.0, 1.25, FAMILIES)


def words(seen, *spans, spoken=None, message="message"):
    """Words whose spans are given as (name, fact, seen text[, spoken text])."""
    spoken = spoken if spoken is not None else seen
    found = []
    for name, fact, text, *said in spans:
        said = said[0] if said else text
        at, there = seen.index(text), spoken.index(said)
        found.append(Span(at, at + len(text), there, there + len(said), name, fact))
    return Words(message, seen, spoken, tuple(found))


def rise(line=None, span=None, *, effect="rise", delay=0.0, duration=0.4, stagger=0.0, end=False):
    return Motion(effect, Moment(line, span, delay, end), duration, "ease-out", stagger)


def node(kind, spec, name="n", *children, **rest):
    return Node(
        kind, name, f"scenes/s.yaml:1:{len(name)}", rest.pop("box", Box()), spec, children, **rest
    )


def text(seen="Rechnung", name="text", *, size=28.0, align="start", fit="wrap", lines=None, **rest):
    said = seen if isinstance(seen, Words) else words(seen)
    spec = TextSpec(said, style(size), INK, align, fit, 20.0, lines)
    return node("text", spec, name, **rest)


def counter(
    value="87.42",
    name="counter",
    *,
    start="0",
    size=116.0,
    align="start",
    pattern=EUROS,
    seen=None,
    **rest,
):
    seen = seen or "87,42\u00a0€"
    spec = CounterSpec(
        Decimal(value),
        Decimal(start),
        "bill.due",
        words(seen, ("amount", "bill.due", seen)),
        pattern,
        style(size, 40.0, 800),
        INK,
        align,
    )
    return node("counter", spec, name, **rest)


def rect(name="rect", width=100, height=60, **rest):
    box = rest.pop("box", Box(width=px(width), height=px(height)))
    return node("rect", RectSpec(Surface(fill=solid())), name, box=box, **rest)


def stack(
    name, *children, direction="column", align="start", justify="start", gap=0, surface=None, **rest
):
    spec = ContainerSpec(surface or Surface(), direction, align, justify, False, px(gap), px(gap))
    return node("stack", spec, name, *children, **rest)


def button(label="Jetzt zahlen", name="button", **rest):
    spec = ButtonSpec(
        words(label), style(30.0), INK, Surface(fill=solid(255, 255, 255), radius=48.0), px(12)
    )
    box = rest.pop("box", Box(height=px(96), padding=sides(0, 48, 0, 48)))
    return node("button", spec, name, box=box, **rest)


def bars(values, name="chart", *, kind="bar", labels=None, orientation="vertical", at=None, **rest):
    items = tuple(
        ChartItem(
            Decimal(str(value)),
            f"bar.{index}",
            solid(),
            "bar",
            words((labels or "ABCDEFGHIJ")[index]),
            words(f"{value} €", ("total", f"bar.{index}", f"{value} €")),
            at=None if at is None else at[index],
        )
        for index, value in enumerate(values)
    )
    return chart(kind, items, name, orientation, **rest)


def waterfall(before, steps, name="chart", orientation="vertical", **rest):
    items = []
    level = Decimal(str(before))

    def total(index):
        shown = words(f"{level} €", ("total", f"total.{index}", f"{level} €"))
        return ChartItem(level, f"total.{index}", solid(), "total", words(f"Total {index}"), shown)

    items.append(total(0))
    for index, step in enumerate(steps):
        step = Decimal(str(step))
        items.append(
            ChartItem(
                step,
                f"step.{index}",
                solid(),
                "step",
                words(f"Step {index}"),
                words(f"{step:+} €", ("step", f"step.{index}", f"{step:+} €")),
                before=level,
                after=level + step,
            )
        )
        level += step
    items.append(total(1))
    return chart("waterfall", tuple(items), name, orientation, **rest)


def chart(kind, items, name="chart", orientation="vertical", *, gap=0.35, **rest):
    spec = ChartSpec(
        kind,
        items,
        style(22.0),
        style(26.0, weight=700),
        INK,
        INK,
        rule=Stroke(solid(225, 228, 240), 2.0),
        connector=Stroke(solid(150, 150, 160), 2.0),
        orientation=orientation,
        radius=16.0,
        gap=gap,
        thickness=62.0,
        up=solid(242, 96, 43),
        down=solid(14, 159, 110),
    )
    box = rest.pop("box", Box(width=px(600), height=px(400)))
    return node("chart", spec, name, box=box, **rest)


def progress(value, most, name="progress", *children, form="ring", **rest):
    spec = ProgressSpec(
        Decimal(str(value)),
        Decimal(str(most)),
        "used",
        form,
        44.0,
        solid(),
        solid(225, 225, 255),
        solid(242, 96, 43),
    )
    box = rest.pop("box", Box(width=px(388), height=px(388 if form == "ring" else 44)))
    return node("progress", spec, name, *children, box=box, **rest)


def table(rows, name="table", **rest):
    spec = TableSpec(
        (Column(words("Posten")), Column(words("Betrag"), "end")),
        tuple(tuple(words(cell) for cell in row) for row in rows),
        style(24.0),
        style(22.0),
        INK,
        INK,
        Stroke(solid(), 2.0),
    )
    return node("table", spec, name, **rest)


def pay(label="Jetzt zahlen", **rest):
    return Hotspot("pay", words(label), **rest)


def line(key="intro", said="Das ist Ihre Rechnung.", *spans, pause=0.35, spoken=None):
    return LineToSpeak(key, words(said, *spans, spoken=spoken, message=key), pause)


def scene(layout, *lines, name="s", ground="paper", chrome=None, length=None):
    return Scene(
        name, f"scenes/{name}.yaml:1:1", words(name.title()), ground, layout, chrome, lines, length
    )


def script(*scenes, direction="ltr", language="de", shape="wide", columns=42, **rest):
    wide = shape == "wide"
    return Script(
        language=language,
        locale=language,
        direction=direction,
        pack=("telco", "1.0.0", "00"),
        brand="nordlys",
        shape=shape,
        width=1280 if wide else 720,
        height=720 if wide else 1280,
        title=words("Ihre Rechnung"),
        scenes=scenes,
        grounds={
            "paper": Ground("paper", (solid(245, 246, 252),)),
            "dark": Ground("dark", (gradient(),)),
        },
        motion=MOTION,
        facts={},
        asset_root="",
        assets={},
        voice={},
        caption_columns=columns,
        **rest,
    )


def narrate(made, word_s=0.4):
    """Speak every word for the same time, back to back."""
    clips = {}
    for one in made.scenes:
        for said in one.lines:
            clips[(one.id, said.key)] = clip(said.words.spoken, word_s)
    return Narration("even", clips)


def clip(spoken, word_s=0.4):
    length = round(word_s * SAMPLE_RATE)
    found = list(re.finditer(r"\S+", spoken))
    timed = tuple(
        Word(at * length, (at + 1) * length, word.start(), word.end())
        for at, word in enumerate(found)
    )
    return Clip(np.zeros(max(1, len(found)) * length, dtype=np.float32), timed)


def find(plan, node_id):
    """Return the one node of that id."""
    found = [
        one for part in plan.scenes for top in part.nodes for one in walk(top) if one.id == node_id
    ]
    assert len(found) == 1, node_id
    return found[0]


def walk(top):
    yield top
    for child in top.children:
        yield from walk(child)


def total_scene():
    """A scene like the one of the look: label, counter, chip, bars, button."""
    chip = stack(
        "total/chip",
        text(
            words("12,40 € mehr als im Oktober", ("difference", "diff", "12,40 €")),
            "total/chip/text",
        ),
        surface=Surface(fill=solid(255, 230, 220), radius=24.0),
        box=Box(padding=sides(8, 22, 8, 22)),
        enter=rise("compare", "difference"),
    )
    left = stack(
        "total/left",
        text("Ihre Rechnung für November", "total/label", size=34.0, enter=rise()),
        counter(name="total/amount", enter=rise("intro", "amount", effect="count", duration=1.1)),
        chip,
        button(name="total/pay", enter=rise("compare", effect="pop"), hotspot=pay()),
        gap=16,
    )
    right = bars(
        ["75.02", "87.42"],
        "total/chart",
        enter=rise("intro", effect="grow", duration=0.6, stagger=0.1),
        box=Box(width=px(290), height=px(420)),
    )
    top = stack(
        "total",
        left,
        right,
        direction="row",
        align="center",
        justify="space-between",
        box=replace(Box(), grow=1.0),
    )
    return scene(
        top,
        line(
            "intro",
            "Ihre Rechnung beträgt 87,42 €.",
            ("amount", "bill.due", "87,42 €", "87 Euro und 42 Cent"),
            spoken="Ihre Rechnung beträgt 87 Euro und 42 Cent.",
        ),
        line(
            "compare",
            "Das sind 12,40 € mehr als im Oktober.",
            ("difference", "diff", "12,40 €", "12 Euro 40"),
            spoken="Das sind 12 Euro 40 mehr als im Oktober.",
        ),
        name="total",
    )


def chrome(name="chrome"):
    return stack(
        f"{name}/chrome",
        text("nordlys", f"{name}/chrome/logo"),
        text("Rechnung", f"{name}/chrome/name"),
        direction="row",
        justify="space-between",
        align="center",
        box=Box(width=Length(100.0, "%"), height=px(112), padding=sides(0, 72, 0, 72)),
    )
