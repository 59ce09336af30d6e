"""Flexbox and grid, solved by Taffy with measured leaves."""

import gc
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from renderer.plan.boxes import solve
from renderer.plan.leaves import measure
from renderer.plan.places import Area
from renderer.plan.typeset import Typesetter
from renderer.script.box import GridPlace, Length, Track
from renderer.script.model import Box, ContainerSpec
from tests.plan.scripts import node, progress, px, rect, sides, stack, text

ROOM = Area(0, 0, 1000, 500)


def laid(root, room=ROOM):
    type_ = Typesetter("de", "ltr", None)
    placed = solve(root, room, lambda leaf, width: measure(leaf, width, type_))
    found = {}

    def walk(one):
        found[one.node.path] = one
        for part in one.parts:
            walk(part)

    walk(placed)
    return found


def place(found, path):
    area = found[path].area
    return tuple(round(part, 2) for part in (area.x, area.y, area.width, area.height))


def test_a_row_stands_side_by_side_with_gaps():
    found = laid(stack("r", rect("a"), rect("b"), direction="row", gap=10))
    assert place(found, "a") == (0, 0, 100, 60)
    assert place(found, "b") == (110, 0, 100, 60)


def test_space_between_puts_the_last_at_the_end():
    found = laid(stack("r", rect("a"), rect("b"), direction="row", justify="space-between"))
    assert place(found, "b")[0] == 900


def test_what_grows_takes_what_is_left():
    wide = replace(Box(height=px(10)), grow=1.0)
    found = laid(stack("r", rect("a"), rect("b", box=wide), direction="row", gap=20))
    assert place(found, "b") == (120, 0, 880, 10)


def test_padding_and_margin_keep_their_distance():
    inner = rect("a", box=Box(width=px(10), height=px(10), margin=sides(1, 2, 3, 4)))
    found = laid(stack("r", inner, box=Box(padding=sides(10, 20, 30, 40))))
    assert place(found, "a") == (44, 11, 10, 10)
    assert found["r"].content.x == 40


def test_per_cent_is_of_the_parent():
    found = laid(stack("r", rect("a", box=Box(width=Length(25.0, "%"), height=px(10)))))
    assert place(found, "a")[2] == 250


def test_a_scene_fills_its_room_only_where_it_grows():
    assert place(laid(stack("r", rect("a"))), "r") == (0, 0, 1000, 60)
    assert place(laid(stack("r", rect("a"), box=replace(Box(), grow=1.0))), "r")[3] == 500


def test_grid_tracks_share_what_is_left():
    spec = ContainerSpec(
        columns=(Track(100.0), Track(1.0, "fr"), Track(2.0, "fr")), column_gap=px(10)
    )
    cells = [rect(name, box=Box(height=px(20))) for name in "abcd"]
    found = laid(node("grid", spec, "g", *cells))
    assert [place(found, name)[2] for name in "abc"] == [0, 0, 0]
    stretched = replace(spec, justify="stretch")
    found = laid(node("grid", stretched, "g", *cells))
    assert place(found, "a") == (0, 0, 100, 20)
    assert place(found, "c")[0] == pytest.approx(110 + 880 / 3 + 10, abs=0.1)
    assert place(found, "d")[:2] == (0, 20)


def test_a_child_may_span_tracks_and_choose_its_line():
    spec = ContainerSpec(justify="stretch", columns=(Track(100.0), Track(100.0), Track(100.0)))
    box = Box(height=px(20), column=GridPlace(2, 2), row=GridPlace(1))
    found = laid(node("grid", spec, "g", rect("a", box=box)))
    assert place(found, "a") == (100, 0, 200, 20)


def test_a_groups_children_lie_over_each_other():
    spec = ContainerSpec(align="center", justify="center")
    group = node(
        "group", spec, "g", rect("a"), rect("b", 40, 20), box=Box(width=px(400), height=px(200))
    )
    found = laid(group)
    assert place(found, "a") == (150, 70, 100, 60)
    assert place(found, "b") == (180, 90, 40, 20)


def test_what_stands_in_a_ring_keeps_to_its_greatest_width():
    middle = stack(
        "m",
        text("321,50 sehr lange Einheit", "t", size=52.0, fit="shrink", lines=1),
        align="center",
        box=Box(max_width=px(214)),
    )
    found = laid(progress(1, 2, "ring", middle))
    assert found["t"].area.width <= 214.1
    assert found["t"].area.x >= 86.9


def test_texts_in_a_column_wrap_at_its_width_even_when_not_stretched():
    long = "Dieser Film erklärt Ihre Rechnung, das Dokument das zählt ist die Rechnung. " * 2
    found = laid(stack("c", stack("r", rect("icon", 28, 28), text(long, "t"), direction="row")))
    assert found["t"].area.right <= 1000.1
    assert found["t"].area.height > 40


def test_absolute_boxes_leave_the_flow():
    box = Box(width=px(10), height=px(10), position="absolute", inset=sides(5, 7, 0, 0))
    box = replace(box, inset=replace(box.inset, start=Length(0, "auto"), bottom=Length(0, "auto")))
    found = laid(stack("r", rect("a", box=box), rect("b")))
    assert place(found, "a") == (983, 5, 10, 10)
    assert place(found, "b")[:2] == (0, 0)


def test_what_a_leaf_raises_comes_through():
    with pytest.raises(KeyError, match="told"):
        solve(text("a"), ROOM, lambda _leaf, _width: (_ for _ in ()).throw(KeyError("told")))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize(("leaf", "kilobytes_a_solve"), [(rect, 2), (text, 24)])
def test_memory_hardly_grows_from_solve_to_solve(leaf, kilobytes_a_solve):
    """Each solve frees its tree; the binding keeps only the shells of what it passed to measure."""
    many = stack("r", *(leaf(name=f"n{index}") for index in range(40)))

    def used():
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4

    def solve_often(times):
        for _ in range(times):
            solve(many, ROOM, lambda _leaf, _width: (1.0, 1.0))
        gc.collect()
        return used()

    before = solve_often(40)
    assert solve_often(200) - before < 200 * kilobytes_a_solve
