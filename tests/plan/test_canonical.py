"""Plans as canonical JSON."""

import json

import pytest
import rfc8785

from renderer.errors import PlanError
from renderer.plan import display, display_json, from_json, lay, to_json
from tests.plan.scripts import (
    chrome,
    line,
    narrate,
    progress,
    rise,
    scene,
    script,
    stack,
    total_scene,
    waterfall,
)


def film():
    from dataclasses import replace

    made = script(
        replace(total_scene(), chrome=chrome("a")),
        scene(
            stack("w", waterfall("75", ["9", "-3"], "w/c", enter=rise(effect="grow"))),
            line(),
            name="w",
        ),
        scene(stack("u", progress(31, 25, "u/p")), line(), name="u", ground="dark"),
    )
    return lay(made, narrate(made))


def test_a_plan_survives_the_round_trip():
    plan = film()
    assert from_json(to_json(plan)) == plan


def test_json_is_canonical_and_holds_integers_only():
    written = to_json(film())
    assert rfc8785.dumps(json.loads(written)) == written
    assert b"." not in b"".join(_numbers(json.loads(written)))


def _numbers(value):
    if isinstance(value, dict):
        for item in value.values():
            yield from _numbers(item)
    elif isinstance(value, list):
        for item in value:
            yield from _numbers(item)
    elif isinstance(value, float):
        yield repr(value).encode()


def test_the_same_input_gives_the_same_bytes():
    assert to_json(film()) == to_json(film())


def test_display_lists_are_equal_where_their_json_is():
    plan = film()
    for one, other in ((3, 4), (100, 101), (plan.frames - 2, plan.frames - 1)):
        lists = display(plan, one), display(plan, other)
        written = [display_json(shown) for shown in lists]
        assert (lists[0] == lists[1]) == (written[0] == written[1])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b'{"schema":2}',
        b"\xff",
        b"[" * 100_000,
        b'{"schema":1,"frames":"7"}',
    ],
)
def test_what_is_no_plan_is_refused(data):
    with pytest.raises(PlanError) as failure:
        from_json(data)
    assert failure.value.code == "plan-unreadable"


def test_a_plan_with_another_fields_type_is_refused():
    plain = json.loads(to_json(film()))
    plain["frames"] = True
    with pytest.raises(PlanError):
        from_json(json.dumps(plain).encode())


def test_a_frame_outside_the_film_is_refused():
    plan = film()
    for n in (-1, plan.frames):
        with pytest.raises(PlanError) as failure:
            display(plan, n)
        assert failure.value.code == "frame-outside-film"
