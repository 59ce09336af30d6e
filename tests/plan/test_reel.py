"""A reel, against the display lists it stands for."""

from random import Random

import pytest

from renderer.plan import display, lay
from renderer.plan.model import Layer
from renderer.plan.reel import Reel
from tests.plan.scripts import narrate
from tests.plan.test_held import film


@pytest.fixture(scope="module", params=["ltr", "rtl"])
def plan(request):
    made = film(request.param)
    return lay(made, narrate(made))


def test_a_reel_shows_what_display_does_in_any_order(plan):
    frames = list(range(plan.frames))
    reel = Reel(plan)
    assert [n for n in frames if reel.display(n) != display(plan, n)] == []
    Random(7).shuffle(frames)  # noqa: S311
    assert [n for n in frames[:200] if reel.display(n) != display(plan, n)] == []


def shapes(items):
    for item in items:
        if isinstance(item, Layer):
            yield from shapes(item.items)
        else:
            yield item


def test_what_is_drawn_alike_in_two_frames_is_the_same_object(plan):
    reel = Reel(plan)
    before = reel.display(0)
    same = 0
    for n in range(1, plan.scenes[0].frames):
        after = reel.display(n)
        known = {id(draw) for draw in shapes(before.items)}
        for draw in shapes(after.items):
            assert (id(draw) in known) == any(draw == other for other in shapes(before.items))
            same += id(draw) in known
        before = after
    assert same > plan.scenes[0].frames
