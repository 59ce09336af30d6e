"""Keys of segments: equal where the pictures are, different where anything that decides them is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renderer.frames import Painter
from renderer.plan.display import display
from renderer.plan.model import (
    ONE,
    CounterShape,
    Plan,
    PlanFace,
    PlanKey,
    PlanNode,
    PlanScene,
    Seen,
    TextShape,
)
from renderer.segments import Settings, segment_keys, segment_ranges
from renderer.segments.film import segment_tasks
from renderer.segments.subplan import SubPlans
from renderer.store import Keyring
from tests.segments.conftest import paint
from tests.segments.nodes import STYLE, square, text, with_node

KEYRING = Keyring(bytes(32))


def keys(plan: Plan, height: int = 176, keyring: Keyring = KEYRING) -> tuple[str, ...]:
    return segment_keys(plan, height, keyring)


def test_a_key_is_as_long_as_a_sha256_and_there_is_one_a_segment(plan: Plan) -> None:
    assert [len(key) for key in keys(plan)] == [64] * len(segment_ranges(plan))


def test_a_key_does_not_depend_on_place_name_or_facts(plan: Plan) -> None:
    _, second, third = plan.scenes
    moved = replace(second, id="other", chapter="Other", start=16)
    nodes = tuple(
        replace(node, id=f"renamed-{node.id}", seen=(Seen("bill.total", "12"),))
        for node in moved.nodes
    )
    scenes = (replace(third, start=0), replace(moved, nodes=nodes))
    later = replace(
        plan,
        scenes=scenes,
        frames=176,
        title="Another",
        language="fr",
        brand="another",
        pack=("another", "2", "1" * 64),
    )
    assert keys(later)[1:] == keys(plan)[2:5]


def test_a_scene_is_the_same_at_another_time_of_another_scene(plan: Plan) -> None:
    """What rests in the first 64 frames of one scene rests in those of a longer one."""
    _, second, _ = plan.scenes
    still = replace(second, nodes=(square(),))
    longer = replace(still, frames=1000, nodes=(square((0, 1000)),))
    one = replace(plan, scenes=(replace(plan.scenes[0]), still), frames=224)
    other = replace(plan, scenes=(plan.scenes[0], longer), frames=1064)
    assert keys(one)[2] == keys(other)[2] == keys(other)[3] == keys(other)[10]


@pytest.mark.parametrize(
    "change",
    [
        lambda plan: with_node(plan, square()),
        lambda plan: with_node(plan, square(clip=((0, 0, 640, 640), 0))),
        lambda plan: replace(plan, width=plan.height, height=plan.width),
        lambda plan: with_node(plan, text("Grace")),
        lambda plan: with_node(plan, square(tracks={"opacity": (PlanKey(0, 512),)})),
        lambda plan: with_node(plan, square(tracks={"reveal": (PlanKey(0, 2048),)})),
        lambda plan: with_node(plan, square(tracks={"wipe": (PlanKey(0, 2048),)})),
    ],
)
def test_a_key_depends_on_what_is_shown(plan: Plan, change: Callable[[Plan], Plan]) -> None:
    changed = keys(change(plan))
    assert not set(changed[2:5]) & set(keys(plan)[2:5])


def test_a_key_depends_on_height_secret_and_settings(plan: Plan) -> None:
    assert not set(keys(plan)) & set(keys(plan, height=352))
    assert not set(keys(plan)) & set(keys(plan, keyring=Keyring(b"1" * 32)))
    assert not set(keys(plan)) & set(segment_keys(plan, 176, KEYRING, Settings(qp=30)))


def test_a_node_changes_the_keys_of_the_segments_it_is_drawn_in_only(plan: Plan) -> None:
    changed = keys(with_node(plan, square(alive=(70, 100))))
    assert [one == other for one, other in zip(keys(plan), changed, strict=True)] == [
        *(True, True, True),
        False,
        *(True, True),
    ]


def test_a_node_that_draws_nothing_changes_nothing(plan: Plan) -> None:
    hidden = square(tracks={"opacity": (PlanKey(0, 0),)})
    assert keys(with_node(plan, hidden)) == keys(plan)


def test_a_track_counts_by_what_it_comes_to(plan: Plan) -> None:
    """A rest written as a track, and one that has arrived, are a rest."""
    there = with_node(plan, square(tracks={"x": (PlanKey(0, 0),)}))
    arrived = with_node(plan, square(tracks={"x": (PlanKey(0, -640), PlanKey(20, 0, "ease-out"))}))
    assert keys(there)[2] != keys(arrived)[2]
    assert keys(there)[3:] == keys(arrived)[3:]


def test_a_reveal_that_is_whole_when_the_shape_shows_is_not_one_that_shows_all_the_time(
    plan: Plan,
) -> None:
    late = square(tracks={"reveal": (PlanKey(0, 0), PlanKey(30, ONE, "step"))})
    always = square(tracks={"reveal": (PlanKey(0, ONE),)})
    assert keys(with_node(plan, late))[2] != keys(with_node(plan, always))[2]
    assert keys(with_node(plan, late))[3] == keys(with_node(plan, always))[3]


def test_a_typeface_counts_by_its_file(plan: Plan) -> None:
    def film(name: str, digest: str) -> Plan:
        style = replace(STYLE, faces=(name,))
        words = text("Grace")
        assert isinstance(words.shape, TextShape)
        node = replace(words, shape=replace(words.shape, style=style))
        return replace(with_node(plan, node), faces={name: PlanFace("Inter", digest)})

    assert keys(film("a", "1" * 64)) == keys(film("b", "1" * 64))
    assert keys(film("a", "1" * 64))[2] != keys(film("a", "2" * 64))[2]


def test_a_counter_counts_by_the_numbers_shown(plan: Plan) -> None:
    def film(*numbers: str) -> Plan:
        states = tuple((at * 20, ((number, 640),)) for at, number in enumerate(numbers))
        shape = CounterShape(states, 1280, STYLE, "#112233ff", "ltr")
        return with_node(plan, PlanNode("count", (0, 0, 64, 64), (0, 0), (0, 160), shape))

    one, other = keys(film("1", "2", "3", "12.40")), keys(film("1", "2", "9", "12.40"))
    assert one[2] != other[2]
    assert one[3:] == other[3:]


tracks = st.dictionaries(
    st.sampled_from(["opacity", "x", "scale", "reveal", "wipe", "rotation"]),
    st.lists(
        st.tuples(st.integers(0, 90), st.sampled_from([0, 1, 512, 1024, 4096])),
        min_size=1,
        max_size=3,
        unique_by=lambda key: key[0],
    ).map(lambda pairs: tuple(PlanKey(*pair) for pair in sorted(pairs))),
    max_size=2,
)


@st.composite
def films(draw: st.DrawFn) -> Plan:
    """Draw a film of one scene in which a few squares, some inside others, come and go."""
    parts = []
    for index in range(draw(st.integers(1, 3))):
        alive = sorted((draw(st.integers(0, 80)), draw(st.integers(0, 96))))
        node = square((alive[0], alive[1]), id=f"n{index}", tracks=draw(tracks))
        if parts and draw(st.booleans()):
            node = replace(node, children=(parts.pop(),))
        parts.append(node)
    scene = PlanScene("one", "One", 0, 96, (paint("#fff"),), tuple(parts))
    return Plan(
        "en", "ltr", ("p", "1", "0"), "b", "wide", 320, 176, 96, (scene,), (), (), (), (),
        {}, {}, "t", music=False,
    )  # fmt: skip


@given(films(), films())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_equal_keys_are_equal_pictures(one: Plan, other: Plan) -> None:
    painters = [
        partial(Painter, film, lambda digest: digest.encode(), 44)().paint for film in (one, other)
    ]
    shots: dict[str, list[bytes]] = {}
    for film, paint_frame in zip((one, other), painters, strict=True):
        for key, task in zip(keys(film, 44), segment_tasks(film), strict=True):
            drawn = [paint_frame(n).tobytes() for n in range(task.range.start, task.range.end)]
            if shots.setdefault(key, drawn) != drawn:
                pytest.fail("one key, two segments")


def test_a_sub_plan_of_a_passage_says_how_far_it_is(plan: Plan) -> None:
    dip = PlanScene("dip:a-b", "", 240, 16, (paint("#000"),), (), ground_to=(paint("#fff"),))
    film = replace(plan, scenes=(*plan.scenes, dip), frames=256)
    task = segment_tasks(film)[-1]
    shown = SubPlans(film, 176).of(task.range, task.frames)
    assert shown["mix"] == [display(film, 240 + at).mix for at in range(16)]
    assert shown["nodes"] == []
    assert np.all(np.diff(shown["mix"]) > 0)
