"""Hotspots follow their nodes; facts appear while they are seen or heard."""

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

import pytest

from renderer.plan import display, lay
from renderer.plan.model import Layer
from renderer.script.model import Box, Key, Moment
from tests.plan.scripts import (
    button,
    line,
    narrate,
    pay,
    px,
    rise,
    scene,
    script,
    stack,
    text,
    total_scene,
    waterfall,
)


def at(spot, frame):
    """Interpolate a hotspot's keys as the player does."""
    frames = [key[0] for key in spot.keys]
    index = bisect_right(frames, frame) - 1
    one = spot.keys[max(0, index)]
    if index < 0 or index == len(spot.keys) - 1:
        return one[1:]
    other = spot.keys[index + 1]
    share = (frame - one[0]) / (other[0] - one[0])
    return tuple(a + (b - a) * share for a, b in zip(one[1:], other[1:], strict=True))


def drawn_rect(items, box, trail=()):
    """Find the rectangle shape of `box` in a display list and move it as its layers say."""
    for item in items:
        if isinstance(item, Layer):
            found = drawn_rect(item.items, box, (*trail, item.transform))
            if found:
                return found
        elif getattr(item.shape, "rect", None) == box:
            x, y, w, h = box
            corners = [(x, y), (x + w, y + h)]
            for move in reversed(trail):
                left, top = move.origin
                scale = move.scale / 4096
                corners = [
                    (left + scale * (px - left) + move.x, top + scale * (py - top) + move.y)
                    for px, py in corners
                ]
            return (*corners[0], corners[1][0] - corners[0][0], corners[1][1] - corners[0][1])
    return None


@pytest.mark.parametrize("effect", ["pop", "rise", "slide", "fade"])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_hotspot_stands_within_one_px_of_what_is_drawn_in_every_frame(effect, direction):
    moving = button(
        name="s/h/b",
        enter=rise("a", effect=effect, duration=0.6),
        hotspot=pay(),
        keyframes=(
            Key(Moment("b"), {"x": 0.0, "scale": 1.0}),
            Key(Moment("b", delay=0.5), {"x": 60.0, "scale": 1.2}, "ease-in-out"),
        ),
    )
    holder = stack("s/h", moving, enter=rise("a", effect="rise", duration=0.9))
    made = script(
        scene(stack("s", holder), line("a", "eins zwei drei"), line("b", "vier fünf sechs sieben")),
        scene(stack("e", text("Ende", "e/t")), line(), name="e"),
        direction=direction,
    )
    plan = lay(made, narrate(made))
    (spot,) = plan.hotspots
    box = next(one.box for top in plan.scenes[0].nodes for one in _walk(top) if one.id == "s/h/b")
    for frame in range(spot.start, spot.end):
        true = drawn_rect(display(plan, frame).items, box)
        assert true is not None
        for told, drawn in zip(at(spot, frame), true, strict=True):
            assert abs(told - drawn) <= 64
    assert drawn_rect(display(plan, spot.start - 1).items, box) is None
    assert spot.end == plan.scenes[0].frames - 8


@pytest.mark.parametrize("orientation", ["vertical", "horizontal"])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_an_item_of_a_chart_is_clicked_on_its_own_part_of_it(orientation, direction):
    chart = waterfall("75.02", ["9.33", "6.15", "-3.08"], "s/c", orientation)
    steps = [
        replace(item, hotspot=pay(fact=item.fact), at=Moment("a")) if item.kind == "step" else item
        for item in chart.spec.items
    ]
    chart = replace(
        chart,
        spec=replace(chart.spec, items=tuple(steps)),
        enter=rise(effect="grow"),
        box=Box(width=px(624), height=px(480)),
    )
    shape = "wide" if orientation == "vertical" else "tall"
    told = scene(stack("s", chart), line("a", "eins zwei drei"))
    made = script(told, direction=direction, shape=shape)
    plan = lay(made, narrate(made))
    nodes = {one.id: one for top in plan.scenes[0].nodes for one in _walk(top)}
    areas = [spot.keys[0][1:] for spot in plan.hotspots]
    assert [(spot.id, spot.fact) for spot in plan.hotspots] == [
        (f"s/c/item.{index}", f"step.{index - 1}") for index in (1, 2, 3)
    ]
    for spot, (x, y, width, height) in zip(plan.hotspots, areas, strict=True):
        assert min(width, height) >= 44 * 64
        for part in ("bar", "label", "figure"):
            left, top, wide, high = nodes[f"{spot.id}/{part}"].box
            assert x <= left + 64
            assert left + wide <= x + width + 64
            assert y <= top + 64
            assert top + high <= y + height + 64
        assert spot.start == nodes[f"{spot.id}/bar"].alive[0]
    for one, other in pairwise(sorted(areas)):
        beside = one[0] + one[2] <= other[0]
        assert beside or one[1] + one[3] <= other[1] or other[1] + other[3] <= one[1]


def _walk(top):
    yield top
    for child in top.children:
        yield from _walk(child)


def test_a_still_node_needs_one_key():
    made = script(
        scene(stack("s", button(name="s/b", hotspot=pay(pause=True, priority=3))), line())
    )
    (spot,) = lay(made, narrate(made)).hotspots
    assert len(spot.keys) == 1
    assert (spot.action, spot.label, spot.pause, spot.priority) == ("pay", "Jetzt zahlen", True, 3)


def test_facts_are_placed_on_screen_in_voice_and_in_captions():
    made = script(total_scene(), replace(total_scene(), id="again"))
    plan = lay(made, narrate(made))
    seen = [found for found in plan.appearances if found.fact == "diff" and found.scene == "total"]
    assert {found.medium for found in seen} == {"screen", "voice", "caption"}
    screen = next(found for found in seen if found.medium == "screen")
    voice = next(found for found in seen if found.medium == "voice")
    assert screen.text == "12,40 €"
    assert voice.text == "12 Euro 40"
    assert 0 <= screen.start - voice.start <= 2
    assert screen.end <= plan.scenes[0].frames
    assert all(0 <= found.start < found.end <= plan.frames for found in plan.appearances)


def test_a_counter_shows_its_fact_only_when_it_has_settled():
    made = script(total_scene())
    plan = lay(made, narrate(made))
    amount = next(
        found
        for found in plan.appearances
        if found.medium == "screen" and found.place == "total/amount"
    )
    assert amount.fact == "bill.due"
    from tests.plan.scripts import find

    assert amount.start == find(plan, "total/amount").shape.states[-1][0]
