"""Scenes in their room: refusals, mirroring, problems."""

from dataclasses import replace

import pytest

from renderer.errors import PlanError
from renderer.plan import lay, problems
from renderer.plan.model import ArcShape, CounterShape, PathShape, RectShape, SvgShape, TextShape
from renderer.script.model import Box, ContainerSpec, SvgSpec
from tests.plan.scripts import (
    bars,
    button,
    chrome,
    find,
    line,
    narrate,
    node,
    pay,
    progress,
    px,
    rect,
    rise,
    scene,
    script,
    sides,
    stack,
    text,
    total_scene,
    walk,
)

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"


def laid(*scenes, **rest):
    made = script(*scenes, **rest)
    return lay(made, narrate(made))


def refusal(*scenes, **rest):
    with pytest.raises(PlanError) as failure:
        laid(*scenes, **rest)
    return failure.value


def test_a_text_that_does_not_fit_is_refused_with_scene_node_language_and_place():
    narrow = text(LONG, "s/t", size=60.0, fit="shrink", lines=1, box=Box(width=px(200)))
    error = refusal(scene(stack("s", narrow), line()))
    assert error.code == "text-does-not-fit"
    assert "s/t (de)" in error.message
    assert error.where == "scenes/s.yaml:1:3"
    assert LONG not in str(error)


def test_a_box_outside_the_safe_room_is_refused():
    error = refusal(
        scene(
            stack(
                "s",
                rect("s/r", 100, 800, box=replace(Box(width=px(10), height=px(800)), shrink=0.0)),
            ),
            line(),
        )
    )
    assert error.code == "outside-safe-area"
    assert "s/r" in error.message


def test_decoration_may_bleed_out_of_the_room():
    corner = Box(width=px(600), height=px(600), position="absolute", inset=sides(-300, -300, 0, 0))
    plan = laid(scene(stack("s", rect("s/r", box=corner), text("Hallo", "s/t")), line()))
    assert find(plan, "s/r").box[2] == 600 * 64


def test_texts_over_one_another_are_refused():
    over = node("group", ContainerSpec(), "s", text("Eins", "s/a"), text("Zwei", "s/b"))
    error = refusal(scene(over, line()))
    assert error.code == "texts-overlap"
    assert error.where == "scenes/s.yaml:1:3"


def test_a_text_may_follow_another_one_in_its_place():
    first = text("Eins", "s/a", exit=rise("b", effect="none"))
    second = text("Zwei", "s/b", enter=rise("b", effect="none"))
    over = node("group", ContainerSpec(), "s", first, second)
    plan = laid(scene(over, line("a"), line("b")))
    assert find(plan, "s/a").alive[1] <= find(plan, "s/b").alive[0]


def test_captions_keep_the_lowest_fourteen_per_cent():
    plan = laid(
        scene(stack("s", text("Hallo", "s/t"), justify="end", box=replace(Box(), grow=1.0)), line())
    )
    _, y, _, height = find(plan, "s/t").box
    assert y + height <= 0.86 * 720 * 64


@pytest.mark.parametrize("shape", ["wide", "tall"])
def test_right_to_left_mirrors_every_box_once(shape):
    top = stack(
        "s",
        stack("s/a", text("Betrag", "s/a/t"), button(name="s/a/b"), direction="row", gap=20),
        progress(1, 2, "s/p", form="bar", box=Box(width=px(300), height=px(20))),
    )
    left = laid(scene(top, line()), shape=shape)
    right = laid(scene(top, line()), shape=shape, direction="rtl")
    width = left.width * 64
    for name in ("s", "s/a", "s/a/t", "s/a/b", "s/p"):
        x, y, w, h = find(left, name).box
        assert find(right, name).box == (width - x - w, y, w, h)


def test_right_to_left_texts_end_where_left_to_right_ones_begin():
    top = stack("s", text("Betrag", "s/t", box=Box(width=px(600))))
    left, right = (laid(scene(top, line()), direction=way) for way in ("ltr", "rtl"))
    first, second = (find(plan, "s/t").shape.lines[0] for plan in (left, right))
    assert abs(first.x - 96 * 64) <= 1
    assert abs(second.x + second.width - (1280 - 96) * 64) <= 2


def test_right_to_left_bars_run_from_the_right_and_rings_stay_clockwise():
    top = stack(
        "s",
        bars([1, 2, 3], "s/c"),
        progress(1, 4, "s/p", box=Box(width=px(100), height=px(100))),
        direction="row",
    )
    left, right = (laid(scene(top, line()), direction=way) for way in ("ltr", "rtl"))
    order = [find(left, f"s/c/item.{index}/bar").box[0] for index in range(3)]
    assert order == sorted(order)
    order = [find(right, f"s/c/item.{index}/bar").box[0] for index in range(3)]
    assert order == sorted(order, reverse=True)
    for plan in (left, right):
        arc = find(plan, "s/p/fill").shape
        assert isinstance(arc, ArcShape)
        assert (arc.start, arc.sweep) == (0, 90 * 64)


def test_artwork_is_not_mirrored_unless_it_asks():
    art = SvgSpec("art/a.svg", "ab" * 32, (40.0, 20.0))
    for mirror in (False, True):
        svg = node("svg", replace(art, mirror=mirror), "s/a", box=Box(height=px(40)))
        plan = laid(scene(stack("s", svg), line()), direction="rtl")
        shape = find(plan, "s/a").shape
        assert isinstance(shape, SvgShape)
        assert shape.mirror is mirror
        assert shape.rect[2:] == (80 * 64, 40 * 64)


def test_a_slide_comes_from_the_start_side():
    top = stack("s", text("Hallo", "s/t", enter=rise(effect="slide")))
    left, right = (laid(scene(top, line()), direction=way) for way in ("ltr", "rtl"))
    assert find(left, "s/t").tracks["x"][0].value == -32 * 64
    assert find(right, "s/t").tracks["x"][0].value == 32 * 64


def test_ids_are_unique_in_a_scene_and_lives_are_tight():
    plan = laid(total_scene())
    for part in plan.scenes:
        ids = [one.id for top in part.nodes for one in walk(top)]
        assert len(ids) == len(set(ids))
    chip = find(plan, "total/chip")
    assert chip.alive[0] == chip.tracks["opacity"][0].frame + 1


def test_every_text_names_faces_that_the_plan_lists():
    plan = laid(replace(total_scene(), chrome=chrome("c")))
    for part in plan.scenes:
        for top in part.nodes:
            for one in walk(top):
                if isinstance(one.shape, TextShape | CounterShape):
                    assert set(one.shape.style.faces) <= set(plan.faces)


def test_a_stagger_hands_the_motion_to_the_children_one_by_one():
    three = [text("Eins", f"s/{name}") for name in "abc"]
    plan = laid(scene(stack("s", *three, enter=rise(stagger=0.1)), line()))
    starts = [find(plan, f"s/{name}").tracks["opacity"][0].frame for name in "abc"]
    assert starts == [0, 3, 6]


def test_a_rect_grows_from_its_base_and_a_text_is_wiped():
    top = stack(
        "s", rect("s/r", enter=rise(effect="grow")), text("Hallo", "s/t", enter=rise(effect="grow"))
    )
    plan = laid(scene(top, line()))
    assert set(find(plan, "s/r").tracks) == {"reveal"}
    assert isinstance(find(plan, "s/r").shape, RectShape)
    assert set(find(plan, "s/t").tracks) == {"wipe"}


def test_a_line_runs_along_the_longer_side_of_its_box():
    from renderer.script.model import LineSpec, Stroke
    from tests.plan.scripts import solid

    spec = LineSpec(Stroke(solid(), 2.0))
    plan = laid(
        scene(stack("s", node("line", spec, "s/l", box=Box(width=px(200), height=px(4)))), line())
    )
    shape = find(plan, "s/l").shape
    assert isinstance(shape, PathShape)
    assert shape.commands == (("M", 96 * 64, 114 * 64), ("L", 296 * 64, 114 * 64))


def test_problems_of_all_scenes_are_listed_at_once():
    narrow = text(LONG, "a/t", size=60.0, fit="shrink", lines=1, box=Box(width=px(200)))
    made = script(
        scene(stack("a", narrow), line(), name="a"),
        scene(stack("b", text("Gut", "b/t")), line(), name="b"),
        scene(stack("c", text("Gut", "c/t", enter=rise("nie"))), line(), name="c"),
        scene(stack("d", text("Gut", "d/t")), line(), name="d", ground="rosa", length=300),
    )
    assert [error.code for error in problems(made)] == [
        "text-does-not-fit",
        "unknown-moment",
        "unknown-ground",
        "rest-too-long",
    ]


def test_a_good_script_has_no_problems():
    made = script(total_scene())
    assert problems(made, narrate(made)) == []


def test_a_hotspot_without_a_place_on_screen_is_left_out():
    gone = button(name="s/b", hotspot=pay(), opacity=0.0)
    plan = laid(scene(stack("s", gone, text("Hallo", "s/t")), line()))
    assert plan.hotspots == ()
