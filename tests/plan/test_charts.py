"""Charts say what their values are, and nothing more."""

from dataclasses import replace
from decimal import Decimal

import pytest

from renderer.errors import PlanError
from renderer.plan import lay
from renderer.plan.model import ArcShape, PathShape, RectShape
from renderer.script.model import Box, ChartItem
from tests.plan.scripts import (
    bars,
    chart,
    find,
    line,
    narrate,
    progress,
    px,
    rise,
    scene,
    script,
    solid,
    stack,
    table,
    walk,
    waterfall,
)


def laid(drawn, *lines, **rest):
    made = script(scene(stack("s", drawn), *(lines or (line(),))), **rest)
    return lay(made, narrate(made))


def ids(plan):
    return [one.id for part in plan.scenes for top in part.nodes for one in walk(top)]


def height(plan, node_id):
    return find(plan, node_id).box[3]


def test_bars_stand_on_zero_in_one_scale():
    plan = laid(bars([20, 40, 80]))
    heights = [height(plan, f"chart/item.{index}/bar") for index in range(3)]
    assert heights[2] == pytest.approx(2 * heights[1], abs=2)
    assert heights[1] == pytest.approx(2 * heights[0], abs=2)
    feet = {find(plan, f"chart/item.{index}/bar").box[1] + heights[index] for index in range(3)}
    assert max(feet) - min(feet) <= 1


def test_a_negative_bar_hangs_from_zero():
    plan = laid(bars([40, -20]))
    up, down = (find(plan, f"chart/item.{index}/bar") for index in range(2))
    assert up.box[1] + up.box[3] == pytest.approx(down.box[1], abs=1)
    assert (up.shape.edge, down.shape.edge) == ("bottom", "top")


def test_a_bar_of_nothing_is_not_drawn():
    plan = laid(bars([0, 5]))
    assert "chart/item.0/bar" not in ids(plan)
    assert "chart/item.0/label" in ids(plan)


def test_bars_of_nothing_but_zeros_are_laid():
    assert "chart/item.1/figure" in ids(laid(bars([0, 0])))


def test_labels_of_a_chart_have_one_size():
    plan = laid(bars([1, 2, 3], labels=["Mai", "Donnerstag der Woche", "Juli"]))
    sizes = {find(plan, f"chart/item.{index}/label").shape.style.size for index in range(3)}
    assert len(sizes) == 1


def test_labels_that_do_not_fit_are_refused():
    with pytest.raises(PlanError) as failure:
        laid(bars([1] * 8, labels=["Unteilbarkeit"] * 8, box=Box(width=px(300), height=px(300))))
    assert failure.value.code == "text-does-not-fit"


def test_a_chart_without_room_is_refused():
    with pytest.raises(PlanError) as failure:
        laid(bars([1, 2], box=Box(width=px(300), height=px(80))))
    assert failure.value.code == "chart-too-small"


def test_each_bar_arrives_at_its_own_moment():
    moments = [rise("a").at, rise("b").at]
    plan = laid(
        bars([1, 2], at=moments, enter=rise(effect="grow")),
        line("a", "eins zwei"),
        line("b", "drei"),
    )
    first, second = (
        find(plan, f"chart/item.{index}/bar").tracks["reveal"][0].frame for index in range(2)
    )
    assert (first, second) == (12, 12 + 24 + 11)


def test_a_waterfall_whose_steps_would_vanish_is_cut_and_shows_it():
    plan = laid(waterfall("75.02", ["9.33", "6.15", "-3.08"]))
    total = find(plan, "chart/item.0/bar/whole").shape
    assert isinstance(total, PathShape)
    assert [command[0] for command in total.commands].count("M") == 2
    steps = [find(plan, f"chart/item.{index}/bar") for index in (1, 2, 3)]
    unit = steps[0].box[3] / Decimal("9.33").__float__()
    assert steps[1].box[3] == pytest.approx(unit * 6.15, rel=0.01)
    assert steps[2].box[3] == pytest.approx(unit * 3.08, rel=0.01)
    assert [step.shape.edge for step in steps] == ["bottom", "bottom", "top"]


def test_each_step_starts_where_the_one_before_ended():
    plan = laid(waterfall("75.02", ["9.33", "6.15", "-3.08"]))
    first, second, third = (find(plan, f"chart/item.{index}/bar").box for index in (1, 2, 3))
    assert first[1] == pytest.approx(second[1] + second[3], abs=2)
    assert second[1] == pytest.approx(third[1], abs=2)
    level = find(plan, "chart/item.2/connector").shape.commands[0][2]
    assert level == pytest.approx(first[1], abs=2)


def test_a_waterfall_with_large_steps_starts_at_zero_without_a_break():
    plan = laid(waterfall("20", ["30"]))
    small, large = find(plan, "chart/item.0/bar"), find(plan, "chart/item.2/bar")
    assert isinstance(small.shape, RectShape)
    assert large.box[3] == pytest.approx(2.5 * small.box[3], rel=0.01)


def test_lying_rows_share_one_scale_and_break():
    box = Box(width=px(624), height=px(700))
    plan = laid(waterfall("75.02", ["9.33", "-3.08"], "chart", "horizontal", box=box), shape="tall")
    up, down = find(plan, "chart/item.1/bar").box, find(plan, "chart/item.2/bar").box
    assert up[2] / down[2] == pytest.approx(9.33 / 3.08, rel=0.01)
    assert up[0] + up[2] == pytest.approx(down[0] + down[2], abs=2)
    assert "chart/item.0/bar.1" in ids(plan)
    stub = find(plan, "chart/item.0/bar").box
    assert stub[0] + stub[2] < find(plan, "chart/item.0/bar.1").box[0]


@pytest.mark.parametrize("values", [[49, 11, 9, 7], [1, 1, 1], [100, 0, 1], [5]])
def test_shares_of_a_donut_add_up_to_the_ring(values):
    items = tuple(ChartItem(Decimal(value), None, solid(), "segment") for value in values)
    plan = laid(chart("donut", items, box=Box(width=px(356), height=px(356)), gap=8.0))
    arcs = [find(plan, f"chart/item.{index}").shape for index, value in enumerate(values) if value]
    assert all(isinstance(arc, ArcShape) for arc in arcs)
    gap = 23040 - sum(arc.sweep for arc in arcs)
    assert gap == (0 if len(arcs) == 1 else len(arcs) * (gap // len(arcs)))
    assert arcs[0].start == gap // len(arcs) // 2
    shares = [arc.sweep + gap / len(arcs) for arc in arcs]
    for share, value in zip(shares, [value for value in values if value], strict=True):
        assert share == pytest.approx(23040 * value / sum(values), abs=2)


@pytest.mark.parametrize("values", [[5, -1], [0, 0]])
def test_a_ring_that_would_lie_is_refused(values):
    items = tuple(ChartItem(Decimal(value), None, solid(), "segment") for value in values)
    with pytest.raises(PlanError) as failure:
        laid(chart("donut", items, box=Box(width=px(356), height=px(356))))
    assert failure.value.code == "ring-not-honest"


def test_use_within_an_allowance_is_its_share_of_the_ring():
    fill = find(laid(progress("18.4", 25)), "progress/fill").shape
    assert fill.sweep == int(23040 * 18.4 / 25)


@pytest.mark.parametrize("used", ["25.1", "31", "80"])
def test_use_beyond_an_allowance_is_seen_in_its_true_share(used):
    plan = laid(progress(used, 25))
    within, over = (find(plan, f"progress/{name}").shape for name in ("fill", "over"))
    gap = 23040 - within.sweep - over.sweep
    assert (over.sweep + gap / 2) / 23040 == pytest.approx(1 - 25 / float(used), abs=0.01)
    assert over.paint != within.paint


def test_a_progress_bar_fills_from_the_start_side():
    box = Box(width=px(400), height=px(20))
    for direction in ("ltr", "rtl"):
        plan = laid(progress(1, 4, form="bar", box=box), direction=direction)
        track, fill = find(plan, "progress/track").box, find(plan, "progress/fill")
        assert fill.box[2] == 100 * 64
        edge = (
            fill.box[0] == track[0]
            if direction == "ltr"
            else fill.box[0] + fill.box[2] == track[0] + track[2]
        )
        assert edge
        assert fill.shape.edge == ("left" if direction == "ltr" else "right")


def test_an_allowance_of_nothing_is_all_beyond():
    assert "progress/over" in ids(laid(progress(3, 0)))


def test_a_line_chart_marks_its_last_point():
    items = tuple(ChartItem(Decimal(value), None, solid(), "point") for value in (10, 20, 15))
    plan = laid(chart("line", items))
    drawn = find(plan, "chart/line").shape
    dot = find(plan, "chart/dot").box
    assert drawn.commands[-1][1] == pytest.approx(dot[0] + dot[2] / 2, abs=1)
    levels = [command[2] for command in drawn.commands]
    assert levels[1] < levels[2] < levels[0]


def test_a_tables_columns_line_up_and_rules_stand_between_rows():
    plan = laid(table([["Monat", "49,00 €"], ["Daten", "11,00 €"]], box=Box(width=px(500))))
    ends = {
        shape.lines[0].x + shape.lines[0].width
        for shape in (find(plan, f"table/{row}.2").shape for row in (1, 2, 3))
    }
    assert max(ends) - min(ends) <= 2
    assert [name for name in ids(plan) if "rule" in name] == ["table/rule.1", "table/rule.2"]


def test_a_whole_chart_may_rise_item_by_item():
    plan = laid(bars([1, 2], enter=replace(rise(), stagger=0.1)))
    assert set(find(plan, "chart/item.0").tracks) == {"opacity", "y"}
    assert find(plan, "chart/item.1").tracks["y"][0].frame == 3
