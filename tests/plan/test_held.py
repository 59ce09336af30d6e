"""Held frames, against the comparison of every display list."""

import pytest

from renderer.plan import display, distinct_frames, lay
from tests.plan.scripts import (
    chrome,
    counter,
    line,
    narrate,
    progress,
    rise,
    scene,
    script,
    stack,
    text,
    total_scene,
    waterfall,
)


def brute(plan):
    lists = [display(plan, n) for n in range(plan.frames)]
    return tuple(n for n in range(plan.frames) if n == 0 or lists[n] != lists[n - 1])


def film(direction="ltr"):
    steps = waterfall("75.02", ["9.33", "-3.08"], "w/c", enter=rise(effect="grow", stagger=0.3))
    ring = progress(
        31,
        25,
        "u/r",
        counter(name="u/r/c", size=40.0, enter=rise(effect="count")),
        enter=rise(effect="draw"),
    )
    return script(
        total_scene(),
        scene(
            stack("w", text("Warum?", "w/t", enter=rise(effect="wipe")), steps),
            line(),
            name="w",
            chrome=chrome("w"),
        ),
        scene(
            stack("v", text("Noch", "v/t", enter=rise(effect="none", delay=0.3))),
            line(),
            name="v",
            chrome=chrome("v"),
        ),
        scene(stack("u", ring), line(), name="u", ground="dark"),
        direction=direction,
    )


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_distinct_frames_are_those_whose_list_differs(direction):
    made = film(direction)
    plan = lay(made, narrate(made))
    assert distinct_frames(plan) == brute(plan)


def test_a_film_rests_more_than_it_moves():
    made = film()
    plan = lay(made, narrate(made))
    assert len(distinct_frames(plan)) < plan.frames * 0.7


def test_equal_texts_that_follow_each_other_are_one_held_picture():
    """One text leaves without a trace in the frame in which its equal arrives."""
    first = text("Gleich", "s/a", exit=rise(effect="none", delay=1.0), enter=rise(effect="none"))
    second = text("Gleich", "s/b", enter=rise(effect="none", delay=1.0))
    from renderer.script.model import ContainerSpec
    from tests.plan.scripts import node

    both = node("group", ContainerSpec(), "s", first, second)
    made = script(scene(both, line()))
    plan = lay(made, narrate(made))
    assert distinct_frames(plan) == brute(plan)


def test_a_frame_alone_equals_the_frame_in_order():
    made = film()
    plan = lay(made, narrate(made))
    again = lay(made, narrate(made))
    in_order = [display(plan, n) for n in range(plan.frames)]
    for n in (0, 17, plan.frames // 2, plan.frames - 1):
        assert display(again, n) == in_order[n]
