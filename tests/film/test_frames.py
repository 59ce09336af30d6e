"""A frame is a function of the plan and its number, and held frames are known from the plan."""

from __future__ import annotations

import json
from hashlib import sha256

import numpy as np
import pytest

from renderer.frames import Painter
from renderer.pipeline import Draft
from renderer.plan import Plan, display, distinct_frames, from_json, to_json
from tests.film.films import Films, nodes_of, settled


@pytest.fixture(params=[("en", "wide"), ("ar", "wide"), ("ko", "tall")], ids="-".join)
def drafted(request: pytest.FixtureRequest, real_films: Films) -> Draft:
    language, shape = request.param
    return real_films.draft(language, language, shape=shape)


def chosen(plan: Plan) -> list[int]:
    """Choose frames of every scene: its first, moving ones, a held one, one as it leaves."""
    distinct = distinct_frames(plan)
    found: set[int] = set()
    for scene in plan.scenes:
        moving = [n for n in distinct if scene.start <= n < scene.start + scene.frames]
        held = settled(scene)
        found |= {moving[0], moving[len(moving) // 3], moving[-1], held}
    return sorted(found)


def hashed(picture: np.ndarray) -> str:
    return sha256(picture.tobytes()).hexdigest()


def test_a_frame_drawn_alone_is_the_frame_drawn_in_order(drafted: Draft) -> None:
    """At half the size, which the painter scales as it does 1080p."""
    plan = drafted.plan
    height = plan.height // 2
    wanted = chosen(plan)
    in_order = drafted.painter(height)
    shown = {
        n: hashed(in_order.paint(n))
        for n in sorted({*distinct_frames(plan), *wanted})
        if n <= wanted[-1]
    }
    assert len({shown[n] for n in wanted}) > len(plan.scenes)
    for n in reversed(wanted):
        assert hashed(drafted.painter(height).paint(n)) == shown[n], n


def test_a_frame_drawn_from_the_written_plan_is_the_same(drafted: Draft) -> None:
    plan = from_json(to_json(drafted.plan))
    assert plan == drafted.plan
    n = settled(plan.scenes[2])
    again = Painter(plan, drafted.assets().read).paint(n)
    assert hashed(again) == hashed(drafted.painter().paint(n))


def test_distinct_frames_are_exactly_those_whose_display_list_differs(drafted: Draft) -> None:
    lists = [display(drafted.plan, n) for n in range(drafted.plan.frames)]
    differ = [n for n in range(len(lists)) if n == 0 or lists[n] != lists[n - 1]]
    assert list(distinct_frames(drafted.plan)) == differ
    assert 0.2 < len(differ) / len(lists) < 0.6


def test_a_node_has_its_id_alone_in_its_scene(drafted: Draft) -> None:
    for scene in drafted.plan.scenes:
        ids = [node.id for node in nodes_of(scene)]
        assert len(ids) == len(set(ids)), scene.id


def test_the_plan_is_whole_numbers_and_words(drafted: Draft) -> None:
    def walk(value: object) -> None:
        match value:
            case dict():
                for one in value.values():
                    walk(one)
            case list():
                for one in value:
                    walk(one)
            case _:
                assert isinstance(value, int | str), value

    walk(json.loads(to_json(drafted.plan)))
